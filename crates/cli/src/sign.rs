use std::io;
use std::path::{Path, PathBuf};

use check::Checked;
use clap::Args;
use data::Node;
use editor::{Draft, Edit, FileId, reviewed_translation, signed};

use crate::signing::{checked, only_quiz, parsed};
use crate::{Called, listed, read, replace, today};

/// How the file to sign is named.
const HOW: &str = "check sign static/data/my.json";

/// Writes into a quiz or a translation who has reviewed it
///
/// The review counts for the content as it is now, and ends when that is edited. Ends with 1, and signs
/// nothing, if the file has errors.
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
    let path = arguments.file.map_or_else(|| only_quiz(HOW), |file| Ok(called.path(file)))?;
    let found = checked(std::slice::from_ref(&path))?;
    let mut errors = found.iter().flat_map(Checked::errors);
    if !errors.all(|error| error.allowed_by.as_deref() == Some(arguments.by.trim())) {
        eprintln!("{} has errors, so it is not signed: check {0}", path.display());
        return Ok(false);
    }
    let node = parsed(&path)?;
    let on = today().to_string();
    let edits = if node.get("questions").is_some() {
        signed(&node, &arguments.by, &on)
    } else {
        vec![reviewed_translation(&quiz_of(&path, &node)?, &node, &arguments.by, &on)]
    };
    write(&path, edits)?;
    eprintln!("{} is signed by {}, for its content as it is now.", path.display(), arguments.by);
    Ok(true)
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

fn write(path: &Path, edits: Vec<Edit>) -> io::Result<()> {
    let bytes = read(path).map_err(|why| io::Error::other(why.to_string()))?;
    let name = path.to_string_lossy();
    let opened = Draft::open([(&*name, &bytes[..])]);
    let mut draft = opened.map_err(|why| io::Error::other(why.to_string()))?;
    for edit in edits {
        draft.edit(FileId::QUIZ, edit);
    }
    replace(path, draft.quiz().text())
}
