mod clause;
mod phrases;

use std::collections::HashMap;

use data::{Node, Path, Step};
use fancy_regex::Regex;

use super::super::finding::Severity;
use super::super::remark::Remark;
use super::super::texts::Text;
use super::entries;
use clause::{clauses, folded};
use phrases::Phrases;

/// How strong the evidence of benefits and plans is, as a quiz labels it.
pub(super) struct Labels<'n>(HashMap<(&'static str, String), &'n str>);

impl<'n> Labels<'n> {
    pub(super) fn new(quiz: &'n Node) -> Self {
        let of = |list: &'static str| {
            let items = entries(quiz, list).into_iter();
            items.map(move |(at, item)| {
                ((list, name(&at, item)), item.text("evidence").unwrap_or_default())
            })
        };
        Self(of("benefits").chain(of("plans")).collect())
    }

    /// The label that a text stands under; nothing where it belongs to no benefit and no plan.
    pub(super) fn of(&self, text: &Text) -> Option<&'n str> {
        let (list, item) = match text.key.split('.').collect::<Vec<_>>()[..] {
            ["benefits", item, _] => ("benefits", item),
            ["plans", item, _] => ("plans", item),
            _ => return None,
        };
        Some(self.0.get(&(list, item.to_owned())).copied().unwrap_or_default())
    }
}

/// What an item is called in the key of a text.
fn name(at: &Path, item: &Node) -> String {
    match (item.text("id"), at.0.last()) {
        (None, Some(Step::Entry(index))) => (index + 1).to_string(),
        (id, _) => id.unwrap_or_default().to_owned(),
    }
}

/// What a text claims of the evidence, held against its label.
pub(super) fn remarks(text: &Text, label: &str, language: &str) -> Vec<Remark> {
    let Some(phrases) = Phrases::of(language) else { return Vec::new() };
    let claim = Claim { phrases, field: text.field(), label, clauses: clauses(&text.raw, phrases) };
    let no_may = (claim.field == "may").then(|| no_may(&text.raw, phrases)).flatten();
    no_may.into_iter().chain(claim.stronger()).chain(claim.weaker()).collect()
}

fn no_may(raw: &str, phrases: &Phrases) -> Option<Remark> {
    let words = format!(" {} ", clause::words(&folded(raw)));
    let has = |word: &&str| words.contains(&format!(" {} ", folded(word)));
    if phrases.careful.iter().any(has) {
        return None;
    }
    let one_of = phrases.careful.join(", ");
    let help = format!("Say what it may do: write one of the words {one_of}.");
    Some(Remark::error("evidence/no-may", "promises what the treatment does.", &help))
}

/// A text about a treatment, as clauses.
struct Claim<'t> {
    phrases: &'static Phrases,
    field: &'t str,
    label: &'t str,
    clauses: Vec<String>,
}

impl Claim<'_> {
    /// Words that say more than the label.
    fn stronger(&self) -> Option<Remark> {
        let severity = match self.label {
            "very-limited" | "low" => Severity::Error,
            "limited" => Severity::Warning,
            _ => return None,
        };
        let is_short = matches!(self.field, "title" | "may");
        let keen = || self.clauses.iter().find_map(|clause| self.phrases.keen_in(clause));
        let keen = (is_short && severity == Severity::Error).then(keen).flatten();
        let words = keen.or_else(|| self.sure())?;
        let told = format!("says \"{words}\", but the evidence is labelled \"{}\".", self.label);
        let help = "Say no more than that it may help, or that it has not been well studied.";
        Some(Remark::new(severity, "evidence/stronger", told, help))
    }

    /// Words that leave no doubt, or name large trials where nothing says that they are of something
    /// else.
    fn sure(&self) -> Option<String> {
        let has_gap = || self.clauses.iter().any(|it| self.phrases.is_gap(it));
        let large = || self.clauses.iter().find_map(|it| self.phrases.large_in(it));
        let sure = self.clauses.iter().find_map(|it| self.phrases.sure_in(it));
        sure.or_else(|| large().filter(|_| !has_gap()))
    }

    /// Words that say less than the label.
    fn weaker(&self) -> Option<Remark> {
        let has_large = self.clauses.iter().any(|it| self.phrases.large_in(it).is_some());
        let (unstudied, no_trial, thin) = match (self.label, has_large) {
            ("strong", false) => (Some(Severity::Error), Some(Severity::Error), true),
            ("strong" | "moderate", true) => (Some(Severity::Warning), None, false),
            ("moderate", false) => (Some(Severity::Error), Some(Severity::Warning), false),
            ("limited", _) => (Some(Severity::Warning), None, false),
            _ => return None,
        };
        let thin = (thin && matches!(self.field, "may" | "evidence")).then_some(Severity::Warning);
        let kinds = [
            (unstudied, &self.phrases.unstudied),
            (no_trial, &self.phrases.no_trial),
            (thin, &self.phrases.thin),
        ];
        let found = |(severity, pattern)| Some((severity?, self.find(pattern)?));
        let (severity, words) = kinds.into_iter().find_map(found)?;
        let told = format!("says \"{words}\", but the evidence is labelled \"{}\".", self.label);
        let help = "Write a weaker label as \"evidence\", or say which trials there are.";
        Some(Remark::new(severity, "evidence/weaker", told, help))
    }

    /// What a pattern finds. What a treatment does not do may also say what nobody has studied
    /// about it: there the whole clause must.
    fn find(&self, pattern: &Regex) -> Option<String> {
        let is_not = self.field == "not";
        self.clauses.iter().find_map(|clause| {
            let found = pattern.find(clause).ok()??;
            let is_of_part = self.phrases.part.is_match(&clause[..found.start()]).unwrap_or(false);
            let is_whole = !is_not || found.end() == clause.len();
            (is_whole && !is_of_part).then(|| found.as_str().trim().to_owned())
        })
    }
}

#[cfg(test)]
mod tests;
