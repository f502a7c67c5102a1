use check::quoted;
use data::Node;

/// What fits a line of this width, in characters, stands on one.
const WIDTH: usize = 160;

/// A value as JSON, in the style of the files that come with the program; `deep` is how far its lines
/// are set in, in spaces.
pub(super) fn written(node: &Node, deep: usize) -> String {
    let line = line(node);
    if deep + line.chars().count() <= WIDTH {
        return line;
    }
    let inner = deep + 2;
    match node {
        Node::List(entries) => {
            let entries = entries.iter().map(|entry| written(entry, inner)).collect();
            lines('[', entries, ']', deep)
        }
        Node::Object(fields) => {
            let field = |(name, value): &(String, Node)| {
                format!("{}: {}", quoted(name), written(value, inner))
            };
            lines('{', fields.iter().map(field).collect(), '}', deep)
        }
        _ => line,
    }
}

fn lines(open: char, members: Vec<String>, close: char, deep: usize) -> String {
    let space = " ".repeat(deep);
    let members: Vec<String> =
        members.into_iter().map(|member| format!("\n{space}  {member}")).collect();
    format!("{open}{}\n{space}{close}", members.join(","))
}

fn line(node: &Node) -> String {
    match node {
        Node::Null | Node::OtherNumber => "null".to_owned(),
        Node::Flag(flag) => flag.to_string(),
        Node::Number(number) => number.to_string(),
        Node::Text(text) | Node::Untranslated(text) => quoted(text),
        Node::List(entries) => {
            let entries: Vec<String> = entries.iter().map(line).collect();
            format!("[{}]", entries.join(", "))
        }
        Node::Object(fields) => {
            let field =
                |(name, value): &(String, Node)| format!("{}: {}", quoted(name), line(value));
            let fields: Vec<String> = fields.iter().map(field).collect();
            format!("{{{}}}", fields.join(", "))
        }
    }
}
