//! The native integration tests, one binary. In most suites a case is a file, and
//! `UPDATE_EXPECT=1 cargo test --no-default-features --features ssr` rewrites what is expected.

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

/// Broken files: `problems/<kind>/<mistake>.json` with the problems reported in `<mistake>.txt`.
mod problems;

/// What holds for every quiz and every visit: laws, checked on random ones.
mod properties;

/// The content against the evidence: rows of figures, and words that no text may use.
mod evidence;

/// The state of a visit: what each message does to it.
#[cfg(feature = "ssr")]
mod model;

/// The HTML of every fixture, `snapshots/<fixture>.html`.
#[cfg(feature = "ssr")]
mod snapshots;

/// The walls between modules that Cargo cannot keep.
mod tidy;
