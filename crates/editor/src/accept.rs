use check::{Finding, Severity, can_be_accepted};
use data::{Node, Path, Step};

use super::change::Edit;
use super::document::Document;

/// Whether a warning can stay with a reason: files that hold reasons are a quiz and its translations.
pub fn can_stay(document: &Document, finding: &Finding) -> bool {
    let holds_reasons =
        ["format", "words"].iter().all(|field| document.node().get(field).is_some());
    finding.severity == Severity::Warning && holds_reasons && can_be_accepted(finding.id)
}

/// Writes why a warning stays.
pub fn accepted(document: &Document, finding: &Finding, because: &str) -> Edit {
    let text = |text: &str| Node::Text(text.to_owned());
    let mut entry = vec![("warning".to_owned(), text(finding.id))];
    if !finding.at.is_empty() {
        entry.push(("at".to_owned(), text(&finding.at)));
    }
    entry.push(("because".to_owned(), text(because.trim())));
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

/// Takes the reasons away that are for a place, from the last: what they are for goes.
pub(super) fn without(document: &Document, place: &str) -> Vec<Edit> {
    let is_inside = |at: &str| {
        at.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
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
