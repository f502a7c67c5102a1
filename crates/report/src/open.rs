use check::{Checked, Finding, Review, Severity};
use maud::{Markup, html};

use super::Content;
use super::element::{counted, section as framed, table};

/// So many findings fit on the first page.
const FIRST: usize = 8;

/// The most findings that are listed.
const MOST: usize = 500;

/// What is still to mend, errors first; and what is kept with a reason.
struct Findings<'c> {
    open: Vec<(&'c Checked, &'c Finding)>,
    kept: Vec<(&'c Checked, &'c Finding)>,
}

impl<'c> Findings<'c> {
    fn new(files: &'c [Checked]) -> Self {
        let found = files.iter().flat_map(|file| file.findings.iter().map(move |it| (file, it)));
        let (kept, mut open): (Vec<_>, Vec<_>) =
            found.partition(|(_, it)| it.severity == Severity::Accepted);
        open.sort_by_key(|(_, finding)| finding.severity);
        Self { open, kept }
    }

    fn are_too_many(&self) -> bool {
        self.open.len() > FIRST || self.kept.len() > FIRST
    }
}

/// All of it, where the first page has room only for a part.
pub(super) fn every(content: &Content<'_>) -> Markup {
    let all = Findings::new(content.inputs.checked);
    if !all.are_too_many() {
        return html! {};
    }
    let inside = html! {
        @if !all.open.is_empty() { (list(&all.open, MOST)) }
        @if all.open.len() > MOST { p { "And " (all.open.len() - MOST) " more; the check lists them all." } }
        @if !all.kept.is_empty() { (reasons(&all.kept, MOST)) }
    };
    framed("findings", "Every finding", &inside)
}

/// Whether there is more than the first page has room for.
pub(super) fn is_cut(content: &Content<'_>) -> bool {
    Findings::new(content.inputs.checked).are_too_many()
}

/// What is still to mend, as much as fits on the first page.
pub(super) fn section(content: &Content<'_>) -> Markup {
    let files = content.inputs.checked;
    let Findings { open: all, kept } = Findings::new(files);
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
            @if !all.is_empty() { (list(&all, FIRST)) (rest(all.len())) }
            @if !kept.is_empty() { (reasons(&kept, FIRST)) (rest(kept.len())) }
        },
    )
}

/// What somebody looked at and left, with the reason: whoever signs off signs that too.
fn reasons(kept: &[(&Checked, &Finding)], most: usize) -> Markup {
    let rows = html! {
        @for (_, finding) in kept.iter().take(most) {
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

fn list(all: &[(&Checked, &Finding)], most: usize) -> Markup {
    let rows = html! {
        @for (file, finding) in all.iter().take(most) {
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
    }
}

fn rest(all: usize) -> Markup {
    html! {
        @if all > FIRST { p { strong { "And " (all - FIRST) " more" } ": see " a href="#findings" { "every finding" } "." } }
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
