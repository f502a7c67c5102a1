//! What is on the studio's page: functions of the [`Editor`]. What the person does comes out as a [`Msg`].

mod aside;
mod bar;
mod closed;
mod concern;
mod condition;
mod deleting;
mod field;
mod files;
mod item;
mod keyed_text;
mod languages;
mod list;
mod map;
mod nav;
mod picks;
mod problem;
mod publish;
mod repair;
mod search;
mod sign;
mod tour;
mod translation;
mod visitors;
mod website;

use browser::studio::event;
use data::{Path, Step};
use editor::{Section, entries, form};
use quiz::Date;
use yew::events::KeyboardEvent;
use yew::{AttrValue, Callback, Html, html};

use keyed_text::keyed_text;

use crate::model::{Editor, HEADING, OpenQuiz, Page, Tour};
use crate::msg::{EditMsg, Msg, ShowMsg};

/// The frame of the preview.
pub(crate) const FRAME: &str = "preview";

/// What is said in a step in which the person is shown around.
pub(crate) const TOUR: &str = "tour";

/// The field of what is looked for in everything.
pub(crate) const SEARCH: &str = "search";

/// The button that keeps what the person is asked about.
pub(crate) const KEEP: &str = "keep";

/// The title of the question whether something unsaved gives its place to another quiz.
pub(crate) const OPENING_TITLE: &str = "opening-title";

/// What every piece needs.
#[derive(Clone, Copy)]
pub struct View<'a> {
    editor: &'a Editor,
    open: &'a OpenQuiz,
    on: &'a Callback<Msg>,
}

impl<'a> View<'a> {
    /// What is on the page.
    pub fn page(editor: &'a Editor, on: &'a Callback<Msg>) -> Html {
        keyed_text(match &editor.open {
            Some(open) => View { editor, open, on }.studio(),
            None => closed::closed(editor.refused.as_deref().unwrap_or_default(), on),
        })
    }
}

impl View<'_> {
    /// The whole page.
    fn studio(&self) -> Html {
        html! {
            <>
                { self.bar() }
                <div class="desk" data-tour={self.editor.tour.map(Tour::name)} data-width={self.open.width.name()} data-preview={self.preview_place()}>
                    { self.nav() }
                    <main id="form" aria-labelledby={HEADING}>{ self.main() }</main>
                    { self.aside() }
                </div>
                { self.tour() }
            </>
        }
    }

    /// Where the preview stands.
    fn preview_place(&self) -> &'static str {
        match (self.open.page.has_preview(), self.open.peeks) {
            (false, _) => "none",
            (true, false) => "beside",
            (true, true) => "over",
        }
    }

    fn main(&self) -> Html {
        let draft = &self.open.draft;
        if !draft.quiz().is_readable() {
            return self.repair();
        }
        match &self.open.page {
            Page::Part(name) => match Section::ALL.iter().find(|it| it.name() == *name) {
                Some(Section::Fields(_, title, fields)) => {
                    let fields = fields.iter().map(|field| self.field(&Path::default(), field));
                    html! { <>{ heading(title) }{ for fields }{ self.rest_of_start(name) }</> }
                }
                Some(Section::List(list)) => self.list(list),
                None => Html::default(),
            },
            Page::Item(name, index) => match form(name) {
                Some(list) => self.item(list, *index),
                None => Html::default(),
            },
            Page::Concern(index) => self.concerns(*index),
            Page::Language(tag) => self.languages(tag.as_deref()),
            Page::Visitor(index) => self.visitors(*index),
            Page::Website => self.website(),
            Page::Problems => self.problems(),
            Page::Map => self.map(),
            Page::Sign => self.sign(),
            Page::Publish => self.publish(),
            Page::Files => self.files(),
        }
    }

    /// What is told of the file as a whole stands with the start.
    fn rest_of_start(&self, name: &str) -> Html {
        if name != "start" {
            return Html::default();
        }
        let notes = self.notes_where(|path| {
            let is_field = matches!(path.0.first(), Some(Step::Field(name))
                if ["words", "checked", "version"].contains(&name.as_ref()));
            (path.0.is_empty() || Page::of(path) == Page::Part("start")) && !is_field
        });
        let around = self.sends(ShowMsg::ShownAround(Some(Tour::Parts)));
        let version = concat!("skin-quiz ", env!("CARGO_PKG_VERSION"));
        html! {
            <>
                { notes }
                <p><button type="button" class="small" id="show-around" onclick={around}>{ "Show me around" }</button></p>
                <p><small id="program-version">{ version }</small></p>
            </>
        }
    }

    /// A day as the file writes it, in words: "22 November 2026"; any other text as it is.
    fn day(&self, written: &str) -> String {
        let locale = (self.editor.abilities.locale)("en-GB");
        Date::read(written).map_or_else(|| written.to_owned(), |day| locale.date(day))
    }

    fn sends<E: 'static>(&self, msg: impl Into<Msg>) -> Callback<E> {
        let msg = msg.into();
        self.on.reform(move |_| msg.clone())
    }

    /// Sends one message after another.
    fn sends_both<E: 'static>(&self, first: EditMsg, then: EditMsg) -> Callback<E> {
        let on = self.on.clone();
        Callback::from(move |_| {
            on.emit(first.clone().into());
            on.emit(then.clone().into());
        })
    }

    /// What Escape does within an element.
    fn escaped(&self, msg: impl Into<Msg>) -> Callback<KeyboardEvent> {
        let (on, msg) = (self.on.clone(), msg.into());
        Callback::from(move |event| {
            if event::is_escape(&event) {
                on.emit(msg.clone());
            }
        })
    }

    /// What becomes of an event.
    fn when<E, M: Into<Msg>>(&self, msg: impl Fn(E) -> M + 'static) -> Callback<E> {
        self.on.reform(move |event| msg(event).into())
    }
}

fn heading(text: &str) -> Html {
    html! { <h2 id={HEADING} tabindex="-1">{ text }</h2> }
}

/// The id of the element that edits a place.
pub(crate) fn id(path: &Path) -> String {
    let mut id = String::from("f");
    for step in &path.0 {
        id.push('-');
        match step {
            Step::Field(name) => id.push_str(name),
            Step::Entry(index) => id.push_str(&index.to_string()),
        }
    }
    id
}

/// The id of the button that asks whether to delete an entry.
pub(crate) fn delete_id(entry: &Path) -> String {
    format!("{}-delete", id(entry))
}

/// The id of the element that edits the translation of a text, by its key.
pub(crate) fn translation_id(key: &str) -> String {
    format!("t-{}", key.replace('.', "-"))
}

fn inside(base: &Path, fields: &[&'static str]) -> Path {
    let fields = fields.iter().map(|field| Step::Field((*field).into()));
    Path(base.0.iter().cloned().chain(fields).collect())
}

fn entry(base: &Path, index: usize) -> Path {
    Path(base.0.iter().cloned().chain([Step::Entry(index)]).collect())
}

fn attr(text: &str) -> AttrValue {
    AttrValue::from(text.to_owned())
}

/// "1 problem", "3 problems".
pub(crate) fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
