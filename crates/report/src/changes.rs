use std::cell::Cell;

use maud::{Markup, html};
use similar::algorithms::{Capture, Compact, Replace, myers};
use similar::{ChangeTag, DiffableStr};

use super::Content;
use super::change::{Change, What, changes};
use super::element::{counted, section as framed, table};

/// How many pairs of bytes, one old and one new, are compared to mark words; what comes after stands
/// there whole, old and new.
const MOST_COMPARED: usize = 200_000_000;

/// Every difference from an earlier version.
pub(super) fn section(content: &Content<'_>) -> Markup {
    let Some((file, old)) = content.inputs.since else { return html! {} };
    let all = changes(old, content.inputs.node);
    let of = |wanted: fn(&What) -> bool| -> Vec<&Change> {
        all.iter().filter(|change| wanted(&change.what)).collect()
    };
    let groups = [
        ("Added and taken out", of(|it| matches!(it, What::Added(_) | What::Removed))),
        ("Words", of(|it| matches!(it, What::Words { .. }))),
        ("Figures, dates, links and other facts", of(|it| matches!(it, What::Value { .. }))),
        ("Rules", of(|it| matches!(it, What::Rule { .. }))),
        ("Order", of(|it| matches!(it, What::Order { .. }))),
    ];
    let left = Cell::new(MOST_COMPARED);
    framed(
        "changes",
        "Every change",
        &html! {
            p { "Since " code { (file) } ": " (counted(all.len(), "change")) "." }
            @for (name, changes) in groups.iter().filter(|(_, changes)| !changes.is_empty()) {
                h3 { (name) }
                (group(name, changes, &left))
            }
        },
    )
}

fn group(name: &str, changes: &[&Change], left: &Cell<usize>) -> Markup {
    let heads: &[&str] = match changes[0].what {
        What::Added(_) | What::Removed => &["Where", "What"],
        What::Words { .. } => &["Where", "Old and new words"],
        _ => &["Where", "Before", "Now"],
    };
    table(
        name,
        heads,
        &html! {
            @for change in changes { tr { th.place scope="row" { (change.place) } (cells(&change.what, left)) } }
        },
    )
}

/// What was in a place and what is there now, side by side.
pub(super) fn beside(change: &Change) -> Markup {
    html! {
        tr {
            th scope="row" { (change.place) }
            @match &change.what {
                What::Added(held) => { td { "–" } td dir="auto" { (held.join("; ")) } }
                What::Removed => { td { "there" } td { strong { "taken out" } } }
                What::Words { old, new } => { td dir="auto" { (old) } td dir="auto" { (new) } }
                What::Rule { old, new } => { td { (old) } td { (new) } }
                What::Value { old, new } => { td { (old) } td { (new) } }
                What::Order { old, new } => { td { (old.join(", ")) } td { (new.join(", ")) } }
            }
        }
    }
}

fn cells(what: &What, left: &Cell<usize>) -> Markup {
    html! {
        @match what {
            What::Added(held) => {
                td {
                    ins { "added" }
                    ul { @for line in held { li dir="auto" { (line) } } }
                }
            }
            What::Removed => { td { del { "taken out" } } }
            What::Words { old, new } => { td dir="auto" { (marked(old, new, left)) } }
            What::Rule { old, new } => { td { (old) } td { (new) } }
            What::Value { old, new } => { td { (old) } td { (new) } }
            What::Order { old, new } => { td { (old.join(", ")) } td { (new.join(", ")) } }
        }
    }
}

/// The new text with what is gone struck out and what is new underlined.
fn marked(old: &str, new: &str, left: &Cell<usize>) -> Markup {
    let Some(rest) = left.get().checked_sub(old.len().saturating_mul(new.len())) else {
        return html! { del { (old) } " " ins { (new) } };
    };
    left.set(rest);
    html! {
        @for (tag, text) in &difference(old, new) {
            @match tag {
                ChangeTag::Equal => (text),
                ChangeTag::Delete => { del { (text) } " " }
                ChangeTag::Insert => ins { (text) },
            }
        }
    }
}

/// What is the same, gone and new, in the order of the text, word by word.
///
/// One algorithm is named because [`similar::TextDiff`] brings all six into the studio's program.
fn difference(old: &str, new: &str) -> Vec<(ChangeTag, String)> {
    let (old, new) = (old.tokenize_words(), new.tokenize_words());
    let mut hook = Compact::new(Replace::new(Capture::new()), &old, &new);
    let Ok(()) = myers::diff(&mut hook, &old, 0..old.len(), &new, 0..new.len());
    let operations = hook.into_inner().into_inner().into_ops();
    let mut runs: Vec<(ChangeTag, String)> = Vec::new();
    for change in operations.iter().flat_map(|operation| operation.iter_changes(&old, &new)) {
        match runs.last_mut() {
            Some((tag, text)) if *tag == change.tag() => text.push_str(change.value()),
            _ => runs.push((change.tag(), change.value().to_owned())),
        }
    }
    runs
}
