mod clause;
mod engine;
mod grammar;
mod literals;
mod pattern;
mod patterns;
mod plain;
mod prefilter;

pub(super) use plain::{Folded, plain};

use std::collections::{BTreeSet, HashSet};
use std::ops::Range;
use std::sync::{Arc, LazyLock};

use data::beside::{self, Strength, WordingRule};
use data::{Path, Step};

use super::document::{Document, FileKind, Found};
use super::finding::Severity;
use super::named;
use super::remark::Remark;
use super::tag::{is_tag, primary};
use super::texts::LONGEST;
use clause::Clause;
use engine::TooLong;
use grammar::{Denial, Grammar, has};
use pattern::Pattern;
use patterns::{Lists, Patterns};
use prefilter::Prefilter;

/// Wording rules, compiled.
#[derive(Debug, Default)]
pub(super) struct Rules {
    rules: Vec<Rule>,
    prefilter: Prefilter,
    pub(super) statements: Vec<Statement>,
    /// Of each language; the last is for all others.
    grammars: Vec<Grammar>,
    /// Files of rules with errors that are told of nowhere else.
    broken: Vec<String>,
}

#[derive(Debug)]
struct Rule {
    id: String,
    severity: Severity,
    language: Option<String>,
    patterns: Vec<Arc<Pattern>>,
    unless: Vec<Arc<Pattern>>,
    unless_hedged: bool,
    even_denied: bool,
    instead: String,
}

/// What every result must say.
#[derive(Debug)]
pub(super) struct Statement {
    pub(super) id: String,
    pub(super) language: Option<String>,
    pub(super) patterns: Vec<Arc<Pattern>>,
    pub(super) say: String,
}

/// A claim that a text makes.
#[derive(Debug)]
struct Claim {
    words: String,
    doubt: Option<Doubt>,
}

/// Why words may be no claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Doubt {
    /// It is to be looked at even so.
    Denied,
    /// Something denies it, but not close before it.
    DeniedFar,
    /// Something behind it may deny it.
    DeniedBehind,
    Condition,
    Question,
}

/// So many letters of a claim are quoted.
const QUOTED: usize = 80;

/// Reads the wording rules among the files; what is wrong in them is told there.
pub(super) fn rules(documents: &mut [Document]) -> Rules {
    let mut rules = Rules::default();
    for document in documents.iter_mut().filter(|document| document.what == FileKind::Claims) {
        if document.tree().is_some() {
            let mut found = Found::new(document);
            rules.read(&mut found);
            let findings = found.findings;
            document.add(findings);
        }
        if document.has_errors() && !document.wanted {
            rules.broken.push(document.name.clone());
        }
    }
    rules.prefilter = Prefilter::new(rules.rules.iter().map(|rule| &rule.patterns[..]));
    rules
}

impl Rules {
    fn read(&mut self, found: &mut Found<'_>) {
        let (file, problems) = beside::claims(found.node());
        problems.iter().for_each(|problem| found.problem(problem));
        named::check(found, &["languages", "rules", "statements"]);
        let mut patterns = Patterns::new(found);
        for (index, language) in file.languages.into_iter().enumerate() {
            let at = Path::new([Step::from("languages"), index.into()]);
            self.grammars.push(Grammar::new(&mut patterns, &at, language));
        }
        for (index, rule) in file.rules.into_iter().enumerate() {
            let at = Path::new([Step::from("rules"), index.into()]);
            self.rules.push(Rule::new(&mut patterns, &at, rule, &self.grammars));
        }
        for (index, statement) in file.statements.into_iter().enumerate() {
            let at = Path::new([Step::from("statements"), index.into()]);
            let lists = lists(&self.grammars, statement.language.as_deref());
            self.statements.push(Statement {
                patterns: patterns.of(&at, &statement.patterns, lists),
                language: statement.language,
                say: statement.say,
                id: statement.id,
            });
        }
        self.grammars.push(Grammar::of_negations(&mut patterns, &file.negations));
    }

    /// Says where nobody looks at the claims of a file, wholly or in its language.
    pub(super) fn known(&self, found: &mut Found<'_>, language: &str) {
        let none = |list: &str| format!("has no {list} beside it, so nothing checked its claims.");
        let told = match (self.broken.first(), self.rules.is_empty(), self.statements.is_empty()) {
            (Some(name), ..) => format!("is checked by {name}, which has errors."),
            (None, true, _) => none("wording rules"),
            (None, false, true) => none("required statements"),
            (None, false, false) => return self.known_in(found, language),
        };
        let help = "Put claims.json beside it as it came with the program, and mend it: check \
                    static/data/claims.json.";
        found.error("claims/missing", &Path::default(), &told, help);
    }

    fn known_in(&self, found: &mut Found<'_>, language: &str) {
        let own = |of: &Option<String>| fits(Some(of.as_deref().unwrap_or("en")), language);
        let rules = self.rules.iter().filter(|rule| own(&rule.language)).count();
        let statements = self.statements.iter().filter(|it| own(&it.language)).count();
        if rules > 0 && statements > 0 || !is_tag(language) {
            return;
        }
        let told = format!(
            "has {}, so hardly anything checked its claims.",
            match (rules, statements) {
                (0, 0) => "no wording rules and no required statements".to_owned(),
                (0, _) => "no wording rules".to_owned(),
                (1, _) => "1 wording rule and no required statements".to_owned(),
                (rules, _) => format!("{rules} wording rules and no required statements"),
            }
        );
        let help = "Let somebody who knows the law of the country read it, or add rules and \
                    statements with this \"language\" to claims.json.";
        found.warn("claims/no-rules", &Path::new([Step::from("language")]), &told, help);
    }

    /// The claims that a text makes and may not make. A rule that takes too long is `slow`: that is
    /// an error, and the file's other texts are not looked through by it.
    pub(super) fn remarks(
        &self,
        text: &str,
        language: &str,
        slow: &mut HashSet<usize>,
    ) -> Vec<Remark> {
        let Some(grammar) = self.grammar(language) else { return Vec::new() };
        let text = Folded::new(&text[..text.floor_char_boundary(LONGEST)]);
        let mut remarks = Vec::new();
        for (index, patterns) in self.prefilter.candidates(&text.text) {
            let rule = &self.rules[index];
            if slow.contains(&index) || !fits(rule.language.as_deref(), language) {
                continue;
            }
            match rule.claim(&patterns, &text, grammar) {
                Ok(None) => {}
                Ok(Some(claim)) => remarks.push(claimed(rule, &claim)),
                Err(TooLong) => {
                    slow.insert(index);
                    remarks.push(too_long(rule));
                }
            }
        }
        once(&mut remarks);
        remarks
    }

    fn grammar(&self, language: &str) -> Option<&Grammar> {
        self.grammars.iter().find(|it| fits(it.language.as_deref(), language))
    }
}

/// The lists for patterns of a language.
fn lists<'g>(grammars: &'g [Grammar], language: Option<&str>) -> &'g Lists {
    static NONE: LazyLock<Lists> = LazyLock::new(Lists::new);
    let language = language.unwrap_or("en");
    let own = grammars.iter().find(|it| fits(it.language.as_deref(), language));
    own.map_or(&*NONE, |grammar| &grammar.lists)
}

impl Rule {
    fn new(
        patterns: &mut Patterns<'_, '_>,
        at: &Path,
        rule: WordingRule,
        grammars: &[Grammar],
    ) -> Self {
        if rule.instead.trim().is_empty() {
            patterns.instead_missing(at);
        }
        let lists = lists(grammars, rule.language.as_deref());
        Self {
            severity: match rule.level {
                Strength::Block => Severity::Error,
                Strength::Warn => Severity::Warning,
            },
            patterns: patterns.of_rule(at, &rule.patterns, lists),
            unless: patterns.rule(&at.then(["unless".into()]), &rule.unless, lists),
            unless_hedged: rule.unless_hedged,
            even_denied: rule.even_denied,
            language: rule.language,
            instead: rule.instead,
            id: rule.id,
        }
    }

    /// The first words of a text that make a claim by one of these patterns which their part of the
    /// sentence does not turn around; rather one without doubt.
    fn claim(
        &self,
        patterns: &BTreeSet<usize>,
        text: &Folded<'_>,
        grammar: &Grammar,
    ) -> Result<Option<Claim>, TooLong> {
        let mut first: Option<(Option<Doubt>, Range<usize>)> = None;
        for pattern in patterns {
            let pattern = self.patterns[*pattern].engine().map_err(|_| TooLong)?;
            for found in pattern.find_iter(&text.text) {
                let at = trimmed(&text.text, found?);
                let rank = |doubt: Option<Doubt>, at: &Range<usize>| (doubt.is_some(), at.start);
                let known = first.as_ref().map(|(doubt, at)| rank(*doubt, at));
                let is_later = |doubt| known.is_some_and(|known| known <= rank(doubt, &at));
                if at.is_empty() || is_later(None) {
                    continue;
                }
                match self.weighed(&Clause::around(at.clone(), &text.text, grammar), grammar) {
                    Weight::Doubtful(doubt) if !is_later(Some(doubt)) => {
                        first = Some((Some(doubt), at));
                    }
                    Weight::Nothing | Weight::Doubtful(_) => {}
                    Weight::Full => first = Some((None, at)),
                }
            }
        }
        Ok(first.map(|(doubt, at)| Claim { words: text.words(at), doubt }))
    }

    fn weighed(&self, clause: &Clause<'_>, grammar: &Grammar) -> Weight {
        if has(&self.unless, clause.text)
            || (self.unless_hedged && grammar.hedges(clause.text))
            || grammar.asks(clause.sentence)
        {
            return Weight::Nothing;
        }
        match grammar.denial(clause.text, &clause.claim) {
            Denial::Near if self.even_denied => Weight::Doubtful(Doubt::Denied),
            Denial::Near => Weight::Nothing,
            Denial::Far => Weight::Doubtful(Doubt::DeniedFar),
            Denial::Behind => Weight::Doubtful(Doubt::DeniedBehind),
            Denial::None if grammar.is_condition(clause.before()) => {
                Weight::Doubtful(Doubt::Condition)
            }
            Denial::None if clause.is_question() => Weight::Doubtful(Doubt::Question),
            Denial::None => Weight::Full,
        }
    }
}

/// What words that a rule finds come to in their sentence.
enum Weight {
    Nothing,
    Doubtful(Doubt),
    Full,
}

/// A part of a text without the spaces at its ends.
fn trimmed(text: &str, part: Range<usize>) -> Range<usize> {
    let words = &text[part.clone()];
    let start = part.start + words.len() - words.trim_start().len();
    start..start + words.trim().len()
}

/// Leaves errors alone or, without one, a single warning: many rules find the same words.
fn once(remarks: &mut Vec<Remark>) {
    if remarks.iter().any(|remark| remark.severity == Severity::Error) {
        remarks.retain(|remark| remark.severity == Severity::Error);
    } else {
        remarks.truncate(1);
    }
}

fn claimed(rule: &Rule, claim: &Claim) -> Remark {
    let (words, id) = (shortened(&claim.words), &rule.id);
    let Some(doubt) = claim.doubt else {
        let (kind, verb) = match rule.severity {
            Severity::Error => ("claims/blocked", "claims too much"),
            _ => ("claims/doubtful", "may claim too much"),
        };
        let told = format!("{verb}: \"{words}\" (rule \"{id}\").");
        let help = format!("Write, for instance: {}", rule.instead);
        return Remark::new(rule.severity, kind, told, &help);
    };
    let (why, close) = match doubt {
        Doubt::Denied => ("even where it is denied", false),
        Doubt::DeniedFar => ("what denies it stands too far before", true),
        Doubt::DeniedBehind => ("what may deny it stands behind it", true),
        Doubt::Condition => ("it stands in a condition", false),
        Doubt::Question => ("it stands in a question", false),
    };
    let told = format!("may claim too much: \"{words}\" (rule \"{id}\"); {why}.");
    let first = if close {
        "Write the \"not\" close before it, or for instance"
    } else {
        "Write, for instance"
    };
    Remark::warning("claims/doubtful", told, &format!("{first}: {}", rule.instead))
}

/// Words as they are quoted: not a whole paragraph.
fn shortened(words: &str) -> String {
    match words.char_indices().nth(QUOTED) {
        Some((end, _)) => {
            let part = &words[..end];
            format!("{}…", part.rsplit_once(' ').map_or(part, |(part, _)| part))
        }
        None => words.to_owned(),
    }
}

fn too_long(rule: &Rule) -> Remark {
    let told = format!("takes too long to check by the rule \"{}\".", rule.id);
    let help = "Write the rule's patterns in claims.json more simply.";
    Remark::error("claims/pattern", told, help)
}

/// Whether a rule for a language is one for texts of another: `es` is for `es-MX` too.
pub(super) fn fits(rule: Option<&str>, language: &str) -> bool {
    rule.is_none_or(|rule| primary(rule) == primary(language))
}
