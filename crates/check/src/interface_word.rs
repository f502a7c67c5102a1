use data::Node;
use text::{COUNTED, FORMS, SCHEMA};

use super::plural::plural_forms;

/// Stands before the key of an interface word where it is among the texts of a quiz.
pub const INTERFACE: &str = "interface.";

/// A word of the interface that a language has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InterfaceWord {
    /// Its key in the language's file.
    pub key: String,
    /// The key that English has for it: that of another plural form, if it has no such form.
    pub english: String,
    /// The counted word and the form that it is of it.
    pub plural: Option<(&'static str, &'static str)>,
}

/// The words of the interface that a language has, in the order of the English file. Of a counted word they
/// are the forms of the language, and those that its file has besides.
pub fn interface_words(
    language: &str,
    english: &Node,
    translated: Option<&Node>,
) -> Vec<InterfaceWord> {
    let Node::Object(fields) = english else { return Vec::new() };
    let needed: Vec<&str> = plural_forms(language).iter().map(|form| form.name).collect();
    let has = |word: &str, form: &str| {
        let is_written =
            || translated.is_some_and(|it| it.get(&format!("{word}-{form}")).is_some());
        needed.is_empty() || needed.contains(&form) || is_written()
    };
    let mut words: Vec<InterfaceWord> = Vec::new();
    for (key, _) in fields.iter().filter(|(key, _)| key != SCHEMA) {
        let Some((word, _)) = counted(key) else {
            words.push(InterfaceWord { key: key.clone(), english: key.clone(), plural: None });
            continue;
        };
        if words.iter().any(|it| it.plural.is_some_and(|(other, _)| other == word)) {
            continue;
        }
        let forms = FORMS.into_iter().filter(|form| has(word, form));
        words.extend(forms.map(|form| plural(english, word, form)));
    }
    words
}

fn plural(english: &Node, word: &'static str, form: &'static str) -> InterfaceWord {
    let key = format!("{word}-{form}");
    let has_own = english.get(&key).is_some();
    let of_english = if has_own { key.clone() } else { format!("{word}-other") };
    InterfaceWord { key, english: of_english, plural: Some((word, form)) }
}

/// The counted word that a key is a plural form of, and the form.
pub(super) fn counted(key: &str) -> Option<(&'static str, &'static str)> {
    let (word, form) = key.rsplit_once('-')?;
    let word = COUNTED.into_iter().find(|known| *known == word)?;
    Some((word, FORMS.into_iter().find(|known| *known == form)?))
}
