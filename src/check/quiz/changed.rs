use super::super::document::{Found, path};
use super::super::{bytes, json};
use super::entries;
use crate::data::{Node, Path, Step};

/// Says which ids of an earlier edition are gone: links that visitors shared, translations and
/// saved work find things by them.
pub(super) fn check(found: &mut Found<'_>, since: &[u8]) {
    let (before, _) = json::read(&bytes::text(since).0);
    let Some(before) = before.map(|value| value.node()) else { return };
    if before.text("id") != found.node().text("id") {
        gone(
            found,
            &path([Step::from("id")]),
            "the quiz's id",
            before.text("id").unwrap_or_default(),
        );
    }
    for list in
        ["questions", "endings", "cautions", "benefits", "plans", "care", "ask", "notes", "sources"]
    {
        let now = entries(found.node(), list);
        for id in missing(&entries(&before, list), &now) {
            gone(found, &path([Step::from(list)]), list, &id);
        }
        for (_, question) in entries(&before, list) {
            let same = now.iter().find(|(_, it)| it.text("id") == question.text("id"));
            let Some((at, same)) = same else { continue };
            for id in missing(&entries(question, "choices"), &entries(same, "choices")) {
                gone(found, &at.then([Step::from("choices")]), "the choices", &id);
            }
        }
    }
}

fn missing(before: &[(Path, &Node)], now: &[(Path, &Node)]) -> Vec<String> {
    let ids = before.iter().filter_map(|(_, it)| it.text("id"));
    ids.filter(|id| !now.iter().any(|(_, it)| it.text("id") == Some(id)))
        .map(str::to_owned)
        .collect()
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
