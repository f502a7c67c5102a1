//! The tags of a piece of HTML, as browsers read them.

use std::ops::Range;

/// What is text to browsers until it is closed.
const RAW: [&str; 5] = ["script", "style", "textarea", "title", "noscript"];
const ENTITIES: [(&str, &str); 6] =
    [("amp", "&"), ("quot", "\""), ("apos", "'"), ("lt", "<"), ("gt", ">"), ("nbsp", "\u{a0}")];

/// A tag.
#[derive(Debug)]
pub(super) struct Tag {
    /// In small letters.
    pub(super) name: String,
    pub(super) closes: bool,
    /// Each once, in small letters; without a value, where none is written.
    pub(super) attributes: Vec<(String, Option<String>)>,
    pub(super) span: Range<usize>,
}

impl Tag {
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let (_, value) = self.attributes.iter().find(|(known, _)| known == name)?;
        Some(value.as_deref().unwrap_or(""))
    }
}

/// Every tag, but for what stands in comments, scripts and styles.
pub(super) fn tags(html: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut cursor = Cursor { html, at: 0 };
    while cursor.skip_to("<") {
        if cursor.rest().starts_with("<!--") {
            cursor.skip_to("-->");
            continue;
        }
        let Some(tag) = cursor.tag() else { continue };
        if RAW.contains(&tag.name.as_str()) && !tag.closes {
            cursor.skip_to_end_of(&tag.name);
        }
        tags.push(tag);
    }
    tags
}

/// A text as it stands between double quotes, or between tags.
pub(super) fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('"', "&quot;");
    text.replace('<', "&lt;").replace('>', "&gt;")
}

struct Cursor<'a> {
    html: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    fn rest(&self) -> &'a str {
        &self.html[self.at..]
    }

    /// Goes to where this stands next, or to the end; whether it stands there.
    fn skip_to(&mut self, mark: &str) -> bool {
        let found = self.rest().find(mark);
        self.at = found.map_or(self.html.len(), |at| self.at + at);
        found.is_some()
    }

    fn skip_to_end_of(&mut self, name: &str) {
        let rest = self.rest().to_ascii_lowercase();
        self.at += rest.find(&format!("</{name}")).unwrap_or(rest.len());
    }

    fn take_until(&mut self, ends: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let taken = &rest[..rest.find(ends).unwrap_or(rest.len())];
        self.at += taken.len();
        taken
    }

    fn take(&mut self, mark: char) -> bool {
        let is_there = self.rest().starts_with(mark);
        self.at += if is_there { mark.len_utf8() } else { 0 };
        is_there
    }

    fn skip_space(&mut self) {
        self.take_until(|c| !c.is_ascii_whitespace());
    }

    /// The tag that begins here; nothing where none does.
    fn tag(&mut self) -> Option<Tag> {
        let start = self.at;
        self.take('<');
        let closes = self.take('/');
        if !self.rest().starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let ends = |c: char| c.is_ascii_whitespace() || c == '/' || c == '>';
        let name = self.take_until(ends).to_ascii_lowercase();
        let mut attributes: Vec<(String, Option<String>)> = Vec::new();
        loop {
            self.take_until(|c| !c.is_ascii_whitespace() && c != '/');
            if self.rest().is_empty() || self.take('>') {
                break;
            }
            let (name, value) = self.attribute();
            if attributes.iter().all(|(known, _)| *known != name) {
                attributes.push((name, value));
            }
        }
        Some(Tag { name, closes, attributes, span: start..self.at })
    }

    fn attribute(&mut self) -> (String, Option<String>) {
        let start = self.at;
        self.take('=');
        self.take_until(|c| c.is_ascii_whitespace() || "/>=".contains(c));
        let name = self.html[start..self.at].to_ascii_lowercase();
        let end = self.at;
        self.skip_space();
        if !self.take('=') {
            self.at = end;
            return (name, None);
        }
        self.skip_space();
        for quote in ['"', '\''] {
            if self.take(quote) {
                let value = decoded(self.take_until(|c| c == quote));
                self.take(quote);
                return (name, Some(value));
            }
        }
        (name, Some(decoded(self.take_until(|c| c.is_ascii_whitespace() || c == '>'))))
    }
}

fn decoded(text: &str) -> String {
    let mut parts = text.split('&');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |decoded, part| match part.split_once(';') {
        Some((name, rest)) if entity(name).is_some() => {
            decoded + &entity(name).unwrap_or_default() + rest
        }
        _ => decoded + "&" + part,
    })
}

fn entity(name: &str) -> Option<String> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        return Some(char::from_u32(code.ok()?)?.to_string());
    }
    ENTITIES.iter().find(|(known, _)| *known == name).map(|(_, text)| (*text).to_owned())
}
