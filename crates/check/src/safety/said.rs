use data::{Node, Path, Step};
use quiz::{Level, List};

use super::matched::named;
use super::{Weakening, Weaker};

/// The word of the file for a level.
pub(super) fn level(level: Level) -> &'static str {
    match level {
        Level::Hold => "hold",
        Level::Ask => "ask",
        Level::Tell => "tell",
    }
}

/// A caution by its level and its title: `hold "Wait until later"`; an ending by its title.
pub(super) fn name(list: List, item: &Node) -> String {
    let what = match list {
        List::Endings => "ending",
        _ => match item.text("level").and_then(super::level) {
            Some(Level::Hold) => "hold",
            _ => "caution",
        },
    };
    format!("{what} \"{}\"", called(item))
}

/// Its title or label, else its id.
pub(super) fn called(item: &Node) -> &str {
    let word = named(item, "title").or_else(|| named(item, "label"));
    word.or_else(|| item.text("id")).unwrap_or_default()
}

/// Whether it keeps visitors from being treated, or from a result.
pub(super) fn is_strict(list: List, item: &Node) -> bool {
    list == List::Endings || item.text("level") == Some(level(Level::Hold))
}

/// Where a list stands in a file.
pub(super) fn list(list: List) -> Path {
    Path::new([Step::from(list.name())])
}

/// Where something stands in a list.
pub(super) fn place(of: List, index: usize) -> Path {
    list(of).then([index.into()])
}

/// Something of the old edition that the new one does not have.
pub(super) fn gone(of: List, item: &Node, example: Option<String>) -> Weaker {
    Weaker {
        what: Weakening::Gone,
        name: name(of, item),
        words: "is gone.".to_owned(),
        example,
        path: list(of),
        is_strict: is_strict(of, item),
    }
}

/// The old edition is no quiz that can be read.
pub(super) fn unreadable() -> Weaker {
    Weaker {
        what: Weakening::Undecided,
        name: "older edition".to_owned(),
        words: "has errors, so it could not be decided whether everybody who met a hold or an \
                ending then still meets it."
            .to_owned(),
        example: None,
        path: Path::default(),
        is_strict: true,
    }
}
