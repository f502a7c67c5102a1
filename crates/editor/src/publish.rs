use check::{Finding, Severity};

/// Whether a draft may be shown to visitors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ready {
    /// What has to be fixed first.
    pub errors: usize,
    /// What has to be filled in first, and is not counted among the errors.
    pub to_fill_in: usize,
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
    /// Whether it may be published: nothing has to be fixed or filled in, and nothing is missing.
    pub fn is_ready(&self) -> bool {
        self.to_do().is_none() && self.missing.is_empty()
    }

    /// Whether a clinician may sign it: nothing has to be fixed but what they allow by it.
    pub fn is_signable(&self) -> bool {
        let is_allowed = self.errors == self.allowable + self.of_reviews;
        is_allowed && self.to_fill_in == 0 && self.allowed_by.len() < 2
    }

    /// What has to be done first: "1 thing to fix and 3 to fill in"; nothing if nothing has to.
    pub fn to_do(&self) -> Option<String> {
        let things = |count| if count == 1 { "thing" } else { "things" };
        match (self.errors, self.to_fill_in) {
            (0, 0) => None,
            (0, empty) => Some(format!("{empty} {} to fill in", things(empty))),
            (errors, 0) => Some(format!("{errors} {} to fix", things(errors))),
            (errors, empty) => {
                Some(format!("{errors} {} to fix and {empty} to fill in", things(errors)))
            }
        }
    }

    /// Whether the clinician of this name may.
    pub fn is_signable_by(&self, name: &str) -> bool {
        self.is_signable() && self.allowed_by.iter().all(|by| by == name.trim())
    }
}

/// Counts what was found; nothing of it counts as still to be filled in.
pub fn ready<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Ready {
    let mut ready = Ready {
        errors: 0,
        to_fill_in: 0,
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
