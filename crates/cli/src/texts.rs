use std::path::{Path, PathBuf};
use std::{fs, io};

use check::Checked;
use data::Node;
use lexopt::prelude::*;
use spreadsheet::Texts;

use crate::signing::{checked, only_quiz, parsed};
use crate::{Called, print, read};

pub(crate) const HELP: &str = "\
Usage: check texts export LANGUAGE [--quiz FILE] > SHEET.csv
       check texts import SHEET.csv LANGUAGE [--quiz FILE]

Every text of a quiz and of the interface as a spreadsheet for translators, and back into
static/data/<quiz>.<language>.json and static/text/<language>.json. Import writes nothing, says why
and ends with 1 where a row does not fit.

  --quiz FILE  the quiz [the only one of static/data]
";

/// The interface words.
const INTERFACE: &str = "static/text";

enum Way {
    Export,
    Import(PathBuf),
}

struct Wanted {
    way: Way,
    language: String,
    quiz: Option<PathBuf>,
}

/// Exports or imports; whether all went well.
pub(crate) fn run(parser: lexopt::Parser, called: &Called) -> io::Result<bool> {
    let bad = |error: lexopt::Error| io::Error::other(format!("{error}\n\n{HELP}"));
    let Some(wanted) = wanted(parser, called).map_err(bad)? else {
        return print(HELP).map(|()| true);
    };
    let quiz_path = wanted.quiz.map_or_else(only_quiz, Ok)?;
    let quiz = parsed(&quiz_path)?;
    let interface = parsed(&Path::new(INTERFACE).join("en.json"))?;
    let language = wanted.language.as_str();
    if !is_tag(language) {
        let told = format!("\"{language}\" is no language: write its tag, such as fr or pt-BR");
        return Err(io::Error::other(told));
    }
    let overlay_path = quiz_path.with_extension(format!("{language}.json"));
    let words_path = Path::new(INTERFACE).join(format!("{language}.json"));
    let there: Vec<PathBuf> =
        [&overlay_path, &words_path].into_iter().filter(|path| path.exists()).cloned().collect();
    let checked: Vec<Checked> = if there.is_empty() { Vec::new() } else { checked(&there)? };
    let (translation, words) = (optional(&overlay_path)?, optional(&words_path)?);
    let texts = Texts {
        language,
        quiz: &quiz,
        interface: &interface,
        translation: translation.as_ref(),
        translated_interface: words.as_ref(),
        checked: &checked,
    };
    match wanted.way {
        Way::Export => print(&spreadsheet::export(&texts)).map(|()| true),
        Way::Import(file) => import(&texts, &file, &overlay_path, &words_path),
    }
}

/// Whether it is written as a BCP 47 tag: `fr`, `pt-BR`.
fn is_tag(language: &str) -> bool {
    let mut parts = language.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|part| part.len() > 1 && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

fn import(texts: &Texts<'_>, file: &Path, overlay: &Path, words: &Path) -> io::Result<bool> {
    let name = file.display();
    let bytes = read(file).map_err(|why| io::Error::other(format!("{name}: {why}")))?;
    let imported = match spreadsheet::import(texts, &bytes) {
        Ok(imported) => imported,
        Err(refusals) => {
            refusals.iter().for_each(|refusal| eprintln!("{name}, {refusal}"));
            eprintln!("Nothing is written.");
            return Ok(false);
        }
    };
    for (path, text) in [(overlay, &imported.translation), (words, &imported.interface)] {
        if let Some(text) = text {
            let beside = path.with_extension("json.new");
            fs::write(&beside, text)?;
            fs::rename(&beside, path)?;
            eprintln!("{} is written.", path.display());
        }
    }
    eprintln!("{} texts changed, {} without translation.", imported.changed, imported.missing);
    for key in &imported.unknown {
        eprintln!("\"{key}\" belongs to no text any more. It is kept; delete it, or correct it.");
    }
    if imported.changed > 0 {
        eprintln!("Run the check, and let a translator review what is new.");
    }
    Ok(true)
}

fn optional(path: &Path) -> io::Result<Option<Node>> {
    path.exists().then(|| parsed(path)).transpose()
}

fn wanted(mut parser: lexopt::Parser, called: &Called) -> Result<Option<Wanted>, lexopt::Error> {
    let (mut values, mut quiz) = (Vec::new(), None);
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Long("quiz") => quiz = Some(called.path(parser.value()?)),
            Value(value) => values.push(value.string()?),
            other => return Err(other.unexpected()),
        }
    }
    let (way, language) = match values.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["export", language] => (Way::Export, *language),
        ["import", file, language] => (Way::Import(called.path(*file)), *language),
        _ => return Err("say export LANGUAGE, or import SHEET.csv LANGUAGE".into()),
    };
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if language.len() < 2 || !language.chars().all(fits) || language == "en" {
        return Err(format!(
            "\"{language}\" is no language to translate into: write es or pt-BR, say"
        )
        .into());
    }
    Ok(Some(Wanted { way, language: language.to_owned(), quiz }))
}
