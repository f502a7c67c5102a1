use data::{Node, Path, Step};

use super::change::Edit;

/// Writes who reviewed a quiz, and the day, into it; the day is that of its version too.
pub fn signed(by: &str, on: &str) -> Vec<Edit> {
    vec![Edit::Set(field("version"), Node::Text(on.to_owned())), reviewed(by, on)]
}

/// Writes who reviewed a file, and the day, into it.
pub fn reviewed(by: &str, on: &str) -> Edit {
    let review = Node::Object(vec![
        ("by".to_owned(), Node::Text(by.trim().to_owned())),
        ("on".to_owned(), Node::Text(on.to_owned())),
    ]);
    Edit::Set(field("reviewed"), review)
}

fn field(name: &'static str) -> Path {
    Path(vec![Step::Field(name.into())])
}
