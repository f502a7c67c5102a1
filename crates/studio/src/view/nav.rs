use data::{Path, Step};
use editor::{Section, concerns};
use yew::{Html, html};

use super::{View, entries};
use crate::model::Page;
use crate::msg::ShowMsg;

/// A page of the studio that can be gone to from each.
struct Goal {
    name: &'static str,
    page: Page,
    title: String,
    is_current: bool,
    /// How many errors and warnings there are.
    counts: (usize, usize),
}

impl View<'_> {
    /// Where one can go to: a list beside the form, and one choice above it if there is no room beside it.
    pub(super) fn nav(&self) -> Html {
        let goals: Vec<Goal> = self.parts().into_iter().chain(self.others()).collect();
        let option = |goal: &Goal| {
            let told = match goal.counts {
                (0, 0) => String::new(),
                (0, warnings) => format!(" – {warnings} to look at"),
                (errors, _) => format!(" – {errors} to fix"),
            };
            html! { <option value={goal.page.write()} selected={goal.is_current}>{ &goal.title }{ told }</option> }
        };
        let chose = self.when(|event: yew::events::Event| {
            let page = Page::read(&browser::studio::event::value(&event));
            ShowMsg::WentTo(page.unwrap_or(Page::Part("start")))
        });
        html! {
            <nav aria-label="Parts of the quiz">
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
            counts: (0, 0),
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
            Goal { name, page, title: title.to_owned(), is_current, counts: (0, 0) }
        })
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
        let (errors, warnings) = goal.counts;
        html! {
            <li>
                <button type="button" id={format!("go-{}", goal.name)} aria-current={goal.is_current.then_some("page")} onclick={self.sends(ShowMsg::WentTo(goal.page.clone()))}>
                    <span>{ &goal.title }</span>
                    { marks(errors, warnings) }
                </button>
            </li>
        }
    }
}

/// How much there is to mend and to look at.
pub(super) fn marks(errors: usize, warnings: usize) -> Html {
    html! {
        <span class="marks">
            if errors > 0 { <b class="error"><span class="spoken">{ ", to mend: " }</span>{ errors }</b> }
            if warnings > 0 { <b class="warning"><span class="spoken">{ ", to look at: " }</span>{ warnings }</b> }
        </span>
    }
}
