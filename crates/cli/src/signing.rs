use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{fs, io};

use check::{Checked, Surroundings};
use data::Node;
use lexopt::prelude::*;
use report::Inputs;

use crate::{Called, files, picture, print, read, today};

pub(crate) const HELP: &str = "\
Usage: check report [FILE] [--since OLD] [--out HTML]

Writes one page about a quiz file, for whoever signs it off; without FILE about the only quiz of
static/data. Ends with 1 where the file has errors: the page is written, and says them.

  --since OLD  also say what changed since an older version of the file
  --out HTML   the page to write; - for standard output [report.html]
";

struct Wanted {
    file: Option<PathBuf>,
    since: Option<PathBuf>,
    out: PathBuf,
}

/// Writes a report; whether nothing has to be mended.
pub(crate) fn run(parser: lexopt::Parser, called: &Called) -> io::Result<bool> {
    let bad = |error: lexopt::Error| io::Error::other(format!("{error}\n\n{HELP}"));
    let Some(wanted) = wanted(parser, called).map_err(bad)? else {
        return print(HELP).map(|()| true);
    };
    let path = wanted.file.map_or_else(only_quiz, Ok)?;
    let name = path.to_string_lossy().replace('\\', "/");
    let node = parsed(&path)?;
    let since = wanted.since.as_deref().map(|path| Ok::<_, io::Error>((path, parsed(path)?)));
    let since = since.transpose()?;
    let translations = translations(&path, &node)?;
    let interface = interface(&node)?;
    let beside = translations.iter().chain(&interface).map(|(name, _)| PathBuf::from(name));
    let all: Vec<PathBuf> = [path.clone()].into_iter().chain(beside).collect();
    let checked = checked(&all)?;
    let old = since.as_ref().map(|(path, node)| (path.to_string_lossy(), node));
    let html = report::html(Inputs {
        file: &name,
        node: &node,
        translations: &translations,
        interface: &interface,
        checked: &checked,
        since: old.as_ref().map(|(path, node)| (path.as_ref(), *node)),
        today: today(),
    });
    if wanted.out == Path::new("-") {
        print(&html)?;
    } else {
        fs::write(&wanted.out, html)
            .map_err(|error| io::Error::other(format!("{}: {error}", wanted.out.display())))?;
        eprintln!("{} is written.", wanted.out.display());
    }
    Ok(checked.iter().all(Checked::passes))
}

fn wanted(mut parser: lexopt::Parser, called: &Called) -> Result<Option<Wanted>, lexopt::Error> {
    let mut wanted = Wanted { file: None, since: None, out: called.path("report.html") };
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Long("since") => wanted.since = Some(called.path(parser.value()?)),
            Long("out") => wanted.out = out(parser.value()?, called),
            Value(file) if wanted.file.is_none() => wanted.file = Some(called.path(file)),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Some(wanted))
}

fn out(name: OsString, called: &Called) -> PathBuf {
    if name == "-" { name.into() } else { called.path(name) }
}

/// Checks these files, with what lies beside them.
pub(crate) fn checked(paths: &[PathBuf]) -> io::Result<Vec<Checked>> {
    let around = Surroundings { today: today(), picture: Some(&picture), since: None };
    Ok(check::check(&files(paths)?, &around))
}

/// The only quiz of `static/data`.
pub(crate) fn only_quiz() -> io::Result<PathBuf> {
    let mut quizzes = Vec::new();
    for path in crate::listed(Path::new(crate::FOLDERS[0]))? {
        if parsed(&path).is_ok_and(|node| node.get("questions").is_some()) {
            quizzes.push(path);
        }
    }
    match quizzes.as_slice() {
        [only] => Ok(only.clone()),
        [] => Err(io::Error::other("there is no quiz in static/data: name its file")),
        _ => Err(io::Error::other("there are several quizzes in static/data: name one")),
    }
}

/// The translations that lie beside a quiz.
fn translations(path: &Path, quiz: &Node) -> io::Result<Vec<(String, Node)>> {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut found = Vec::new();
    for beside in crate::listed(folder)? {
        let Ok(node) = parsed(&beside) else { continue };
        if node.get("words").is_some()
            && node.get("quiz").is_some()
            && node.get("quiz") == quiz.get("id")
        {
            found.push((beside.to_string_lossy().replace('\\', "/"), node));
        }
    }
    Ok(found)
}

/// The interface words in the languages of a quiz.
fn interface(quiz: &Node) -> io::Result<Vec<(String, Node)>> {
    let mut tags: Vec<&str> = vec![quiz.text("language").unwrap_or("en")];
    if let Some(Node::List(listed)) = quiz.get("languages") {
        tags.extend(listed.iter().filter_map(|it| it.text("language")));
    }
    let mut found: Vec<(String, Node)> = Vec::new();
    for tag in tags {
        let name = format!("{}/{tag}.json", crate::FOLDERS[1]);
        if Path::new(&name).is_file() && found.iter().all(|(other, _)| *other != name) {
            let node = parsed(Path::new(&name))?;
            found.push((name, node));
        }
    }
    Ok(found)
}

/// A file's JSON.
pub(crate) fn parsed(path: &Path) -> io::Result<Node> {
    let told = |why: String| io::Error::other(format!("{}: {why}", path.display()));
    let bytes = read(path).map_err(|why| told(why.to_string()))?;
    let unclear =
        || told(format!("it cannot be read. The check says why: check {}", path.display()));
    check::node(&bytes).ok_or_else(unclear)
}
