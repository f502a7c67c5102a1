//! The studio's program. `studio.js` loads it on the page `studio.html`.

use wasm_bindgen::prelude::*;

fn main() {}

/// Shows the studio with a data file of the site, going on with the draft and the page of the studio that
/// were kept when a program before this one stopped.
#[wasm_bindgen]
pub fn start(quiz: String, draft: Option<String>, page: Option<String>) {
    studio::start(quiz, draft.zip(page));
}
