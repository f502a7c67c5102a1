//! The quiz in one page that needs no website, for whoever looks at a draft. `web/src/studio.js` hands the
//! program a function of this name.

use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = writeDraftFrame)]
    fn write_draft_frame(page: &str, content: &str) -> Promise;
}

/// The page with its program and all its files in itself; nothing if a file of the program is not there.
/// `content` is JSON: the text of each file by `files`, and by `pictures` a data URL for each path, which is
/// empty for one that the website has.
pub async fn write(page: &str, content: &str) -> Option<String> {
    JsFuture::from(write_draft_frame(page, content)).await.ok()?.as_string()
}
