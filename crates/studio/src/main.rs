//! The studio's program. `studio.js` loads it on the page `studio.html`, and `check-worker.js` loads it once
//! more in a worker, where drafts are checked.

use std::cell::RefCell;

use studio::Receiver;
use wasm_bindgen::prelude::*;

thread_local! {
    static RECEIVER: RefCell<Receiver> = RefCell::default();
}

fn main() {}

/// Shows the studio with a data file of the site, going on with the draft and the page of the studio that
/// were kept when a program before this one stopped.
#[wasm_bindgen]
pub fn start(quiz: String, draft: Option<String>, page: Option<String>) {
    studio::start(quiz, draft.zip(page));
}

/// In a worker: checks a draft, and gives what was found. It knows what it was sent before.
#[wasm_bindgen]
pub fn check(message: &str) -> Option<String> {
    RECEIVER.with_borrow_mut(|receiver| receiver.run(message))
}
