use data::{Path, Step};
use editor::{List, called, title};
use yew::{Html, html};

use super::{View, entries, entry, heading, id, inside};
use crate::model::Page;
use crate::msg::ShowMsg;

impl View<'_> {
    /// The form of a thing.
    pub(super) fn item(&self, list: &'static List, index: usize) -> Html {
        let lists = Path(vec![Step::Field(list.name.into())]);
        let at = entry(&lists, index);
        let Some(node) = self.open.draft.quiz().at(&at) else { return self.list(list) };
        let count = entries(self.open.draft.quiz().at(&lists)).len();
        let name = title(self.open.draft.quiz().node(), node);
        let fields = list.fields.iter().map(|field| self.field(&at, field));
        let below = list.lists.iter().map(|inner| self.inner(inner, &at));
        html! {
            <>
                <div class="row">
                    <button type="button" class="back" id="all" onclick={self.sends(ShowMsg::WentTo(Page::Part(list.name)))}>{ format!("‹ All {}", list.title.to_lowercase()) }</button>
                    { self.moves(&lists, index, count, &name) }
                </div>
                { heading(&name) }
                { self.asked(&at) }
                { self.own(list, &at) }
                { for fields }
                { for below }
            </>
        }
    }

    /// What is told of a thing and of none of its fields or lists.
    fn own(&self, list: &List, at: &Path) -> Html {
        let fields = list.fields.iter().map(|field| inside(at, field.path));
        let lists = list.lists.iter().map(|list| inside(at, &[list.name]));
        let elsewhere: Vec<Path> = fields.chain(lists).collect();
        self.notes_where(|it| {
            it.0.starts_with(&at.0) && !elsewhere.iter().any(|other| it.0.starts_with(&other.0))
        })
    }

    /// A list within a thing, each of its own with its form.
    pub(super) fn inner(&self, list: &'static List, at: &Path) -> Html {
        let path = inside(at, &[list.name]);
        let all = entries(self.open.draft.quiz().at(&path));
        let thing = |(index, node): (usize, &data::Node)| {
            let at = entry(&path, index);
            let fields = list.fields.iter().map(|field| self.field(&at, field));
            let is_open = self.open.unfolded.contains(&at);
            let folded = {
                let at = at.clone();
                self.when(move |event: yew::events::MouseEvent| {
                    event.prevent_default();
                    ShowMsg::Folded(at.clone(), !is_open)
                })
            };
            let name = node.text("id").unwrap_or_default();
            html! {
                <li>
                    <details id={id(&at)} open={is_open}>
                        <summary onclick={folded}>
                            { called(node) }
                            if list.name == "figures" { <code>{ format!(" {{{name}}}") }</code> }
                            { super::nav::marks(self.open.counts(&at)) }
                        </summary>
                        { self.own(list, &at) }
                        { for fields }
                    </details>
                    { self.moves(&path, index, all.len(), called(node)) }
                    { self.asked(&at) }
                </li>
            }
        };
        html! {
            <section>
                <h3>{ list.title }</h3>
                if !list.help.is_empty() { <p class="help">{ list.help }</p> }
                { self.notes_where(|it| *it == path) }
                <ol class="inner">{ for all.iter().enumerate().map(thing) }</ol>
                { self.add(list, &path) }
            </section>
        }
    }
}
