//! Checks data files: `check [FILE…]`, without files all of `static/data` and `static/text`. With a
//! quiz come the test visitors and the translations that lie beside it.
//! `check schema` prints the JSON Schema of a kind of file. The files of a site are found from any
//! folder below it; a path on the command line is one from the folder that the program was called in.
//!
//! Ends with 0 where nothing has to be mended, 1 where something has, 2 for bad use.

mod sign;
mod signing;
mod texts;

use std::io::{IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

use check::{Checked, Environment, File, Format, LARGEST, Unread};
use clap::{Args, Parser, Subcommand, ValueEnum};
use quiz::Date;

/// Where a site keeps its data files.
const FOLDERS: [&str; 2] = ["static/data", "static/text"];

/// What there are schemas of.
const KINDS: [&str; 5] = ["quiz", "personas", "claims", "translation", "interface"];

/// What to name where a site has more than one quiz.
const SEVERAL: &str = "\
Where static/data holds several quizzes, name the one that is meant:
  check report static/data/my.json
  check texts --quiz static/data/my.json export es";

/// Beside a data file, but none.
const SCHEMA: &str = ".schema.json";

/// Checks data files
#[derive(Parser)]
#[command(
    name = "check",
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true,
    after_help = SEVERAL
)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    wanted: Wanted,
}

#[derive(Subcommand)]
enum Command {
    /// Prints the JSON Schema of a kind of file
    Schema {
        #[arg(default_value = "quiz", value_parser = KINDS)]
        kind: String,
    },
    Report(signing::Arguments),
    Sign(sign::Arguments),
    Texts(texts::Arguments),
}

#[derive(Args)]
struct Wanted {
    /// The files; all of static/data and static/text if none is named
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Mend what can only be meant in one way, and keep the rest as it stands
    #[arg(long)]
    fix: bool,
    /// Also say what is weaker or gone since an older quiz file
    ///
    /// A hold or an ending that fewer visitors meet than before is an error, whoever signed the file.
    #[arg(long, value_name = "OLD")]
    since: Option<PathBuf>,
    /// How the findings are written
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: As,
}

#[derive(Clone, Copy, ValueEnum)]
enum As {
    Human,
    Json,
    Github,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let called = Called::here();
    let ended = match arguments.command {
        Some(Command::Schema { kind }) => schema(&kind),
        Some(Command::Report(arguments)) => signing::run(arguments, &called),
        Some(Command::Sign(arguments)) => sign::run(arguments, &called),
        Some(Command::Texts(arguments)) => texts::run(arguments, &called),
        None => checked(&arguments.wanted, &called),
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

fn schema(kind: &str) -> io::Result<bool> {
    let schema = check::schema(kind).ok_or_else(|| io::Error::other("there is no such schema"))?;
    print(&format!("{schema:#}\n")).map(|()| true)
}

fn checked(wanted: &Wanted, called: &Called) -> io::Result<bool> {
    let named: Vec<PathBuf> = wanted.files.iter().map(|file| called.path(file)).collect();
    let files = files(&named)?;
    let since = wanted.since.as_ref().map(|old| signing::parsed(&called.path(old))).transpose()?;
    let since = since.as_ref();
    let around = Environment { today: today(), picture: Some(&picture), since, folder: true };
    let mut checked = check::check(&files, &around);
    if wanted.fix && fix(&checked, &files)? {
        checked = check::check(&files_again(&files), &around);
    }
    let format = match wanted.format {
        As::Human => Format::Human { colour: io::stdout().is_terminal() },
        As::Json => Format::Json,
        As::Github => Format::Github,
    };
    print(&check::report(&checked, format))?;
    Ok(checked.iter().all(Checked::passes))
}

/// The files named, and for their sake the others of their folders and of the usual ones.
fn files(named: &[PathBuf]) -> io::Result<Vec<File>> {
    let all = named.is_empty();
    let mut paths: Vec<(PathBuf, bool)> = named.iter().map(|path| (path.clone(), true)).collect();
    let mut folders: Vec<PathBuf> = FOLDERS.iter().map(PathBuf::from).collect();
    let parents = named.iter().filter_map(|path| path.parent());
    let here = |it: &Path| if it.as_os_str().is_empty() { ".".into() } else { it.to_path_buf() };
    folders.extend(parents.map(here));
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
        let path = path.strip_prefix(".").map(Path::to_path_buf).unwrap_or(path);
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

/// Writes those of the named files that can be mended; whether there are any.
fn fix(checked: &[Checked], files: &[File]) -> io::Result<bool> {
    let mut mended = false;
    let is_named = |file: &&Checked| files.iter().any(|it| it.wanted && it.name == file.name);
    for file in checked.iter().filter(is_named) {
        if let Some(text) = file.fixed() {
            replace(Path::new(&file.name), &text)?;
            let count = file.findings.iter().filter(|finding| finding.fix.is_some()).count();
            eprintln!("{}: mended {count}", file.name);
            mended = true;
        }
    }
    Ok(mended)
}

/// Writes a file anew, so that there is never half of it.
pub(crate) fn replace(path: &Path, text: &str) -> io::Result<()> {
    let beside = PathBuf::from(format!("{}.new", path.display()));
    fs::write(&beside, text)?;
    fs::rename(&beside, path)
}

/// The size of a picture, which lies beside the page.
fn picture(name: &str) -> Option<u64> {
    fs::metadata(Path::new("static").join(name))
        .ok()
        .filter(fs::Metadata::is_file)
        .map(|it| it.len())
}

/// The day of whoever asks: the check itself knows that elsewhere it may be another.
fn today() -> Date {
    let today = jiff::Zoned::now().date();
    let part = |part: i8| u32::from(part.unsigned_abs());
    Date {
        year: u32::from(today.year().unsigned_abs()),
        month: part(today.month()),
        day: part(today.day()),
    }
}

fn print(text: &str) -> io::Result<()> {
    io::stdout().write_all(text.as_bytes())
}
