use std::collections::HashMap;

use check::{is_outdated, texts};
use data::{FORMAT, Node, Path, Step, TRANSLATED_FROM, TextDigest};

use super::change::Edit;
use super::history::{Draft, FileId};
use super::language::Language;
use super::wording::place::place_words;

/// A text beside its translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The way to it by names and ids: `questions.area.title`.
    pub key: String,
    /// The place in words.
    pub place: String,
    /// In the quiz's own language.
    pub own: String,
    /// In the other; empty where it is missing.
    pub other: String,
    /// Whether the quiz's own text was changed since it was translated.
    pub is_outdated: bool,
}

/// Every text of a quiz beside its translation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// In the order of the quiz.
    pub rows: Vec<Row>,
    /// How many have no translation.
    pub missing: usize,
    /// How many were translated from a text that has changed since.
    pub outdated: usize,
}

/// The file of a quiz's translation: `data/quiz.json` and `es` give `data/quiz.es.json`.
pub fn overlay_name(quiz: &str, language: &str) -> String {
    format!("{}.{language}.json", quiz.strip_suffix(".json").unwrap_or(quiz))
}

/// The texts of the quiz in two languages, side by side.
pub fn rows(quiz: &Node, overlay: &Node) -> Rows {
    let words: HashMap<&str, &str> = match overlay.get("words") {
        Some(Node::Object(fields)) => fields
            .iter()
            .filter_map(|(key, value)| match value {
                Node::Text(text) => Some((key.as_str(), text.as_str())),
                _ => None,
            })
            .collect(),
        _ => HashMap::new(),
    };
    let row = |text: check::Text| Row {
        place: place_words(quiz, &text.path),
        is_outdated: is_outdated(overlay, &text),
        other: words.get(text.key.as_str()).copied().unwrap_or_default().to_owned(),
        key: text.key,
        own: text.raw,
    };
    let rows: Vec<Row> = texts(quiz).into_iter().map(row).collect();
    let missing = rows.iter().filter(|row| row.other.is_empty()).count();
    let outdated = rows.iter().filter(|row| row.is_outdated).count();
    Rows { rows, missing, outdated }
}

impl Draft {
    /// Translates a text; an empty one is taken out, and then shown in the quiz's own language.
    pub fn translate(&mut self, language: &str, key: &str, text: &str) -> bool {
        let file = self.file(&overlay_name(self.quiz().name(), language));
        let at = Path(vec![Step::Field("words".into()), Step::Field(key.to_owned().into())]);
        let mut edits = Vec::new();
        if !self.document(file).exists() {
            edits.push((file, Edit::Rewrite(self.empty_overlay(language))));
        }
        edits.push((
            file,
            if text.is_empty() {
                Edit::Remove(at.clone())
            } else {
                Edit::Set(at.clone(), Node::Text(text.to_owned()))
            },
        ));
        let typed = edits.len() == 1;
        let is_changed = self.edit_all(edits, (file, at), typed);
        if is_changed {
            self.amend(file, self.translated_now(key, text.is_empty()));
        }
        is_changed
    }

    /// Says that the translation of a text is right for the quiz's text as it is now.
    pub fn confirm_translation(&mut self, language: &str, key: &str) -> bool {
        let file = self.file(&overlay_name(self.quiz().name(), language));
        let edit = self.translated_now(key, false);
        self.edit(file, edit)
    }

    /// Writes which text a translation is of, or takes that out.
    fn translated_now(&self, key: &str, is_removed: bool) -> Edit {
        let at =
            Path(vec![Step::Field(TRANSLATED_FROM.into()), Step::Field(key.to_owned().into())]);
        let own = texts(self.quiz().node()).into_iter().find(|text| text.key == key);
        match own {
            Some(own) if !is_removed => {
                Edit::Set(at, Node::Text(TextDigest::of(&own.raw).to_string()))
            }
            _ => Edit::Remove(at),
        }
    }

    /// Offers a language to visitors.
    pub fn add_language(&mut self, language: &str, name: &str) -> bool {
        let own = self.quiz().node().text("language").unwrap_or("en").to_owned();
        let list = Path(vec![Step::Field("languages".into())]);
        let entry = |tag: &str, name: &str| {
            Node::Object(vec![
                ("language".to_owned(), Node::Text(tag.to_owned())),
                ("name".to_owned(), Node::Text(name.to_owned())),
            ])
        };
        let mut edits = Vec::new();
        let count = match self.quiz().at(&list) {
            Some(Node::List(entries)) => entries.len(),
            _ => {
                let name = Language::of(&own).map_or(own.as_str(), |known| known.own);
                edits.push((FileId::QUIZ, Edit::Insert(list.clone(), 0, entry(&own, name))));
                1
            }
        };
        edits.push((FileId::QUIZ, Edit::Insert(list.clone(), count, entry(language, name))));
        let file = self.file(&overlay_name(self.quiz().name(), language));
        if !self.document(file).exists() {
            edits.push((file, Edit::Rewrite(self.empty_overlay(language))));
        }
        self.edit_all(edits, (FileId::QUIZ, list), false)
    }

    fn empty_overlay(&self, language: &str) -> String {
        let quiz = self.quiz().node().text("id").unwrap_or_default();
        let quoted = check::quoted;
        format!(
            "{{\n  \"format\": {FORMAT},\n  \"quiz\": {},\n  \"language\": {},\n  \"reviewed\": null,\n  \
             \"words\": {{\n  }}\n}}\n",
            quoted(quiz),
            quoted(language)
        )
    }
}
