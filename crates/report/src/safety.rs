use std::collections::HashSet;

use data::{Node, Path, Step};

use super::names::entries;

/// The lists that keep visitors safe.
const LISTS: [&str; 2] = ["endings", "cautions"];

/// The ids of the questions that a caution or an ending of either edition looks at.
pub(super) fn questions<'n>(old: &'n Node, new: &'n Node) -> HashSet<&'n str> {
    let mut found = HashSet::new();
    for (file, list) in [old, new].into_iter().flat_map(|file| LISTS.map(|list| (file, list))) {
        let rules = entries(file, list).iter().filter_map(|item| item.get("when"));
        rules.for_each(|rule| named(rule, &mut found));
    }
    found
}

fn named<'n>(rule: &'n Node, into: &mut HashSet<&'n str>) {
    match rule {
        Node::Text(reference) => _ = reference.split('.').next().map(|it| into.insert(it)),
        Node::List(parts) => parts.iter().for_each(|part| named(part, into)),
        Node::Object(fields) => fields.iter().for_each(|(_, part)| named(part, into)),
        _ => {}
    }
}

/// Whether a place of a file is in one of these questions, or in a caution or an ending.
pub(super) fn is_about(file: &Node, at: &Path, questions: &HashSet<&str>) -> bool {
    let [Step::Field(list), rest @ ..] = at.0.as_slice() else { return false };
    match rest {
        _ if LISTS.contains(&list.as_ref()) => true,
        [Step::Entry(index), ..] if list == "questions" => {
            let question = entries(file, list).get(*index);
            question.and_then(|it| it.text("id")).is_some_and(|id| questions.contains(id))
        }
        _ => false,
    }
}
