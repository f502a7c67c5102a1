use std::collections::HashSet;

use super::cell::text;
use super::decode::decode;
use super::refusal::{Refusal, RowPlace};
use super::rows::Row;
use super::table::{Line, Table};
use super::{COLUMNS, translation_head};

/// What a translator sent back.
pub(super) struct Sheet {
    pub(super) records: Vec<Record>,
    /// How the file was saved, where that is not UTF-8.
    pub(super) saved_as: Option<String>,
}

/// A row of it.
pub(super) struct Record {
    pub(super) place: RowPlace,
    pub(super) base: String,
    pub(super) translation: String,
}

/// Reads a file that is whole.
///
/// # Errors
/// Where it is damaged, or not of this language.
pub(super) fn read(bytes: &[u8], language: &str, rows: &[Row]) -> Result<Sheet, Vec<Refusal>> {
    let decoded = decode(bytes, language, rows).map_err(|it| vec![it])?;
    let table = Table::read(&decoded.text).map_err(|it| vec![it])?;
    let mut lines = table.rows.iter().skip_while(|line| line.is_empty());
    let heads = lines.next().map_or(&[][..], |line| &line.cells);
    let columns = columns(heads, language).map_err(|it| vec![it])?;
    let lines: Vec<&Line> = lines.filter(|line| !line.is_empty()).collect();
    let keys: HashSet<&str> = rows.iter().map(|row| row.key.as_str()).collect();
    let wrong: Vec<Refusal> = lines
        .iter()
        .enumerate()
        .filter_map(|(at, line)| {
            let short = short(&lines, at, heads.len(), &columns);
            short
                .or_else(|| long(line, heads.len()))
                .or_else(|| swallowed(line, table.delimiter, &keys))
        })
        .collect();
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let records = lines.iter().map(|line| record(line, &columns)).collect();
    Ok(Sheet { records, saved_as: decoded.saved_as })
}

/// Where the key, the base text and the translation stand.
struct Columns {
    key: usize,
    base: usize,
    translation: usize,
}

fn columns(heads: &[String], language: &str) -> Result<Columns, Refusal> {
    let column = |name: &str| {
        let is_it = |head: &String| head.trim().eq_ignore_ascii_case(name);
        let mut found = heads.iter().enumerate().filter(|(_, head)| is_it(head));
        match (found.next(), found.next()) {
            (Some((at, _)), None) => Ok(at),
            (None, _) => {
                let found = format!("The first row has no column \"{name}\".");
                let help =
                    "Keep the first row as it was exported, and name the language it is for.";
                Err(Refusal::file(found, help))
            }
            (Some(_), Some(_)) => {
                let found = format!("The first row has the column \"{name}\" twice.");
                Err(Refusal::file(found, "Keep the one that is meant."))
            }
        }
    };
    let translation = translation_head(language);
    Ok(Columns {
        key: column(COLUMNS[0])?,
        base: column(COLUMNS[2])?,
        translation: column(&translation)?,
    })
}

fn record(line: &Line, columns: &Columns) -> Record {
    let cell = |at: usize| text(line.cells.get(at).map_or("", String::as_str)).to_owned();
    Record {
        place: RowPlace { row: line.row, key: cell(columns.key) },
        base: cell(columns.base),
        translation: cell(columns.translation),
    }
}

/// A row that was cut. Excel leaves the last cells out where they are empty in many rows one after
/// the other (its article Q77295), never in one alone.
fn short(lines: &[&Line], at: usize, wanted: usize, columns: &Columns) -> Option<Refusal> {
    let (line, has) = (lines[at], lines[at].cells.len());
    let is_like = |other: Option<&&Line>| other.is_some_and(|other| other.cells.len() == has);
    let neighbours = [at.checked_sub(1).and_then(|before| lines.get(before)), lines.get(at + 1)];
    let is_of_many = neighbours.into_iter().any(is_like) && line.is_ended;
    if has >= wanted || (is_of_many && has > columns.key.max(columns.base)) {
        return None;
    }
    let found = format!("The row has {}, the first row {wanted}.", cells(has));
    let help = "Something of it is missing: take the row from the translator's own file.";
    Some(Refusal::line(line.line, found, help))
}

fn long(line: &Line, wanted: usize) -> Option<Refusal> {
    (line.cells.len() > wanted).then(|| {
        let found = format!("The row has {}, the first row {wanted}.", cells(line.cells.len()));
        let help = "A quotation mark or a line end is missing: correct it in the spreadsheet, and \
                    save it again as \"CSV UTF-8\".";
        Refusal::line(line.line, found, help)
    })
}

fn cells(count: usize) -> String {
    if count == 1 { "1 cell".to_owned() } else { format!("{count} cells") }
}

/// A cell that took another row into it.
fn swallowed(line: &Line, delimiter: char, keys: &HashSet<&str>) -> Option<Refusal> {
    let key =
        line.cells.iter().flat_map(|cell| cell.split(['\r', '\n']).skip(1)).find_map(|rest| {
            let (first, behind) = rest.split_once(delimiter)?;
            let key = first.trim_matches('"');
            (keys.contains(key) && !behind.starts_with(' ')).then_some(key)
        })?;
    let found = format!("A cell of this row holds the row of \"{key}\" too.");
    let help = "A quotation mark is missing: correct it in the spreadsheet, and save it again as \
                \"CSV UTF-8\".";
    Some(Refusal::line(line.line, found, help))
}
