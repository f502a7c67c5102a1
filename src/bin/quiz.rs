//! The visitor's program. `start.js` loads it, brings it the data and the words, and shows what
//! went wrong where an error comes back.

use skin_quiz::app::{Root, Start};
use skin_quiz::browser::page::{self, Stage};
use wasm_bindgen::prelude::*;

fn main() {}

/// Mounts the quiz on the page, in another language where a translation is given.
///
/// # Errors
/// An `Error` named `quiz`, `text` or `overlay` after the file that cannot be used; the page stays as
/// it is.
#[wasm_bindgen]
pub fn start(quiz: JsValue, text: JsValue, overlay: JsValue) -> Result<(), js_sys::Error> {
    let (quiz, text) = page::files(&quiz, &text, &overlay)?;
    if let Some(stage) = Stage::new() {
        let root = stage.element();
        yew::Renderer::<Root>::with_root_and_props(root, Start { quiz, text, stage }).render();
    }
    Ok(())
}
