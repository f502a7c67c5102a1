//! Checks data files: `check [FILE…]`, without files all of `static/data` and `static/text`.
//! `check schema` prints the JSON Schema of a kind of file. The files of a site are found from any
//! folder below it; a path on the command line is one from the folder that the program was called in.
//!
//! Ends with 0 where nothing has to be mended, 1 where something has, 2 for bad use.

mod signing;
mod texts;

use std::ffi::OsString;
use std::io::{IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

use check::{Checked, File, Format, LARGEST, Surroundings, Unread};
use lexopt::prelude::*;
use quiz::Date;

const HELP: &str = "\
Usage: check [OPTIONS] [FILE…]
       check schema [quiz|personas|claims|translation|interface]
       check report [FILE] [--since OLD] [--out HTML]
       check texts export LANGUAGE
       check texts import SHEET.csv LANGUAGE

Checks data files, without FILE all of static/data and static/text.

  --fix            mend what can only be meant in one way, and keep the rest as it stands
  --since OLD      also say which ids of an older quiz file are gone
  --format FORMAT  human, json or github [human]
";

/// Where a site keeps its data files.
const FOLDERS: [&str; 2] = ["static/data", "static/text"];

/// Beside a data file, but none.
const SCHEMA: &str = ".schema.json";

struct Wanted {
    files: Vec<PathBuf>,
    format: Format,
    fix: bool,
    since: Option<PathBuf>,
}

fn main() -> ExitCode {
    let called = Called::here();
    let ended = match std::env::args().nth(1).as_deref() {
        Some("schema") => schema(std::env::args().nth(2).as_deref().unwrap_or("quiz")),
        Some("report") => signing::run(rest(), &called),
        Some("texts") => texts::run(rest(), &called),
        Some("--help" | "-h") => print(HELP).map(|()| true),
        _ => match wanted(lexopt::Parser::from_env(), &called) {
            Ok(wanted) => checked(&wanted),
            Err(error) => Err(io::Error::other(format!("{error}\n\n{HELP}"))),
        },
    };
    match ended {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

/// Where the program was called: all its own files are named from the site's folder.
pub(crate) struct Called {
    from: Option<PathBuf>,
}

impl Called {
    /// Goes to the site's folder, the nearest one around this that has data files.
    fn here() -> Self {
        let from = std::env::current_dir().unwrap_or_default();
        let site = from.ancestors().find(|folder| folder.join(FOLDERS[0]).is_dir());
        let moved = site.filter(|site| *site != from && std::env::set_current_dir(site).is_ok());
        Self { from: moved.map(|_| from.clone()) }
    }

    /// A path of the command line; one in the site begins in its folder.
    pub(crate) fn path(&self, path: impl Into<PathBuf>) -> PathBuf {
        let path = path.into();
        let Some(from) = &self.from else { return path };
        let whole = from.join(&path);
        let site = std::env::current_dir().and_then(|site| site.canonicalize());
        let (Ok(site), Ok(real)) = (site, whole.canonicalize()) else { return whole };
        real.strip_prefix(site).map_or(whole, Path::to_path_buf)
    }
}

fn schema(of: &str) -> io::Result<bool> {
    let known = || {
        io::Error::other("there are schemas of quiz, personas, claims, translation and interface")
    };
    let schema = check::schema(of).ok_or_else(known)?;
    print(&format!("{schema:#}\n")).map(|()| true)
}

/// The arguments after the command.
fn rest() -> lexopt::Parser {
    lexopt::Parser::from_args(std::env::args_os().skip(2))
}

fn wanted(mut parser: lexopt::Parser, called: &Called) -> Result<Wanted, lexopt::Error> {
    let colour = io::stdout().is_terminal();
    let mut wanted =
        Wanted { files: Vec::new(), format: Format::Human { colour }, fix: false, since: None };
    while let Some(argument) = parser.next()? {
        match argument {
            Long("fix") => wanted.fix = true,
            Long("since") => wanted.since = Some(called.path(parser.value()?)),
            Long("format") => wanted.format = format(&parser.value()?, colour)?,
            Value(file) => wanted.files.push(called.path(file)),
            other => return Err(other.unexpected()),
        }
    }
    Ok(wanted)
}

fn format(name: &OsString, colour: bool) -> Result<Format, lexopt::Error> {
    match name.to_str() {
        Some("human") => Ok(Format::Human { colour }),
        Some("json") => Ok(Format::Json),
        Some("github") => Ok(Format::Github),
        _ => Err("--format takes human, json or github".into()),
    }
}

fn checked(wanted: &Wanted) -> io::Result<bool> {
    let files = files(&wanted.files)?;
    let since = wanted.since.as_deref().map(signing::parsed).transpose()?;
    let around = Surroundings { today: today(), picture: Some(&picture), since: since.as_ref() };
    let mut checked = check::check(&files, &around);
    if wanted.fix && fix(&checked)? {
        checked = check::check(&files_again(&files), &around);
    }
    print(&check::report(&checked, wanted.format))?;
    Ok(checked.iter().all(Checked::passes))
}

/// The files named, and for their sake the others of their folders and of the usual ones.
fn files(named: &[PathBuf]) -> io::Result<Vec<File>> {
    let all = named.is_empty();
    let mut paths: Vec<(PathBuf, bool)> = named.iter().map(|path| (path.clone(), true)).collect();
    let mut folders: Vec<PathBuf> = FOLDERS.iter().map(PathBuf::from).collect();
    let parents = named.iter().filter_map(|path| path.parent()).filter(|it| it.is_dir());
    folders.extend(parents.map(Path::to_path_buf));
    for folder in folders.iter().filter(|folder| folder.is_dir()) {
        for path in listed(folder)? {
            if !paths.iter().any(|(other, _)| other.canonicalize().ok() == path.canonicalize().ok())
            {
                paths.push((path, all));
            }
        }
    }
    if !paths.iter().any(|(_, wanted)| *wanted) {
        return Err(io::Error::other("there is no data file here: name one"));
    }
    Ok(paths.into_iter().map(|(path, wanted)| file(&path, wanted)).collect())
}

fn listed(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.to_string_lossy();
        if name.ends_with(".json") && !name.ends_with(SCHEMA) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn file(path: &Path, wanted: bool) -> File {
    File { name: path.to_string_lossy().replace('\\', "/"), bytes: read(path), wanted }
}

fn files_again(files: &[File]) -> Vec<File> {
    files.iter().map(|it| file(Path::new(&it.name), it.wanted)).collect()
}

/// What is in a file, unless it is larger than any data file.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Unread> {
    let because = |error: io::Error| Unread::Because(error.to_string());
    let about = fs::metadata(path).map_err(because)?;
    if !about.is_file() {
        return Err(Unread::Because("it is no file".into()));
    }
    if about.len() > LARGEST as u64 {
        return Err(Unread::Large(about.len()));
    }
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(because)?;
    file.take(LARGEST as u64 + 1).read_to_end(&mut bytes).map_err(because)?;
    Ok(bytes)
}

/// Writes the mended files; whether there are any.
fn fix(checked: &[Checked]) -> io::Result<bool> {
    let mut mended = false;
    for file in checked {
        if let Some(text) = file.fixed() {
            let beside = PathBuf::from(format!("{}.new", file.name));
            fs::write(&beside, text)?;
            fs::rename(&beside, &file.name)?;
            let count = file.findings.iter().filter(|finding| finding.fix.is_some()).count();
            eprintln!("{}: mended {count}", file.name);
            mended = true;
        }
    }
    Ok(mended)
}

/// The size of a picture, which lies beside the page.
fn picture(name: &str) -> Option<u64> {
    fs::metadata(Path::new("static").join(name))
        .ok()
        .filter(fs::Metadata::is_file)
        .map(|it| it.len())
}

fn today() -> Date {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    Date::after_1970(now.map_or(0, |since| since.as_secs() / 86_400))
}

fn print(text: &str) -> io::Result<()> {
    io::stdout().write_all(text.as_bytes())
}
