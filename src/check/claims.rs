use fancy_regex::Regex;

use super::document::{Document, Found, What, path};
use super::finding::Severity;
use super::texts::{LONGEST, Text};
use crate::data::{Node, Path};

/// Wording rules, compiled.
#[derive(Debug, Default)]
pub(super) struct Rules {
    rules: Vec<Rule>,
    pub(super) statements: Vec<Statement>,
    /// Words that turn a claim around.
    negations: Vec<Regex>,
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

/// Reads the wording rules among the files; what is wrong in them is told there.
pub(super) fn rules(documents: &mut [Document]) -> Rules {
    let mut rules = Rules::default();
    for document in documents.iter_mut().filter(|document| document.what == What::Claims) {
        if document.tree.is_none() {
            continue;
        }
        let mut found = Found::new(document);
        rules.read(&mut found);
        let findings = found.findings;
        document.add(findings);
    }
    rules
}

impl Rules {
    fn read(&mut self, found: &mut Found<'_>) {
        let file = found.node();
        for (at, node) in entries(found, "rules") {
            let severity = match node.text("level") {
                Some("block") => Severity::Error,
                Some("warn") => Severity::Warning,
                _ => {
                    found.error(
                        "claims/level",
                        &at,
                        "has no level.",
                        "Write \"level\": \"block\" or \"warn\".",
                    );
                    Severity::Error
                }
            };
            let instead = node.text("insteadSay").unwrap_or_default().to_owned();
            if instead.is_empty() {
                found.error(
                    "claims/instead",
                    &at,
                    "does not say what to write instead.",
                    "Write \"insteadSay\" with a sentence that may stand.",
                );
            }
            self.rules.push(Rule {
                id: node.text("id").unwrap_or("rule").to_owned(),
                severity,
                language: node.text("language").map(str::to_owned),
                patterns: patterns(found, node, &at),
                instead,
            });
        }
        for (at, node) in entries(found, "statements") {
            self.statements.push(Statement {
                id: node.text("id").unwrap_or("statement").to_owned(),
                language: node.text("language").map(str::to_owned),
                patterns: patterns(found, node, &at),
                say: node.text("say").unwrap_or_default().to_owned(),
            });
        }
        self.negations.extend(patterns_in(
            found,
            file.get("negations"),
            &path(["negations".into()]),
        ));
    }

    /// Whether there are rules for a language, or none at all. Those without a language are English.
    pub(super) fn know(&self, language: &str) -> bool {
        let language = language.split('-').next().unwrap_or_default();
        self.rules.is_empty()
            || language == "en"
            || self.rules.iter().any(|rule| rule.language.as_deref() == Some(language))
    }

    /// Says which claims a text makes that it may not make.
    pub(super) fn check(&self, found: &mut Found<'_>, text: &Text, language: &str) {
        let end = text.text.floor_char_boundary(LONGEST);
        for rule in self.rules.iter().filter(|rule| fits(rule.language.as_deref(), language)) {
            let claim =
                rule.patterns.iter().find_map(|pattern| self.claim(pattern, &text.text[..end]));
            let Some(claim) = claim else { continue };
            let (id, verb) = match rule.severity {
                Severity::Error => ("claims/blocked", "claims too much"),
                Severity::Warning => ("claims/doubtful", "may claim too much"),
            };
            let told = format!("{verb}: \"{claim}\" (rule \"{}\").", rule.id);
            let cure = format!("Write, for instance: {}", rule.instead);
            found.say(rule.severity, id, &text.path, &told, &cure, None);
        }
    }

    /// The words that make a claim, unless the sentence denies it.
    fn claim<'t>(&self, pattern: &Regex, text: &'t str) -> Option<&'t str> {
        pattern.find_iter(text).filter_map(Result::ok).find_map(|found| {
            let clause =
                text[..found.start()].rsplit(['.', ';', ':', '!', '?', '؟', '؛']).next()?;
            let denied = self.negations.iter().any(|no| no.is_match(clause).unwrap_or(false));
            (!denied && !found.as_str().trim().is_empty()).then(|| found.as_str().trim())
        })
    }
}

/// Whether a rule for a language is one for texts of another: `es` is for `es-MX` too.
pub(super) fn fits(rule: Option<&str>, language: &str) -> bool {
    rule.is_none_or(|rule| language.split('-').next() == Some(rule))
}

fn entries<'d>(found: &mut Found<'d>, list: &'static str) -> Vec<(Path, &'d Node)> {
    match found.node().get(list) {
        None => Vec::new(),
        Some(Node::List(nodes)) => {
            let at = |index: usize| path([list.into(), index.into()]);
            nodes.iter().enumerate().map(|(index, node)| (at(index), node)).collect()
        }
        Some(_) => {
            found.error(
                "claims/list",
                &path([list.into()]),
                "is no list.",
                "Write a list of rules: [ … ].",
            );
            Vec::new()
        }
    }
}

fn patterns(found: &mut Found<'_>, node: &Node, at: &Path) -> Vec<Regex> {
    let patterns = patterns_in(found, node.get("patterns"), &at.then(["patterns".into()]));
    if patterns.is_empty() {
        found.error(
            "claims/patterns",
            at,
            "has no pattern that can be used.",
            "Write \"patterns\" with at least one.",
        );
    }
    patterns
}

fn patterns_in(found: &mut Found<'_>, node: Option<&Node>, at: &Path) -> Vec<Regex> {
    let Some(Node::List(nodes)) = node else { return Vec::new() };
    let mut patterns = Vec::new();
    for (index, node) in nodes.iter().enumerate() {
        let compiled = match node {
            Node::Text(pattern) => {
                Regex::new(&format!("(?i){pattern}")).map_err(|error| error.to_string())
            }
            other => Err(format!("it is {}", other.kind())),
        };
        match compiled {
            Ok(pattern) => patterns.push(pattern),
            Err(why) => found.error(
                "claims/pattern",
                &at.then([index.into()]),
                "is no pattern.",
                &format!(
                    "Correct the regular expression: {}.",
                    why.lines().last().unwrap_or_default().trim()
                ),
            ),
        }
    }
    patterns
}
