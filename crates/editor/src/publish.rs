use check::{Finding, Severity};

/// Whether a draft may be shown to visitors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ready {
    /// What has to be mended first.
    pub errors: usize,
    /// What somebody should look at.
    pub warnings: usize,
    /// Who has to allow errors that may stay then, each once. They are counted among the errors.
    pub allowed_by: Vec<String>,
    /// How many errors may stay once somebody allows them.
    pub allowable: usize,
    /// How many errors are about reviews, which a new one takes the place of.
    pub of_reviews: usize,
    /// What came with the program and is not yet the clinic's own, each once.
    pub missing: Vec<&'static str>,
}

impl Ready {
    /// Whether it may be published: nothing has to be mended, and nothing is missing.
    pub fn is_ready(&self) -> bool {
        self.errors == 0 && self.missing.is_empty()
    }

    /// Whether a clinician may sign it: nothing has to be mended but what they allow by it.
    pub fn is_signable(&self) -> bool {
        self.errors == self.allowable + self.of_reviews && self.allowed_by.len() < 2
    }

    /// Whether the clinician of this name may.
    pub fn is_signable_by(&self, name: &str) -> bool {
        self.is_signable() && self.allowed_by.iter().all(|by| by == name.trim())
    }
}

/// Counts what was found.
pub fn ready<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Ready {
    let mut ready = Ready {
        errors: 0,
        warnings: 0,
        allowed_by: Vec::new(),
        allowable: 0,
        of_reviews: 0,
        missing: Vec::new(),
    };
    for finding in findings {
        if let Some(by) = &finding.allowed_by {
            ready.allowable += 1;
            if !ready.allowed_by.contains(by) {
                ready.allowed_by.push(by.clone());
            }
        }
        match (finding.severity, finding.missing()) {
            (Severity::Error, _) => {
                ready.errors += 1;
                ready.of_reviews += usize::from(finding.id.starts_with("review/"));
            }
            (Severity::Warning, None) => ready.warnings += 1,
            (Severity::Warning, Some(what)) if !ready.missing.contains(&what) => {
                ready.missing.push(what);
            }
            _ => {}
        }
    }
    ready
}
