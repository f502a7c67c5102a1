use std::collections::HashMap;
use std::sync::Arc;

use data::Path;

use super::super::document::Found;
use super::pattern::{MOST, Pattern};
use super::plain::folded;

/// A longer pattern, in bytes, is none.
const LONGEST: usize = 1000;

/// Nor is one that has become longer with its lists.
const LONGEST_FILLED: usize = 10_000;

/// Lists of words by name, as they stand in a pattern.
pub(super) type Lists = HashMap<String, String>;

/// Compiles the patterns of a file of wording rules, and says which are none.
pub(super) struct Patterns<'f, 'd> {
    found: &'f mut Found<'d>,
    left: usize,
}

impl<'f, 'd> Patterns<'f, 'd> {
    pub(super) fn new(found: &'f mut Found<'d>) -> Self {
        Self { found, left: MOST }
    }

    /// The patterns of a statement, of which there is at least one.
    pub(super) fn of(
        &mut self,
        at: &Path,
        patterns: &[String],
        lists: &Lists,
    ) -> Vec<Arc<Pattern>> {
        self.at_least_one(at, patterns);
        self.each(&at.then(["patterns".into()]), patterns, lists)
    }

    /// The patterns of a rule, of which there is at least one.
    pub(super) fn of_rule(
        &mut self,
        at: &Path,
        patterns: &[String],
        lists: &Lists,
    ) -> Vec<Arc<Pattern>> {
        self.at_least_one(at, patterns);
        self.rule(&at.then(["patterns".into()]), patterns, lists)
    }

    fn at_least_one(&mut self, at: &Path, patterns: &[String]) {
        if patterns.is_empty() {
            let help = "Write \"patterns\" with at least one.";
            self.found.error("claims/patterns", at, "has no pattern that can be used.", help);
        }
    }

    /// As few as can be that find what any of these does.
    pub(super) fn each(
        &mut self,
        at: &Path,
        patterns: &[String],
        lists: &Lists,
    ) -> Vec<Arc<Pattern>> {
        let all = self.rule(at, patterns, lists);
        let (mut apart, together): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|pattern| pattern.is_alone());
        match Pattern::any(&together) {
            Ok(any) if together.len() > 1 => apart.push(any),
            _ => apart.extend(together),
        }
        apart
    }

    /// Those of a rule, which are compiled when a text may have one; in a file whose findings are wanted
    /// at once, for what is wrong with them is told there.
    pub(super) fn rule(
        &mut self,
        at: &Path,
        patterns: &[String],
        lists: &Lists,
    ) -> Vec<Arc<Pattern>> {
        let mut all = Vec::new();
        for (index, source) in self.sources(at, patterns, lists) {
            let is_wanted = self.found.document.wanted;
            let pattern = Pattern::new(source).and_then(|pattern| {
                if is_wanted && pattern.is_large() {
                    pattern.engine()?;
                }
                Ok(pattern)
            });
            match pattern {
                Ok(pattern) => all.push(pattern),
                Err(why) => self.tell(at, index, &why),
            }
        }
        all
    }

    /// Patterns as they are compiled, each with its number.
    fn sources(&mut self, at: &Path, patterns: &[String], lists: &Lists) -> Vec<(usize, String)> {
        let mut sources = Vec::new();
        for (index, pattern) in patterns.iter().enumerate() {
            if self.left == 0 {
                let told = format!("comes after the {MOST} patterns that are read.");
                self.found.error("claims/patterns", at, &told, "Write fewer patterns.");
                break;
            }
            self.left -= 1;
            match source(pattern, lists) {
                Ok(source) => sources.push((index, source)),
                Err(why) => self.tell(at, index, &why),
            }
        }
        sources
    }

    fn tell(&mut self, at: &Path, index: usize, why: &str) {
        let help = format!("Correct the regular expression: {why}.");
        self.found.error("claims/pattern", &at.then([index.into()]), "is no pattern.", &help);
    }

    pub(super) fn instead_missing(&mut self, at: &Path) {
        if at.node(self.found.node()).and_then(|rule| rule.text("insteadSay")).is_some() {
            let help = "Write \"insteadSay\" with a sentence that may stand.";
            self.found.error("claims/instead", at, "does not say what to write instead.", help);
        }
    }
}

/// A pattern as it is compiled.
pub(super) fn source(pattern: &str, lists: &Lists) -> Result<String, String> {
    filled(pattern, lists).map(|pattern| folded(&pattern))
}

/// The lists of a language as they stand in its patterns.
pub(super) fn list_all(all: Vec<(String, Vec<String>)>) -> Lists {
    let mut lists = Lists::new();
    for (name, words) in all {
        let words = list(&words, &lists);
        lists.insert(name, words);
    }
    lists
}

/// A list as it stands in a pattern; one may name those before it.
fn list(words: &[String], lists: &Lists) -> String {
    let words = words.iter().map(|word| filled(word, lists).unwrap_or_else(|_| word.clone()));
    format!("(?:{})", words.collect::<Vec<_>>().join("|"))
}

/// A pattern with its lists in the places of their names in braces.
fn filled(pattern: &str, lists: &Lists) -> Result<String, String> {
    if pattern.is_empty() || pattern.len() > LONGEST {
        return Err(format!("it has {} bytes, of 1 to {LONGEST}", pattern.len()));
    }
    let mut filled = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let name = after.split_once('}').filter(|(name, _)| is_name(name));
        match name.filter(|_| !before.ends_with("\\p") && !before.ends_with("\\P")) {
            Some((name, after)) => {
                let list = lists.get(name).ok_or(format!("there is no list \"{name}\""))?;
                filled.push_str(list);
                rest = after;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    let length = filled.len();
    let too_long = format!("with its lists it has {length} bytes, of at most {LONGEST_FILLED}");
    if length > LONGEST_FILLED { Err(too_long) } else { Ok(filled) }
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}
