use std::borrow::Cow;
use std::fmt;

use super::Node;

/// Whether problems are told in words. The visitor's program names them only: words are for those
/// who run the check, and would be a part of what every visitor downloads.
pub(crate) const IN_WORDS: bool = cfg!(any(feature = "check", not(target_arch = "wasm32")));

/// After so many problems no further one is told: the file is something else than a quiz.
pub(crate) const MOST: usize = 300;

/// Texts one after the other; an empty text where nobody reads it.
macro_rules! told {
    ($($part:expr),* $(,)?) => {
        if $crate::data::IN_WORDS { [$($part),*].concat() } else { String::new() }
    };
}
pub(crate) use told;

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
    pub cure: String,
    /// What would put it right, where only one thing can be meant.
    pub mend: Option<Mend>,
}

impl Problem {
    pub(crate) fn new(
        id: &'static str,
        path: Path,
        found: impl Into<String>,
        cure: impl Into<String>,
        mend: Option<Mend>,
    ) -> Self {
        let (found, cure) =
            if IN_WORDS { (found.into(), cure.into()) } else { (String::new(), String::new()) };
        Self { id, path, found, cure, mend }
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

/// A place in a file: from its root through fields and lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path(pub Vec<Step>);

/// One step of a [`Path`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Into a field of an object.
    Field(Cow<'static, str>),
    /// Into a list, 0 for the first.
    Entry(usize),
}

impl Path {
    /// Goes into a field. Once in the program, not at each of its many callers.
    #[inline(never)]
    pub(crate) fn enter(&mut self, field: &'static str) {
        self.0.push(Step::Field(Cow::Borrowed(field)));
    }

    /// Goes into a list's entry.
    #[inline(never)]
    pub(crate) fn enter_entry(&mut self, index: usize) {
        self.0.push(Step::Entry(index));
    }

    /// Goes out again.
    #[inline(never)]
    pub(crate) fn leave(&mut self) {
        self.0.pop();
    }

    /// What stands at this place.
    pub fn node<'a>(&self, file: &'a Node) -> Option<&'a Node> {
        self.0.iter().try_fold(file, |node, step| match step {
            Step::Field(name) => node.get(name),
            Step::Entry(index) => node.entry(*index),
        })
    }

    /// Whether one of two places is inside of the other, or they are the same.
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).all(|(a, b)| a == b)
    }

    /// The place in words: `question "Which area?", choice "Face", picture`. What has a title or a
    /// label is called by it, else by its id, else by its number.
    pub fn words(&self, file: &Node) -> String {
        let mut words: Vec<String> = Vec::new();
        let mut node = Some(file);
        for (number, step) in self.0.iter().enumerate() {
            match step {
                Step::Field(name) => {
                    node = node.and_then(|node| node.get(name));
                    if name != "words" || number + 1 == self.0.len() {
                        words.push(name.clone().into_owned());
                    }
                }
                Step::Entry(index) => {
                    node = node.and_then(|node| node.entry(*index));
                    let list = words.pop().unwrap_or_default();
                    let one = list.strip_suffix('s').unwrap_or(&list);
                    words.push([one, " ", &called(node, *index)].concat());
                }
            }
        }
        if words.is_empty() { "the file".into() } else { words.join(", ") }
    }
}

fn called(node: Option<&Node>, index: usize) -> String {
    let text = |node: &Node, name| match node.get(name) {
        Some(Node::Text(text)) if !text.is_empty() => Some(["\"", text, "\""].concat()),
        _ => None,
    };
    let words = node.and_then(|node| node.get("words"));
    words
        .and_then(|words| text(words, "title").or_else(|| text(words, "label")))
        .or_else(|| node.and_then(|node| text(node, "id")))
        .unwrap_or_else(|| (index + 1).to_string())
}

/// A problem with its place in words.
pub struct Placed<'a>(pub &'a Problem, pub &'a Node);

impl fmt::Display for Placed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(problem, file) = self;
        f.write_str(&problem.path.words(file))?;
        if IN_WORDS {
            return write!(f, ": {} {}", problem.found, problem.cure);
        }
        if let Some(Node::Text(text)) = problem.path.node(file) {
            write!(f, " \"{text}\"")?;
        }
        write!(f, ": {0}. Look up {0} in docs/editing.md, or run the check.", problem.id)
    }
}
