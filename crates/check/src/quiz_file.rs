//! A quiz file: everything beyond what the program itself needs to be right.

pub(super) mod basics;
mod changed;
mod evidence;
mod figures;
mod items;
mod look;
mod placeholder;
mod plans;
mod review;
mod sizes;
mod sources;
pub(super) mod statements;
mod unheard;
mod visitors;
mod weaker;
pub(super) mod wording;

use std::borrow::Cow;

use data::{Mend, Node, Path, Problem, Step};

use super::document::{Document, FileKind, Found};
use super::tag::is_tag;
use super::{Context, ProofMode, address, named, proved};

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
        problems.iter().for_each(|problem| found.problem(&meant(problem, file)));
    }
    named::check(found, &["languages"]);
    basics::check(found);
    basics::review(found);
    placeholder::check(found);
    figures::check(found);
    items::check(found);
    look::check(found, context.around.picture);
    plans::check(found);
    sizes::check(found);
    review::check(found, context.around.today);
    sources::check(found, context.around.today);
    statements::check(found, context);
    context.rules.known(found, language(file));
    wording::check(found, context, language(file), file);
    languages(found, context);
    if let Some(since) = context.edition_before(found.document) {
        changed::check(found, since, context.around.today);
        weaker::check(found, since);
    }
    visitors::check(found, context);
    if let Ok(quiz) = read {
        unheard::check(found, quiz);
        if context.proof == ProofMode::Run {
            proved::check(found, quiz);
        }
    }
}

/// A problem with what mends it, where a link only lacks its beginning.
fn meant<'p>(problem: &'p Problem, file: &Node) -> Cow<'p, Problem> {
    let is_link = matches!(problem.id, "link/kind" | "source/link") && problem.mend.is_none();
    match problem.path.node(file) {
        Some(Node::Text(text)) if is_link => {
            let mend = address::meant(text).map(Mend::Write);
            Cow::Owned(Problem { mend, ..problem.clone() })
        }
        _ => Cow::Borrowed(problem),
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
        let Some(language) = listed.text("language").filter(|tag| is_tag(tag)) else { continue };
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
