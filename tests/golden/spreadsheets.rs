//! Spreadsheets of which something is not taken, and what is said of each.

use libtest_mimic::Trial;
use spreadsheet::{export, import};

use crate::given::Given;
use crate::{expected, files};

const CASES: &str = "tests/cases/spreadsheet";

pub(crate) fn tests() -> Vec<Trial> {
    expected::tests(CASES, "txt", files::stems(CASES, "edit"), said)
}

/// What is said of an exported file with some of it edited: `before -> after` on a line each, in
/// which `\n` stands for a line end.
fn said(case: &str) -> String {
    let given = Given::new();
    let mut sheet = export(&given.texts("es"));
    for line in files::text(&format!("{CASES}/{case}.edit")).lines() {
        let line = line.replace("\\n", "\r\n");
        let (before, after) = line.split_once(" -> ").expect("an edit");
        assert!(sheet.contains(before), "{before} is not in the sheet");
        sheet = sheet.replacen(before, after, 1);
    }
    let (said, refused) = match import(&given.texts("es"), sheet.as_bytes()) {
        Ok(imported) => {
            let taken = imported.taken.iter().map(|row| format!("{row}: taken.\n"));
            (taken.collect::<String>() + &imported.summary() + "\n", imported.left)
        }
        Err(refusals) => ("Nothing is taken.\n".to_owned(), refusals),
    };
    let refused = refused.iter().map(|refusal| format!("{refusal}\n"));
    said + &refused.collect::<String>()
}
