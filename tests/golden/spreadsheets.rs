//! Spreadsheets that are refused, and what is said of each.

use libtest_mimic::Trial;
use spreadsheet::{export, import};

use crate::given::Given;
use crate::{expected, files};

const CASES: &str = "tests/cases/spreadsheet";

pub(crate) fn tests() -> Vec<Trial> {
    expected::tests(CASES, "txt", files::stems(CASES, "edit"), refused)
}

/// What is said of an exported file with some of it edited: `before -> after` on a line each.
fn refused(case: &str) -> String {
    let given = Given::new();
    let mut sheet = export(&given.texts("es"));
    for line in files::text(&format!("{CASES}/{case}.edit")).lines() {
        let (before, after) = line.split_once(" -> ").expect("an edit");
        assert!(sheet.contains(before), "{before} is not in the sheet");
        sheet = sheet.replacen(before, after, 1);
    }
    let refusals = import(&given.texts("es"), sheet.as_bytes()).expect_err("it is refused");
    refusals.iter().map(|refusal| format!("{refusal}\n")).collect()
}
