//! The browser's history: one entry for each position, so that its Back goes back one question and,
//! after the first, out of the quiz. An entry holds its position and the moment the page was loaded,
//! nothing else.

use std::cell::Cell;

use wasm_bindgen::JsValue;
use yew::Callback;

use super::Listener;

thread_local! {
    static ENTRY: Cell<Entry> =
        const { Cell::new(Entry { load: 0, position: 0, travelling: false, wanted: 0 }) };
}

#[derive(Clone, Copy)]
struct Entry {
    /// When the page was loaded, in milliseconds: marks the entries of this visit.
    load: u64,
    position: usize,
    /// The browser was asked to travel and has not arrived: it does so some time later.
    travelling: bool,
    wanted: usize,
}

/// Whose an entry is.
enum Owner {
    /// Of this visit, at a position.
    Ours(usize),
    /// Of a visit before the page was loaded again: its answers are gone.
    Stale,
    /// Of something else on the page.
    Foreign,
}

/// Begins with the entry the page was loaded in, and says when the visitor travels.
#[must_use]
pub fn listen(moved: Callback<usize>) -> Listener {
    let _ = history().set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    ENTRY.set(Entry {
        load: js_sys::Date::now() as u64,
        position: 0,
        travelling: false,
        wanted: 0,
    });
    write(0);
    Listener::new("popstate", move |_| arrived(&moved))
}

fn arrived(moved: &Callback<usize>) {
    let mut entry = ENTRY.get();
    match owner(entry.load) {
        Owner::Ours(position) => entry.position = position,
        Owner::Foreign => write(entry.position),
        Owner::Stale => {
            write(entry.position);
            let _ = history().back();
            return;
        }
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
        // WebKit takes no more than a hundred entries in half a minute.
        while entry.position < wanted
            && history().push_state(&state(entry.load, entry.position + 1), "").is_ok()
        {
            entry.position += 1;
        }
    }
    ENTRY.set(entry);
}

fn history() -> web_sys::History {
    gloo::utils::history()
}

fn state(load: u64, position: usize) -> JsValue {
    JsValue::from_str(&[MARK, &load.to_string(), " ", &position.to_string()].concat())
}

const MARK: &str = "skin-quiz ";

fn owner(load: u64) -> Owner {
    let state = history().state().unwrap_or_default().as_string().unwrap_or_default();
    let Some(rest) = state.strip_prefix(MARK) else { return Owner::Foreign };
    let ours = rest.split_once(' ').filter(|(of, _)| *of == load.to_string());
    match ours.and_then(|(_, position)| position.parse().ok()) {
        Some(position) => Owner::Ours(position),
        None => Owner::Stale,
    }
}

fn write(position: usize) {
    let _ = history().replace_state(&state(ENTRY.get().load, position), "");
}
