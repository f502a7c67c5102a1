//! Tests of which each compares what is made of a case with an expected file, and has the name of its case:
//! `cargo test --test golden problems/json/` runs those of a folder, and `UPDATE_EXPECT=1 cargo test --test
//! golden` rewrites what is expected.

/// Expected files: compared, or rewritten.
mod expected;

/// Visits to quizzes: `cases/<quiz>/<case>.json` with what each screen shows in `<case>.txt`.
mod visits;

/// The check of data files: `problems/<group>/<mistake>.json` with what is said in `<mistake>.txt`
/// and, where it can be mended, what it becomes in `<mistake>.fixed`.
mod problems;

/// What is proved: `cases/proof/<defect>.json` with what is said of each in `<defect>.txt`.
mod proofs;

/// The page for whoever signs a quiz off: `cases/report/<quiz>.html`, and what changed since
/// `cases/since/<case>.json` in `<case>.txt`.
mod reports;

/// The result of a visit as text: `languages/<language>.txt`.
mod results;

/// The HTML of every fixture: `snapshots/<fixture>.html`.
mod snapshots;

/// The lines that a clinic pastes: `cases/snippet/<case>.html`, and what is made of them in `<case>.txt`.
mod snippets;

/// Spreadsheets that are refused: `cases/spreadsheet/<case>.edit` with what is said in `<case>.txt`.
mod spreadsheets;

#[path = "../it/checked.rs"]
mod checked;
#[path = "../it/files.rs"]
mod files;
#[path = "../it/given.rs"]
mod given;
#[path = "../it/reported.rs"]
mod reported;
#[path = "../it/transcript.rs"]
mod transcript;
#[path = "../it/visitor.rs"]
mod visitor;
#[path = "../it/wait.rs"]
mod wait;

use std::process::ExitCode;

use libtest_mimic::Arguments;

fn main() -> ExitCode {
    let suites = [
        visits::tests,
        problems::tests,
        proofs::tests,
        reports::tests,
        results::tests,
        snapshots::tests,
        snippets::tests,
        spreadsheets::tests,
    ];
    let tests = suites.iter().flat_map(|tests| tests()).collect();
    libtest_mimic::run(&Arguments::from_args(), tests).exit_code()
}
