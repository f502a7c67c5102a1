//! The clipboard.

use gloo::utils::window;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

/// Copies a text and says how it ended: with nothing, or with the text where the browser refused.
pub fn copy(text: String, ended: Callback<Option<String>>) {
    spawn_local(async move {
        let copied = match js_sys::Reflect::get(&window().navigator(), &"clipboard".into()) {
            Ok(clipboard) if !clipboard.is_undefined() => {
                JsFuture::from(window().navigator().clipboard().write_text(&text)).await.is_ok()
            }
            _ => false,
        };
        ended.emit((!copied).then_some(text));
    });
}
