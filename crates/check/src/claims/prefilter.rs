use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::pattern::Pattern;

/// Patterns that a text may have, by the number of their rule.
type Candidates = BTreeMap<usize, BTreeSet<usize>>;

/// Finds in one pass which patterns of which rules a text can have at all: few are looked for in most
/// texts, and most are never compiled.
#[derive(Debug, Default)]
pub(super) struct Prefilter {
    /// Nothing where no pattern has literals.
    automaton: Option<AhoCorasick>,
    /// The rule and the pattern of each literal.
    patterns: Vec<Vec<(usize, usize)>>,
    /// Those that are looked for in every text.
    always: Candidates,
}

impl Prefilter {
    /// That of rules, in their order.
    pub(super) fn new<'f>(rules: impl Iterator<Item = &'f [Arc<Pattern>]> + Clone) -> Self {
        let mut quick = AhoCorasick::builder();
        quick.kind(Some(AhoCorasickKind::NoncontiguousNFA)).prefilter(false);
        let mut by_literal: BTreeMap<&[u8], Vec<(usize, usize)>> = BTreeMap::new();
        let mut always = Candidates::new();
        for (rule, at, pattern) in rules.clone().enumerate().flat_map(numbered) {
            match &pattern.literals {
                Some(literals) => {
                    for literal in literals {
                        by_literal.entry(literal).or_default().push((rule, at));
                    }
                }
                None => add(&mut always, rule, at),
            }
        }
        if let Ok(automaton) = quick.build(by_literal.keys()) {
            let patterns = by_literal.into_values().collect();
            return Self { automaton: Some(automaton), patterns, always };
        }
        for (rule, at, _) in rules.enumerate().flat_map(numbered) {
            add(&mut always, rule, at);
        }
        Self { always, ..Self::default() }
    }

    /// The patterns that a text may have.
    pub(super) fn candidates(&self, text: &str) -> Candidates {
        let mut candidates = self.always.clone();
        for found in self.automaton.iter().flat_map(|it| it.find_overlapping_iter(text)) {
            for (rule, at) in &self.patterns[found.pattern().as_usize()] {
                add(&mut candidates, *rule, *at);
            }
        }
        candidates
    }
}

fn add(candidates: &mut Candidates, rule: usize, pattern: usize) {
    candidates.entry(rule).or_default().insert(pattern);
}

fn numbered(
    (rule, patterns): (usize, &[Arc<Pattern>]),
) -> impl Iterator<Item = (usize, usize, &Pattern)> {
    patterns.iter().enumerate().map(move |(at, pattern)| (rule, at, &**pattern))
}
