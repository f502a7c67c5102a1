use check::safety::Weaker;
use maud::{Markup, html};

use super::Content;
use super::change::{Change, changes};
use super::changes::beside;
use super::element::{counted, section as framed, table};

/// So many rows of each table fit on the first pages.
const MOST: usize = 8;

/// What changed since an earlier version, safety before anything else.
pub(super) fn section(content: &Content<'_>) -> Markup {
    let Some((file, old)) = content.inputs.since else { return unknown() };
    let all = changes(old, content.inputs.node);
    let (safety, others): (Vec<&Change>, Vec<&Change>) = all.iter().partition(|it| it.is_safety);
    framed(
        "changed",
        "What changed",
        &html! {
            p {
                "Since " code { (file) } ": " (counted(all.len(), "change")) "; about safety: "
                (safety.len()) ". "
                a href="#changes" { "Every change" } " is listed further below."
            }
            @if content.weaker.iter().all(Weaker::is_of_words) {
                p { strong { "No caution and no ending is weaker than before." } " Whoever met one before meets it now; that was decided for all answers at once." }
            }
            @if !safety.is_empty() {
                h3 { "Cautions, endings and the questions they look at" }
                (rows("Changes about safety", &safety))
            }
            @if !others.is_empty() { p { (elsewhere(&others)) } }
        },
    )
}

fn unknown() -> Markup {
    framed(
        "changed",
        "What changed",
        &html! {
            p { "Not known: this report was made without an earlier version. If there is one, make it again with that: " code { "--since" } "." }
        },
    )
}

fn rows(name: &str, all: &[&Change]) -> Markup {
    html! {
        (table(name, &["Where", "Before", "Now"], &html! {
            @for change in all.iter().take(MOST) { (beside(change)) }
        }))
        (rest(all.len()))
    }
}

fn rest(all: usize) -> Markup {
    html! {
        @if all > MOST { p { strong { "And " (all - MOST) " more" } ": see " a href="#changes" { "every change" } "." } }
    }
}

/// The parts of the file in which the other changes are, each with their number.
fn elsewhere(others: &[&Change]) -> String {
    format!("{} elsewhere: words, plans, sources and the like.", counted(others.len(), "change"))
}
