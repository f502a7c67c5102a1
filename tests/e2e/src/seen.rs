use serde::Deserialize;

/// What a visitor sees, and where the keyboard is.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Seen {
    /// Which kind of screen.
    pub screen: Screen,
    /// Whether the program runs, so that the page is no longer as it was served.
    pub begun: bool,
    /// Whether everything has arrived that a result needs.
    pub loaded: bool,
    /// The id of the question asked.
    pub question: Option<String>,
    /// The heading's words.
    pub heading: Option<String>,
    /// The progress, in words.
    pub progress: Option<String>,
    /// What the visitor is told to mend.
    pub error: Option<String>,
    /// What is said beside the screen.
    pub notice: Option<String>,
    /// The reasons told, where the quiz cannot be shown.
    pub failure: Vec<String>,
    /// The ids of the choices that are checked.
    pub checked: Vec<String>,
    /// The id of the element that has the focus, or its name.
    pub focus: Option<String>,
    /// Whether a pointer is kept off for a moment after a step.
    pub guarded: bool,
    /// The page's address.
    pub address: String,
}

/// A kind of screen.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Screen {
    /// A question.
    Question,
    /// An end without a result.
    Ending,
    /// The result.
    Result,
    /// The quiz cannot be shown.
    Failure,
    /// None of these.
    None,
}

impl Seen {
    /// Whether this question is asked.
    pub fn asks(&self, question: &str) -> bool {
        self.question.as_deref() == Some(question)
    }

    /// Whether the element of this id, or of this name where it has none, has the focus.
    pub fn focus_is(&self, element: &str) -> bool {
        self.focus.as_deref() == Some(element)
    }
}
