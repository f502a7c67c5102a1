//! A quiz file: everything beyond what the program itself needs to be right.

mod changed;
mod evidence;
mod figures;
mod items;
mod look;
mod plans;
mod review;
mod sizes;
mod sources;
pub(super) mod statements;
pub(super) mod wording;

use data::{Node, Path, Step};

use super::document::{Document, FileKind, Found};
use super::proved;
use super::{Context, ProofMode};

/// Checks a quiz file.
pub(super) fn check(found: &mut Found<'_>, context: &Context<'_>) {
    let file = found.node();
    if !matches!(file, Node::Object(_)) {
        let help = "Write an object: { … }, as in the quiz that comes with the program.";
        found.error("shape/wrong-kind", &Path::default(), &format!("is {}.", file.kind()), help);
        return;
    }
    let read = found.document.quiz();
    if let Err(problems) = read {
        problems.iter().for_each(|problem| found.problem(problem));
    }
    figures::check(found);
    items::check(found);
    look::check(found, context.around.picture);
    plans::check(found);
    sizes::check(found);
    review::check(found, context.around.today);
    sources::check(found);
    statements::check(found, context);
    context.rules.known(found, language(file));
    wording::check(found, context, language(file), file);
    languages(found, context);
    if let Some(since) = context.around.since {
        changed::check(found, since);
    }
    if let (Ok(quiz), ProofMode::Run) = (read, context.proof) {
        proved::check(found, quiz);
    }
}

/// The language of a file's words.
pub(super) fn language(file: &Node) -> &str {
    match file.get("language") {
        Some(Node::Text(language)) => language,
        _ => "en",
    }
}

/// The entries of a list of the file, each with its place.
pub(super) fn entries<'n>(file: &'n Node, list: &str) -> Vec<(Path, &'n Node)> {
    let Some(Node::List(nodes)) = file.get(list) else { return Vec::new() };
    let at = |index: usize| Path::new([list.into(), index.into()]);
    nodes.iter().enumerate().map(|(index, node)| (at(index), node)).collect()
}

/// Every language that is listed has its file.
fn languages(found: &mut Found<'_>, context: &Context<'_>) {
    let id = found.node().text("id").unwrap_or_default();
    for (at, listed) in entries(found.node(), "languages") {
        let Some(language) = listed.text("language") else { continue };
        let is_it = |other: &&Document| {
            other.what == FileKind::Overlay
                && other.node().text("quiz") == Some(id)
                && other.node().text("language") == Some(language)
        };
        let has_words = |other: &&Document| {
            other.what == FileKind::Interface && other.base_name() == format!("{language}.json")
        };
        let in_folder = context.documents.iter().any(|other| other.what == FileKind::Interface);
        if in_folder && !context.documents.iter().any(|other| has_words(&other)) {
            found.error(
                "translation/no-text",
                &at.then([Step::from("language")]),
                &format!("is \"{language}\", but there are no words of the interface in it."),
                &format!(
                    "Put text/{language}.json beside the others, or take the language off the list."
                ),
            );
        }
        let own = language == self::language(found.node());
        if !own && !context.documents.iter().any(|other| is_it(&other)) {
            found.error(
                "translation/no-file",
                &at.then([Step::from("language")]),
                &format!("is \"{language}\", but there is no file of its words."),
                &format!(
                    "Put {id}.{language}.json beside this file, or take the language off the list."
                ),
            );
        }
    }
}
