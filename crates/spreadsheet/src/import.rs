use std::collections::{HashMap, HashSet};

use check::placeholders;
use data::{mean, nearest};

use super::cell::same_lines;
use super::refusal::{Place, Refusal, RowPlace};
use super::rows::{Row, rows};
use super::sheet::Record;
use super::{Texts, damage, sheet, write};

/// What a spreadsheet makes of the files.
#[derive(Debug, PartialEq, Eq)]
pub struct Imported {
    /// The quiz's translation; nothing where the file stays as it is.
    pub translation: Option<String>,
    /// The interface words; nothing where the file stays as it is.
    pub interface: Option<String>,
    /// The texts of both files that belong to nothing any more; they are kept.
    pub unknown: Vec<String>,
    /// The rows whose texts are new or changed.
    pub taken: Vec<RowPlace>,
    /// The rows that do not fit, and why; their texts stay as they are.
    pub left: Vec<Refusal>,
    /// How many texts have no translation.
    pub missing: usize,
    /// The encoding of the file, where it is not UTF-8.
    pub saved_as: Option<String>,
}

impl Imported {
    /// What came of it, in a few sentences.
    pub fn summary(&self) -> String {
        let rows = |count: usize| match count {
            1 => "1 row was not taken".to_owned(),
            count => format!("{count} rows were not taken"),
        };
        let changed = match self.taken.len() {
            1 => "1 text changed".to_owned(),
            count => format!("{count} texts changed"),
        };
        let left = (!self.left.is_empty()).then(|| format!("{}, ", rows(self.left.len())));
        let counts =
            format!("{changed}, {}{} without translation.", left.unwrap_or_default(), self.missing);
        match &self.saved_as {
            None => counts,
            Some(encoding) => format!(
                "The file is saved as {encoding}, and was read so: look at a few letters with \
                 accents. {counts}"
            ),
        }
    }
}

/// Reads a spreadsheet that [`super::export`] wrote and a translator filled in. Rows that are not in
/// it, and empty cells, keep what they have, and so do rows that do not fit.
///
/// # Errors
/// The file is damaged: everything that speaks against it. Nothing of it can be trusted then.
pub fn import(all: &Texts<'_>, bytes: &[u8]) -> Result<Imported, Vec<Refusal>> {
    let mut rows = rows(all);
    let sheet = sheet::read(bytes, all.language, &rows)?;
    let places: HashMap<String, usize> =
        rows.iter().enumerate().map(|(at, row)| (row.key.clone(), at)).collect();
    let twice = twice(&sheet.records);
    let (mut taken, mut left, mut damaged) = (Vec::new(), Vec::new(), 0);
    for record in &sheet.records {
        let fits = fits(record, &places, &rows, &twice);
        match fits {
            Err(refusal) => left.push(refusal),
            Ok(at) if !is_new(&rows[at], record) => {}
            Ok(at) => match damage(&record.translation, &rows[at].base) {
                Some(found) => {
                    damaged += 1;
                    left.push(refusal(record, format!("The translation {found}"), HEALED));
                }
                None => {
                    rows[at].translation = Some(record.translation.replace("\r\n", "\n"));
                    rows[at].is_taken = true;
                    taken.push(record.place.clone());
                }
            },
        }
    }
    if damaged > MOST_DAMAGED && damaged * 10 > taken.len() {
        return Err(vec![all_damaged(damaged, &left)]);
    }
    let missing = rows.iter().filter(|row| row.translation.is_none()).count();
    let write::Files { translation, interface, unknown } = write::files(all, &rows);
    Ok(Imported { translation, interface, unknown, taken, left, missing, saved_as: sheet.saved_as })
}

/// Where more texts are damaged, and more than a tenth, the whole file is.
const MOST_DAMAGED: usize = 4;

const HEALED: &str =
    "Take the text from the translator's own file, and save that as \"CSV UTF-8\".";

/// What happened to a text on its way, unless the one of the quiz looks the same.
fn damage(text: &str, base: &str) -> Option<String> {
    damage::damage(text).filter(|_| damage::damage(base).is_none())
}

fn all_damaged(damaged: usize, left: &[Refusal]) -> Refusal {
    let is_damage = |it: &&Refusal| it.help == HEALED;
    let first = left.iter().find(is_damage).map(|it| match &it.place {
        Place::Row(row) => format!(" The first is {row}. {}", it.found),
        Place::File | Place::Line(_) => String::new(),
    });
    let found = format!("{damaged} texts are damaged.{}", first.unwrap_or_default());
    Refusal::file(found, "Take the translator's own file, and save that as \"CSV UTF-8\".")
}

fn refusal(record: &Record, found: impl Into<String>, help: impl Into<String>) -> Refusal {
    Refusal { place: Place::Row(record.place.clone()), found: found.into(), help: help.into() }
}

/// The keys of which there are several rows with several translations.
fn twice(records: &[Record]) -> HashSet<&str> {
    let mut first: HashMap<&str, &str> = HashMap::new();
    let mut twice = HashSet::new();
    for record in records {
        let (key, translation) = (record.place.key.as_str(), record.translation.as_str());
        if *first.entry(key).or_insert(translation) != translation {
            twice.insert(key);
        }
    }
    twice
}

/// Which text a row is for, or what speaks against it.
fn fits(
    record: &Record,
    places: &HashMap<String, usize>,
    rows: &[Row],
    twice: &HashSet<&str>,
) -> Result<usize, Refusal> {
    let key = record.place.key.as_str();
    let Some(&at) = places.get(key) else { return Err(unknown(record, places)) };
    if twice.contains(key) {
        let found = "The sheet has several rows for this text, and they differ.";
        return Err(refusal(record, found, "Keep one of them."));
    }
    against(&rows[at], record).map_or(Ok(at), Err)
}

fn unknown(record: &Record, places: &HashMap<String, usize>) -> Refusal {
    if record.place.key.is_empty() {
        let help = "Copy it from the exported file, or delete the row.";
        return refusal(record, "The row has no key.", help);
    }
    let meant = nearest(&record.place.key, places.keys().map(String::as_str));
    let help = format!("{}Keep the first column as it was exported.", mean(meant.as_deref()));
    refusal(record, "The quiz has no such text.", help)
}

/// What speaks against a row whose text is known.
fn against(row: &Row, record: &Record) -> Option<Refusal> {
    if same_lines(&row.base) != same_lines(&record.base) {
        if let Some(found) = damage(&record.base, &row.base) {
            return Some(refusal(record, format!("The base text {found}"), HEALED));
        }
        let found = format!("The base text is now \"{}\".", row.base);
        let help = "Export again, and copy what still fits into the new file.";
        return Some(refusal(record, found, help));
    }
    if !is_new(row, record) {
        return None;
    }
    let (wanted, has) = (braced(&row.base), braced(&record.translation));
    let fits = if row.plural { has.iter().all(|it| wanted.contains(it)) } else { wanted == has };
    let list = |names: &[String]| {
        if names.is_empty() { "nothing in braces".to_owned() } else { names.join(", ") }
    };
    (!fits).then(|| {
        let found = format!("The translation has {}, the base text {}.", list(&has), list(&wanted));
        refusal(record, found, "Write the same words in braces, as they are.")
    })
}

/// The names in braces of a text, in the order of the alphabet.
fn braced(text: &str) -> Vec<String> {
    let mut names: Vec<String> =
        placeholders(text).iter().map(|name| format!("{{{name}}}")).collect();
    names.sort();
    names
}

/// Whether a row says something else than the file, and something at all.
fn is_new(row: &Row, record: &Record) -> bool {
    let current = same_lines(row.translation.as_deref().unwrap_or_default());
    !record.translation.trim().is_empty() && same_lines(&record.translation) != current
}
