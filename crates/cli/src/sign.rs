use std::io;
use std::path::{Path, PathBuf};

use check::{Checked, FileKind, Finding, Severity, says_who};
use clap::Args;
use data::Node;
use editor::{Draft, Edit, FileId, reviewed_translation, signed};

use crate::signing::{checked_files, only_quiz, parsed};
use crate::{Called, files, listed, read, replace, today};

/// How the file to sign is named.
const HOW: &str = "check sign static/data/my.json";

/// Writes into a quiz or a translation who has reviewed it
///
/// The review counts for the content as it is now, and ends when that is edited. Ends with 1, and signs
/// nothing, if the file or the test visitors beside it have errors; what is wrong with an earlier
/// review keeps nobody from signing anew.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The quiz or translation; the only quiz of static/data if none is named
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// Name and role of who reviewed it: "Dr A. Example, dermatologist"
    #[arg(long, value_name = "NAME")]
    by: String,
}

/// Signs; whether it could be signed.
pub(crate) fn run(arguments: Arguments, called: &Called) -> io::Result<bool> {
    let by = arguments.by.trim();
    if !says_who(by) {
        let told = format!(
            "\"{by}\" does not say who it was, so nothing is signed. Write the name and role of the \
             person: --by \"Dr A. Example, dermatologist\"."
        );
        return Err(io::Error::other(told));
    }
    let command = command(arguments.file.as_deref());
    let path = arguments.file.map_or_else(|| only_quiz(HOW), |file| Ok(called.path(file)))?;
    let mut files = files(std::slice::from_ref(&path))?;
    let Some(node) = unsigned(&path)? else {
        refuse(&path, &errors(&checked_files(&files)), &command);
        return Ok(false);
    };
    let text = edited(&path, edits(&path, &node, by)?)?;
    for file in files.iter_mut().filter(|file| file.wanted) {
        file.bytes = Ok(text.clone().into_bytes());
    }
    let found = checked_files(&files);
    let (translations, others): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|it| it.name != name(&path) && !has_visitors(it));
    let errors = errors(&others);
    if !errors.is_empty() {
        refuse(&path, &errors, &command);
        return Ok(false);
    }
    replace(&path, &text)?;
    eprintln!("{} is signed by {by}, for its content as it is now.", path.display());
    say_what_else(&node, &text, by);
    say_what_remains(&path, &others, &translations, &command);
    Ok(true)
}

/// The check of this file, as it is called from where the program was.
fn command(file: Option<&Path>) -> String {
    match file.map(|file| file.display().to_string()) {
        None => "check".to_owned(),
        Some(file) if file.contains(char::is_whitespace) => format!("check \"{file}\""),
        Some(file) => format!("check {file}"),
    }
}

/// As the check names a file.
fn name(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// What is in a file that can be signed; nothing where that is no JSON.
fn unsigned(path: &Path) -> io::Result<Option<Node>> {
    if !path.exists() {
        return Err(io::Error::other(format!("there is no file {}", path.display())));
    }
    let bytes = read(path).map_err(|why| io::Error::other(format!("{}: {why}", path.display())))?;
    let Some(node) = check::node(&bytes) else { return Ok(None) };
    let what = match FileKind::of(&name(path), &node) {
        FileKind::Quiz | FileKind::Overlay => return Ok(Some(node)),
        FileKind::Personas => "test visitors",
        FileKind::Interface => "words of the interface",
        FileKind::Claims => "wording rules",
    };
    let told = format!("{} has {what}: only a quiz or a translation is signed.", path.display());
    Err(io::Error::other(told))
}

/// What signing changes in a file.
fn edits(path: &Path, node: &Node, by: &str) -> io::Result<Vec<Edit>> {
    let on = today().to_string();
    match FileKind::of(&name(path), node) {
        FileKind::Overlay => Ok(vec![reviewed_translation(&quiz_of(path, node)?, node, by, &on)]),
        _ => Ok(signed(node, by, &on)),
    }
}

/// The quiz beside a translation.
fn quiz_of(path: &Path, translation: &Node) -> io::Result<Node> {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    let beside = listed(folder.unwrap_or(Path::new(".")))?;
    let quizzes = beside.iter().filter_map(|path| parsed(path).ok());
    let mut quizzes = quizzes.filter(|it| it.get("questions").is_some());
    let quiz = quizzes.find(|it| it.text("id") == translation.text("quiz"));
    quiz.ok_or_else(|| io::Error::other("there is no quiz beside it that it is a translation of"))
}

/// The text of a file after edits.
fn edited(path: &Path, edits: Vec<Edit>) -> io::Result<String> {
    let bytes = read(path).map_err(|why| io::Error::other(why.to_string()))?;
    let name = path.to_string_lossy();
    let opened = Draft::open([(&*name, &bytes[..])]);
    let mut draft = opened.map_err(|why| io::Error::other(why.to_string()))?;
    for edit in edits {
        draft.edit(FileId::QUIZ, edit);
    }
    Ok(draft.quiz().text().to_owned())
}

fn has_visitors(file: &Checked) -> bool {
    let node = check::node(file.text.as_bytes()).unwrap_or(Node::Null);
    FileKind::of(&file.name, &node) == FileKind::Personas
}

/// What has to be mended, with the names of the files.
fn errors(found: &[Checked]) -> Vec<(&str, &Finding)> {
    found.iter().flat_map(|file| file.errors().map(|error| (&*file.name, error))).collect()
}

fn refuse(path: &Path, errors: &[(&str, &Finding)], command: &str) {
    let told = format!("{} is not signed, for {}", path.display(), counted(errors.len(), "error"));
    match errors.first() {
        Some((file, Finding { id, place, found, help, .. })) => {
            eprintln!("{told}. The first, in {file}:\n[{id}] {place}: {found} {help}");
        }
        None => eprintln!("{told}."),
    }
    eprintln!("To see all of it: {command}");
}

/// Says what else than the review is another in the file now.
fn say_what_else(before: &Node, text: &str, by: &str) {
    let now = check::node(text.as_bytes()).unwrap_or(Node::Null);
    if let (old, Some(new)) = (before.text("version"), now.text("version"))
        && old != Some(new)
    {
        let old = old.map(|old| format!("; it was \"{old}\" before")).unwrap_or_default();
        eprintln!("Its \"version\" is now the day of signing, {new}{old}.");
    }
    let other = before.get("reviewed").and_then(|review| review.text("by")).map(str::trim);
    if let Some(other) = other.filter(|other| !other.is_empty() && *other != by) {
        eprintln!("The review takes the place of one by {other}.");
    }
}

fn say_what_remains(path: &Path, others: &[Checked], translations: &[Checked], command: &str) {
    let own = others.iter().filter(|it| it.name == name(path)).flat_map(|it| &it.findings);
    match own.filter(|it| it.severity == Severity::Warning).count() {
        0 => eprintln!("No warning remains."),
        1 => eprintln!("1 warning remains: {command}"),
        many => eprintln!("{many} warnings remain: {command}"),
    }
    for file in translations {
        match file.errors().count() {
            0 => {}
            errors => {
                eprintln!("{}, a translation of it, has {}.", file.name, counted(errors, "error"))
            }
        }
    }
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
