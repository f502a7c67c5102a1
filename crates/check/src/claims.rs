mod denied;
mod patterns;
mod plain;

pub(super) use plain::plain;

use std::collections::HashSet;

use data::beside::{self, Strength};
use data::{Path, Step};
use fancy_regex::Regex;

use super::document::{Document, FileKind, Found};
use super::finding::Severity;
use super::remark::Remark;
use super::texts::LONGEST;
use denied::Denial;
use patterns::Patterns;

/// Wording rules, compiled.
#[derive(Debug, Default)]
pub(super) struct Rules {
    rules: Vec<Rule>,
    pub(super) statements: Vec<Statement>,
    /// Words that turn a claim around.
    negations: Vec<Regex>,
    /// Files of rules with errors that are told of nowhere else.
    broken: Vec<String>,
}

#[derive(Debug)]
struct Rule {
    id: String,
    severity: Severity,
    language: Option<String>,
    patterns: Vec<Regex>,
    instead: String,
}

/// What every result must say.
#[derive(Debug)]
pub(super) struct Statement {
    pub(super) id: String,
    pub(super) language: Option<String>,
    pub(super) patterns: Vec<Regex>,
    pub(super) say: String,
}

/// A claim that a text makes.
#[derive(Debug)]
struct Claim {
    words: String,
    /// Something denies it, but not close before it.
    is_doubtful: bool,
}

/// A pattern that takes too long to look for.
#[derive(Debug)]
struct TooLong;

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
    rules
}

impl Rules {
    fn read(&mut self, found: &mut Found<'_>) {
        let (file, problems) = beside::claims(found.node());
        problems.iter().for_each(|problem| found.problem(problem));
        let mut patterns = Patterns::new(found);
        for (index, rule) in file.rules.into_iter().enumerate() {
            let at = Path::new([Step::from("rules"), index.into()]);
            if rule.instead.trim().is_empty() {
                patterns.instead_missing(&at);
            }
            self.rules.push(Rule {
                severity: match rule.level {
                    Strength::Block => Severity::Error,
                    Strength::Warn => Severity::Warning,
                },
                language: rule.language,
                patterns: patterns.of(&at, &rule.patterns),
                instead: rule.instead,
                id: rule.id,
            });
        }
        for (index, statement) in file.statements.into_iter().enumerate() {
            let at = Path::new([Step::from("statements"), index.into()]);
            self.statements.push(Statement {
                language: statement.language,
                patterns: patterns.of(&at, &statement.patterns),
                say: statement.say,
                id: statement.id,
            });
        }
        self.negations.extend(patterns.each(&Path::new(["negations".into()]), &file.negations));
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
        if rules > 0 && statements > 0 {
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

    /// The claims that a text makes and may not make. A rule that takes too long is `slow`: that is an
    /// error, and the file's other texts are not looked through by it.
    pub(super) fn remarks(
        &self,
        text: &str,
        language: &str,
        slow: &mut HashSet<usize>,
    ) -> Vec<Remark> {
        let words = plain(&text[..text.floor_char_boundary(LONGEST)]);
        let mut remarks = Vec::new();
        for (index, rule) in self.rules.iter().enumerate() {
            if slow.contains(&index) || !fits(rule.language.as_deref(), language) {
                continue;
            }
            match self.claim(rule, &words) {
                Ok(None) => {}
                Ok(Some(claim)) => remarks.push(claimed(rule, &claim)),
                Err(TooLong) => {
                    slow.insert(index);
                    remarks.push(too_long(rule));
                }
            }
        }
        remarks
    }

    /// What makes a claim that its sentence does not deny; rather one that is not denied at all.
    fn claim(&self, rule: &Rule, text: &str) -> Result<Option<Claim>, TooLong> {
        let mut doubtful = None;
        for found in rule.patterns.iter().flat_map(|pattern| pattern.find_iter(text)) {
            let found = found.map_err(|_| TooLong)?;
            let words = found.as_str().trim().to_owned();
            match denied::denial(&self.negations, &text[..found.start()]) {
                _ if words.is_empty() => {}
                Denial::Near => {}
                Denial::Far => doubtful = Some(Claim { words, is_doubtful: true }),
                Denial::None => return Ok(Some(Claim { words, is_doubtful: false })),
            }
        }
        Ok(doubtful)
    }
}

fn claimed(rule: &Rule, claim: &Claim) -> Remark {
    let (words, id) = (&claim.words, &rule.id);
    if claim.is_doubtful {
        let told = format!(
            "may claim too much: \"{words}\" (rule \"{id}\"); what denies it stands too far before."
        );
        let help = format!("Write the \"not\" close before it, or for instance: {}", rule.instead);
        return Remark::warning("claims/doubtful", told, &help);
    }
    let (kind, verb) = match rule.severity {
        Severity::Error => ("claims/blocked", "claims too much"),
        _ => ("claims/doubtful", "may claim too much"),
    };
    let told = format!("{verb}: \"{words}\" (rule \"{id}\").");
    let help = format!("Write, for instance: {}", rule.instead);
    Remark::new(rule.severity, kind, told, &help)
}

fn too_long(rule: &Rule) -> Remark {
    let told = format!("takes too long to check by the rule \"{}\".", rule.id);
    let help = "Write the rule's patterns in claims.json more simply.";
    Remark::error("claims/pattern", told, help)
}

/// Whether a rule for a language is one for texts of another: `es` is for `es-MX` too.
pub(super) fn fits(rule: Option<&str>, language: &str) -> bool {
    let first = |tag: &str| tag.split('-').next().unwrap_or_default().to_lowercase();
    rule.is_none_or(|rule| first(rule) == first(language))
}
