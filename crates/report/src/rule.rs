use data::Node;

use super::names::{Names, spaced};
use super::sentence::Sentence;

/// A thing's condition as a sentence, with the choice it is for, if it is for one.
pub(super) fn condition(names: &Names<'_>, item: &Node) -> Sentence {
    let concern = match item.get("for") {
        Some(Node::Text(reference)) => Some(picked(names, &[reference], true)),
        _ => None,
    };
    let when = item.get("when").map(|when| rule(names, when, concern.is_none()));
    let parts: Vec<Sentence> = concern.into_iter().chain(when).collect();
    if parts.is_empty() {
        return Sentence::plain("always");
    }
    Sentence::plain("when ").and(Sentence::listed(parts, " and ", " and "))
}

/// A rule as a part of a sentence; composed ones in brackets where they stand in another.
fn rule(names: &Names<'_>, node: &Node, outermost: bool) -> Sentence {
    let Node::Object(fields) = node else { return Sentence::plain("…") };
    let Some((name, value)) = fields.first() else { return Sentence::plain("…") };
    match (name.as_str(), value) {
        ("picked", Node::Text(reference)) => picked(names, &[reference], true),
        ("pickedAny", Node::List(list)) => any_of(names, list, true, outermost),
        ("pickedAtLeast", counted) => at_least(counted),
        ("all", Node::List(rules)) => composed(names, rules, " and ", outermost),
        ("any", Node::List(rules)) => composed(names, rules, " or ", outermost),
        ("not", inner) => not(names, inner, outermost),
        _ => Sentence::plain("…"),
    }
}

fn composed(names: &Names<'_>, rules: &[Node], link: &str, outermost: bool) -> Sentence {
    if let [only] = rules {
        return rule(names, only, outermost);
    }
    let parts = rules.iter().map(|part| rule(names, part, false)).collect();
    let joined = Sentence::listed(parts, link, link);
    if outermost { joined } else { bracketed(joined) }
}

fn bracketed(inner: Sentence) -> Sentence {
    Sentence::plain("(").and(inner).and(Sentence::plain(")"))
}

fn not(names: &Names<'_>, inner: &Node, outermost: bool) -> Sentence {
    match inner {
        Node::Object(fields) => match fields.first().map(|(name, value)| (name.as_str(), value)) {
            Some(("picked", Node::Text(reference))) => picked(names, &[reference], false),
            Some(("pickedAny", Node::List(list))) => any_of(names, list, false, outermost),
            _ => Sentence::plain("it is not so that ").and(rule(names, inner, false)),
        },
        _ => Sentence::plain("…"),
    }
}

fn at_least(counted: &Node) -> Sentence {
    let (Some(Node::Text(question)), Some(Node::Number(count))) =
        (counted.get("question"), counted.get("count"))
    else {
        return Sentence::plain("…");
    };
    let choices = if *count == 1 { "choice" } else { "choices" };
    Sentence::plain(format!("at least {count} {choices} of "))
        .and(Sentence::name(spaced(question)))
        .and(Sentence::plain(if *count == 1 { " is picked" } else { " are picked" }))
}

/// Choices, those of one question together.
fn any_of(names: &Names<'_>, list: &[Node], holds: bool, outermost: bool) -> Sentence {
    let mut groups: Vec<Vec<&str>> = Vec::new();
    for entry in list {
        let Node::Text(reference) = entry else { continue };
        let question = |reference: &str| reference.split('.').next().map(str::to_owned);
        match groups.iter_mut().find(|group| question(group[0]) == question(reference)) {
            Some(group) => group.push(reference),
            None => groups.push(vec![reference]),
        }
    }
    let parts = groups.iter().map(|group| picked(names, group, holds)).collect();
    let link = if holds { " or " } else { " and " };
    let joined = Sentence::listed(parts, link, link);
    if outermost || list.len() == 1 { joined } else { bracketed(joined) }
}

/// "*concerns* includes *acne scars* or *large pores*".
fn picked(names: &Names<'_>, references: &[&str], holds: bool) -> Sentence {
    let question = references[0].split('.').next().unwrap_or_default();
    let many = names.question(question).is_some_and(|asked| asked.many);
    let link = match (many, holds, references.len()) {
        (true, true, _) => " includes ",
        (true, false, 1) => " does not include ",
        (true, false, _) => " includes none of ",
        (false, true, _) => " is ",
        (false, false, 1) => " is not ",
        (false, false, _) => " is none of ",
    };
    let labels = references.iter().map(|it| Sentence::name(names.label(it))).collect();
    Sentence::name(spaced(question)).and(Sentence::plain(link)).and(Sentence::listed(
        labels,
        ", ",
        if holds { " or " } else { " and " },
    ))
}

/// The choices a rule speaks of, as they are written, but for those that must not be picked.
pub(super) fn mentioned<'n>(node: &'n Node, into: &mut Vec<&'n str>) {
    match node {
        Node::Text(reference) => into.push(reference),
        Node::List(parts) => parts.iter().for_each(|part| mentioned(part, into)),
        Node::Object(fields) => {
            for (name, value) in fields {
                if matches!(name.as_str(), "picked" | "pickedAny" | "all" | "any") {
                    mentioned(value, into);
                }
            }
        }
        _ => {}
    }
}
