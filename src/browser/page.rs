//! The page the quiz stands in: what was done on it before the program had loaded, its address, and
//! the files that the start script brings.

use std::rc::Rc;

use gloo::utils::{document, window};
use js_sys::Error;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, Element, HtmlInputElement};
use yew::Callback;

use super::{Listener, focus, json};
use crate::data::{self, Problem};
use crate::quiz::Quiz;
use crate::text::Text;

/// The element of the page that holds the quiz; as served, its first question.
const ROOT: &str = "quiz";

/// What a visitor did on the page before the program had loaded.
pub struct Early {
    /// Ids of questions and choices.
    pub picks: Vec<(String, String)>,
    /// Whether Continue was pressed.
    pub continued: bool,
}

/// Reads what was picked and pressed on the page as it was served.
pub fn early() -> Early {
    let root = document().get_element_by_id(ROOT);
    let inputs = root.as_ref().and_then(|root| root.query_selector_all("input:checked").ok());
    let picks = inputs.map(|inputs| {
        (0..inputs.length())
            .filter_map(|index| inputs.get(index)?.dyn_into::<HtmlInputElement>().ok())
            .map(|input| (input.name(), input.value()))
            .collect()
    });
    Early {
        picks: picks.unwrap_or_default(),
        continued: root.is_some_and(|root| root.has_attribute("data-continued")),
    }
}

/// Where the quiz is drawn before it takes the place of what was served, so that the page is never
/// empty between the two.
#[derive(Clone, PartialEq)]
pub struct Stage(Element);

impl Stage {
    /// An empty one, not yet in the page. Nothing where the page has no place for it.
    pub fn new() -> Option<Self> {
        let stage = document().create_element("div").ok()?;
        stage.set_id(ROOT);
        document().get_element_by_id(ROOT).map(|_| Self(stage))
    }

    /// The element to draw in.
    pub fn element(&self) -> Element {
        self.0.clone()
    }

    /// Takes the place of what was served, and keeps the focus where it was.
    pub fn show(&self) {
        let Some(served) = document().get_element_by_id(ROOT) else { return };
        let focused = document().active_element().map(|element| element.id());
        let _ = served.replace_with_with_node_1(&self.0);
        focus::restore(focused);
    }
}

/// The fragment of the page's address.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// The page's address with another fragment.
pub fn address(fragment: &str) -> String {
    let address = window().location().href().unwrap_or_default();
    let bare = address.split('#').next().unwrap_or_default();
    [bare, "#", fragment].concat()
}

/// Opens the browser's print dialogue.
pub fn print() {
    let _ = window().print();
}

/// Says when the data file was read again; a broken one is told on the console.
#[must_use]
pub fn on_quiz(got: Callback<Rc<Quiz>>) -> Listener {
    Listener::new("skin-quiz:data", move |event| {
        let Some(event) = event.dyn_ref::<CustomEvent>() else { return };
        match quiz(&event.detail()) {
            Ok(quiz) => got.emit(Rc::new(quiz)),
            Err(error) => gloo::console::error!(error),
        }
    })
}

/// Reads a parsed data file.
///
/// # Errors
/// An `Error` named `quiz`, with every problem found, a line each.
pub fn quiz(json: &JsValue) -> Result<Quiz, Error> {
    data::quiz(&json::node(json)).map_err(|problems| error("quiz", &problems))
}

/// Reads a parsed text file.
///
/// # Errors
/// An `Error` named `text`, as that of [`quiz`].
pub fn text(json: &JsValue) -> Result<Text, Error> {
    Text::new(&json::node(json)).map_err(|problems| error("text", &problems))
}

fn error(name: &str, problems: &[Problem]) -> Error {
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    let error = Error::new(&lines.join("\n"));
    error.set_name(name);
    error
}
