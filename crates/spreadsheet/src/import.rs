use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use check::placeholders;
use data::{mean, nearest};

use super::cell::{same_lines, text};
use super::decode::{decode, delimiter};
use super::rows::{Row, rows};
use super::{COLUMNS, Texts, translation_head, write};

/// What a spreadsheet makes of the files.
#[derive(Debug, PartialEq, Eq)]
pub struct Imported {
    /// The quiz's translation; nothing where the file stays as it is.
    pub translation: Option<String>,
    /// The interface words; nothing where the file stays as it is.
    pub interface: Option<String>,
    /// The texts of both files that belong to nothing any more; they are kept.
    pub unknown: Vec<String>,
    /// How many texts are new or changed.
    pub changed: usize,
    /// How many texts have no translation.
    pub missing: usize,
}

/// Why a spreadsheet cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The row as a spreadsheet numbers it, 1 for the heads.
    pub row: Option<usize>,
    /// Its key.
    pub key: String,
    /// What was found.
    pub found: String,
    /// What to do.
    pub help: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(row) = self.row {
            write!(f, "row {row}, ")?;
        }
        if !self.key.is_empty() {
            write!(f, "{}: ", self.key)?;
        }
        write!(f, "{} {}", self.found, self.help)
    }
}

/// Reads a spreadsheet that [`super::export`] wrote and a translator filled in. Rows that are not in
/// it, and empty cells, keep what they have.
///
/// # Errors
/// Everything that speaks against it; then nothing of it should be written.
pub fn import(all: &Texts<'_>, bytes: &[u8]) -> Result<Imported, Vec<Refusal>> {
    let mut rows = rows(all);
    let records = read(bytes, all.language).map_err(|refusal| vec![refusal])?;
    let places: BTreeMap<String, usize> =
        rows.iter().enumerate().map(|(at, row)| (row.key.clone(), at)).collect();
    let (mut refusals, mut seen, mut changed) = (Vec::new(), BTreeSet::new(), 0);
    for record in records {
        let refused = match places.get(&record.key) {
            None => Some(unknown(&record, &places)),
            Some(_) if !seen.insert(record.key.clone()) => Some(twice(&record)),
            Some(&at) => against(&rows[at], &record).or_else(|| {
                changed += usize::from(take(&mut rows[at], record.translation.clone()));
                None
            }),
        };
        refusals.extend(refused);
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let missing = rows.iter().filter(|row| row.translation.is_none()).count();
    let write::Files { translation, interface, unknown } = write::files(all, &rows);
    Ok(Imported { translation, interface, unknown, changed, missing })
}

/// A row of the spreadsheet.
struct Record {
    row: usize,
    key: String,
    base: String,
    translation: String,
}

fn read(bytes: &[u8], language: &str) -> Result<Vec<Record>, Refusal> {
    let file = |found: &str, help: &str| Refusal {
        row: None,
        key: String::new(),
        found: found.into(),
        help: help.into(),
    };
    let text_of_file = decode(bytes).ok_or_else(|| {
        file("The file is no UTF-8.", "Save it as \"CSV UTF-8\", so that every letter survives.")
    })?;
    let mut csv = csv::ReaderBuilder::new()
        .delimiter(delimiter(&text_of_file))
        .has_headers(false)
        .flexible(true)
        .from_reader(text_of_file.as_bytes());
    let mut records = csv.records().filter_map(Result::ok);
    let heads = records.next().unwrap_or_default();
    let column = |name: &str| {
        heads.iter().position(|head| head.trim().eq_ignore_ascii_case(name)).ok_or_else(|| {
            let found = format!("The first row has no column \"{name}\".");
            let help = "Keep the first row as it was exported, and name the language it is for.";
            file(&found, help)
        })
    };
    let head = translation_head(language);
    let [key, base, translation] = [column(COLUMNS[0])?, column(COLUMNS[2])?, column(&head)?];
    let filled = records.enumerate().filter(|(_, cells)| cells.iter().any(|it| !it.is_empty()));
    let record = |(index, cells): (usize, csv::StringRecord)| {
        let cell = |at| text(cells.get(at).unwrap_or_default()).to_owned();
        Record { row: index + 2, key: cell(key), base: cell(base), translation: cell(translation) }
    };
    Ok(filled.map(record).collect())
}

fn refusal(record: &Record, found: impl Into<String>, help: impl Into<String>) -> Refusal {
    Refusal {
        row: Some(record.row),
        key: record.key.clone(),
        found: found.into(),
        help: help.into(),
    }
}

fn unknown(record: &Record, places: &BTreeMap<String, usize>) -> Refusal {
    if record.key.is_empty() {
        return refusal(
            record,
            "The row has no key.",
            "Copy it from the exported file, or delete the row.",
        );
    }
    let meant = nearest(&record.key, places.keys().map(String::as_str));
    let help = format!("{}Keep the first column as it was exported.", mean(meant.as_deref()));
    refusal(record, "The quiz has no such text.", help)
}

fn twice(record: &Record) -> Refusal {
    refusal(record, "This text stands in the file twice.", "Keep one of the two rows.")
}

/// What speaks against a row whose text is known.
fn against(row: &Row, record: &Record) -> Option<Refusal> {
    if same_lines(&row.base) != same_lines(&record.base) {
        let found = format!("The base text is now \"{}\".", row.base);
        let help = "Export again, and copy what still fits into the new file.";
        return Some(refusal(record, found, help));
    }
    if record.translation.trim().is_empty() || same_lines(&record.translation) == current(row) {
        return None;
    }
    let sorted = |text: &str| {
        let mut names: Vec<String> =
            placeholders(text).iter().map(|name| format!("{{{name}}}")).collect();
        names.sort();
        names
    };
    let (wanted, has) = (sorted(&row.base), sorted(&record.translation));
    let fits = if row.plural { has.iter().all(|it| wanted.contains(it)) } else { wanted == has };
    let list = |names: &[String]| {
        if names.is_empty() { "nothing in braces".to_owned() } else { names.join(", ") }
    };
    (!fits).then(|| {
        let found = format!("The translation has {}, the base text {}.", list(&has), list(&wanted));
        refusal(record, found, "Write the same words in braces, as they are.")
    })
}

fn current(row: &Row) -> String {
    same_lines(row.translation.as_deref().unwrap_or_default())
}

/// Takes a translation over; whether that changes anything.
fn take(row: &mut Row, translation: String) -> bool {
    if translation.trim().is_empty() || same_lines(&translation) == current(row) {
        return false;
    }
    row.translation = Some(translation.replace("\r\n", "\n"));
    true
}
