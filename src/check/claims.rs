mod denied;
mod patterns;
mod plain;

pub(super) use plain::plain;

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use fancy_regex::Regex;

use super::document::{Document, Found, What, path};
use super::finding::Severity;
use super::texts::{LONGEST, Text};
use crate::data::beside::{self, Strength};
use crate::data::{Path, Step};
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
    /// What was found before, by language and text.
    known: RefCell<HashMap<(String, String), Known>>,
}

/// What rules find in a text, each by its number.
type Claims = Vec<(usize, Result<Claim, TooLong>)>;

/// What was found in a text, and whether that was asked for in this check.
#[derive(Debug)]
struct Known {
    claims: Rc<Claims>,
    is_asked: bool,
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
    for document in documents.iter_mut().filter(|document| document.what == What::Claims) {
        if document.tree.is_some() {
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
            let at = path([Step::from("rules"), index.into()]);
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
            let at = path([Step::from("statements"), index.into()]);
            self.statements.push(Statement {
                language: statement.language,
                patterns: patterns.of(&at, &statement.patterns),
                say: statement.say,
                id: statement.id,
            });
        }
        self.negations.extend(patterns.each(&path(["negations".into()]), &file.negations));
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
        let cure = "Put claims.json beside it as it came with the program, and mend it: check \
                    static/data/claims.json.";
        found.error("claims/missing", &Path::default(), &told, cure);
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
        let cure = "Let somebody who knows the law of the country read it, or add rules and \
                    statements with this \"language\" to claims.json.";
        found.warn("claims/no-rules", &path([Step::from("language")]), &told, cure);
    }

    /// Says which claims a text makes that it may not make. A rule that takes too long is `slow`: that
    /// is an error, and the file's other texts are not looked through by it.
    pub(super) fn check(
        &self,
        found: &mut Found<'_>,
        text: &Text,
        language: &str,
        slow: &mut HashSet<usize>,
    ) {
        let words = plain(&text.text[..text.text.floor_char_boundary(LONGEST)]);
        for (index, claim) in self.claims(words, language, slow).iter() {
            if found.is_full() {
                return;
            }
            let rule = &self.rules[*index];
            match claim {
                Ok(claim) => say(found, &text.path, rule, claim),
                Err(TooLong) => {
                    slow.insert(*index);
                    too_long(found, &text.path, rule);
                }
            }
        }
    }

    /// What the rules for a language find in a text. It is kept, for most texts are looked through again
    /// without a change; but not where a rule was too slow for a text of the same file.
    fn claims(&self, words: String, language: &str, slow: &HashSet<usize>) -> Rc<Claims> {
        let key = (language.to_owned(), words);
        if let Some(known) = self.known.borrow_mut().get_mut(&key).filter(|_| slow.is_empty()) {
            known.is_asked = true;
            return known.claims.clone();
        }
        let fitting = self.rules.iter().enumerate().filter(|(index, rule)| {
            !slow.contains(index) && fits(rule.language.as_deref(), language)
        });
        let claims: Claims = fitting
            .filter_map(|(index, rule)| Some((index, self.claim(rule, &key.1).transpose()?)))
            .collect();
        let claims = Rc::new(claims);
        if slow.is_empty() && claims.iter().all(|(_, claim)| claim.is_ok()) {
            self.known.borrow_mut().insert(key, Known { claims: claims.clone(), is_asked: true });
        }
        claims
    }

    /// Forgets what was found in texts that were not asked for since this was called last: they are no
    /// longer there.
    pub(super) fn forget(&self) {
        self.known.borrow_mut().retain(|_, known| std::mem::take(&mut known.is_asked));
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

fn say(found: &mut Found<'_>, at: &Path, rule: &Rule, claim: &Claim) {
    let (words, id) = (&claim.words, &rule.id);
    if claim.is_doubtful {
        let told = format!(
            "may claim too much: \"{words}\" (rule \"{id}\"); what denies it stands too far before."
        );
        let cure = format!("Write the \"not\" close before it, or for instance: {}", rule.instead);
        return found.warn("claims/doubtful", at, &told, &cure);
    }
    let (kind, verb) = match rule.severity {
        Severity::Error => ("claims/blocked", "claims too much"),
        _ => ("claims/doubtful", "may claim too much"),
    };
    let told = format!("{verb}: \"{words}\" (rule \"{id}\").");
    let cure = format!("Write, for instance: {}", rule.instead);
    found.say(rule.severity, kind, at, &told, &cure, None);
}

fn too_long(found: &mut Found<'_>, at: &Path, rule: &Rule) {
    let told = format!("takes too long to check by the rule \"{}\".", rule.id);
    found.error(
        "claims/pattern",
        at,
        &told,
        "Write the rule's patterns in claims.json more simply.",
    );
}

/// Whether a rule for a language is one for texts of another: `es` is for `es-MX` too.
pub(super) fn fits(rule: Option<&str>, language: &str) -> bool {
    let first = |tag: &str| tag.split('-').next().unwrap_or_default().to_lowercase();
    rule.is_none_or(|rule| first(rule) == first(language))
}

#[cfg(test)]
mod tests {
    use crate::check::{Checker, File, Proof, Surroundings};
    use crate::quiz::Date;

    #[test]
    fn nothing_is_known_of_texts_that_were_typed_over() {
        let file = |name: &str, text: &str| File {
            name: name.to_owned(),
            bytes: Ok(text.as_bytes().to_vec()),
            wanted: true,
        };
        let quiz = include_str!("../../static/data/microneedling.json");
        let claims = include_str!("../../static/data/claims.json");
        let mut checker = Checker::new(&[file("quiz.json", quiz), file("claims.json", claims)]);
        let today = Date { year: 2026, month: 11, day: 22 };
        let around = Surroundings { today, picture: None, since: None };
        let mut known = |typed: &str| {
            let quiz = quiz.replacen("About two minutes", typed, 1);
            checker.put(&file("quiz.json", &quiz));
            checker.check(&around, Proof::None);
            checker.rules.known.borrow().len()
        };
        let first = known("About two minutes");
        assert!(first > 100, "{first}");
        for typed in ["A", "Ab", "Abo", "Abou"] {
            assert_eq!(known(typed), first, "{typed}");
        }
    }
}
