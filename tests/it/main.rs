//! The native integration tests, one binary. In most suites a case is a file, and
//! `UPDATE_EXPECT=1 cargo test` rewrites what is expected.

/// Files of the project, read for tests.
mod files;

/// Expected files: compared, or rewritten.
mod expected;

/// A visitor who answers by ids.
mod visitor;

/// A visit as text: what is on the screen, and what follows from the answers.
mod transcript;

/// Visits to quizzes: `cases/<quiz>/<case>.json` with what each screen shows in `<case>.txt`.
mod cases;

/// The check of data files: `problems/<group>/<mistake>.json` with what is said in `<mistake>.txt`
/// and, where it can be mended, what it becomes in `<mistake>.fixed`.
mod check;

/// Quizzes in other languages: words laid over, plural forms, lists and dates.
mod languages;

/// What holds for every quiz and every visit: laws, checked on random ones.
mod properties;

/// What is proved of a quiz, against every walk tried; planted defects, `cases/proof/<defect>.json`
/// with what is said of each in `<defect>.txt`; files built to be hard.
mod proof;

/// The page for whoever signs a quiz off: `cases/report/<quiz>.html`, and what changed since
/// `cases/since/<case>.json`.
mod report;

/// The spreadsheet for translators.
mod spreadsheet;

/// A quiz while it is edited in the studio: edits, their undoing, what is said of each state.
mod editor;

/// The studio: what follows from what somebody does in it.
mod studio;

/// The lines that a clinic pastes: `cases/snippet/<case>.html`, and what is made of them in `<case>.txt`.
mod snippet;

/// The content against the evidence: rows of figures, and words that no text may use.
mod evidence;

/// The state of a visit: what each message does to it.
mod model;

/// The HTML of every fixture, `snapshots/<fixture>.html`.
mod snapshots;

/// JSON as the start script hands it to the program.
mod flat;

/// What the program shares with the page's scripts: web/src/contract.
mod contract;

/// What hosts allow a page.
mod policy;

/// What a page brings along, so that questions need no file.
mod opening;

/// What can be read where no program runs.
mod plain;

/// The walls between crates.
mod walls;

/// Files of a crate that need each other.
mod circles;
