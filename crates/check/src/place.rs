use data::{Node, Path, Step};

/// A place in words, the names of fields in quotation marks, so that what is said of a field called
/// *not* or *may* does not read like a sentence of its own.
pub(super) fn place(path: &Path, file: &Node) -> String {
    let (steps, mut words) = (&path.0, Vec::new());
    let (mut at, mut node) = (0, Some(file));
    while at < steps.len() {
        let next = match (&steps[at], steps.get(at + 1)) {
            (Step::Field(_), Some(Step::Entry(_))) => at + 2,
            _ => at + 1,
        };
        let part = Path::new(steps[at..next].iter().cloned());
        match &steps[at] {
            Step::Field(name) if next == at + 1 => {
                if name != "words" || next == steps.len() {
                    words.push(format!("\"{name}\""));
                }
            }
            _ => words.push(part.words(node.unwrap_or(&Node::Null)).trim_start().to_owned()),
        }
        node = node.and_then(|node| part.node(node));
        at = next;
    }
    if words.is_empty() { "the file".into() } else { words.join(", ") }
}
