use check::{Finding, Severity, can_be_accepted, can_be_allowed};
use data::{Node, Path, Step};

use super::change::Edit;
use super::document::Document;

/// Whether a warning can stay with a reason: files that hold reasons are a quiz and its translations.
pub fn can_stay(document: &Document, finding: &Finding) -> bool {
    finding.severity == Severity::Warning && holds_reasons(document) && can_be_accepted(finding.id)
}

/// Whether an error can stay if the clinician who signs allows it.
pub fn can_be_allowed_in(document: &Document, finding: &Finding) -> bool {
    finding.severity == Severity::Error
        && finding.because.is_none()
        && holds_reasons(document)
        && can_be_allowed(finding.id)
}

fn holds_reasons(document: &Document) -> bool {
    ["format", "words"].iter().all(|field| document.node().get(field).is_some())
}

/// Writes why a warning stays or, with the name of a clinician, why an error does.
pub fn accepted(document: &Document, finding: &Finding, because: &str, by: Option<&str>) -> Edit {
    let text = |text: &str| Node::Text(text.to_owned());
    let mut entry = vec![("warning".to_owned(), text(finding.id))];
    if !finding.at.is_empty() {
        entry.push(("at".to_owned(), text(&finding.at)));
    }
    entry.push(("because".to_owned(), text(because.trim())));
    entry.extend(by.map(|by| ("by".to_owned(), text(by.trim()))));
    Edit::Insert(list(), entries(document.node()).len(), Node::Object(entry))
}

/// Takes the reason away again; nothing where there is none.
pub fn reopened(document: &Document, finding: &Finding) -> Option<Edit> {
    let is_it = |entry: &Node| {
        let at = entry.text("at").unwrap_or_default();
        entry.text("warning") == Some(finding.id) && at == finding.at
    };
    let all = entries(document.node());
    let index = all.iter().position(is_it)?;
    Some(Edit::Remove(if all.len() == 1 { list() } else { entry(index) }))
}

/// Takes the reasons away that are for one of these places, from the last: what they are for goes.
pub(super) fn without(document: &Document, places: &[String]) -> Vec<Edit> {
    let is_of = |at: &str, place: &str| {
        at.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    let is_inside = |at: &str| places.iter().any(|place| is_of(at, place));
    let inside = entries(document.node()).iter().enumerate();
    let inside = inside.filter(|(_, it)| it.text("at").is_some_and(is_inside));
    inside.rev().map(|(index, _)| Edit::Remove(entry(index))).collect()
}

fn entries(file: &Node) -> &[Node] {
    match file.get("accepted") {
        Some(Node::List(entries)) => entries,
        _ => &[],
    }
}

fn list() -> Path {
    Path(vec![Step::Field("accepted".into())])
}

fn entry(index: usize) -> Path {
    Path(vec![Step::Field("accepted".into()), Step::Entry(index)])
}
