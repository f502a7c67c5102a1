use std::fmt;

/// What is wrong in a data file, where, and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// In the file's own terms: `question "skin-type", choice "oily"`.
    pub place: String,
    /// What was found.
    pub found: String,
    /// What to do.
    pub cure: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} {}", self.place, self.found, self.cure)
    }
}
