use data::{Node, Path, Step};

use super::super::Context;
use super::super::claims::{Folded, Rules, Statement, fits};
use super::super::document::{FileKind, Found};
use super::{entries, language};

/// Says which statements that every result must carry are nowhere.
pub(super) fn check(found: &mut Found<'_>, context: &Context<'_>) {
    let (file, language) = (found.node(), language(found.node()));
    let mut said: Vec<String> = always(file).map(|(_, text)| text).collect();
    said.extend(interface(context, language));
    for statement in missing(context.rules, language, &said) {
        found.error(
            "statement/missing",
            &Path::new([Step::from("notes")]),
            &format!("lacks the statement \"{}\", which every result must carry.", statement.id),
            &format!("Add a note without \"when\" that says, for instance: {}", statement.say),
        );
    }
}

/// Says which of these statements a translation drops. What it does not translate is still said, in
/// the quiz's own language.
pub(crate) fn translated(found: &mut Found<'_>, context: &Context<'_>, base: &Node) {
    let own = language(found.node());
    let (mut said, mut left) = (interface(context, own), Vec::new());
    for (key, text) in always(base) {
        match found.node().get("words").and_then(|words| words.text(&key)) {
            Some(text) => said.push(Folded::new(text).text),
            None => left.push(text),
        }
    }
    let in_base = |id: &str| {
        let of = context.rules.statements.iter().filter(move |it| it.id == id);
        of.filter(|it| fits(it.language.as_deref(), language(base))).collect::<Vec<_>>()
    };
    for statement in missing(context.rules, own, &said) {
        let of = in_base(&statement.id);
        if of.iter().any(|it| is_said(it, &left)) {
            continue;
        }
        let key = always(base)
            .find(|(_, text)| of.iter().any(|it| is_said(it, std::slice::from_ref(text))));
        let at = Path::new([Step::from("words")]);
        let at = key.map_or(at.clone(), |(key, _)| at.then([Step::Field(key.into())]));
        tell(found, &at, statement);
    }
}

fn tell(found: &mut Found<'_>, at: &Path, statement: &Statement) {
    let told = format!("lacks the statement \"{}\", which every result must carry.", statement.id);
    let help = format!("Say it here as the quiz does, for instance: {}", statement.say);
    found.error("statement/missing", at, &told, &help);
}

/// The notes of every result: the key of each and its text.
fn always(file: &Node) -> impl Iterator<Item = (String, String)> + '_ {
    entries(file, "notes").into_iter().enumerate().filter_map(|(index, (_, note))| {
        let text = note.get("words")?.text("text")?;
        let key = ["notes", &note.name(index), "text"].join(".");
        note.get("when")
            .is_none_or(|when| *when == Node::Null)
            .then(|| (key, Folded::new(text).text))
    })
}

/// What the page says with every result in the words of the interface.
fn interface(context: &Context<'_>, language: &str) -> Vec<String> {
    let words = context.documents.iter().filter(|other| other.what == FileKind::Interface);
    let own = words.filter(|it| it.base_name().strip_suffix(".json") == Some(language));
    own.filter_map(|it| it.node().text("not-advice").map(|text| Folded::new(text).text)).collect()
}

fn missing<'r>(
    rules: &'r Rules,
    language: &str,
    said: &[String],
) -> impl Iterator<Item = &'r Statement> {
    let own = rules.statements.iter().filter(|it| fits(it.language.as_deref(), language));
    own.filter(|it| !it.patterns.is_empty() && !is_said(it, said))
}

fn is_said(statement: &Statement, said: &[String]) -> bool {
    let says = |text: &String| statement.patterns.iter().any(|pattern| pattern.is_match(text));
    said.iter().any(says)
}
