use check::{Finding, Severity};

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
pub fn ready<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Ready {
    let severities: Vec<Severity> = findings.into_iter().map(|it| it.severity).collect();
    let of = |severity| severities.iter().filter(|it| **it == severity).count();
    Ready { errors: of(Severity::Error), warnings: of(Severity::Warning) }
}
