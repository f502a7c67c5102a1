use std::collections::BTreeMap;

use data::Node;
use editor::{Draft, overlay_name};

use super::stored_draft::StoredDraft;

/// The interface words that every quiz falls back on.
pub(crate) const WORDS: &str = "text/en.json";

/// What was there when the studio was opened.
#[derive(Clone, Debug)]
pub struct Site {
    /// The name of the quiz that is edited.
    pub quiz: String,
    /// The published files, by name.
    pub files: BTreeMap<String, Vec<u8>>,
    /// How many bytes each picture of the quiz has, by its path; none if it is not there.
    pub pictures: BTreeMap<String, Option<u64>>,
    /// The draft that was left unsaved.
    pub stored: Option<StoredDraft>,
    /// The page that was shown when the program stopped, if that was why the draft was left.
    pub stopped: Option<String>,
    /// The page that stands in the studio's address, as [`Page::write`](super::Page::write) writes it; else empty.
    pub address: String,
    /// Whether another tab has one of its own.
    pub is_elsewhere: bool,
}

impl Site {
    /// The name of a quiz that was opened: that of the published one, where it is the same quiz, so that
    /// its translations belong to it and it can take its place.
    pub fn name_for(&self, quiz: &Node, name: &str) -> String {
        let is_same = self.published().is_some_and(|it| it.text("id") == quiz.text("id"));
        if is_same { self.quiz.clone() } else { format!("data/{name}") }
    }

    /// The published quiz; none if there is none.
    pub(crate) fn published(&self) -> Option<Node> {
        check::node(self.files.get(&self.quiz)?)
    }

    /// The published files of a quiz that are edited with it: its translations, the interface words of
    /// its languages but English, and its test visitors.
    pub fn of_quiz(&self, quiz: &Node) -> Vec<(String, &[u8])> {
        let tags = languages(quiz);
        let of_quiz =
            |bytes: &[u8]| check::node(bytes).is_none_or(|it| it.text("quiz") == quiz.text("id"));
        let file = |name: String| Some((self.files.get(&name)?.as_slice(), name));
        let overlays = tags.iter().map(|tag| overlay_name(&self.quiz, tag)).filter_map(file);
        let words = tags.iter().map(|tag| words_name(tag)).filter(|name| name != WORDS);
        let personas = file(personas_name(&self.quiz));
        let overlays = overlays.filter(|(bytes, _)| of_quiz(bytes));
        let personas = personas.into_iter().filter(|(bytes, _)| of_quiz(bytes));
        let all = overlays.chain(words.filter_map(file)).chain(personas);
        all.map(|(bytes, name)| (name, bytes)).collect()
    }

    /// These files are on the website from now on.
    pub(crate) fn take(&mut self, files: Vec<(String, Vec<u8>)>) {
        for (name, bytes) in files {
            if name.starts_with("pictures/") {
                self.pictures.insert(name, Some(bytes.len() as u64));
            } else if name.ends_with(".json") {
                self.files.insert(name, bytes);
            }
        }
    }

    /// Takes the draft that was left if all of it was saved: nothing if the website has it, too, or if the
    /// program stopped and goes on with it.
    pub(crate) fn take_saved(&mut self) -> Option<StoredDraft> {
        if self.stopped.is_some() {
            return None;
        }
        let stored = self.stored.take_if(|stored| stored.is_saved())?;
        let is_other = |(name, text): (&String, &String)| {
            self.files.get(name).is_none_or(|bytes| bytes != text.as_bytes())
        };
        stored.files.iter().any(|it| is_other((&it.name, &it.text))).then_some(stored)
    }

    /// Takes the draft that was left, with the files of its quiz that came to the website since.
    pub(crate) fn restored(&mut self) -> Option<RestoredDraft> {
        let stored = self.stored.take()?;
        let mut draft = stored.draft()?;
        for (name, bytes) in self.of_quiz(draft.quiz().node()) {
            // A file that cannot be edited here is checked against, as every other.
            let _ = draft.add(&name, bytes);
        }
        let is_other = |name: &str, saved: &str| {
            let published = self.files.get(name).filter(|_| !saved.is_empty());
            published.is_some_and(|bytes| bytes != saved.as_bytes())
        };
        let pictures = stored.pictures;
        let others = stored.files.into_iter().filter(|it| is_other(&it.name, &it.saved));
        let others = others.map(|it| it.name).collect();
        Some(RestoredDraft { draft, pictures, others })
    }
}

/// A draft that was left unsaved.
#[derive(Debug)]
pub struct RestoredDraft {
    /// Its files.
    pub draft: Draft,
    /// The pictures that were added in it, by path, each as a data URL.
    pub pictures: Vec<(String, String)>,
    /// Its files that the website has otherwise than they were saved last.
    pub others: Vec<String>,
}

/// The tags of the languages that a quiz offers, its own first.
pub fn languages(quiz: &Node) -> Vec<String> {
    let own = quiz.text("language").unwrap_or("en").to_owned();
    let mut all = vec![own];
    if let Some(Node::List(listed)) = quiz.get("languages") {
        for tag in listed.iter().filter_map(|it| it.text("language")) {
            if !all.iter().any(|known| known == tag) {
                all.push(tag.to_owned());
            }
        }
    }
    all
}

/// The file of the test visitors of a quiz, and of what each must see.
pub fn personas_name(quiz: &str) -> String {
    overlay_name(quiz, "personas")
}

/// The file of the interface words of a language.
pub fn words_name(language: &str) -> String {
    format!("text/{language}.json")
}
