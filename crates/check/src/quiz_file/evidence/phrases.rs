mod ar;
mod en;
mod es;

use std::sync::LazyLock;

use fancy_regex::Regex;

use super::super::super::tag::primary;

/// How a language speaks of evidence. Patterns look at clauses as [`super::clause`] makes them.
pub(super) struct Phrases {
    /// Words that leave it open whether a treatment helps.
    pub(super) careful: &'static [&'static str],
    /// Words that do not, in a heading or in what a treatment may do.
    keen: Regex,
    /// Words that leave no doubt.
    sure: Regex,
    /// Large trials, or several good ones.
    large: Regex,
    /// Large trials of something else.
    other: Regex,
    /// What turns around words that come after it.
    denied: Regex,
    /// What turns around words that come before it.
    denied_after: Regex,
    /// There is no trial.
    pub(super) no_trial: Regex,
    /// Nobody has studied it, or hardly.
    pub(super) unstudied: Regex,
    /// Few or small studies.
    pub(super) thin: Regex,
    /// Of what was spoken of, nothing is meant.
    none: Regex,
    /// What makes a gap one in a part of what could be known.
    pub(super) part: Regex,
    /// Sayings that hold a denial and are none, and what they mean.
    pub(super) sayings: &'static [(&'static str, &'static str)],
    /// What stands between two clauses.
    pub(super) joints: &'static [&'static str],
    /// What may stand between two, or between two words of one.
    and: &'static str,
}

impl Phrases {
    /// Those of a language that is known.
    pub(super) fn of(language: &str) -> Option<&'static Self> {
        static EN: LazyLock<Phrases> = LazyLock::new(en::phrases);
        static ES: LazyLock<Phrases> = LazyLock::new(es::phrases);
        static AR: LazyLock<Phrases> = LazyLock::new(ar::phrases);
        match primary(language).as_str() {
            "en" => Some(&EN),
            "es" => Some(&ES),
            "ar" => Some(&AR),
            _ => None,
        }
    }

    /// Words of a clause that leave it open no longer.
    pub(super) fn keen_in(&self, clause: &str) -> Option<String> {
        clause.split(self.and).find_map(|part| {
            let found = self.keen.find(part).ok()??;
            let is_denied = self.denied.is_match(&part[..found.start()]).unwrap_or(false);
            (!is_denied).then(|| found.as_str().to_owned())
        })
    }

    /// Words of a clause that leave no doubt.
    pub(super) fn sure_in(&self, clause: &str) -> Option<String> {
        self.claimed(&self.sure, clause)
    }

    /// Whether a clause says that nothing is known of the treatment.
    pub(super) fn is_gap(&self, clause: &str) -> bool {
        let gaps = [&self.no_trial, &self.unstudied, &self.none];
        gaps.iter().any(|gap| gap.is_match(clause).unwrap_or(false))
    }

    /// Words of a clause that name large trials of the treatment.
    pub(super) fn large_in(&self, clause: &str) -> Option<String> {
        let is_other = self.other.is_match(clause).unwrap_or(false);
        if is_other { None } else { self.claimed(&self.large, clause) }
    }

    /// What a pattern finds, unless the clause denies it.
    fn claimed(&self, pattern: &Regex, clause: &str) -> Option<String> {
        let found = pattern.find(clause).ok()??;
        let has = |pattern: &Regex, words: &str| pattern.is_match(words).unwrap_or(false);
        let is_denied = has(&self.denied, &clause[..found.start()])
            || has(&self.denied_after, &clause[found.end()..]);
        (!is_denied).then(|| found.as_str().trim().to_owned())
    }
}

/// One of these, as whole words.
fn any(patterns: &[&str]) -> Regex {
    let pattern = format!(r"\b(?:{})(?!\w)", patterns.join("|"));
    Regex::new(&pattern).unwrap_or_else(|error| unreachable!("{pattern}: {error}"))
}
