use std::collections::{HashMap, HashSet};

use data::{Node, Path, Step};
use quiz::List;

use super::super::document::Found;
use super::entries;

/// The fields of a quiz that say what became of it; every other one is its content.
const ABOUT: [&str; 4] = ["$schema", "version", "checked", "reviewed"];

/// Compares with an earlier edition: content that changed under the signature of the old one, and
/// ids that are gone, by which links that visitors shared, translations and saved work find things.
pub(super) fn check(found: &mut Found<'_>, before: &Node) {
    signed(found, before);
    if before.text("id") != found.node().text("id") {
        gone(
            found,
            &Path::new([Step::from("id")]),
            "the quiz's id",
            before.text("id").unwrap_or_default(),
        );
    }
    for list in List::ALL.map(List::name).into_iter().chain(["sources"]) {
        let now = entries(found.node(), list);
        for id in missing(&entries(before, list), &now) {
            gone(found, &Path::new([Step::from(list)]), list, &id);
        }
        let now: HashMap<_, _> = now.iter().map(|(at, it)| (it.text("id"), (at, it))).collect();
        for (_, question) in entries(before, list) {
            let Some((at, same)) = now.get(&question.text("id")) else { continue };
            for id in missing(&entries(question, "choices"), &entries(same, "choices")) {
                gone(found, &at.then([Step::from("choices")]), "the choices", &id);
            }
        }
    }
}

/// A clinician signs what stands there on a day; what changes later is signed by nobody.
fn signed(found: &mut Found<'_>, before: &Node) {
    let file = found.node();
    let is_signed = matches!(file.get("reviewed"), Some(Node::Object(_)));
    if is_signed
        && file.get("version") == before.get("version")
        && file.get("reviewed") == before.get("reviewed")
        && content(file) != content(before)
    {
        found.error(
            "review/unsigned",
            &Path::new([Step::from("version")]),
            "is the same as before, but the content is not: nobody has reviewed it as it is now.",
            "Write the day of your edit as \"version\", and let a clinician review what changed.",
        );
    }
}

fn content(file: &Node) -> Vec<&(String, Node)> {
    let Node::Object(fields) = file else { return Vec::new() };
    fields.iter().filter(|(name, _)| !ABOUT.contains(&name.as_str())).collect()
}

fn missing(before: &[(Path, &Node)], now: &[(Path, &Node)]) -> Vec<String> {
    let now: HashSet<&str> = now.iter().filter_map(|(_, it)| it.text("id")).collect();
    let ids = before.iter().filter_map(|(_, it)| it.text("id"));
    ids.filter(|id| !now.contains(id)).map(str::to_owned).collect()
}

fn gone(found: &mut Found<'_>, at: &Path, of: &str, id: &str) {
    found.warn(
        "id/changed",
        at,
        &format!(
            "had \"{id}\" before; links that visitors shared, and translations, find it by that."
        ),
        &format!("Give {of} the id \"{id}\" again if only its words changed."),
    );
}
