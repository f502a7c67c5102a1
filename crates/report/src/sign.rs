use check::Finding;
use maud::{Markup, html};

use super::Content;
use super::element::{counted, section as framed};

/// What is to be settled before anybody signs.
fn missing(content: &Content<'_>) -> Vec<String> {
    let findings = || content.inputs.checked.iter().flat_map(|file| &file.findings);
    let blocking = findings().filter(|it| it.blocks_publication());
    let errors = blocking.clone().filter(|it| it.missing().is_none()).count();
    let mut missing: Vec<String> = Vec::new();
    if errors > 0 {
        missing.push(format!("{} to mend", counted(errors, "error")));
    }
    for what in blocking.filter_map(Finding::missing) {
        if missing.iter().all(|known| known != what) {
            missing.push(what.to_owned());
        }
    }
    missing
}

/// What the clinician or manager fills in on paper.
pub(super) fn section(content: &Content<'_>) -> Markup {
    framed(
        "sign",
        "Sign-off",
        &html! {
            div.sign {
                p {
                    "I have read this report of version " strong { (content.names.text("version")) }
                    " of the quiz “" (content.names.title()) "”. Its words, figures, sources and cautions may be shown to visitors:"
                }
                ul.boxes { li { "as they are" } li { "after the changes I marked" } li { "not yet" } }
                @let missing = missing(content);
                @if missing.is_empty() {
                    dl.lines {
                        @for name in ["Name", "Role", "Date", "Signature"] { div { dt { (name) } dd { "" } } }
                    }
                    p.small { "Then sign the quiz off in the studio, or with check sign: it counts for this content alone." }
                } @else {
                    p.note { strong { "Not to be signed yet." } " Still open: " (missing.join(", ")) ". Then make the report again." }
                }
            }
        },
    )
}
