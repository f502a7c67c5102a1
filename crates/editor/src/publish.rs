use check::{Finding, Severity};

/// Whether a draft may be shown to visitors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ready {
    /// What has to be mended first.
    pub errors: usize,
    /// What somebody should look at.
    pub warnings: usize,
    /// What came with the program and is not yet the clinic's own, each once.
    pub missing: Vec<&'static str>,
}

impl Ready {
    /// Whether it may be published: nothing has to be mended, and nothing is missing.
    pub fn is_ready(&self) -> bool {
        self.errors == 0 && self.missing.is_empty()
    }

    /// Whether a clinician may sign it: nothing has to be mended.
    pub fn is_signable(&self) -> bool {
        self.errors == 0
    }
}

/// Counts what was found.
pub fn ready<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Ready {
    let mut ready = Ready { errors: 0, warnings: 0, missing: Vec::new() };
    for finding in findings {
        match (finding.severity, finding.missing()) {
            (Severity::Error, _) => ready.errors += 1,
            (Severity::Warning, None) => ready.warnings += 1,
            (Severity::Warning, Some(what)) if !ready.missing.contains(&what) => {
                ready.missing.push(what);
            }
            _ => {}
        }
    }
    ready
}
