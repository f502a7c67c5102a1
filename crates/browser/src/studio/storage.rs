//! Short texts that the browser stores for this website.

use gloo::utils::window;
use web_sys::Storage;

/// What is stored under a name.
pub fn stored(name: &str) -> Option<String> {
    storage()?.get_item(name).ok()?
}

/// Stores a text under a name, if the browser stores any.
pub fn store(name: &str, text: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(name, text);
    }
}

/// What this tab stores under a name, over a reload.
pub(super) fn stored_in_tab(name: &str) -> Option<String> {
    window().session_storage().ok()??.get_item(name).ok()?
}

/// Stores a text under a name in this tab, if the browser stores any.
pub(super) fn store_in_tab(name: &str, text: &str) {
    if let Ok(Some(storage)) = window().session_storage() {
        let _ = storage.set_item(name, text);
    }
}

fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}
