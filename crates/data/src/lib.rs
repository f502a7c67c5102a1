//! From a data file to a checked [`Quiz`], or to every problem found, in words for the people who
//! edit it.

pub mod beside;
mod check;
mod digest;
pub mod file;
mod node;
mod overlay;
mod path;
mod problem;
mod read;
#[cfg(feature = "messages")]
mod schema;
mod suggest;

pub use digest::{Digest, TextDigest};
pub use node::Node;
pub use path::{Path, Step};
pub(crate) use problem::message;
pub use problem::{MESSAGES, MOST};
pub use problem::{Mend, Placed, Problem};
pub use suggest::{listed, mean, nearest};

use quiz::Quiz;

/// The field of a translation that says which text of the quiz each text was translated from.
pub const TRANSLATED_FROM: &str = "translatedFrom";

/// The format this program reads.
pub const FORMAT: u32 = 1;

/// Reads a data file, checks it and resolves its references.
///
/// # Errors
/// Every problem found: first those of its shape, then those of its meaning that do not follow from
/// them. The visitor's program looks for the second only where it finds none of the first.
pub fn quiz(json: &Node) -> Result<Quiz, Vec<Problem>> {
    read(json, Digest::of_quiz(json))
}

/// Reads a data file whose content has this digest without a translation.
fn read(json: &Node, digest: Digest) -> Result<Quiz, Vec<Problem>> {
    if let Some(problem) = other_format(json) {
        return Err(vec![problem]);
    }
    let mut reader = read::Reader::default();
    let file = <file::File as read::Read>::read(&mut reader, json);
    let mut problems = reader.problems;
    if !problems.is_empty() && !MESSAGES {
        return Err(problems);
    }
    match check::Check::default().quiz(file, digest) {
        Ok(contents) if problems.is_empty() => Ok(Quiz::new(contents)),
        Ok(_) => Err(problems),
        Err(further) => {
            let told: Vec<Path> = problems.iter().map(|problem| problem.path.clone()).collect();
            let new = |problem: &Problem| !told.iter().any(|path| path.overlaps(&problem.path));
            problems.extend(further.into_iter().filter(new));
            Err(problems)
        }
    }
}

/// The fields of a data file that [`opening`] reads.
pub const OPENING: [&str; 7] =
    ["format", "id", "language", "languages", "words", "questions", "endings"];

/// Reads what of a data file the questions need: the fields of [`OPENING`]. The quiz has nothing to say
/// of the answers.
///
/// # Errors
/// As those of [`quiz`].
pub fn opening(json: &Node) -> Result<Quiz, Vec<Problem>> {
    let mut reader = read::Reader::default();
    let file = <file::Opening as read::Read>::read(&mut reader, json);
    if !reader.problems.is_empty() {
        return Err(reader.problems);
    }
    check::Check::default().opening(file).map(Quiz::new)
}

fn other_format(json: &Node) -> Option<Problem> {
    let Some(Node::Number(format)) = json.get("format") else { return None };
    if *format == FORMAT {
        return None;
    }
    let (id, help) = if *format > FORMAT {
        ("format/newer", "The file is newer than this program: put those of one release together.")
    } else {
        ("format/older", "The file is older than this program: CHANGELOG.md says what to change.")
    };
    Some(Problem {
        id,
        path: Path(vec![Step::Field("format".into())]),
        found: message![
            "is ",
            &format.to_string(),
            ", but this program reads ",
            &FORMAT.to_string(),
            "."
        ],
        help: message![help],
        mend: None,
    })
}

/// Reads a data file with a translation laid over its words; what the translation lacks stays, marked
/// as untranslated.
///
/// # Errors
/// As those of [`quiz`]; or one, if the translation is not one of this file.
pub fn translated(mut json: Node, translation: &Node) -> Result<Quiz, Vec<Problem>> {
    let digest = Digest::of_quiz(&json);
    let overlay = overlay::Overlay::new(&json, digest, translation)?;
    overlay.lay_over(&mut json);
    Ok(read(&json, digest)?.translated(overlay.translation()))
}

/// Reads a text file: a flat object of texts.
///
/// # Errors
/// A problem for every entry that is no text.
pub fn texts(json: &Node) -> Result<Vec<(String, String)>, Vec<Problem>> {
    let problem = |path: Vec<Step>, found: &Node, wanted: &str| Problem {
        id: "shape/wrong-kind",
        path: Path(path),
        found: message!["is ", found.kind(), "."],
        help: message!["Write ", wanted, "."],
        mend: None,
    };
    let Node::Object(fields) = json else {
        return Err(vec![problem(Vec::new(), json, "an object of texts")]);
    };
    let (mut texts, mut problems) = (Vec::new(), Vec::new());
    for (name, node) in fields {
        match node {
            Node::Text(text) => texts.push((name.clone(), text.clone())),
            _ => problems.push(problem(vec![Step::Field(name.clone().into())], node, "a text")),
        }
    }
    if problems.is_empty() { Ok(texts) } else { Err(problems) }
}
