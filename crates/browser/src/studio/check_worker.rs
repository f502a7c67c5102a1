//! The worker in which drafts are checked, so that the page goes on answering. `web/src/studio.js` starts it,
//! and hands the program functions of these names.

use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = hasCheckWorker)]
    fn has_check_worker() -> bool;
    #[wasm_bindgen(js_name = checkInWorker)]
    fn check_in_worker(message: &str) -> Promise;
}

/// Whether there is a worker to ask, or another one can be started.
pub fn is_there() -> bool {
    has_check_worker()
}

/// What the worker answers to a message; nothing if there is none, or if it stopped.
pub async fn check(message: &str) -> Option<String> {
    JsFuture::from(check_in_worker(message)).await.ok()?.as_string()
}
