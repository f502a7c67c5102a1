use std::collections::BTreeMap;

use aho_corasick::AhoCorasick;

use super::patterns::Finder;

/// Finds in one pass which rules a text can break at all: few patterns are looked for in most texts, and
/// most are never compiled.
#[derive(Debug, Default)]
pub(super) struct Prefilter {
    /// Nothing where no rule has literals.
    automaton: Option<AhoCorasick>,
    /// The rules of each literal.
    rules: Vec<Vec<usize>>,
    /// Whether a rule is looked for in every text.
    always: Vec<bool>,
}

impl Prefilter {
    /// That of rules, in their order.
    pub(super) fn new<'f>(rules: impl Iterator<Item = &'f Finder>) -> Self {
        let mut literals: BTreeMap<&[u8], Vec<usize>> = BTreeMap::new();
        let mut always = Vec::new();
        for (index, rule) in rules.enumerate() {
            always.push(rule.literals.is_none());
            for literal in rule.literals.iter().flatten() {
                literals.entry(literal).or_default().push(index);
            }
        }
        match AhoCorasick::new(literals.keys()) {
            Ok(automaton) => {
                Self { automaton: Some(automaton), rules: literals.into_values().collect(), always }
            }
            Err(_) => Self { automaton: None, rules: Vec::new(), always: vec![true; always.len()] },
        }
    }

    /// For each rule whether a text may break it.
    pub(super) fn candidates(&self, text: &str) -> Vec<bool> {
        let mut candidates = self.always.clone();
        for found in self.automaton.iter().flat_map(|it| it.find_overlapping_iter(text)) {
            for rule in &self.rules[found.pattern().as_usize()] {
                candidates[*rule] = true;
            }
        }
        candidates
    }
}
