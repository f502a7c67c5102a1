use std::str::Split;

use super::Node;

impl Node {
    /// The value that the start script's `flat` made one text of: tokens with U+0000 between them. What a
    /// token is, its first letter says: `"` a text, `#` a whole number, `.` any other, `+` true, `-`
    /// false, `[` a list of so many values, which follow, and `{` an object of so many fields, each a name
    /// and a value. Anything else is null.
    pub fn from_flat(text: &str) -> Self {
        value(&mut text.split('\0'))
    }
}

fn value(tokens: &mut Split<'_, char>) -> Node {
    let token = tokens.next().unwrap_or_default();
    let rest = token.get(1..).unwrap_or_default();
    let count = || rest.parse::<u32>().unwrap_or_default();
    match token.as_bytes().first() {
        Some(b'"') => Node::Text(rest.to_owned()),
        Some(b'#') => Node::Number(count()),
        Some(b'.') => Node::OtherNumber,
        Some(b'+') => Node::Flag(true),
        Some(b'-') => Node::Flag(false),
        Some(b'[') => Node::List((0..count()).map(|_| value(tokens)).collect()),
        Some(b'{') => Node::Object((0..count()).map(|_| field(tokens)).collect()),
        _ => Node::Null,
    }
}

fn field(tokens: &mut Split<'_, char>) -> (String, Node) {
    (tokens.next().unwrap_or_default().to_owned(), value(tokens))
}
