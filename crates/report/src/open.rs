use check::{Checked, Finding, Review, Severity};
use maud::{Markup, html};

use super::Content;
use super::element::{counted, section as framed, table};

/// The most findings that are listed.
const MOST: usize = 500;

/// What is still to mend, errors first.
pub(super) fn section(content: &Content<'_>) -> Markup {
    let files = content.inputs.checked;
    let found = files.iter().flat_map(|file| file.findings.iter().map(move |it| (file, it)));
    let (kept, mut all): (Vec<_>, Vec<_>) =
        found.partition(|(_, it)| it.severity == Severity::Accepted);
    all.sort_by_key(|(_, finding)| finding.severity);
    let errors = all.iter().filter(|(_, it)| it.severity == Severity::Error).count();
    framed(
        "open",
        "What is open",
        &html! {
            p {
                "Checked: " (counted(files.len(), "file")) ". Found: " (counted(errors, "error"))
                " and " (counted(all.len() - errors, "warning")) "."
            }
            @if errors > 0 {
                p.note { strong { "The file has errors." } " Mend them first, and make the report again; it is not complete before." }
            }
            @if !all.is_empty() { (list(&all)) }
            @if !kept.is_empty() { (reasons(&kept)) }
        },
    )
}

/// What somebody looked at and left, with the reason: whoever signs off signs that too.
fn reasons(kept: &[(&Checked, &Finding)]) -> Markup {
    let rows = html! {
        @for (_, finding) in kept {
            tr {
                th scope="row" { (finding.place) }
                td { (finding.found) }
                td { (finding.because.as_deref().unwrap_or_default()) }
            }
        }
    };
    html! {
        h3 { (counted(kept.len(), "warning")) " kept, with the reason" }
        p { "Somebody looked at these and left them as they are. Is each reason right?" }
        (table("Warnings kept", &["Where", "What", "Why it stays"], &rows))
    }
}

fn list(all: &[(&Checked, &Finding)]) -> Markup {
    let rows = html! {
        @for (file, finding) in all.iter().take(MOST) {
            tr {
                td { span class={ "tag " (finding.severity.name()) } { (finding.severity.name()) } }
                th scope="row" { (finding.place) }
                td { (finding.found) " " (finding.help) }
                td { code { (file.name) } ", line " (line(file, finding)) }
            }
        }
    };
    html! {
        (table("Findings", &["Kind", "Where", "What, and what to do", "File"], &rows))
        @if all.len() > MOST { p { "And " (all.len() - MOST) " more; the check lists them all." } }
    }
}

fn line(file: &Checked, finding: &Finding) -> usize {
    let before = file.text.as_bytes().iter().take(finding.span.start);
    before.filter(|byte| **byte == b'\n').count() + 1
}

/// Who reviewed a file, and when.
pub(super) fn reviewed(review: Option<Review<'_>>, nobody: &str) -> String {
    match review {
        Some(Review { by, on, is_current: true }) => format!("{by}, {on}"),
        Some(Review { by, on, .. }) => format!("{nobody}: {by} reviewed another edition, {on}"),
        None => nobody.to_owned(),
    }
}
