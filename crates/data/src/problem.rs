use std::fmt;

use super::{Node, Path};

/// Whether problems have messages. In the visitor's program they have ids only: messages are for staff,
/// and every visitor would download them.
pub const MESSAGES: bool = cfg!(feature = "messages");

/// After so many problems no further one is told: the file is something else than a quiz.
pub const MOST: usize = 300;

/// Texts one after the other; an empty text where nobody reads it.
macro_rules! message {
    ($($part:expr),* $(,)?) => {
        if $crate::MESSAGES { [$($part),*].concat() } else { String::new() }
    };
}
pub(crate) use message;

/// What is wrong in a data file, where, and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Names the kind of mistake, for ever: `group/name`. `docs/editing.md` explains each.
    pub id: &'static str,
    /// Where in the file.
    pub path: Path,
    /// What was found.
    pub found: String,
    /// What to do.
    pub help: String,
    /// What would put it right, where only one thing can be meant.
    pub mend: Option<Mend>,
}

impl Problem {
    /// A problem; its words are left out where nobody reads them.
    pub fn new(
        id: &'static str,
        path: Path,
        found: impl Into<String>,
        help: impl Into<String>,
        mend: Option<Mend>,
    ) -> Self {
        let (found, help) =
            if MESSAGES { (found.into(), help.into()) } else { (String::new(), String::new()) };
        Self { id, path, found, help, mend }
    }
}

/// A change to the file that puts a problem right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mend {
    /// The field has this name.
    Rename(String),
    /// The value is this text.
    Write(String),
    /// The field or the list's entry goes.
    Delete,
}

/// A problem with its place in words.
pub struct Placed<'a>(pub &'a Problem, pub &'a Node);

impl fmt::Display for Placed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(problem, file) = self;
        f.write_str(&problem.path.words(file))?;
        if MESSAGES {
            return write!(f, ": {} {}", problem.found, problem.help);
        }
        if let Some(Node::Text(text)) = problem.path.node(file) {
            write!(f, " \"{text}\"")?;
        }
        write!(f, ": {0}. Look up {0} in docs/editing.md, or run the check.", problem.id)
    }
}
