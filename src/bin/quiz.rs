//! The visitor's program. `start.js` loads it, brings it the data and the words, and shows what
//! went wrong where an error comes back.

use std::rc::Rc;

use skin_quiz::app::{Root, Start};
use skin_quiz::browser::page::{self, Stage};
use wasm_bindgen::prelude::*;

fn main() {}

/// Mounts the quiz on the page.
///
/// # Errors
/// An `Error` named `quiz` or `text` after the file that cannot be used; the page stays as it is.
#[wasm_bindgen]
pub fn start(quiz: JsValue, text: JsValue) -> Result<(), js_sys::Error> {
    let (quiz, text) = (Rc::new(page::quiz(&quiz)?), Rc::new(page::text(&text)?));
    if let Some(stage) = Stage::new() {
        let root = stage.element();
        yew::Renderer::<Root>::with_root_and_props(root, Start { quiz, text, stage }).render();
    }
    Ok(())
}
