use check::{is_outdated, texts};
use data::Node;
use icu_plurals::{PluralCategory, PluralRules};
use text::{COUNTED, SCHEMA};

use super::Texts;

/// The forms that any language's plurals can have.
const FORMS: [(&str, PluralCategory); 6] = [
    ("zero", PluralCategory::Zero),
    ("one", PluralCategory::One),
    ("two", PluralCategory::Two),
    ("few", PluralCategory::Few),
    ("many", PluralCategory::Many),
    ("other", PluralCategory::Other),
];

/// Stands before the keys of interface words.
pub(super) const INTERFACE: &str = "interface.";

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

fn interface(all: &Texts<'_>) -> Vec<Row> {
    let Node::Object(fields) = all.interface else { return Vec::new() };
    let mut rows: Vec<Row> = Vec::new();
    for (key, _) in fields.iter().filter(|(key, _)| key != SCHEMA) {
        match counted(key) {
            None => rows.extend(row(all, key, key, false)),
            Some(word) if rows.iter().any(|row| row.plural && is_of(&row.key, word)) => {}
            Some(word) => {
                for form in forms(all, word) {
                    let key = format!("{word}-{form}");
                    let has_own = all.interface.get(&key).is_some();
                    let base = if has_own { key.clone() } else { format!("{word}-other") };
                    rows.extend(row(all, &key, &base, true));
                }
            }
        }
    }
    rows
}

fn row(all: &Texts<'_>, key: &str, base: &str, plural: bool) -> Option<Row> {
    let place = match key.rsplit_once('-').filter(|_| plural) {
        Some((word, form)) => format!("interface, \"{word}\", plural form \"{form}\""),
        None => "interface".to_owned(),
    };
    Some(Row {
        key: format!("{INTERFACE}{key}"),
        place,
        base: all.interface.text(base).map(str::to_owned)?,
        translation: all.translated_interface.and_then(|file| file.text(key).map(str::to_owned)),
        plural,
        is_outdated: false,
        is_taken: false,
    })
}

/// The forms that the language has, and those that its file has besides.
fn forms<'f>(all: &Texts<'_>, word: &str) -> Vec<&'f str> {
    let rules = all.language.parse::<icu_locale_core::Locale>().ok();
    let rules = rules.and_then(|locale| PluralRules::try_new_cardinal(locale.into()).ok());
    let has = |category| rules.as_ref().is_none_or(|it| it.categories().any(|it| it == category));
    let written = |form: &str| {
        let key = format!("{word}-{form}");
        all.translated_interface.is_some_and(|file| file.get(&key).is_some())
    };
    let forms = FORMS.into_iter().filter(|(form, category)| has(*category) || written(form));
    forms.map(|(form, _)| form).collect()
}

/// The counted word that a key is a plural form of.
fn counted(key: &str) -> Option<&str> {
    let (word, form) = key.rsplit_once('-')?;
    let is_form = FORMS.iter().any(|(known, _)| *known == form);
    (is_form && COUNTED.contains(&word)).then_some(word)
}

fn is_of(key: &str, word: &str) -> bool {
    key.strip_prefix(INTERFACE).and_then(counted) == Some(word)
}
