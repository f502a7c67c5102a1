use check::{INTERFACE, InterfaceWord, interface_words, plural_forms};
use data::{Node, Path, Step};

use super::change::Edit;
use super::history::Draft;
use super::translate::Row;

/// The places of the interface with the keys of their words.
const PLACES: [(&str, &str); 10] = [
    (
        "Around the questions",
        "continue see-result back private progress progress-exact choose-one choose-many restart clear \
         updated moment language-name language",
    ),
    (
        "Reviews and sources",
        "not-advice checked not-reviewed reviewed untranslated-review sources from-sources new-tab",
    ),
    (
        "Cautions",
        "cautions no-caution level-hold level-hold-do level-ask level-ask-do level-tell level-tell-do",
    ),
    (
        "Benefits",
        "benefits not evidence-very-limited evidence-low evidence-limited evidence-moderate \
         evidence-strong evidence-level why because",
    ),
    (
        "Course",
        "course course-later course-later-note combined combined-sessions combined-sessions-same \
         per-concern concern sessions weeks days between first first-after full full-after redness \
         redness-max not-measured time-line session-sure session-maybe week borrowed range",
    ),
    ("Care and questions to bring", "care before during after ask notes"),
    ("Answers and what to do next", "your-answers change change-what next next-hold"),
    (
        "Printing and sharing",
        "print copy share share-note along along-sent along-copied copy-this copied copy-failed shared \
         shared-text shared-start stale",
    ),
    (
        "If the quiz cannot be shown",
        "failed failed-network failed-data failed-browser failed-crash failed-contact retry",
    ),
    ("The quiz as one page to read", "plain-read plain-about plain-questions plain-next"),
];

/// Words that are at none of these places.
const ELSEWHERE: &str = "Other words";

/// The words of the interface at one of its places, beside their translations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordGroup {
    /// The place in words.
    pub title: &'static str,
    /// The words, in the order of the English file; their keys begin with [`INTERFACE`].
    pub rows: Vec<Row>,
}

/// The files of interface words that a translation is made from and written into.
#[derive(Clone, Copy, Debug)]
pub struct InterfaceFiles<'a> {
    /// The English one, which has every word.
    pub english: &'a Node,
    /// That of the quiz's own language; English stands in for what it lacks.
    pub own: &'a Node,
    /// That of the other language.
    pub other: &'a Node,
}

/// The words of the interface that a language has, side by side.
pub fn word_groups(language: &str, files: InterfaceFiles<'_>) -> Vec<WordGroup> {
    let words = interface_words(language, files.english, Some(files.other));
    let titles = PLACES.iter().map(|(title, _)| *title).chain([ELSEWHERE]);
    let group = |title| {
        let mine = words.iter().filter(|word| place(word) == title);
        WordGroup { title, rows: mine.filter_map(|word| row(language, files, word)).collect() }
    };
    titles.map(group).filter(|group| !group.rows.is_empty()).collect()
}

fn place(word: &InterfaceWord) -> &'static str {
    let key = word.plural.map_or(word.key.as_str(), |(counted, _)| counted);
    let mut places = PLACES.iter();
    let is_there = |(_, keys): &&(&str, &str)| keys.split_whitespace().any(|known| known == key);
    places.find(is_there).map_or(ELSEWHERE, |(title, _)| title)
}

fn row(language: &str, files: InterfaceFiles<'_>, word: &InterfaceWord) -> Option<Row> {
    let own = [&word.key, &word.english].into_iter().find_map(|key| files.own.text(key));
    Some(Row {
        key: format!("{INTERFACE}{}", word.key),
        place: word.plural.map(|(_, form)| beside(language, form)).unwrap_or_default(),
        own: own.or_else(|| files.english.text(&word.english))?.to_owned(),
        other: files.other.text(&word.key).unwrap_or_default().to_owned(),
        is_outdated: false,
    })
}

/// Which numbers a plural form stands beside.
fn beside(language: &str, form: &str) -> String {
    let forms = plural_forms(language);
    let numbers = forms.iter().find(|it| it.name == form).map_or(&[][..], |it| &it.numbers);
    let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
    match &numbers[..] {
        [] => "Beside any other number".to_owned(),
        [one] => format!("Beside the number {one}"),
        [before @ .., last] => {
            format!("Beside a number such as {} or {last}", before.join(", "))
        }
    }
}

impl Draft {
    /// Writes a word of the interface into the file of this name; an empty one is taken out.
    pub fn write_word(&mut self, name: &str, key: &str, text: &str) -> bool {
        let file = self.file(name);
        let at = Path(vec![Step::Field(key.to_owned().into())]);
        let edit = if text.is_empty() {
            Edit::Remove(at.clone())
        } else {
            Edit::Set(at.clone(), Node::Text(text.to_owned()))
        };
        let is_new = !self.document(file).exists() && !text.is_empty();
        let begun = is_new.then(|| (file, Edit::Rewrite(NO_WORDS.to_owned())));
        let edits = begun.into_iter().chain([(file, edit)]).collect();
        self.edit_all(edits, (file, at), !is_new)
    }
}

/// A file of interface words that has none yet.
const NO_WORDS: &str = "{\n  \"$schema\": \"interface.schema.json\"\n}\n";
