use std::cell::OnceCell;
use std::collections::HashMap;

use check::texts;
use data::{Node, Path};

use super::place;
use crate::field::{Field, FieldType};
use crate::forms::{List, Section};
use crate::item::entries;

/// What people call whatever a quiz names by ids, by fixed words and by fields.
pub(super) struct Names<'q> {
    pub(super) quiz: &'q Node,
    known: OnceCell<HashMap<String, String>>,
    keys: OnceCell<HashMap<String, Path>>,
}

impl<'q> Names<'q> {
    pub(super) fn of(quiz: &'q Node) -> Self {
        Self { quiz, known: OnceCell::new(), keys: OnceCell::new() }
    }

    /// What a name of the file is called; nothing if it names nothing here.
    pub(super) fn called(&self, name: &str) -> Option<String> {
        let known = self.known.get_or_init(|| known(self.quiz));
        known.get(name).cloned().or_else(|| {
            let place = place::of_quiz(self.quiz, self.place_of(name)?);
            Some(place.words())
        })
    }

    /// The place of the text that a translation names by this key.
    pub(super) fn place_of(&self, key: &str) -> Option<&Path> {
        let places = || texts(self.quiz).into_iter().map(|text| (text.key, text.path)).collect();
        self.keys.get_or_init(places).get(key)
    }

    /// The name of a language of the quiz; its tag if it has none.
    pub(super) fn language(&self, tag: &str) -> String {
        let all = entries(self.quiz.get("languages"));
        let of = all.iter().find(|it| it.text("language") == Some(tag));
        of.and_then(|it| it.text("name")).unwrap_or(tag).to_owned()
    }
}

/// The things of the quiz; then the fixed words and the fields of the forms.
fn known(quiz: &Node) -> HashMap<String, String> {
    let mut known = HashMap::new();
    let mut add = |name: &str, called: String| {
        known.entry(name.to_owned()).or_insert(called);
    };
    for list in lists() {
        for thing in entries(quiz.get(list.name)) {
            let Some(id) = thing.text("id") else { continue };
            add(id, place::titled(quiz, thing));
            add(&format!("{}.{id}", list.name), place::titled(quiz, thing));
            for choice in entries(thing.get("choices")) {
                let of = choice.text("id").unwrap_or_default();
                add(&format!("{id}.{of}"), place::titled(quiz, choice));
            }
        }
    }
    add("result", "the result".to_owned());
    add("booking", "the invitation to book".to_owned());
    for field in lists().flat_map(all_fields) {
        if let FieldType::OneOf(words) = field.is {
            words.iter().for_each(|word| add(word.word, short(word.label)));
        }
        if let Some(name) = field.path.last() {
            add(name, field.label.to_owned());
        }
    }
    known
}

fn lists() -> impl Iterator<Item = &'static List> {
    Section::ALL.into_iter().filter_map(|section| match section {
        Section::List(list) => Some(list),
        Section::Fields(..) => None,
    })
}

fn all_fields(list: &'static List) -> impl Iterator<Item = &'static Field> {
    list.fields.iter().chain(list.lists.iter().flat_map(|inner| inner.fields))
}

/// The first words of what a form offers: "Hold" of "Hold: do not treat now, see a clinician".
fn short(label: &str) -> String {
    label.split([':', ',']).next().unwrap_or_default().to_owned()
}
