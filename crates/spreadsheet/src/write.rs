use std::collections::HashSet;

use check::INTERFACE;
use data::{FORMAT, Node, TRANSLATED_FROM, TextDigest};
use text::SCHEMA;

use super::Texts;
use super::rows::Row;

/// The files as they become.
pub(super) struct Files {
    /// Nothing where it says the same already.
    pub(super) translation: Option<String>,
    /// Nothing where it says the same already.
    pub(super) interface: Option<String>,
    /// The texts of both that no row is for.
    pub(super) unknown: Vec<String>,
}

/// The files with the translations of the rows, in the order of the base.
pub(super) fn files(all: &Texts<'_>, rows: &[Row]) -> Files {
    let translated = |interface: bool| -> Vec<(String, Node)> {
        let mine = rows.iter().filter_map(|row| {
            let key = row.key.strip_prefix(INTERFACE);
            let translation = row.translation.clone()?;
            let key = if interface { key? } else { key.map_or(Some(row.key.as_str()), |_| None)? };
            Some((key.to_owned(), Node::Text(translation)))
        });
        mine.collect()
    };
    let old = all.translation.and_then(|file| file.get("words"));
    let mut unknown = Vec::new();
    let words = with_rest(translated(false), old, &mut unknown);
    let interface = with_schema(translated(true), all);
    let interface = with_rest(interface, all.translated_interface, &mut unknown);
    let is_new = !same(&interface, all.translated_interface);
    Files {
        translation: (!same(&words, old)).then(|| json(&overlay(all, words, rows))),
        interface: is_new.then(|| json(&Node::Object(interface))),
        unknown,
    }
}

/// A file that names its schema goes on to do so; a new one does as the base.
fn with_schema(words: Vec<(String, Node)>, all: &Texts<'_>) -> Vec<(String, Node)> {
    let named = all.translated_interface.unwrap_or(all.interface).get(SCHEMA);
    let named = named.filter(|_| !words.is_empty()).cloned();
    named.map(|named| (SCHEMA.to_owned(), named)).into_iter().chain(words).collect()
}

/// What a file has besides stays, at its end: the check says what to do about it.
fn with_rest(
    mut words: Vec<(String, Node)>,
    old: Option<&Node>,
    unknown: &mut Vec<String>,
) -> Vec<(String, Node)> {
    let Some(Node::Object(old)) = old else { return words };
    let known: HashSet<String> = words.iter().map(|(key, _)| key.clone()).collect();
    for (key, node) in old.iter().filter(|(key, _)| !known.contains(key)) {
        if matches!(node, Node::Text(_)) {
            unknown.push(key.clone());
        }
        words.push((key.clone(), node.clone()));
    }
    words
}

/// Whether a file says this already, in whatever order.
fn same(words: &[(String, Node)], old: Option<&Node>) -> bool {
    match old {
        Some(Node::Object(old)) => {
            old.len() == words.len() && words.iter().all(|entry| old.contains(entry))
        }
        _ => words.is_empty(),
    }
}

fn overlay(all: &Texts<'_>, words: Vec<(String, Node)>, rows: &[Row]) -> Node {
    let quiz = all.quiz.get("id").cloned().unwrap_or(Node::Null);
    let mut fields = match all.translation {
        Some(Node::Object(fields)) => fields.clone(),
        _ => vec![
            (SCHEMA.into(), Node::Text("translation.schema.json".into())),
            ("format".into(), Node::Number(FORMAT)),
            ("quiz".into(), quiz),
            ("language".into(), Node::Text(all.language.into())),
            ("reviewed".into(), Node::Null),
            ("words".into(), Node::Null),
        ],
    };
    for (name, value) in &mut fields {
        if name == "words" {
            *value = Node::Object(words.clone());
        }
    }
    fields.retain(|(name, _)| name != TRANSLATED_FROM);
    fields.push((TRANSLATED_FROM.into(), Node::Object(translated_from(all, rows))));
    Node::Object(fields)
}

/// Which text of the quiz each translation was made from: of those that were taken the one there is.
fn translated_from(all: &Texts<'_>, rows: &[Row]) -> Vec<(String, Node)> {
    let known = all.translation.and_then(|file| file.get(TRANSLATED_FROM));
    let of_quiz = rows.iter().filter(|row| !row.key.starts_with(INTERFACE));
    let translated = of_quiz.filter(|row| row.translation.is_some());
    let from = translated.filter_map(|row| {
        let digest = if row.is_taken {
            TextDigest::of(&row.base).to_string()
        } else {
            known?.text(&row.key)?.to_owned()
        };
        Some((row.key.clone(), Node::Text(digest)))
    });
    from.collect()
}

fn json(node: &Node) -> String {
    let mut out = String::new();
    value(node, 0, &mut out);
    out.push('\n');
    out
}

fn value(node: &Node, depth: usize, out: &mut String) {
    match node {
        Node::Null | Node::OtherNumber => out.push_str("null"),
        Node::Flag(flag) => out.push_str(&flag.to_string()),
        Node::Number(number) => out.push_str(&number.to_string()),
        Node::Text(text) | Node::Untranslated(text) => out.push_str(&quoted(text)),
        Node::List(entries) if entries.is_empty() => out.push_str("[]"),
        Node::Object(fields) if fields.is_empty() => out.push_str("{}"),
        Node::List(entries) => {
            let entry = |it: &Node, out: &mut String| value(it, depth + 1, out);
            members(('[', ']'), entries, depth, out, entry);
        }
        Node::Object(fields) => {
            let field = |(name, it): &(String, Node), out: &mut String| {
                out.push_str(&quoted(name));
                out.push_str(": ");
                value(it, depth + 1, out);
            };
            members(('{', '}'), fields, depth, out, field);
        }
    }
}

fn members<T>(
    brackets: (char, char),
    all: &[T],
    depth: usize,
    out: &mut String,
    one: impl Fn(&T, &mut String),
) {
    out.push(brackets.0);
    for (index, member) in all.iter().enumerate() {
        out.push_str(if index > 0 { ",\n" } else { "\n" });
        out.push_str(&"  ".repeat(depth + 1));
        one(member, out);
    }
    out.push('\n');
    out.push_str(&"  ".repeat(depth));
    out.push(brackets.1);
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
