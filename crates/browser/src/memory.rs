//! The page's own memory of the visit, from which it goes on where the program stops. It is kept by
//! `web/src/start.js`, which hands the program this function.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = keepVisit)]
    fn keep_visit(saved: &str, answered: bool);
}

/// A visit that another program began: what [`keep`] kept last.
pub struct Saved<'a> {
    /// When the page was loaded, as the history's entries say.
    pub load: usize,
    /// Whether the program that stopped had asked the browser to travel in its history.
    pub is_travelling: bool,
    /// The visit itself.
    pub visit: &'a str,
}

impl<'a> Saved<'a> {
    /// Reads what the page kept: the moment of the load, a letter for whether it travels, and the visit.
    pub fn read(kept: &'a str) -> Option<Self> {
        let (load, rest) = kept.split_once(' ')?;
        let is_travelling = rest.starts_with('t');
        Some(Self { load: load.parse().ok()?, is_travelling, visit: rest.get(1..)? })
    }
}

/// Lets the page keep the visit as it is now. `answered` says that something the visitor did has been
/// taken into account.
pub fn keep(visit: &str, answered: bool) {
    let (load, is_travelling) = super::history::state_of_travel();
    let travel = if is_travelling { " t" } else { " -" };
    keep_visit(&[&*load.to_string(), travel, visit].concat(), answered);
}
