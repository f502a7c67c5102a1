//! The page of the studio in its address, behind `#`, so that Back, a reload and a link lead to it.

use gloo::events::EventListener;
use gloo::utils::{history, window};
use wasm_bindgen::JsValue;
use yew::Callback;

use crate::Listener;

/// What stands behind `#`; else empty.
pub fn current() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// Adds an entry to the tab's history with this behind `#`.
pub fn push(address: &str) {
    let _ = history().push_state_with_url(&JsValue::NULL, "", Some(&format!("#{address}")));
}

/// Says that the person has travelled, until it is dropped.
#[must_use]
pub fn travelled(went: Callback<()>) -> Listener {
    Listener(EventListener::new(&window(), "popstate", move |_| went.emit(())))
}
