use std::collections::HashSet;

use data::{Mend, Node, Path, Step};
use quiz::List;

use super::super::document::Found;
use super::super::finding::Severity;
use super::super::texts::placeholders;
use super::entries;

/// Says where a figure has no source, no place in a text, or no order.
pub(super) fn check(found: &mut Found<'_>) {
    for list in List::RESULT {
        for (at, item) in entries(found.node(), list.name()) {
            own(found, &at, item);
        }
    }
    for (at, plan) in entries(found.node(), "plans") {
        redness(found, &at, plan);
    }
}

/// The item's own figures: each once, and each used.
fn own(found: &mut Found<'_>, at: &Path, item: &Node) {
    let used: HashSet<&str> =
        words(item).into_iter().flat_map(|(_, text)| placeholders(text)).collect();
    let mut before: HashSet<&str> = HashSet::new();
    for (index, figure) in entries(item, "figures") {
        if found.is_full() {
            return;
        }
        let Some(id) = figure.text("id") else { continue };
        let here = Path(at.0.iter().chain(&index.0).cloned().collect());
        if !before.insert(id) {
            let told = format!("has the id \"{id}\", as another figure of this item.");
            found.error(
                "figure/twice",
                &here,
                &told,
                "Give it its own id, or delete one of the two.",
            );
        } else if !used.contains(&id) {
            let told = format!("stands in no text as {{{id}}}.");
            let help = "Write it into the text in braces, or delete it.";
            found.say(Severity::Warning, "figure/unused", &here, &told, help, Some(&Mend::Delete));
        }
    }
}

fn words(item: &Node) -> Vec<(&str, &str)> {
    let Some(Node::Object(words)) = item.get("words") else { return Vec::new() };
    words
        .iter()
        .filter_map(|(field, node)| match node {
            Node::Text(text) => Some((field.as_str(), text.as_str())),
            _ => None,
        })
        .collect()
}

fn redness(found: &mut Found<'_>, at: &Path, plan: &Node) {
    let Some(Node::Number(most)) = plan.get("rednessMaxDays") else { return };
    let usual = match plan.get("rednessDays") {
        Some(Node::List(days)) => days.last(),
        _ => None,
    };
    if !matches!(usual, Some(Node::Number(usual)) if usual <= most) {
        found.error(
            "figure/redness",
            &at.then([Step::from("rednessMaxDays")]),
            &format!("is {most}, which does not fit \"rednessDays\"."),
            "Write in \"rednessDays\" what is usual, and here the most, which is no less.",
        );
    }
}
