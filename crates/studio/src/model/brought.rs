use spreadsheet::{Refusal, RowPlace};

/// What came of the spreadsheet that was brought back last.
#[derive(Debug)]
pub struct Brought {
    /// The language it was for.
    pub language: String,
    /// The rows that were taken over.
    pub taken: Vec<RowPlace>,
    /// The rows that were not, or what is wrong with the file.
    pub left: Vec<Refusal>,
}

impl Brought {
    pub(crate) fn new(language: &str, taken: Vec<RowPlace>, left: Vec<Refusal>) -> Self {
        Self { language: language.to_owned(), taken, left }
    }
}
