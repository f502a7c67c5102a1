use data::Path;
use fancy_regex::{Regex, RegexBuilder};

use super::super::document::Found;

/// A list of more patterns would take too long.
const MOST: usize = 500;

/// A longer pattern, in bytes, is none.
const LONGEST: usize = 1000;

/// How large a compiled pattern may be, in bytes.
const LARGEST: usize = 500_000;

/// How many steps back looking for a pattern may take.
const MOST_STEPS: usize = 10_000;

/// Compiles the patterns of a file of wording rules, and says which are none.
pub(super) struct Patterns<'f, 'd> {
    found: &'f mut Found<'d>,
    left: usize,
}

impl<'f, 'd> Patterns<'f, 'd> {
    pub(super) fn new(found: &'f mut Found<'d>) -> Self {
        Self { found, left: MOST }
    }

    /// The patterns of a rule or a statement, of which there is at least one.
    pub(super) fn of(&mut self, at: &Path, patterns: &[String]) -> Vec<Regex> {
        let compiled = self.each(&at.then(["patterns".into()]), patterns);
        if patterns.is_empty() {
            let help = "Write \"patterns\" with at least one.";
            self.found.error("claims/patterns", at, "has no pattern that can be used.", help);
        }
        compiled
    }

    pub(super) fn each(&mut self, at: &Path, patterns: &[String]) -> Vec<Regex> {
        let mut all = Vec::new();
        for (index, pattern) in patterns.iter().enumerate() {
            if self.left == 0 {
                let told = format!("comes after the {MOST} patterns that are read.");
                self.found.error("claims/patterns", at, &told, "Write fewer patterns.");
                break;
            }
            self.left -= 1;
            match compiled(pattern) {
                Ok(pattern) => all.push(pattern),
                Err(why) => self.found.error(
                    "claims/pattern",
                    &at.then([index.into()]),
                    "is no pattern.",
                    &format!("Correct the regular expression: {why}."),
                ),
            }
        }
        all
    }

    pub(super) fn instead_missing(&mut self, at: &Path) {
        if at.node(self.found.node()).and_then(|rule| rule.text("insteadSay")).is_some() {
            let help = "Write \"insteadSay\" with a sentence that may stand.";
            self.found.error("claims/instead", at, "does not say what to write instead.", help);
        }
    }
}

fn compiled(pattern: &str) -> Result<Regex, String> {
    if pattern.is_empty() || pattern.len() > LONGEST {
        return Err(format!("it has {} bytes, of 1 to {LONGEST}", pattern.len()));
    }
    let regex = RegexBuilder::new(pattern)
        .case_insensitive(true)
        .delegate_size_limit(LARGEST)
        .delegate_dfa_size_limit(LARGEST)
        .backtrack_limit(MOST_STEPS)
        .build();
    regex.map_err(|error| error.to_string().lines().last().unwrap_or_default().trim().to_owned())
}
