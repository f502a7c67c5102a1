use fancy_regex::Regex;
use serde_json::Value;

use super::{list, text};
use crate::files;

#[test]
fn no_word_of_a_quiz_is_blocked() {
    check(files::SKIN, sentences);
}

#[test]
fn no_word_of_the_interface_is_blocked() {
    check("static/text/en.json", |file| texts(file).map(str::to_owned).collect());
}

#[test]
fn the_rules_block_what_they_are_for() {
    let rules = blocking();
    for claim in [
        "It is Permanent.",
        "Cures acne.",
        "Get rid of scars!",
        "You need 4 sessions.",
        "vampire facial",
    ] {
        assert!(rules.iter().any(|(_, rule)| blocks(rule, claim)), "{claim} is not blocked");
    }
    assert!(!rules.iter().any(|(_, rule)| blocks(rule, "vampire facial: needling plus PRP")));
}

fn check(name: &str, sentences: fn(&Value) -> Vec<String>) {
    let sentences = sentences(&files::value(name));
    assert!(sentences.len() > 50, "{name} has hardly any words");
    for (id, rule) in blocking() {
        let blocked: Vec<&String> = sentences.iter().filter(|words| blocks(&rule, words)).collect();
        assert_eq!(blocked, [""; 0], "{name}: blocked by {id}");
    }
}

fn blocks(rule: &Regex, words: &str) -> bool {
    rule.is_match(words).expect("a rule decides within its limits")
}

fn blocking() -> Vec<(String, Regex)> {
    let rules = list(&files::value("tests/evidence/claims-rules.json")["rules"]);
    let rules = rules.iter().filter(|rule| rule["level"] == "block");
    rules.flat_map(patterns).collect()
}

fn patterns(rule: &Value) -> Vec<(String, Regex)> {
    let compiled = |pattern: &Value| Regex::new(&["(?i)", text(pattern)].concat());
    let id = text(&rule["id"]).to_owned();
    let patterns = list(&rule["patterns"]);
    patterns.iter().map(|it| (id.clone(), compiled(it).expect("a pattern is a regex"))).collect()
}

/// Everything that a visitor can read in a quiz: words, names, and titles of sources; figures stand
/// in the texts they belong to.
fn sentences(value: &Value) -> Vec<String> {
    match value {
        Value::Array(items) => items.iter().flat_map(sentences).collect(),
        Value::Object(fields) => {
            let own = ["words", "name", "title", "published", "by"].map(|name| fields.get(name));
            let own = own.into_iter().flatten().flat_map(texts).map(|text| filled(text, value));
            let parts = fields.iter().filter(|(name, _)| *name != "words");
            own.chain(parts.flat_map(|(_, part)| sentences(part))).collect()
        }
        _ => Vec::new(),
    }
}

fn filled(words: &str, item: &Value) -> String {
    let figures = item["figures"].as_array().map_or(&[][..], Vec::as_slice);
    figures.iter().fold(words.to_owned(), |words, figure| {
        words.replace(&format!("{{{}}}", text(&figure["id"])), text(&figure["words"]["text"]))
    })
}

/// Every text within a value.
fn texts(value: &Value) -> Box<dyn Iterator<Item = &str> + '_> {
    match value {
        Value::String(text) => Box::new(std::iter::once(text.as_str())),
        Value::Array(items) => Box::new(items.iter().flat_map(texts)),
        Value::Object(fields) => Box::new(fields.values().flat_map(texts)),
        _ => Box::new(std::iter::empty()),
    }
}
