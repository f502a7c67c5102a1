use super::super::document::{Found, What, path};
use super::super::{Context, claims};
use super::{entries, language};
use crate::data::Step;

/// Says which statements that every result must carry are nowhere.
pub(super) fn check(found: &mut Found<'_>, context: &Context<'_>) {
    let file = found.node();
    let language = language(file);
    let always = entries(file, "notes").into_iter().filter(|(_, note)| note.get("when").is_none());
    let mut said: Vec<String> =
        always.filter_map(|(_, note)| note.get("words")?.text("text").map(str::to_owned)).collect();
    for other in context.documents.iter().filter(|other| other.what == What::Interface) {
        if other.base_name().strip_suffix(".json") == Some(language) {
            said.extend(other.node.text("not-advice").map(str::to_owned));
        }
    }
    for statement in &context.rules.statements {
        let is_said = |pattern: &fancy_regex::Regex| {
            said.iter().any(|text| pattern.is_match(text).unwrap_or(false))
        };
        if claims::fits(statement.language.as_deref(), language)
            && !statement.patterns.is_empty()
            && !statement.patterns.iter().any(is_said)
        {
            found.error(
                "statement/missing",
                &path([Step::from("notes")]),
                &format!("lack the statement \"{}\", which every result must carry.", statement.id),
                &format!("Add a note without \"when\" that says, for instance: {}", statement.say),
            );
        }
    }
}
