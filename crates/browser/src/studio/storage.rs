//! Short texts that the browser keeps for this website.

use gloo::utils::window;
use web_sys::Storage;

/// What was kept under a name.
pub fn kept(name: &str) -> Option<String> {
    storage()?.get_item(name).ok()?
}

/// Keeps a text under a name, where the browser keeps any.
pub fn keep(name: &str, text: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(name, text);
    }
}

fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}
