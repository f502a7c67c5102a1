use std::collections::HashMap;

use check::texts;
use data::{Node, Path, Step};

use super::history::{Draft, FileId};
use super::wording::place::place_words;

/// More than somebody reads through.
const MOST: usize = 60;

/// A text that was looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The file that it is in.
    pub file: FileId,
    /// Where.
    pub path: Path,
    /// The place in words; of a translation it is that of the quiz's text.
    pub place: String,
    /// The text.
    pub text: String,
}

/// The texts, ids and links of the quiz and the texts of its translations that have all these words, in any
/// case, the quiz's first; at most 60. Nothing is found for no words.
pub fn search(draft: &Draft, words: &str) -> Vec<Hit> {
    let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let has_all = |text: &str| {
        let text = text.to_lowercase();
        words.iter().all(|word| text.contains(word))
    };
    let quiz = draft.quiz().node();
    let mut hits = Vec::new();
    in_quiz(quiz, &mut Path::default(), &mut |path, text| {
        if has_all(text) {
            let place = place_words(quiz, &path);
            hits.push(Hit { file: FileId::QUIZ, path, place, text: text.to_owned() });
        }
    });
    let places: HashMap<String, Path> =
        texts(quiz).into_iter().map(|text| (text.key, text.path)).collect();
    for (file, document) in draft.documents().skip(1) {
        let Some(Node::Object(translated)) = document.node().get("words") else { continue };
        for (key, text) in translated {
            let Node::Text(text) = text else { continue };
            if let Some(own) = places.get(key).filter(|_| has_all(text)) {
                let steps = ["words".to_owned(), key.clone()].map(|name| Step::Field(name.into()));
                let (path, place) = (Path(steps.to_vec()), place_words(quiz, own));
                hits.push(Hit { file, path, place, text: text.clone() });
            }
        }
    }
    hits.truncate(MOST);
    hits
}

/// Gives every text of the quiz with its place, in the file's order, but for who reviewed and accepted it.
fn in_quiz(node: &Node, at: &mut Path, give: &mut impl FnMut(Path, &str)) {
    match node {
        Node::Text(text) => give(at.clone(), text),
        Node::List(entries) => {
            for (index, entry) in entries.iter().enumerate() {
                at.0.push(Step::Entry(index));
                in_quiz(entry, at, give);
                at.0.pop();
            }
        }
        Node::Object(fields) => {
            for (name, value) in fields {
                if at.0.is_empty() && ["reviewed", "accepted"].contains(&name.as_str()) {
                    continue;
                }
                at.0.push(Step::Field(name.clone().into()));
                in_quiz(value, at, give);
                at.0.pop();
            }
        }
        _ => {}
    }
}
