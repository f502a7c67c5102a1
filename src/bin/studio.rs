//! The studio's program. `studio.js` loads it on the page `studio.html`.

use wasm_bindgen::prelude::*;

fn main() {}

/// Shows the studio.
#[wasm_bindgen]
pub fn start() {
    skin_quiz::studio::start();
}
