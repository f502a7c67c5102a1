use std::collections::{HashMap, HashSet};

use data::{Digest, Mend, Node, Path, Step};
use quiz::{Date, List};

use super::super::document::Found;
use super::super::finding::Severity;
use super::entries;

/// Compares with an earlier edition: content that changed under the day of the old one, and ids that are
/// gone, by which links that visitors shared, translations and saved work find things.
pub(super) fn check(found: &mut Found<'_>, before: &Node, today: Date) {
    version(found, before, today);
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

/// An edit has a day of its own, by which translations, links and reviewers tell versions apart.
fn version(found: &mut Found<'_>, before: &Node, today: Date) {
    let file = found.node();
    if file.get("version") == before.get("version")
        && Digest::of_quiz(file) != Digest::of_quiz(before)
    {
        let at = Path::new([Step::from("version")]);
        let told = "is the same as before, but the content is not.";
        let help = "Write the day of your edit.";
        let mend = Mend::Write(today.to_string());
        found.say(Severity::Warning, "review/version", &at, told, help, Some(&mend));
    }
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
