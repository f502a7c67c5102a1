use std::ops::Range;
use std::sync::Arc;

use data::Path;
use data::beside::Grammar as File;

use super::pattern::Pattern;
use super::patterns::{Lists, Patterns, list_all};

/// How a language turns a claim around, or leaves it open.
#[derive(Debug, Default)]
pub(super) struct Grammar {
    pub(super) language: Option<String>,
    pub(super) lists: Lists,
    pub(super) breaks: Vec<Arc<Pattern>>,
    denials: Vec<Arc<Pattern>>,
    denials_after: Vec<Arc<Pattern>>,
    no_denials: Vec<Arc<Pattern>>,
    hedges: Vec<Arc<Pattern>>,
    conditions: Vec<Arc<Pattern>>,
    asks: Vec<Arc<Pattern>>,
}

/// How what stands around a claim turns it around.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Denial {
    /// Not at all.
    None,
    /// Something before it does, but so far that it may belong to something else.
    Far,
    /// Something behind it does, which may belong to something else.
    Behind,
    /// Words close before it do, or what is said of it.
    Near,
}

/// A denial is close to a claim with so many words between at most.
const BETWEEN: usize = 5;

impl Grammar {
    /// What a file without grammars has: words that deny in every language.
    pub(super) fn of_negations(patterns: &mut Patterns<'_, '_>, negations: &[String]) -> Self {
        let at = Path::new(["negations".into()]);
        let denials = patterns.each(&at, negations, &Lists::new());
        Self { denials, ..Self::default() }
    }

    pub(super) fn new(patterns: &mut Patterns<'_, '_>, at: &Path, file: File) -> Self {
        let lists = list_all(file.lists.map(|lists| lists.0).unwrap_or_default());
        let mut each = |name: &'static str, all: &[String]| {
            patterns.each(&at.then([name.into()]), all, &lists)
        };
        Self {
            breaks: each("breaks", &file.breaks),
            denials: each("denials", &file.denials),
            denials_after: each("denialsAfter", &file.denials_after),
            no_denials: each("noDenials", &file.no_denials),
            hedges: each("hedges", &file.hedges),
            conditions: each("conditions", &file.conditions),
            asks: each("asks", &file.asks),
            language: Some(file.language),
            lists,
        }
    }

    /// How a clause denies the claim in this part of it.
    pub(super) fn denial(&self, clause: &str, claim: &Range<usize>) -> Denial {
        if has(&self.denials_after, &clause[claim.end..]) {
            return Denial::Near;
        }
        let (before, behind) = (&clause[..claim.start], &clause[claim.end..]);
        let nothing = ranges(&self.no_denials, clause);
        let denies = |at: usize| !nothing.iter().any(|no| no.contains(&at));
        let last = ranges(&self.denials, before).into_iter().filter(|it| denies(it.start));
        match last.map(|denial| denial.end).max() {
            Some(end) if before[end..].split_whitespace().count() <= BETWEEN => Denial::Near,
            Some(_) => Denial::Far,
            None if ranges(&self.denials, behind).iter().any(|it| denies(claim.end + it.start)) => {
                Denial::Behind
            }
            None => Denial::None,
        }
    }

    pub(super) fn hedges(&self, before: &str) -> bool {
        has(&self.hedges, before)
    }

    pub(super) fn is_condition(&self, before: &str) -> bool {
        has(&self.conditions, before)
    }

    /// Whether a sentence asks, or says what to ask.
    pub(super) fn asks(&self, sentence: &str) -> bool {
        has(&self.asks, sentence)
    }
}

/// Whether one of these is found.
pub(super) fn has(patterns: &[Arc<Pattern>], text: &str) -> bool {
    patterns.iter().any(|pattern| pattern.is_match(text))
}

fn ranges(patterns: &[Arc<Pattern>], text: &str) -> Vec<Range<usize>> {
    patterns.iter().flat_map(|pattern| pattern.ranges(text)).collect()
}
