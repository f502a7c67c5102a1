/// What is done again and again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Work {
    /// Visits to the quiz, each to its result.
    Visits,
    /// Edits in the studio.
    Edits,
}

impl Work {
    /// What many of them are called.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Visits => "visits",
            Self::Edits => "edits",
        }
    }

    /// What one of them is called.
    pub(crate) fn one(self) -> &'static str {
        match self {
            Self::Visits => "visit",
            Self::Edits => "edit",
        }
    }

    /// What is said of those that went well.
    pub(crate) fn ended(self) -> &'static str {
        match self {
            Self::Visits => "ended in a result",
            Self::Edits => "took effect",
        }
    }

    /// The script that does one.
    pub(crate) fn script(self) -> &'static str {
        match self {
            Self::Visits => include_str!("visits.js"),
            Self::Edits => include_str!("studio.js"),
        }
    }
}
