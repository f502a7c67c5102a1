mod carried;

use std::ops::Range;

use check::{is_outdated, texts};
use data::{Node, Path, Step, TRANSLATED_FROM, TextDigest};

use super::change::Edit;
use super::forms::{form, sublist};
use super::history::{Draft, FileId};
use super::id::fresh;

/// The thing whose text stands at a place, if its texts can have figures.
pub fn with_figures(text: &Path) -> Option<Path> {
    let [Step::Field(list), Step::Entry(_), Step::Field(words), Step::Field(_)] = &text.0[..]
    else {
        return None;
    };
    let can_have = words == "words" && sublist(form(list)?, "figures").is_some();
    can_have.then(|| Path(text.0[..2].to_vec()))
}

/// What makes a figure of words of a text: in the text its name in braces takes their place, and the thing has a
/// figure of these words with the thing's source, if it has only one. A translation that has the same numbers has
/// it too. The words are given as a browser counts them, in UTF-16 units. Nothing for no words, for words that hold
/// braces, or if the text can have no figures.
pub fn figure_made(draft: &Draft, text: &Path, words: Range<usize>) -> Option<Vec<(FileId, Edit)>> {
    let quiz = draft.quiz().node();
    let thing = with_figures(text)?;
    let Node::Text(whole) = text.node(quiz)? else { return None };
    let selected = whole.get(byte(whole, words.start)?..byte(whole, words.end)?)?;
    let figure = selected.trim();
    if figure.is_empty() || figure.contains(['{', '}']) {
        return None;
    }
    let start = byte(whole, words.start)? + (selected.len() - selected.trim_start().len());
    let figures = thing.then([Step::from("figures")]);
    let listed = match figures.node(quiz) {
        Some(Node::List(entries)) => &entries[..],
        _ => &[],
    };
    let taken: Vec<&str> = listed.iter().filter_map(|it| it.text("id")).collect();
    let id = fresh(figure, "figure", &taken);
    let replaced = with_name(whole, start..start + figure.len(), &id);
    let made = Made { text, id: &id, words: figure, now: &replaced };
    let translated = made.translated(draft);
    let sources = match thing.node(quiz)?.get("sources") {
        Some(Node::List(sources)) if sources.len() == 1 => sources.clone(),
        _ => Vec::new(),
    };
    let new = entry(&id, figure, sources);
    let added = match figures.node(quiz) {
        Some(Node::List(_)) => Edit::Insert(figures, listed.len(), new),
        _ => Edit::Set(figures, Node::List(vec![new])),
    };
    let own = [Edit::Set(text.clone(), Node::Text(replaced)), added];
    Some(own.into_iter().map(|edit| (FileId::QUIZ, edit)).chain(translated).collect())
}

fn entry(id: &str, words: &str, sources: Vec<Node>) -> Node {
    let words = vec![("text".to_owned(), Node::Text(words.to_owned()))];
    Node::Object(vec![
        ("id".to_owned(), Node::Text(id.to_owned())),
        ("words".to_owned(), Node::Object(words)),
        ("sources".to_owned(), Node::List(sources)),
    ])
}

/// A text with a figure's name in braces in the place of some bytes.
fn with_name(text: &str, place: Range<usize>, id: &str) -> String {
    [&text[..place.start], "{", id, "}", &text[place.end..]].concat()
}

/// A figure that is made of words of a text.
struct Made<'a> {
    text: &'a Path,
    id: &'a str,
    words: &'a str,
    /// The text with the figure's name in it.
    now: &'a str,
}

impl Made<'_> {
    /// What makes the same figure in each translation that has its numbers. One that was up to date stays so.
    fn translated(&self, draft: &Draft) -> Vec<(FileId, Edit)> {
        let quiz = draft.quiz().node();
        let Some(text) = texts(quiz).into_iter().find(|it| it.path == *self.text) else {
            return Vec::new();
        };
        let Some((thing, _)) = text.key.rsplit_once('.') else { return Vec::new() };
        let figure = format!("{thing}.figures.{}.text", self.id);
        let mut edits = Vec::new();
        for (file, document) in draft.documents().skip(1) {
            let translation = document.node();
            let own = translation.get("words").and_then(|words| words.text(&text.key));
            let Some(own) = own else { continue };
            let Some(place) = carried::place(self.words, own) else { continue };
            let mut set = |field: &'static str, key: &str, value: String| {
                let at = Path(vec![Step::Field(field.into()), Step::Field(key.to_owned().into())]);
                edits.push((file, Edit::Set(at, Node::Text(value))));
            };
            set("words", &text.key, with_name(own, place.clone(), self.id));
            set("words", &figure, own[place].to_owned());
            set(TRANSLATED_FROM, &figure, TextDigest::of(self.words).to_string());
            if !is_outdated(translation, &text) {
                set(TRANSLATED_FROM, &text.key, TextDigest::of(self.now).to_string());
            }
        }
        edits
    }
}

/// The byte at which so many UTF-16 units end.
fn byte(text: &str, units: usize) -> Option<usize> {
    let mut counted = 0;
    let mut at = text.char_indices();
    while counted < units {
        counted += at.next()?.1.len_utf16();
    }
    (counted == units).then(|| at.next().map_or(text.len(), |(byte, _)| byte))
}
