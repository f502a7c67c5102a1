use super::places::Place;
use crate::check::Severity;

/// Whether a draft may be shown to visitors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ready {
    /// What has to be mended first.
    pub errors: usize,
    /// What somebody should look at.
    pub warnings: usize,
}

impl Ready {
    /// Whether nothing has to be mended.
    pub fn is_ready(self) -> bool {
        self.errors == 0
    }
}

/// Counts what was found.
pub fn ready(places: &[Place]) -> Ready {
    let of = |severity| places.iter().filter(|it| it.finding.severity == severity).count();
    Ready { errors: of(Severity::Error), warnings: of(Severity::Warning) }
}
