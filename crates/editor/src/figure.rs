use std::ops::Range;

use data::{Node, Path, Step};

use super::change::Edit;
use super::forms::{form, sublist};
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
/// figure of these words with the thing's source, if it has only one. The words are given as a browser counts them,
/// in UTF-16 units. Nothing for no words, for words that hold braces, or if the text can have no figures.
pub fn figure_made(quiz: &Node, text: &Path, words: Range<usize>) -> Option<Vec<Edit>> {
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
    let replaced = [&whole[..start], "{", &id, "}", &whole[start + figure.len()..]].concat();
    let sources = match thing.node(quiz)?.get("sources") {
        Some(Node::List(sources)) if sources.len() == 1 => sources.clone(),
        _ => Vec::new(),
    };
    let new = Node::Object(vec![
        ("id".to_owned(), Node::Text(id)),
        (
            "words".to_owned(),
            Node::Object(vec![("text".to_owned(), Node::Text(figure.to_owned()))]),
        ),
        ("sources".to_owned(), Node::List(sources)),
    ]);
    let added = match figures.node(quiz) {
        Some(Node::List(_)) => Edit::Insert(figures, listed.len(), new),
        _ => Edit::Set(figures, Node::List(vec![new])),
    };
    Some(vec![Edit::Set(text.clone(), Node::Text(replaced)), added])
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
