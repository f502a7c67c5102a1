//! The quiz in one engine, the one that `SKIN_QUIZ_BROWSER` names. The modules follow the contract
//! of interaction, line by line, and then what goes wrong and what the result offers.
//!
//! Each test says by its attribute which engines it needs. A test runs in every engine if an engine can
//! get it wrong: focus, scrolling, history, pointers and keys, layout, plural rules, storage, policies,
//! what the network does, traps. What our own code alone decides is tested in one engine, and
//! `cargo xtask test --every-engine` runs all tests in all engines.

mod harness;

/// What the page around it looks like.
mod around;
/// What a clinic's page asks for.
mod asked;
/// Line 9: axe on every screen.
mod axe;
/// Line 3: Back.
mod back;
/// Taps that come too fast.
mod double_taps;
/// Line 7: taps before the program has loaded.
mod early;
/// On a clinic's page.
mod embed;
/// Line 6: "None of these".
mod exclusive;
/// Line 10: what cannot be loaded.
mod failures;
/// Where WebAssembly is refused.
mod fallback;
/// Line 1: focus and scrolling.
mod focus;
/// Line 3: a history that others wrote into.
mod foreign_history;
/// What the height of a frame tells.
mod heights;
/// Scripts and frames that mean harm.
mod hostile;
/// Behind the real nginx with the shipped configuration, and a new build while a page loads.
mod hosting;
/// Line 2: native inputs, by pointer and by keys.
mod inputs;
/// Line 9: keys alone.
mod keyboard;
/// Languages: which one is shown, and changing it.
mod language;
/// Line 9: narrow screens, fingers, and what a visitor prefers.
mod layout;
/// Line 3: Back once the quiz was closed, moved, left or loaded again.
mod left;
/// Fragments and sub-paths.
mod links;
/// Nothing is cut.
mod long_words;
/// A server that is gone, and one that keeps its files to itself.
mod lost;
/// Each file missing in turn.
mod missing;
/// A page older than the data file, and another data file.
mod outdated;
/// What comes after the first question, and a line so slow that visitors come before it.
mod parts;
/// Where and when the element shows.
mod placed;
/// What can be read without any program.
mod plain;
/// On paper.
mod printed;
/// Line 5: progress.
mod progress;
/// Line 8: nothing leaves the page.
mod quiet;
/// A data file that changes while the page is open.
mod refresh;
/// Line 4: the state is replayed.
mod replay;
/// The page for whoever signs the content off.
mod report;
/// What the result offers.
mod result;
/// Containers that shrink what is in them.
mod shrunk;
/// A program that stops.
mod stops;
/// Where staff edit.
mod studio;
/// Pages that a browser translates.
mod translated;
/// What is said of a quiz that does not start.
mod unshown;
/// The wall between the page and the quiz.
mod walled;
/// A thousand steps.
mod wander;

use std::process::ExitCode;

fn main() -> ExitCode {
    harness::run()
}
