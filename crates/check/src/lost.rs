use data::{Node, Path, Step};

use super::document::Found;

/// What stands for a letter that a program could not read.
const LOST: char = '\u{fffd}';

/// Says which texts lost letters when the file was saved, unless they are only lost here.
pub(super) fn check(found: &mut Found<'_>) {
    if found.document.text().contains(LOST) && !found.document.is_lossy() {
        walk(found, found.node(), &Path::default());
    }
}

fn walk(found: &mut Found<'_>, node: &Node, at: &Path) {
    match node {
        Node::Text(text) if text.contains(LOST) => found.error(
            "words/lost",
            at,
            "has the sign \u{fffd}, which stands for a letter that was lost.",
            "Write the letter again, or take the text from a copy of the file.",
        ),
        Node::List(entries) => {
            for (index, entry) in entries.iter().enumerate() {
                walk(found, entry, &at.then([index.into()]));
            }
        }
        Node::Object(fields) => {
            for (name, value) in fields {
                walk(found, value, &at.then([Step::Field(name.clone().into())]));
            }
        }
        _ => {}
    }
}
