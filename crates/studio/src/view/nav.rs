use data::{Path, Step};
use editor::Section;
use yew::{Html, html};

use super::{View, entries};
use crate::model::{Counts, Page};
use crate::msg::ShowMsg;

impl View<'_> {
    pub(super) fn nav(&self) -> Html {
        let parts = Section::ALL.iter().map(|section| self.part(section));
        let others = [
            (Page::Map, "Map", "map"),
            (Page::Language(None), "Languages", "languages"),
            (Page::Visitor(None), "Made-up visitors", "visitors"),
            (Page::Website, "Look and website", "website"),
            (Page::Problems, "Problems", "problems"),
            (Page::Sign, "Sign-off", "sign"),
            (Page::Publish, "Publish", "publish"),
            (Page::Files, "Files and versions", "files"),
        ];
        let others = others.into_iter().map(|(page, title, name)| {
            let current = match &self.open.page {
                Page::Language(_) => name == "languages",
                Page::Visitor(_) => name == "visitors",
                other => *other == page,
            };
            self.link(name, page, current, title.to_owned(), Counts::default())
        });
        html! { <nav aria-label="Parts of the quiz"><ul>{ for parts }{ for others }</ul></nav> }
    }

    fn part(&self, section: &Section) -> Html {
        let name = section.name();
        let path = Path(vec![Step::Field(name.into())]);
        let (title, counts) = match section {
            Section::List(list) => {
                let count = entries(self.open.draft.quiz().at(&path)).len();
                (format!("{} ({count})", list.title), self.open.counts(&path))
            }
            Section::Fields("start", title, _) => {
                let words = Path(vec![Step::Field("words".into())]);
                ((*title).to_owned(), self.open.counts(&words))
            }
            Section::Fields(_, title, _) => ((*title).to_owned(), self.open.counts(&path)),
        };
        let current = match self.open.page {
            Page::Part(part) => part == name,
            Page::Item(list, _) => list == name,
            _ => false,
        };
        self.link(name, Page::Part(name), current, title, counts)
    }

    fn link(
        &self,
        name: &'static str,
        page: Page,
        current: bool,
        title: String,
        counts: Counts,
    ) -> Html {
        html! {
            <li>
                <button type="button" id={format!("go-{name}")} aria-current={current.then_some("page")} onclick={self.sends(ShowMsg::WentTo(page))}>
                    <span>{ title }</span>
                    { marks(counts) }
                </button>
            </li>
        }
    }
}

/// How much there is to do.
pub(super) fn marks(counts: Counts) -> Html {
    let mark = |class: &'static str, spoken: &'static str, count: usize| {
        html! {
            if count > 0 { <b {class}><span class="spoken">{ spoken }</span>{ count }</b> }
        }
    };
    html! {
        <span class="marks">
            { mark("error", ", to fix: ", counts.to_fix) }
            { mark("empty", ", to fill in: ", counts.to_fill_in) }
            { mark("warning", ", to look at: ", counts.to_look_at) }
        </span>
    }
}
