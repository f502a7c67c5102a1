use data::{Digest, Node, Path, Step};

use super::change::Edit;

/// Signs a quiz: who reviewed it, the day, and the digest of what was reviewed. The day is that of its
/// version too.
pub fn signed(quiz: &Node, by: &str, on: &str) -> Vec<Edit> {
    vec![edited(on), reviewed(by, on, Digest::of_quiz(quiz))]
}

/// Writes who reviewed a translation of a quiz.
pub fn reviewed_translation(quiz: &Node, translation: &Node, by: &str, on: &str) -> Edit {
    reviewed(by, on, Digest::of_translation(Digest::of_quiz(quiz), translation))
}

/// Writes the day of an edit of a quiz.
pub fn edited(on: &str) -> Edit {
    Edit::Set(field("version"), Node::Text(on.to_owned()))
}

fn reviewed(by: &str, on: &str, digest: Digest) -> Edit {
    let text = |name: &str, text: &str| (name.to_owned(), Node::Text(text.to_owned()));
    let fields = vec![text("by", by.trim()), text("on", on), text("digest", &digest.to_string())];
    Edit::Set(field("reviewed"), Node::Object(fields))
}

fn field(name: &'static str) -> Path {
    Path(vec![Step::Field(name.into())])
}
