use data::{Mend, Path};

use super::finding::Fix;
use super::tree::Value;

/// The bytes to change for a mend; nothing where its place is not in the file.
pub(super) fn fix(text: &str, tree: &Value, path: &Path, mend: &Mend) -> Option<Fix> {
    let located = tree.locate(path);
    if !located.whole {
        return None;
    }
    let value = located.value.span.clone();
    Some(match mend {
        Mend::Rename(name) => Fix { span: located.name?, text: quoted(name) },
        Mend::Write(words) => Fix { span: value, text: quoted(words) },
        Mend::Delete => {
            let from = located.name.map_or(value.start, |name| name.start);
            Fix { span: with_comma(text, from, value.end), text: String::new() }
        }
    })
}

/// From a member or an entry to the next one; the last goes with the comma before it.
pub fn with_comma(text: &str, from: usize, to: usize) -> std::ops::Range<usize> {
    let after = text[to..].trim_start();
    if let Some(rest) = after.strip_prefix(',') {
        return from..text.len() - rest.trim_start().len();
    }
    let before = text[..from].trim_end();
    before.strip_suffix(',').map_or(from, str::len)..to
}

/// A text as JSON writes it.
pub fn quoted(words: &str) -> String {
    let mut out = String::from("\"");
    for c in words.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if c < ' ' => out.push_str(&format!("\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
