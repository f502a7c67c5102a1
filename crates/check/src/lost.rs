use data::{Node, Path, Step};

use super::document::Found;

/// What is wrong with a text that lost a letter: it has the sign that a program wrote in its place.
pub fn lost(text: &str) -> Option<&'static str> {
    let told = "has the sign \u{fffd}, which stands for a letter that was lost.";
    text.contains(char::REPLACEMENT_CHARACTER).then_some(told)
}

/// Says which texts lost letters when the file was saved, unless they are only lost here.
pub(super) fn check(found: &mut Found<'_>) {
    if lost(found.document.text()).is_some() && !found.document.is_lossy() {
        walk(found, found.node(), &Path::default());
    }
}

fn walk(found: &mut Found<'_>, node: &Node, at: &Path) {
    match node {
        Node::Text(text) => {
            if let Some(told) = lost(text) {
                let help = "Write the letter again, or take the text from a copy of the file.";
                found.error("words/lost", at, told, help);
            }
        }
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
