use check::{INTERFACE, InterfaceWord, interface_words, is_outdated, texts};

use super::Texts;

/// A text to translate.
#[derive(Debug)]
pub(super) struct Row {
    /// As in the file; of an interface word with [`INTERFACE`] before it.
    pub(super) key: String,
    pub(super) place: String,
    pub(super) base: String,
    pub(super) translation: Option<String>,
    /// Whether it is a plural form, which may leave its number out.
    pub(super) plural: bool,
    /// Whether the base text was changed since it was translated.
    pub(super) is_outdated: bool,
    /// Whether the translation was taken from a spreadsheet: it is of the base text as it is.
    pub(super) is_taken: bool,
}

impl Row {
    /// What a translator has to do with it, in a word or two.
    pub(super) fn state(&self) -> &'static str {
        match (&self.translation, self.is_outdated) {
            (None, _) => "missing",
            (Some(_), true) => "out of date",
            (Some(_), false) => "",
        }
    }
}

/// Every text to translate: those of the quiz in its order, then those of the interface.
pub(super) fn rows(all: &Texts<'_>) -> Vec<Row> {
    let words = all.translation.and_then(|file| file.get("words"));
    let quiz = texts(all.quiz).into_iter().map(|text| Row {
        place: text.path.words(all.quiz),
        is_outdated: all.translation.is_some_and(|file| is_outdated(file, &text)),
        is_taken: false,
        translation: words.and_then(|words| words.text(&text.key).map(str::to_owned)),
        key: text.key,
        base: text.raw,
        plural: false,
    });
    quiz.chain(interface(all)).collect()
}

fn interface<'r>(all: &'r Texts<'_>) -> impl Iterator<Item = Row> + 'r {
    let words = interface_words(all.language, all.interface, all.translated_interface);
    words.into_iter().filter_map(|word| row(all, &word))
}

fn row(all: &Texts<'_>, word: &InterfaceWord) -> Option<Row> {
    let place = match word.plural {
        Some((word, form)) => format!("interface, \"{word}\", plural form \"{form}\""),
        None => "interface".to_owned(),
    };
    let translated = all.translated_interface.and_then(|file| file.text(&word.key));
    Some(Row {
        key: format!("{INTERFACE}{}", word.key),
        place,
        base: all.interface.text(&word.english).map(str::to_owned)?,
        translation: translated.map(str::to_owned),
        plural: word.plural.is_some(),
        is_outdated: false,
        is_taken: false,
    })
}
