//! The page the quiz stands in: what was done on it before the program had loaded, its address, and
//! the files that the start script brings.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::utils::{document, window};
use js_sys::Error;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, HtmlInputElement};
use yew::Callback;

use super::{Listener, json};
use crate::data::{self, Problem};
use crate::quiz::Quiz;
use crate::text::Text;

/// The element that the quiz is mounted in; it holds the first question as it was served.
pub const ROOT: &str = "quiz";

thread_local! {
    static EARLY: RefCell<Early> = const { RefCell::new(Early { picks: Vec::new(), continued: false }) };
}

/// What a visitor did on the page before the program had loaded.
#[derive(Default)]
pub struct Early {
    /// Ids of questions and choices.
    pub picks: Vec<(String, String)>,
    /// Whether Continue was pressed.
    pub continued: bool,
}

/// Notes what was picked and pressed on the page as it was served. Called once, before mounting.
pub fn hold_early() {
    let Some(root) = document().get_element_by_id(ROOT) else { return };
    let Ok(inputs) = root.query_selector_all("input:checked") else { return };
    let picks = (0..inputs.length())
        .filter_map(|index| inputs.get(index)?.dyn_into::<HtmlInputElement>().ok())
        .map(|input| (input.name(), input.value()))
        .collect();
    EARLY.set(Early { picks, continued: root.has_attribute("data-continued") });
}

/// What was noted, once.
pub fn early() -> Early {
    EARLY.take()
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
