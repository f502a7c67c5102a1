use std::path::{Path, PathBuf};
use std::{fs, io};

use check::{Checked, Environment, File};
use clap::Args;
use data::Node;
use report::Inputs;

use crate::{Called, files, picture, print, read, today};

/// Writes one page about a quiz file, for whoever signs it off
///
/// Ends with 1 where the file has errors: the page is written, and says them.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The quiz; the only one of static/data if none is named
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// Also say what changed since an older version of the file
    #[arg(long, value_name = "OLD")]
    since: Option<PathBuf>,
    /// The page to write; - for standard output
    #[arg(long, value_name = "HTML", default_value = "report.html")]
    out: PathBuf,
}

/// Writes a report; whether nothing has to be mended.
pub(crate) fn run(arguments: Arguments, called: &Called) -> io::Result<bool> {
    let path = arguments.file.map_or_else(|| only_quiz(HOW), |file| Ok(called.path(file)))?;
    let name = path.to_string_lossy().replace('\\', "/");
    let node = parsed(&path)?;
    let since = arguments.since.map(|path| called.path(path));
    let since = since.as_deref().map(|path| Ok::<_, io::Error>((path, parsed(path)?)));
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
    if arguments.out == Path::new("-") {
        print(&html)?;
    } else {
        let out = called.path(arguments.out);
        fs::write(&out, html)
            .map_err(|error| io::Error::other(format!("{}: {error}", out.display())))?;
        eprintln!("{} is written.", out.display());
    }
    Ok(checked.iter().all(Checked::passes))
}

/// Checks these files, with what lies beside them.
pub(crate) fn checked(paths: &[PathBuf]) -> io::Result<Vec<Checked>> {
    Ok(checked_files(&files(paths)?))
}

/// Checks files that were read.
pub(crate) fn checked_files(files: &[File]) -> Vec<Checked> {
    let around = Environment { today: today(), picture: Some(&picture), since: None, folder: true };
    check::check(files, &around)
}

/// How a report names its quiz.
const HOW: &str = "check report static/data/my.json";

/// The only quiz of `static/data`; where there are several, one is named as `how` shows.
pub(crate) fn only_quiz(how: &str) -> io::Result<PathBuf> {
    let mut quizzes = Vec::new();
    for path in crate::listed(Path::new(crate::FOLDERS[0]))? {
        if parsed(&path).is_ok_and(|node| node.get("questions").is_some()) {
            quizzes.push(path);
        }
    }
    let found = match quizzes.as_slice() {
        [only] => Ok(only.clone()),
        [] => Err(format!("there is no quiz in static/data: name its file, as in {how}")),
        _ => Err(format!("there are several quizzes in static/data: name one, as in {how}")),
    };
    found.map_err(io::Error::other)
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
