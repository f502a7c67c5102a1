//! A page for whoever signs the content off: everything a quiz says and does, in plain words, on
//! paper or on a screen. What takes fifteen minutes to read comes first, with the line to sign; all
//! the rest is an appendix. Pure: a file and what was found in it come in, HTML goes out.

mod asked;
mod change;
mod changed;
mod changes;
mod draft;
mod element;
mod figures;
mod holds;
mod map;
mod names;
mod open;
mod outcomes;
mod page;
mod rule;
mod safety;
mod seen;
mod sentence;
mod sign;
mod sources;
mod texts;
mod walk;
mod weaker;

use check::Checked;
use check::safety::{Weaker, weaker};
use data::Node;
use proof::{Limits, Proof, prove};
use quiz::{Date, Quiz};

use names::Names;

/// The places whose changes say nothing of the content.
const OF_ITSELF: [&str; 2] = ["version", "reviewed"];

/// What a report is about.
#[derive(Clone, Copy, Debug)]
pub struct Inputs<'a> {
    /// The name of the quiz file.
    pub file: &'a str,
    /// What is in it.
    pub node: &'a Node,
    /// Its translations, with the names of their files.
    pub translations: &'a [(String, Node)],
    /// The interface words in its languages, with the names of their files.
    pub interface: &'a [(String, Node)],
    /// What was found in the quiz file, its translations, its test visitors and the interface
    /// words.
    pub checked: &'a [Checked],
    /// An earlier version, with the name of its file.
    pub since: Option<(&'a str, &'a Node)>,
    /// The day of the report.
    pub today: Date,
}

/// What every section looks at.
struct Content<'a> {
    inputs: Inputs<'a>,
    names: Names<'a>,
    /// Nothing where the file has errors that leave no quiz.
    proved: Option<(Quiz, Proof)>,
    /// What is weaker than in the earlier version.
    weaker: Vec<Weaker>,
}

/// Every difference between two versions of a quiz, a sentence each, except its version and its sign-off.
pub fn changed(old: &Node, new: &Node) -> Vec<String> {
    let is_of_content = |change: &&change::Change| !OF_ITSELF.contains(&change.place.as_str());
    change::changes(old, new).iter().filter(is_of_content).map(ToString::to_string).collect()
}

/// When a thing of a quiz is shown, as a sentence.
pub fn condition_in_words(quiz: &Node, item: &Node) -> String {
    rule::condition(&Names::new(quiz), item).to_string()
}

/// Writes one self-contained page in which a draft is shown: `quiz` is the quiz as visitors would see it, and
/// `report` what [`html`] wrote of it, each a whole page.
pub fn draft(title: &str, today: Date, quiz: &str, report: &str) -> String {
    draft::page(title, today, quiz, report).into_string()
}

/// Writes one self-contained page.
pub fn html(inputs: Inputs<'_>) -> String {
    let proved = data::quiz(inputs.node).ok().map(|quiz| {
        let proof = prove(&quiz, Limits::default());
        (quiz, proof)
    });
    let weaker = inputs.since.map(|(_, old)| weaker(old, inputs.node)).unwrap_or_default();
    let content = Content { inputs, names: Names::new(inputs.node), proved, weaker };
    page::page(&content).into_string()
}
