//! What became weaker of a quiz's safety between two editions of it: cautions and endings, the
//! choices that lead to them, and the questions that are asked for their sake; and which of their words
//! changed, as only a person can tell whether those say less.

mod examples;
mod joint;
mod matched;
mod narrowed;
mod reworded;
mod said;
mod structure;

use data::{Node, Path};
use quiz::Level;

use matched::Matched;

/// Something of a quiz that keeps visitors safe, and does so less than before or in other words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weaker {
    /// What happened to it.
    pub what: Weakening,
    /// What it is, and its name: `hold "Not while you are pregnant"`.
    pub name: String,
    /// What is to be said of it, without its name: `is gone.`
    pub words: String,
    /// Answers with which it shows, in words.
    pub example: Option<String>,
    /// Where it stands in the new edition; of what is gone, its list.
    pub path: Path,
    /// Whether a hold or an ending is weaker: nothing stricter is left.
    pub is_strict: bool,
}

impl Weaker {
    /// Whether only its words changed, so that everybody meets what they met before.
    pub fn is_of_words(&self) -> bool {
        self.what == Weakening::Reworded
    }
}

/// How something became weaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weakening {
    /// It is not there any more.
    Gone,
    /// Its level is less strict.
    Lowered,
    /// Not everybody who met it before meets it now.
    Narrowed,
    /// It could not be decided whether everybody still meets it.
    Undecided,
    /// A choice led to it, and leads to no caution and no ending now.
    Unheard,
    /// Answers that could be given together cannot be any more.
    Fewer,
    /// It had sources, and has none.
    Unsourced,
    /// Visitors read other words there; whether they say less, only a person can tell.
    Reworded,
}

/// Everything that is weaker in the new edition of a quiz, what matters most first; other words last.
pub fn weaker(old: &Node, new: &Node) -> Vec<Weaker> {
    let parts = ["questions", "endings", "cautions"];
    if parts.iter().all(|part| old.get(part) == new.get(part)) {
        return Vec::new();
    }
    let matched = Matched::new(old, new);
    let mut all = structure::cautions(old, new, &matched);
    all.extend(reworded::holds(old, new, &matched));
    match (data::quiz(old), data::quiz(new)) {
        (Ok(before), Ok(now)) => {
            all.extend(structure::questions((old, &before), (new, &now), &matched));
            all.extend(narrowed::weaker((old, &before), &now, &matched));
            all.extend(reworded::answers((old, &before), new, &matched));
        }
        (Err(_), Ok(_)) => all.push(said::unreadable()),
        // What is wrong with the new edition is said of it anyway.
        (_, Err(_)) => all.extend(structure::gone(old, &matched)),
    }
    all.sort_by_key(|it| (!it.is_strict, rank(it.what)));
    all
}

fn rank(what: Weakening) -> usize {
    use Weakening::{Fewer, Gone, Lowered, Narrowed, Reworded, Undecided, Unheard, Unsourced};
    let order = [Gone, Lowered, Narrowed, Undecided, Fewer, Unheard, Unsourced, Reworded];
    order.iter().position(|it| *it == what).unwrap_or(order.len())
}

/// How strict a caution is, by its word in the file.
fn level(word: &str) -> Option<Level> {
    [Level::Hold, Level::Ask, Level::Tell].into_iter().find(|level| said::level(*level) == word)
}
