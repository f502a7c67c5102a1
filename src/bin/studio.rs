//! The studio's program. `studio.js` loads it on the page `studio.html`.

use wasm_bindgen::prelude::*;

fn main() {}

/// Shows the studio with a data file of the site.
#[wasm_bindgen]
pub fn start(quiz: String) {
    skin_quiz::studio::start(quiz);
}
