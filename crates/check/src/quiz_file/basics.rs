use std::collections::HashMap;

use data::{Mend, Path, Step};
use quiz::Date;

use super::super::document::Found;
use super::super::finding::Severity;
use super::super::review::says_who;
use super::super::{damage, texts};
use super::entries;
use super::placeholder::is_there;

/// Says what a quiz lacks that every quiz has.
pub(super) fn check(found: &mut Found<'_>) {
    clinic(found);
    shown(found);
}

fn clinic(found: &mut Found<'_>) {
    let Some(clinic) = found.node().get("clinic") else { return };
    let at = Path::new([Step::from("clinic")]);
    if clinic.text("name").is_some_and(|name| name.trim().is_empty()) {
        let help = "Write the clinic's name as visitors know it.";
        found.error("clinic/name", &at.then([Step::from("name")]), "is empty.", help);
    }
    if clinic.text("name").is_some_and(|name| name.contains(['{', '}'])) {
        let help = "Write the name itself: nothing is filled in here.";
        found.error("words/brace", &at.then([Step::from("name")]), "has a brace in it.", help);
    }
    if !is_there(clinic.get("booking")) && !is_there(clinic.get("contact")) {
        let told = "has neither \"booking\" nor \"contact\", so visitors cannot reach it.";
        let help = "Add at least \"contact\" with a link and its label.";
        found.warn("clinic/unreachable", &at, told, help);
    }
}

/// What is shown besides texts: names, and titles of sources.
fn shown(found: &mut Found<'_>) {
    let mut shown = vec![
        Path::new([Step::from("clinic"), "name".into()]),
        Path::new([Step::from("reviewed"), "by".into()]),
    ];
    for (list, fields) in [("sources", &["title", "published"][..]), ("languages", &["name"][..])] {
        for (at, _) in entries(found.node(), list) {
            shown.extend(fields.iter().map(|field| at.then([Step::from(*field)])));
        }
    }
    for at in shown {
        if let Some(data::Node::Text(text)) = at.node(found.node()) {
            damage::damage(text).iter().for_each(|remark| found.remark(&at, remark));
        }
    }
}

/// Says which choices of a question read alike, in a quiz or its translation.
pub(crate) fn labels(found: &mut Found<'_>) {
    let mut before: HashMap<(&str, String), &str> = HashMap::new();
    for text in found.document.texts() {
        let ["questions", question, "choices", _, "label"] =
            text.key.split('.').collect::<Vec<_>>()[..]
        else {
            continue;
        };
        let plain = plain(&text.raw);
        if plain.is_empty() {
            continue;
        }
        if let Some(other) = before.insert((question, plain), &text.raw) {
            let told = format!("is \"{}\", as another choice of this question.", text.raw);
            let told = if *other == *text.raw {
                told
            } else {
                format!("is \"{}\", and another choice of this question is \"{other}\".", text.raw)
            };
            let help = "Say how they differ, or delete one of the two.";
            found.error("choice/same-label", &text.path, &told, help);
        }
    }
}

/// A label without what nobody tells apart.
fn plain(label: &str) -> String {
    let letters = texts::outside(label).to_lowercase();
    let letters = letters.replace(|c: char| !c.is_alphanumeric() && c != '+' && c != '-', " ");
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Says which days are not written in full, and whose review it is not.
pub(crate) fn review(found: &mut Found<'_>) {
    let reviewed = |field: &'static str| Path::new([Step::from("reviewed"), field.into()]);
    let days =
        [Path::new([Step::from("version")]), Path::new([Step::from("checked")]), reviewed("on")];
    for at in days {
        let Some(data::Node::Text(text)) = at.node(found.node()) else { continue };
        let Some(day) = Date::read(text) else { continue };
        let full = format!("{:04}-{:02}-{:02}", day.year, day.month, day.day);
        if *text != full {
            let told = format!("is \"{text}\".");
            let help = "Write the day with two digits for its month and two for its day.";
            let mend = Mend::Write(full);
            found.say(Severity::Error, "date/form", &at, &told, help, Some(&mend));
        }
    }
    let at = reviewed("by");
    if let Some(data::Node::Text(by)) = at.node(found.node())
        && !says_who(by)
    {
        let told = format!("is \"{by}\", which does not say who it was.");
        let help = "Write the name and role of the person: \"Dr A. Example, dermatologist\".";
        found.error("review/by", &at, &told, help);
    }
}
