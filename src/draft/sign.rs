use super::change::Edit;
use crate::data::{Node, Path, Step};

/// Writes who reviewed a quiz, and the day, into it; the day is that of its version too.
pub fn signed(by: &str, on: &str) -> Vec<Edit> {
    let field = |name: &str| Path(vec![Step::Field(name.to_owned().into())]);
    let review = Node::Object(vec![
        ("by".to_owned(), Node::Text(by.trim().to_owned())),
        ("on".to_owned(), Node::Text(on.to_owned())),
    ]);
    vec![
        Edit::Set(field("version"), Node::Text(on.to_owned())),
        Edit::Set(field("reviewed"), review),
    ]
}
