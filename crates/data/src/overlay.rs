use quiz::Translation;

use super::{Digest, FORMAT, Node, Path, Problem, TRANSLATED_FROM, TextDigest};

/// The texts that a visitor's safety depends on. If one was changed since it was translated, visitors
/// read it in the quiz's own language ([ADR 19](../../../docs/adr/0019-translations-know-their-source.md)).
const OF_SAFETY: [&str; 3] = ["questions.", "endings.", "cautions."];

/// A translation of a data file: `{"format": 1, "quiz": "…", "language": "es", "reviewed": null,
/// "words": {"questions.area.title": "…"}, "translatedFrom": {"questions.area.title": "…"}}`.
///
/// A key is the way from the file's root to a text, by the names of fields but for `words`, and in a
/// list by an object's id or a text's number, from 1.
pub(super) struct Overlay<'n> {
    language: &'n str,
    reviewed: bool,
    words: &'n Node,
    from: Option<&'n Node>,
}

impl<'n> Overlay<'n> {
    /// One that belongs to the data file.
    pub(super) fn new(
        base: &Node,
        digest: Digest,
        overlay: &'n Node,
    ) -> Result<Self, Vec<Problem>> {
        let fields = ["format", "quiz", "language", "words"].map(|name| overlay.get(name));
        match (fields, base.get("id")) {
            (
                [
                    Some(Node::Number(FORMAT)),
                    Some(Node::Text(quiz)),
                    Some(Node::Text(language)),
                    Some(words @ Node::Object(_)),
                ],
                Some(Node::Text(id)),
            ) if quiz == id => {
                let written = overlay.get("reviewed").and_then(|review| review.text("digest"));
                let digest = Digest::of_translation(digest, overlay);
                let reviewed = written.is_some_and(|written| digest.is(written));
                Ok(Self { language, reviewed, words, from: overlay.get(TRANSLATED_FROM) })
            }
            _ => Err(vec![unfit()]),
        }
    }

    pub(super) fn translation(&self) -> Translation {
        Translation { language: self.language.to_owned(), reviewed: self.reviewed }
    }

    /// Puts its words in the place of those of the data file.
    pub(super) fn lay_over(&self, base: &mut Node) {
        self.lay(base, "", false);
    }

    fn lay(&self, node: &mut Node, key: &str, words: bool) {
        match node {
            Node::Text(text) if words => {
                *node = match self.words.get(key) {
                    Some(Node::Text(translated))
                        if !translated.is_empty() && !self.is_outdated(key, text) =>
                    {
                        Node::Text(translated.clone())
                    }
                    _ => Node::Untranslated(std::mem::take(text)),
                }
            }
            Node::List(entries) => {
                for (index, entry) in entries.iter_mut().enumerate() {
                    let key = entry_key(key, entry, index);
                    self.lay(entry, &key, words);
                }
            }
            Node::Object(fields) => {
                for (name, value) in fields {
                    let is_words = name == "words";
                    let below = if is_words { key.to_owned() } else { joined(key, name) };
                    self.lay(value, &below, words || is_words);
                }
            }
            _ => {}
        }
    }

    /// Whether a text that a visitor's safety depends on is another than the one that was translated.
    fn is_outdated(&self, key: &str, text: &str) -> bool {
        let from = self.from.and_then(|from| from.text(key));
        OF_SAFETY.iter().any(|list| key.starts_with(list))
            && from.is_some_and(|from| !TextDigest::of(text).is(from))
    }
}

fn entry_key(list: &str, entry: &Node, index: usize) -> String {
    match entry.get("id") {
        Some(Node::Text(id)) => joined(list, id),
        _ => joined(list, &(index + 1).to_string()),
    }
}

fn joined(key: &str, name: &str) -> String {
    if key.is_empty() { name.to_owned() } else { [key, ".", name].concat() }
}

fn unfit() -> Problem {
    Problem::new(
        "translation/no-base",
        Path::default(),
        "is no translation of this quiz.",
        "Write the \"format\" of the data file, its id as \"quiz\", a \"language\" and \"words\".",
        None,
    )
}
