use browser::studio::event;
use data::{Node, Path, Step};
use editor::{FieldType, List, title};
use yew::{Html, html};

use super::nav::marks;
use super::{View, delete_id, entries, entry, heading, id};
use crate::model::Page;
use crate::msg::{EditMsg, ShowMsg};

impl View<'_> {
    /// A list of the file, a line for each thing.
    pub(super) fn list(&self, list: &'static List) -> Html {
        let path = Path(vec![Step::Field(list.name.into())]);
        html! {
            <>
                { heading(list.title) }
                <p class="help">{ list.help }</p>
                { self.notes_where(|it| *it == path) }
                { self.filter(&path) }
                { self.lines_of(list, &path) }
                { self.add(list, &path) }
            </>
        }
    }

    /// The things of a list by name, to go to, to move and to take out.
    fn lines_of(&self, list: &'static List, path: &Path) -> Html {
        let all = entries(self.open.draft.quiz().at(path));
        let quiz = self.open.draft.quiz().node();
        let line = |(index, node): (usize, &Node)| {
            let (at, name) = (entry(path, index), title(quiz, node));
            html! {
                <li draggable="true" ondragstart={self.dragged(index)} ondragend={self.sends(ShowMsg::Dragged(None))} ondragover={allowed()} ondrop={self.dropped(path, index)}>
                    <div class="row">
                        <button type="button" class="go" id={format!("{}-open", id(&at))} onclick={self.sends(ShowMsg::WentTo(Page::Item(list.name, index)))}>
                            <span>{ &name }<small>{ " " }{ sort(list, node) }</small></span>{ marks(self.open.counts(&at)) }
                        </button>
                        { self.moves(path, index, all.len(), &name) }
                    </div>
                    { self.asked(&at) }
                </li>
            }
        };
        let words = self.open.filter.to_lowercase();
        let is_listed = |(_, node): &(usize, &Node)| {
            let is_in = |text: &str| text.to_lowercase().contains(&words);
            is_in(&title(quiz, node))
                || node.text("id").is_some_and(is_in)
                || is_in(&sort(list, node))
        };
        let listed: Vec<Html> = all.iter().enumerate().filter(is_listed).map(line).collect();
        let none = listed.is_empty() && !all.is_empty();
        html! {
            <>
                if none { <p id="none-listed" role="status">{ format!("No {} has these words.", list.one) }</p> }
                <ol class="things">{ for listed }</ol>
            </>
        }
    }

    /// What the things of a long list must have to be shown.
    fn filter(&self, path: &Path) -> Html {
        if entries(self.open.draft.quiz().at(path)).len() < LONG {
            return Html::default();
        }
        let filtered =
            self.when(|event: yew::events::InputEvent| ShowMsg::Filtered(event::value(&event)));
        html! {
            <p><label class="inline">{ "Show only those with " }<input type="search" id="filter" autocomplete="off" value={self.open.filter.clone()} oninput={filtered} /></label></p>
        }
    }

    /// Buttons to move a thing up and down, to copy it and to take it out.
    pub(super) fn moves(&self, list: &Path, index: usize, count: usize, name: &str) -> Html {
        let base = id(&entry(list, index));
        let to = |to: usize| self.sends(EditMsg::Moved(list.clone(), index, to));
        html! {
            <span class="moves">
                <button type="button" class="small" id={format!("{base}-up")} aria-label={format!("Move up: {name}")} disabled={index == 0} onclick={to(index.saturating_sub(1))}>{ "↑" }</button>
                <button type="button" class="small" id={format!("{base}-down")} aria-label={format!("Move down: {name}")} disabled={index + 1 >= count} onclick={to(index + 1)}>{ "↓" }</button>
                <button type="button" class="small" id={format!("{base}-duplicate")} aria-label={format!("Duplicate: {name}")} onclick={self.sends(EditMsg::Duplicated(entry(list, index)))}>{ "⧉" }</button>
                <button type="button" class="small" id={delete_id(&entry(list, index))} aria-label={format!("Delete: {name}")} onclick={self.sends(ShowMsg::AskedToDelete(entry(list, index)))}>{ "✕" }</button>
            </span>
        }
    }

    /// Adds a thing: only its name is asked for.
    pub(super) fn add(&self, list: &'static List, path: &Path) -> Html {
        let at = path.clone();
        let named = self.when(move |event: yew::events::SubmitEvent| {
            event.prevent_default();
            EditMsg::Added(at.clone(), event::submitted(&event))
        });
        let base = format!("{}-add", id(path));
        html! {
            <form class="add" onsubmit={named}>
                <label for={base.clone()}>{ format!("Add a {}. {}", list.one, list.ask) }</label>
                <div class="row">
                    <input type="text" id={base.clone()} autocomplete="off" required=true />
                    <button type="submit" id={format!("{base}-button")}>{ "Add" }</button>
                </div>
            </form>
        }
    }

    fn dragged(&self, index: usize) -> yew::Callback<yew::events::DragEvent> {
        self.when(move |event: yew::events::DragEvent| {
            event::drag(&event);
            ShowMsg::Dragged(Some(index))
        })
    }

    fn dropped(&self, path: &Path, to: usize) -> yew::Callback<yew::events::DragEvent> {
        let (path, from) = (path.clone(), self.open.dragged);
        let on = self.on.clone();
        yew::Callback::from(move |event: yew::events::DragEvent| {
            event.prevent_default();
            if let Some(from) = from {
                on.emit(EditMsg::Moved(path.clone(), from, to).into());
            }
        })
    }
}

/// A list of so many things can be filtered.
const LONG: usize = 8;

/// What sort of thing it is, in the first words of what its form offers: the level of a caution, the stage of
/// a piece of advice.
fn sort(list: &List, node: &Node) -> String {
    let word = list.fields.iter().find_map(|field| match (field.is, field.path) {
        (FieldType::OneOf(words), [name]) => {
            words.iter().find(|word| node.text(name) == Some(word.word))
        }
        _ => None,
    });
    let label = word.map(|word| word.label).unwrap_or_default();
    label.split([':', ',']).next().unwrap_or_default().to_owned()
}

fn allowed() -> yew::Callback<yew::events::DragEvent> {
    yew::Callback::from(|event: yew::events::DragEvent| event.prevent_default())
}
