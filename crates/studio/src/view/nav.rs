use data::{Path, Step};
use editor::{FileId, Section, concerns};
use yew::{Html, html};

use super::{View, entries};
use crate::model::{Counts, Page};
use crate::msg::ShowMsg;

/// A page of the studio that can be gone to from each.
struct Goal {
    name: &'static str,
    page: Page,
    title: String,
    is_current: bool,
    counts: Counts,
}

impl View<'_> {
    /// Where one can go to: a list beside the form, and one choice above it if there is no room beside it.
    pub(super) fn nav(&self) -> Html {
        let goals: Vec<Goal> = self.parts().into_iter().chain(self.others()).collect();
        let option = |goal: &Goal| {
            let to_do = match goal.counts {
                Counts { to_fix: 1.., .. } => format!(" – {} to fix", goal.counts.to_fix),
                Counts { to_fill_in: 1.., .. } => {
                    format!(" – {} to fill in", goal.counts.to_fill_in)
                }
                Counts { to_look_at: 1.., .. } => {
                    format!(" – {} to look at", goal.counts.to_look_at)
                }
                _ => String::new(),
            };
            html! { <option value={goal.page.write()} selected={goal.is_current}>{ &goal.title }{ to_do }</option> }
        };
        let chose = self.when(|event: yew::events::Event| {
            let page = Page::read(&browser::studio::event::value(&event));
            ShowMsg::WentTo(page.unwrap_or(Page::Part("start")))
        });
        html! {
            <nav id="parts" aria-label="Parts of the quiz">
                <label class="inline">{ "Part " }<select id="go" onchange={chose}>{ for goals.iter().map(option) }</select></label>
                <ul>{ for goals.iter().map(|goal| self.link(goal)) }</ul>
            </nav>
        }
    }

    /// The parts of the file, and the concerns behind the start.
    fn parts(&self) -> Vec<Goal> {
        let mut parts: Vec<Goal> = Section::ALL.iter().map(|it| self.part(it)).collect();
        let count = concerns(self.open.draft.quiz().node()).len();
        let concerns = Goal {
            name: "concerns",
            page: Page::Concern(None),
            title: format!("Concerns ({count})"),
            is_current: matches!(self.open.page, Page::Concern(_)),
            counts: Counts::default(),
        };
        parts.insert(1, concerns);
        parts
    }

    fn others(&self) -> impl Iterator<Item = Goal> {
        let others = [
            (Page::Map, "Map", "map"),
            (Page::Language(None), "Languages", "languages"),
            (Page::Visitor(None), "Test visitors", "visitors"),
            (Page::Website, "Look and website", "website"),
            (Page::Problems, "Problems", "problems"),
            (Page::Sign, "Sign-off", "sign"),
            (Page::Publish, "Publish", "publish"),
            (Page::Files, "Files and versions", "files"),
        ];
        let now = &self.open.page;
        others.into_iter().map(move |(page, title, name)| {
            let is_current = match now {
                Page::Language(_) => name == "languages",
                Page::Visitor(_) => name == "visitors",
                other => *other == page,
            };
            Goal { name, page, title: title.to_owned(), is_current, counts: self.counts_of(name) }
        })
    }

    /// What there is to do in the files that a page is about.
    fn counts_of(&self, name: &str) -> Counts {
        let visitors = self.open.personas_file();
        let notes = self.open.shown().filter(|note| match name {
            "languages" => note.file != FileId::QUIZ && Some(note.file) != visitors,
            "visitors" => Some(note.file) == visitors,
            _ => false,
        });
        Counts::of(notes)
    }

    fn part(&self, section: &Section) -> Goal {
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
        let is_current = match self.open.page {
            Page::Part(part) => part == name,
            Page::Item(list, _) => list == name,
            _ => false,
        };
        Goal { name, page: Page::Part(name), title, is_current, counts }
    }

    fn link(&self, goal: &Goal) -> Html {
        html! {
            <li>
                <button type="button" id={format!("go-{}", goal.name)} aria-current={goal.is_current.then_some("page")} onclick={self.sends(ShowMsg::WentTo(goal.page.clone()))}>
                    <span>{ &goal.title }</span>
                    { marks(goal.counts) }
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
