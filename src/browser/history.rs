//! The browser's history: one entry for each position, so that its Back goes back one question and,
//! after the first, out of the quiz. An entry holds its position and nothing else.

use std::cell::Cell;

use wasm_bindgen::JsValue;
use yew::Callback;

use super::Listener;

thread_local! {
    static ENTRY: Cell<Entry> = const { Cell::new(Entry { position: 0, travelling: false, wanted: 0 }) };
}

#[derive(Clone, Copy)]
struct Entry {
    position: usize,
    /// The browser was asked to travel and has not arrived: it does so some time later.
    travelling: bool,
    wanted: usize,
}

/// Begins: takes the entry the page was loaded in, which after a reload may be a later one, and
/// says when the visitor travels.
#[must_use]
pub fn listen(moved: Callback<usize>) -> Listener {
    let history = history();
    let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    let position = position(&history.state().unwrap_or_default()).unwrap_or_default();
    write(position);
    ENTRY.set(Entry { position, travelling: false, wanted: 0 });
    Listener::new("popstate", move |_| arrived(&moved))
}

fn arrived(moved: &Callback<usize>) {
    let mut entry = ENTRY.get();
    match position(&history().state().unwrap_or_default()) {
        Some(position) => entry.position = position,
        None => write(entry.position),
    }
    let ours = std::mem::take(&mut entry.travelling);
    ENTRY.set(entry);
    if ours { sync(entry.wanted) } else { moved.emit(entry.position) }
}

/// Makes the history agree with a position.
pub fn sync(wanted: usize) {
    let mut entry = ENTRY.get();
    entry.wanted = wanted;
    if !entry.travelling && wanted < entry.position {
        let steps = i32::try_from(entry.position - wanted).unwrap_or(i32::MAX);
        entry.travelling = history().go_with_delta(-steps).is_ok();
    } else if !entry.travelling {
        for position in entry.position + 1..=wanted {
            let _ = history().push_state(&state(position), "");
        }
        entry.position = wanted;
    }
    ENTRY.set(entry);
}

fn history() -> web_sys::History {
    gloo::utils::history()
}

fn state(position: usize) -> JsValue {
    JsValue::from_str(&format!("skin-quiz {position}"))
}

fn position(state: &JsValue) -> Option<usize> {
    state.as_string()?.strip_prefix("skin-quiz ")?.parse().ok()
}

fn write(position: usize) {
    let _ = history().replace_state(&state(position), "");
}
