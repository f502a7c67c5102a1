use std::fmt;

/// Why a spreadsheet, or a row of it, is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Where.
    pub place: Place,
    /// What was found.
    pub found: String,
    /// What to do.
    pub help: String,
}

/// What a refusal is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The file as a whole.
    File,
    /// A line of it as a text editor counts them: its rows cannot be told apart from here on.
    Line(usize),
    /// A row.
    Row(RowPlace),
}

/// A row as a spreadsheet numbers it, 1 for the heads, and its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowPlace {
    /// Its number.
    pub row: usize,
    /// Its key; may be empty.
    pub key: String,
}

impl Refusal {
    pub(crate) fn file(found: impl Into<String>, help: impl Into<String>) -> Self {
        Self { place: Place::File, found: found.into(), help: help.into() }
    }

    pub(crate) fn line(line: usize, found: impl Into<String>, help: impl Into<String>) -> Self {
        Self { place: Place::Line(line), found: found.into(), help: help.into() }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Place::File => {}
            Place::Line(line) => write!(f, "line {line}: ")?,
            Place::Row(row) => write!(f, "{row}: ")?,
        }
        write!(f, "{} {}", self.found, self.help)
    }
}

impl fmt::Display for RowPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "row {}", self.row)?;
        if self.key.is_empty() { Ok(()) } else { write!(f, ", {}", self.key) }
    }
}
