//! The browser's history: one entry for each position, so that its Back goes back one question and,
//! after the first, out of the quiz. An entry holds its position and the moment the page was loaded,
//! nothing else.

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use yew::Callback;

#[wasm_bindgen]
extern "C" {
    /// Whether the browser has travelled since the page was handed the visit last, as `web/src/start.js` knows.
    #[wasm_bindgen(js_name = hasTravelled)]
    fn has_travelled() -> bool;
}

thread_local! {
    static HEARD: RefCell<Option<Callback<usize>>> = const { RefCell::new(None) };
    static ENTRY: Cell<Entry> =
        const { Cell::new(Entry { load: 0, position: 0, travelling: false, wanted: 0 }) };
}

#[derive(Clone, Copy)]
struct Entry {
    /// When the page was loaded, in milliseconds, as far as 32 bits hold it: marks the entries of this visit.
    load: usize,
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
pub fn listen(moved: Callback<usize>) {
    let _ = history().set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    ENTRY.set(Entry {
        load: js_sys::Date::now() as u64 as usize,
        position: 0,
        travelling: false,
        wanted: 0,
    });
    write(0);
    HEARD.set(Some(moved));
}

/// Goes on with the history of a program that stopped at the position `wanted`, and says when the visitor
/// travels. Gives the position to which they travelled meanwhile.
pub fn resume(
    moved: Callback<usize>,
    load: usize,
    wanted: usize,
    is_travelling: bool,
) -> Option<usize> {
    let position = match owner(load) {
        Owner::Ours(position) => position,
        Owner::Stale | Owner::Foreign => wanted,
    };
    let away = position != wanted;
    ENTRY.set(Entry { load, position, travelling: away && is_travelling, wanted });
    HEARD.set(Some(moved));
    (away && !is_travelling && has_travelled()).then_some(position)
}

/// When the page was loaded, and whether the browser was asked to travel and has not arrived.
pub(super) fn state_of_travel() -> (usize, bool) {
    let entry = ENTRY.get();
    (entry.load, entry.travelling)
}

/// The browser has travelled. The page's script says so, and not a listener of the program, which would
/// outlive it if it stopped.
pub fn travelled() {
    let Some(moved) = HEARD.with_borrow(Clone::clone) else { return };
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
    if ours {
        sync(entry.wanted);
    } else {
        moved.emit(entry.position);
    }
}

/// Makes the history agree with a position. Whether the browser travels for that, and arrives later.
pub fn sync(wanted: usize) -> bool {
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
    entry.travelling
}

fn history() -> web_sys::History {
    gloo::utils::history()
}

fn state(load: usize, position: usize) -> JsValue {
    JsValue::from_str(&[MARK, &load.to_string(), " ", &position.to_string()].concat())
}

const MARK: &str = "skin-quiz ";

fn owner(load: usize) -> Owner {
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
