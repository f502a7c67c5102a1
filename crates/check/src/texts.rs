use std::collections::HashMap;

use data::{Node, Path, Step};
use text::SCHEMA;

/// A text that a visitor reads.
#[derive(Clone, Debug)]
pub struct Text {
    /// Where it stands.
    pub path: Path,
    /// The way to it by names and ids, without `words`: `questions.area.choices.face.label`.
    pub key: String,
    /// As it stands in the file.
    pub raw: String,
    /// With its figures in their places.
    pub text: String,
}

impl Text {
    /// What it is of the thing it belongs to: `label`, `title`, `may`.
    pub fn field(&self) -> &str {
        let mut parts = self.key.rsplit('.');
        let last = parts.next().unwrap_or_default();
        if last.bytes().all(|b| b.is_ascii_digit()) { parts.next().unwrap_or(last) } else { last }
    }

    /// The list or the object of the file it belongs to: `questions`, `clinic`.
    pub fn section(&self) -> &str {
        self.key.split('.').next().filter(|first| *first != self.key).unwrap_or("")
    }
}

/// A longer text, in bytes, is left as it stands: it is told to be too long.
pub(super) const LONGEST: usize = 4000;

/// A file of more texts is no quiz.
const MOST: usize = 50_000;

/// Every text of a quiz file, a translation, or a file of interface words, in the file's order.
pub fn texts(file: &Node) -> Vec<Text> {
    let mut texts = Vec::new();
    if let (Some(Node::Object(words)), None) = (file.get("words"), file.get("questions"))
        && file.get("quiz").is_some()
    {
        overlay(words, &mut texts);
    } else if file.get("questions").is_some() || file.get("format").is_some() {
        walk(file, &Path::default(), "", &mut texts);
    } else {
        interface(file, &mut texts);
    }
    texts.truncate(MOST);
    texts
}

fn overlay(words: &[(String, Node)], texts: &mut Vec<Text>) {
    let by_key: HashMap<&str, &Node> = words.iter().map(|(key, it)| (key.as_str(), it)).collect();
    for (key, value) in words {
        let Node::Text(raw) = value else { continue };
        let item = key.rsplit_once('.').map_or("", |(item, _)| item);
        let figure = |id: &str| match by_key.get(format!("{item}.figures.{id}.text").as_str()) {
            Some(Node::Text(text)) => Some(text.as_str()),
            _ => None,
        };
        let path = Path::new(["words".into(), key.as_str().into()]);
        texts.push(Text { path, key: key.clone(), text: filled(raw, figure), raw: raw.clone() });
    }
}

fn interface(file: &Node, texts: &mut Vec<Text>) {
    let Node::Object(fields) = file else { return };
    for (key, value) in fields.iter().filter(|(key, _)| key != SCHEMA) {
        if let Node::Text(raw) = value {
            let path = Path::new([key.as_str().into()]);
            texts.push(Text { path, key: key.clone(), text: raw.clone(), raw: raw.clone() });
        }
    }
}

fn walk(node: &Node, at: &Path, key: &str, texts: &mut Vec<Text>) {
    match node {
        Node::Object(fields) => {
            for (name, value) in fields {
                let at = at.then([Step::Field(name.clone().into())]);
                if name == "words" {
                    words(value, &at, key, node, texts);
                } else {
                    walk(value, &at, &joined(key, name), texts);
                }
            }
        }
        Node::List(entries) => {
            for (index, entry) in entries.iter().enumerate() {
                let name = entry.name(index);
                walk(entry, &at.then([index.into()]), &joined(key, &name), texts);
            }
        }
        _ => {}
    }
}

fn words(words: &Node, at: &Path, key: &str, item: &Node, texts: &mut Vec<Text>) {
    let Node::Object(fields) = words else { return };
    let figures = figures(item);
    let text = |path: Path, key: String, raw: &str| Text {
        path,
        key,
        text: filled(raw, |id| figures.get(id).copied()),
        raw: raw.to_owned(),
    };
    for (name, value) in fields {
        let key = joined(key, name);
        let at = at.then([Step::Field(name.clone().into())]);
        match value {
            Node::Text(raw) => texts.push(text(at, key, raw)),
            Node::List(entries) => {
                for (index, entry) in entries.iter().enumerate() {
                    if let Node::Text(raw) = entry {
                        let key = joined(&key, &(index + 1).to_string());
                        texts.push(text(at.then([index.into()]), key, raw));
                    }
                }
            }
            _ => {}
        }
    }
}

/// The texts of an item's figures, by their ids.
fn figures(item: &Node) -> HashMap<&str, &str> {
    let Some(Node::List(figures)) = item.get("figures") else { return HashMap::new() };
    let named = figures.iter().rev().filter_map(|figure| Some((figure.text("id")?, figure)));
    named.filter_map(|(id, figure)| Some((id, figure.get("words")?.text("text")?))).collect()
}

fn filled<'f>(raw: &str, figure: impl Fn(&str) -> Option<&'f str>) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, (name, after))) = next_placeholder(rest) {
        text.push_str(before);
        match figure(name).filter(|figure| text.len() + figure.len() <= LONGEST) {
            Some(figure) => text.push_str(figure),
            None => text.push_str(&rest[before.len()..rest.len() - after.len()]),
        }
        rest = after;
    }
    text.push_str(rest);
    text
}

/// What stands before the next braces, in them and after them.
fn next_placeholder(text: &str) -> Option<(&str, (&str, &str))> {
    let (before, rest) = text.split_once('{')?;
    Some((before, rest.split_once('}')?))
}

/// The names in braces of a text, in their order.
pub fn placeholders(text: &str) -> Vec<&str> {
    text.split('{').skip(1).filter_map(|part| part.split_once('}').map(|(name, _)| name)).collect()
}

/// A text without what stands in braces.
pub(super) fn outside(text: &str) -> String {
    filled(text, |_| Some(""))
}

pub(super) fn joined(key: &str, name: &str) -> String {
    if key.is_empty() { name.to_owned() } else { format!("{key}.{name}") }
}
