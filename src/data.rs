//! From a data file to a checked [`Quiz`], or to every problem found, in words for the people who
//! edit it.

mod check;
pub mod file;
mod node;
mod problem;
mod read;

pub use node::Node;
pub use problem::Problem;

use crate::quiz::Quiz;

/// The format this program reads.
pub const FORMAT: u32 = 1;

/// Reads a data file, checks it and resolves its references.
///
/// # Errors
/// Every problem found: first those of its shape, then, where it has none, those of its meaning.
pub fn quiz(json: &Node) -> Result<Quiz, Vec<Problem>> {
    if let Some(Node::Number(format)) = json.get("format")
        && *format != FORMAT
    {
        return Err(vec![Problem {
            place: "format".into(),
            found: format!("is {format}, but this program reads {FORMAT}."),
            cure: "Put the program and the data of one release together.".into(),
        }]);
    }
    let mut reader = read::Reader::default();
    let file = <file::File as read::Read>::read(&mut reader, json);
    if reader.problems.is_empty() {
        check::Check::default().quiz(file)
    } else {
        Err(reader.problems)
    }
}

/// Reads a text file: a flat object of texts.
///
/// # Errors
/// A problem for every entry that is no text.
pub fn texts(json: &Node) -> Result<Vec<(String, String)>, Vec<Problem>> {
    let problem = |place: &str, found: &Node, wanted: &str| Problem {
        place: place.into(),
        found: format!("is {}.", found.kind()),
        cure: format!("Write {wanted}."),
    };
    let Node::Object(fields) = json else {
        return Err(vec![problem("the file", json, "an object of texts")]);
    };
    let (mut texts, mut problems) = (Vec::new(), Vec::new());
    for (name, node) in fields {
        match node {
            Node::Text(text) => texts.push((name.clone(), text.clone())),
            _ => problems.push(problem(name, node, "a text")),
        }
    }
    if problems.is_empty() { Ok(texts) } else { Err(problems) }
}
