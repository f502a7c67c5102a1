use super::paper::Paper;
use crate::check::Finding;
use crate::data::{Path, Step};

/// A finding and where it belongs in a form.
#[derive(Clone, Debug)]
pub struct Place {
    /// The value it is about; of a thing with an id the thing itself.
    pub path: Path,
    /// What was found.
    pub finding: Finding,
}

/// Where a finding belongs.
pub fn place(paper: &Paper, finding: &Finding) -> Path {
    let mut path = paper.path_at(finding.span.start);
    let is_id = matches!(path.0.last(), Some(Step::Field(name)) if name == "id");
    if is_id && !finding.id.starts_with("id/") {
        path.0.pop();
    }
    path
}

/// Where each belongs.
pub fn placed(paper: &Paper, findings: &[Finding]) -> Vec<Place> {
    let placed =
        |finding: &Finding| Place { path: place(paper, finding), finding: finding.clone() };
    findings.iter().map(placed).collect()
}
