use std::collections::{HashMap, HashSet};

use data::{Mend, Node, Path, Step};
use quiz::List;

use super::super::address;
use super::super::document::Found;
use super::super::finding::Severity;
use super::entries;

/// Says what is odd about questions, rules and links.
pub(super) fn check(found: &mut Found<'_>) {
    let holds = held(found.node());
    let mut most = HashMap::new();
    for (at, question) in entries(found.node(), "questions") {
        choices(found, &at, question, &holds);
        most.entry(question.text("id").unwrap_or_default()).or_insert_with(|| pickable(question));
    }
    for list in List::ALL.map(List::name) {
        for (at, item) in entries(found.node(), list) {
            rule(found, &at.then([Step::from("when")]), item.get("when"), &most);
        }
    }
    for way in ["booking", "contact"] {
        let at = Path::new([Step::from("clinic"), way.into(), "link".into()]);
        if let Some(link) = found.node().get("clinic").and_then(|it| it.get(way)?.text("link")) {
            address(found, &at, link);
        }
    }
}

/// How many choices of a question can be picked.
fn pickable(question: &Node) -> usize {
    match question.get("choices") {
        _ if question.text("kind") == Some("one") => 1,
        Some(Node::List(choices)) => choices.len(),
        _ => 0,
    }
}

fn choices(found: &mut Found<'_>, at: &Path, question: &Node, holds: &HashSet<&str>) {
    let choices = entries(question, "choices");
    let exclusive = |choice: &Node| choice.get("exclusive") == Some(&Node::Flag(true));
    let many = question.text("kind") == Some("many");
    if choices.len() == 1 {
        found.warn(
            "question/one-choice",
            at,
            "has only one choice.",
            "Add another, or take the question out: nothing can be told from it.",
        );
    } else if many && !choices.is_empty() && choices.iter().all(|(_, choice)| exclusive(choice)) {
        let help =
            "Write \"kind\": \"one\" and delete \"exclusive\", or leave it on one choice only.";
        found.warn("question/all-exclusive", at, "has only choices that exclude each other.", help);
    }
    let id = question.text("id").unwrap_or_default();
    let is_held = |choice: &Node| {
        choice.text("id").is_some_and(|choice| holds.contains(format!("{id}.{choice}").as_str()))
    };
    if many
        && choices.iter().any(|(_, choice)| is_held(choice))
        && !choices.iter().any(|(_, choice)| exclusive(choice))
    {
        found.warn(
            "question/no-none",
            at,
            "asks for reasons not to treat, but has no \"None of these\".",
            "Add a choice with \"exclusive\": true; who has none of them must be able to say so.",
        );
    }
}

/// Every choice that a caution of level *hold* looks for, as `question.choice`.
fn held(file: &Node) -> HashSet<&str> {
    let mut choices = HashSet::new();
    for (_, caution) in entries(file, "cautions") {
        if caution.text("level") == Some("hold") {
            caution.get("when").into_iter().for_each(|when| named(when, &mut choices));
        }
    }
    choices
}

pub(super) fn named<'n>(rule: &'n Node, choices: &mut HashSet<&'n str>) {
    match rule {
        Node::Text(text) => _ = choices.insert(text),
        Node::List(rules) => rules.iter().for_each(|rule| named(rule, choices)),
        Node::Object(fields) => fields
            .iter()
            .filter(|(word, _)| word != "not")
            .for_each(|(_, rule)| named(rule, choices)),
        _ => {}
    }
}

/// What can be said of a rule by looking at it alone.
fn rule(found: &mut Found<'_>, at: &Path, node: Option<&Node>, most: &HashMap<&str, usize>) {
    let Some(Node::Object(fields)) = node else { return };
    if found.is_full() {
        return;
    }
    for (word, inner) in fields {
        let here = at.then([Step::Field(word.clone().into())]);
        match (word.as_str(), inner) {
            ("all" | "any" | "pickedAny", Node::List(rules)) if rules.is_empty() => {
                let told = if word == "all" {
                    "is empty, so it always holds."
                } else {
                    "is empty, so it never holds."
                };
                found.error(
                    "rule/empty",
                    &here,
                    told,
                    "Write what it should look for, or delete the rule.",
                );
            }
            ("all" | "any", Node::List(rules)) => {
                for (index, inner) in rules.iter().enumerate() {
                    rule(found, &here.then([index.into()]), Some(inner), most);
                }
            }
            ("not", inner) => rule(found, &here, Some(inner), most),
            ("pickedAtLeast", inner) => count(found, &here, inner, most),
            _ => {}
        }
    }
}

fn count(found: &mut Found<'_>, at: &Path, inner: &Node, most: &HashMap<&str, usize>) {
    let Some(Node::Number(count)) = inner.get("count") else { return };
    let Some(&most) = most.get(inner.text("question").unwrap_or_default()) else { return };
    if *count == 0 || *count as usize > most {
        found.error(
            "rule/count",
            &at.then([Step::from("count")]),
            &format!("is {count}, but {most} can be picked at most."),
            &format!("Write a number from 1 to {most}."),
        );
    }
}

fn address(found: &mut Found<'_>, at: &Path, link: &str) {
    if !["https://", "tel:", "mailto:"].iter().any(|begins| link.starts_with(begins)) {
        return;
    }
    if let Err(astray) = address::link(link) {
        let told = format!("is \"{}\", which leads nowhere: it {}.", seen(link), astray.because);
        let help = "Write a whole address: https://clinic.example/book, tel:+15550100 or \
                    mailto:hello@clinic.example.";
        let mend = astray.meant.map(Mend::Write);
        found.say(Severity::Error, "link/address", at, &told, help, mend.as_ref());
    }
}

/// An address without signs that would turn the message round.
pub(super) fn seen(link: &str) -> String {
    link.chars().filter(|c| !c.is_control() && !address::is_unseen(*c)).collect()
}
