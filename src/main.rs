//! The visitor's program. `start.js` loads it, brings it the data and the words, and shows what
//! went wrong where an error comes back.

#![cfg_attr(target_arch = "wasm32", no_main)]

mod later;
mod mounted;
mod root;
mod start;

use browser::page::Error;
use visit::LoadedFiles;
use wasm_bindgen::prelude::*;

/// 1.2 KB smaller at brotli 11 than the standard library's (ADR 2).
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Shows the quiz with what the page brought along of its files, going on with a visit that was kept.
///
/// # Errors
/// As those of [`start::open`].
#[wasm_bindgen]
pub fn open(quiz: String, text: String, kept: Option<String>) -> Result<(), Error> {
    start::open(&LoadedFiles { quiz, text, overlay: None }, kept)
}

/// Loads what of the program comes later, so that it is there when it is needed.
#[wasm_bindgen]
pub fn ahead() {
    start::ahead();
}

/// Shows the quiz with whole files, in another language where a translation is given.
///
/// # Errors
/// As those of [`start::bring`].
#[wasm_bindgen]
pub async fn bring(
    quiz: String,
    text: String,
    overlay: Option<String>,
    kept: Option<String>,
) -> Result<(), Error> {
    start::bring(LoadedFiles { quiz, text, overlay }, kept).await
}

/// Tells the visitor that the language they chose did not come.
#[wasm_bindgen]
pub fn refuse() {
    start::refuse();
}

/// The browser has travelled in its history.
#[wasm_bindgen]
pub fn travelled() {
    start::travelled();
}

/// A browser calls what is exported; natively there is nothing to start.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
