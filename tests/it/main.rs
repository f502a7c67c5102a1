//! The native integration tests that compare with no expected file; those that do are in `tests/golden`.

/// Files of the project, read for tests.
mod files;

/// A visitor who answers by ids.
mod visitor;

/// Futures in tests.
mod wait;

/// A visit as text: what is on the screen, and what follows from the answers.
mod transcript;

/// A file checked beside those that every broken one is checked with.
mod checked;

/// The check of data files.
mod check;

/// Quizzes in other languages: words laid over, plural forms, lists and dates.
mod languages;

/// What holds for every quiz and every visit: laws, checked on random ones.
mod properties;

/// What is proved of a quiz, against every walk tried; files built to be hard.
mod proof;

/// A page for whoever signs a quiz off.
mod reported;

/// The page for whoever signs a quiz off: what it says, and what it never does.
mod report;

/// A quiz and what a spreadsheet is made of.
mod given;

/// The spreadsheet for translators.
mod spreadsheet;

/// A quiz while it is edited in the studio: edits, their undoing, what is said of each state.
mod editor;

/// The studio: what follows from what somebody does in it.
mod studio;

/// The lines that a clinic pastes.
mod snippet;

/// The content against the evidence: rows of figures, and words that no text may use.
mod evidence;

/// The state of a visit: what each message does to it.
mod model;

/// What is handed out: its version, and what is in it.
mod release;

/// What a review covers, and which text a translation was made from.
mod digest;
/// What a sentence may say: how many the wording rules take for what they are not.
mod wording;

/// JSON as the start script hands it to the program.
mod flat;

/// What the program shares with the page's scripts: web/src/contract.
mod contract;

/// What hosts allow a page.
mod policy;

/// What a page brings along, so that questions need no file.
mod opening;

/// The course of a result, put together from its plans.
mod courses;

/// What can be read where no program runs.
mod plain;

/// The walls between crates.
mod walls;

/// Files of a crate that need each other.
mod circles;
