//! The page the quiz stands in: what was done on it before the program had loaded, its address, and
//! its title and language.

use gloo::utils::{document, window};
pub use js_sys::Error;
use wasm_bindgen::JsCast;
pub use wasm_bindgen_futures::spawn_local as spawn;
use web_sys::{Element, HtmlInputElement};

use super::focus;

/// The element of the page that holds the quiz; as served, its first question.
const ROOT: &str = "quiz";

/// What a visitor did on the page before the program had loaded.
#[derive(PartialEq)]
pub struct EarlyInput {
    /// Ids of questions and choices.
    pub picks: Vec<(String, String)>,
    /// Whether Continue was pressed.
    pub continued: bool,
}

/// Reads what was picked and pressed on the page as it was served.
pub fn early_input() -> EarlyInput {
    let root = document().get_element_by_id(ROOT);
    let inputs = root.as_ref().and_then(|root| root.query_selector_all("input:checked").ok());
    let picks = inputs.map(|inputs| {
        (0..inputs.length())
            .filter_map(|index| inputs.get(index)?.dyn_into::<HtmlInputElement>().ok())
            .map(|input| (input.name(), input.value()))
            .collect()
    });
    EarlyInput {
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

/// Says which language the page is in, whether it runs from right to left, and its title.
pub fn set_document_language(language: &str, rtl: bool, title: &str) {
    document().set_title(title);
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", language);
        let _ = root.set_attribute("dir", if rtl { "rtl" } else { "ltr" });
    }
}

/// An `Error` of a name, by which the start script knows what it is about.
pub fn named(name: &str, message: &str) -> Error {
    let error = Error::new(message);
    error.set_name(name);
    error
}
