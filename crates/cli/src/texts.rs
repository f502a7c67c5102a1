use std::path::{Path, PathBuf};
use std::{fs, io};

use check::Checked;
use clap::{Args, Subcommand};
use data::Node;
use spreadsheet::{Imported, Texts};

use crate::signing::{checked, only_quiz, parsed};
use crate::{Called, print, read};

/// Every text of a quiz and of the interface as a spreadsheet for translators, and back
#[derive(Args)]
#[command(disable_help_subcommand = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    way: Way,
    /// The quiz; the only one of static/data if none is named
    #[arg(long, global = true, value_name = "FILE")]
    quiz: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Way {
    /// Writes the spreadsheet to standard output
    Export {
        #[arg(value_parser = language)]
        language: String,
    },
    /// Writes static/data/<quiz>.<language>.json and static/text/<language>.json
    ///
    /// Says which rows it took. A row that does not fit is left out, and a damaged file writes
    /// nothing at all: both are named with the reason, and end with 1.
    Import {
        #[arg(value_name = "SHEET.csv")]
        sheet: PathBuf,
        #[arg(value_parser = language)]
        language: String,
    },
}

/// How a spreadsheet's quiz is named.
const HOW: &str = "check texts --quiz static/data/my.json export es";

/// The interface words.
const INTERFACE: &str = "static/text";

/// Exports or imports; whether all went well.
pub(crate) fn run(arguments: Arguments, called: &Called) -> io::Result<bool> {
    let quiz_path = arguments.quiz.map_or_else(|| only_quiz(HOW), |file| Ok(called.path(file)))?;
    let quiz = parsed(&quiz_path)?;
    let interface = parsed(&Path::new(INTERFACE).join("en.json"))?;
    let (Way::Export { language } | Way::Import { language, .. }) = &arguments.way;
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
    match &arguments.way {
        Way::Export { .. } => print(&spreadsheet::export(&texts)).map(|()| true),
        Way::Import { sheet, .. } => {
            import(&texts, &called.path(sheet), &overlay_path, &words_path)
        }
    }
}

/// A language to translate into.
fn language(tag: &str) -> Result<String, &'static str> {
    match tag {
        "en" => Err("it is no language to translate into: write es or pt-BR, say"),
        _ if !check::is_tag(tag) || tag.starts_with(char::is_uppercase) => {
            Err("it is no language: write its tag, such as fr or pt-BR")
        }
        _ => Ok(tag.to_owned()),
    }
}

fn import(texts: &Texts<'_>, file: &Path, overlay: &Path, words: &Path) -> io::Result<bool> {
    let name = file.display();
    let bytes = read(file).map_err(|why| io::Error::other(format!("{name}: {why}")))?;
    let imported = match spreadsheet::import(texts, &bytes) {
        Ok(imported) => imported,
        Err(refusals) => {
            refusals.iter().for_each(|refusal| eprintln!("{name}, {refusal}"));
            eprintln!("The file is damaged, or of something else. Nothing is written.");
            return Ok(false);
        }
    };
    imported.taken.iter().for_each(|row| eprintln!("{name}, {row}: taken."));
    imported.left.iter().for_each(|refusal| eprintln!("{name}, {refusal} Not taken."));
    write(&imported, overlay, words)?;
    eprintln!("{}", imported.summary());
    for key in &imported.unknown {
        eprintln!("\"{key}\" belongs to no text any more. It is kept; delete it, or correct it.");
    }
    if !imported.taken.is_empty() {
        eprintln!("Run the check, and let a translator review what is new.");
    }
    Ok(imported.left.is_empty())
}

fn write(imported: &Imported, overlay: &Path, words: &Path) -> io::Result<()> {
    for (path, text) in [(overlay, &imported.translation), (words, &imported.interface)] {
        if let Some(text) = text {
            let beside = path.with_extension("json.new");
            fs::write(&beside, text)?;
            fs::rename(&beside, path)?;
            eprintln!("{} is written.", path.display());
        }
    }
    Ok(())
}

fn optional(path: &Path) -> io::Result<Option<Node>> {
    path.exists().then(|| parsed(path)).transpose()
}
