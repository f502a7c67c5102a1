//! What holds on every walk through a quiz, decided exactly: what can be reached, which rules say
//! nothing, which results are empty, how many sets of answers there are and how they end.
//!
//! A quiz is a set of Boolean rules, so its walks are those of a formula. The formula is kept as
//! decision diagrams, one for each part of the quiz that no rule ties to the others, and grows
//! question by question in the order of the file; after each question it holds exactly the answers
//! with which a visitor comes that far. Where a diagram becomes too large for the [`Limits`], what
//! depends on it is undecided: nothing is ever proved by giving up.

mod factors;
mod findings;
mod form;
mod group;
mod items;
mod limits;
mod looked;
mod order;
mod parts;
mod path;
mod plans;
mod shares;
mod space;
mod statement;
mod sweep;
mod variables;

pub use limits::Limits;
pub use num_bigint::BigUint;
pub use parts::Place;
pub use statement::{Example, Finding, Reach, Results, Statement, Walks};

use quiz::{Item, Level, Quiz};

use findings::Findings;
use space::Space;

/// What was decided of a quiz.
#[derive(Clone, Debug)]
pub struct Proof {
    /// Every thing, in the order of [`quiz::Contents::entries`]. Choices are seen as their question is.
    pub items: Vec<(Item, Reach)>,
    /// What somebody should look at.
    pub findings: Vec<Finding>,
    /// All walks together, where they could be counted.
    pub walks: Option<Walks>,
    /// What could not be decided, beside the items.
    pub undecided: Vec<Statement>,
    /// The steps of work that it took: of those that [`Limits::work`] bounds.
    pub work: u64,
}

/// Decides what holds on every walk through a quiz.
pub fn prove(quiz: &Quiz, limits: Limits) -> Proof {
    match Space::new(quiz, limits) {
        Some(space) => proved(quiz, &space),
        None => Proof {
            items: quiz.entries().map(|it| (it.item, Reach::Undecided)).collect(),
            findings: Vec::new(),
            walks: None,
            undecided: [Statement::NoResult, Statement::EmptyResult, Statement::Walks]
                .into_iter()
                .chain(holds(quiz))
                .collect(),
            work: 0,
        },
    }
}

/// Whether each hold is outweighed, or what it looks for not asked.
fn holds(quiz: &Quiz) -> impl Iterator<Item = Statement> {
    let cautions = quiz.cautions.iter().enumerate();
    cautions.filter(|(_, caution)| caution.level == Level::Hold).flat_map(|(hold, caution)| {
        let skipped = parts::looked_for(&caution.when).into_iter();
        let skipped = skipped.map(move |question| Statement::Skipped { hold, question });
        [Statement::Outweighed(hold)].into_iter().chain(skipped)
    })
}

fn proved(quiz: &Quiz, space: &Space) -> Proof {
    let mut findings = Findings::default();
    let sweep = sweep::swept(quiz, space, &mut findings);
    let mut items = sweep.items;
    items.extend(items::at_result(quiz, space, &sweep.results, &mut findings));
    findings.contradictions(quiz, space);
    findings.skipped_holds(quiz, space, &sweep.results);
    findings.concerns(quiz, space, &sweep.results);
    plans::plans(quiz, space, &sweep.results, &mut findings);
    let walks = shares::walks(quiz, space, sweep.results, sweep.ends, &mut findings);
    Proof {
        items,
        findings: findings.found,
        walks,
        undecided: findings.undecided,
        work: space.spent(),
    }
}
