//! The page's own memory of a draft, from which the studio goes on where its program stops. It is kept by
//! `web/src/studio.js`, which hands the program a function of this name.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = keepDraft)]
    fn keep_draft(draft: &str, page: &str);
}

/// Lets the page keep a draft as it is now, and which page of the studio is shown.
pub fn keep(draft: &str, page: &str) {
    keep_draft(draft, page);
}
