//! Texts as a spreadsheet for translators, and back: the words of a quiz and of the interface, one
//! row each. What was not edited comes back byte for byte.

mod cell;
mod damage;
mod decode;
mod export;
mod import;
mod refusal;
mod rows;
mod sheet;
mod table;
mod write;

pub use export::export;
pub use import::{Imported, import};
pub use refusal::{Place, Refusal, RowPlace};

use check::Checked;
use data::Node;

/// The texts of a quiz and of the interface, and how far they are translated.
#[derive(Clone, Copy, Debug)]
pub struct Texts<'a> {
    /// The language of the translation, as a BCP 47 tag.
    pub language: &'a str,
    /// The quiz.
    pub quiz: &'a Node,
    /// The interface words in English.
    pub interface: &'a Node,
    /// The quiz's translation, where there is one.
    pub translation: Option<&'a Node>,
    /// The interface words in the language, where there are any.
    pub translated_interface: Option<&'a Node>,
    /// What was found in the two.
    pub checked: &'a [Checked],
}

/// The columns, in the order they are written; they are found by these names.
const COLUMNS: [&str; 6] = ["key", "where", "base text", "translation", "state", "note"];

/// The head of the column to fill in, which names the language.
fn translation_head(language: &str) -> String {
    format!("{} ({language})", COLUMNS[3])
}
