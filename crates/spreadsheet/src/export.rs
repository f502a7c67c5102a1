use check::{Checked, INTERFACE, placeholders};

use super::cell::cell;
use super::rows::{Row, rows};
use super::{COLUMNS, Texts, translation_head};

/// Writes the spreadsheet as CSV: commas, a UTF-8 mark so that Excel knows the letters, and CRLF.
///
/// A cell that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@` or a control
/// sign) has an apostrophe before it; [`super::import`] takes it away.
pub fn export(all: &Texts<'_>) -> String {
    let mut csv =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let mut write = |cells: [&str; 6]| csv.write_record(cells.map(cell));
    let head = translation_head(all.language);
    let [key, place, base, _, state, note_head] = COLUMNS;
    let mut written = write([key, place, base, &head, state, note_head]);
    for row in rows(all) {
        let note = note(&row, all);
        let translation = row.translation.as_deref().unwrap_or_default();
        written = written.and_then(|()| {
            write([&row.key, &row.place, &row.base, translation, row.state(), &note])
        });
    }
    let bytes = written.ok().and_then(|()| csv.into_inner().ok()).unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
}

/// What must stay, and what the check says.
fn note(row: &Row, all: &Texts<'_>) -> String {
    let kept: Vec<String> =
        placeholders(&row.base).iter().map(|name| format!("{{{name}}}")).collect();
    let mut notes = Vec::new();
    if !kept.is_empty() {
        notes.push(format!("Keep {} as it is.", kept.join(", ")));
    }
    let key = row.key.strip_prefix(INTERFACE);
    for file in all.checked.iter().filter(|file| is_interface(file) == key.is_some()) {
        let mine = file.findings.iter().filter(|it| it.place == key.unwrap_or(&row.key));
        notes.extend(mine.map(|it| format!("{}: {} {}", it.severity.name(), it.found, it.help)));
    }
    notes.join(" ")
}

fn is_interface(file: &Checked) -> bool {
    file.name.contains("text/")
}
