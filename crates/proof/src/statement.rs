use std::sync::Arc;

use num_bigint::BigUint;
use quiz::{Answers, End, Item, Pick, Picks, Quiz, Walk};

use super::factors::{Found, Witness};
use super::parts::Place;

/// Whether a thing of a quiz is ever seen.
#[derive(Clone, Debug)]
pub enum Reach {
    /// On this walk.
    Reached(Example),
    /// On none.
    Never,
    /// Too much work to say.
    Undecided,
}

/// The answers that lead somewhere.
#[derive(Clone, Debug)]
pub struct Example {
    /// How many questions are asked: up to the question that is meant, itself included; for
    /// everything else, in the whole walk.
    pub asked: usize,
    /// Whether it is proved that no walk gets there with fewer.
    pub shortest: bool,
    picks: Arc<[(usize, Picks)]>,
    last: Option<Pick>,
}

impl Reach {
    /// How far a walk comes: to a question, or to its end.
    pub(super) fn new(quiz: &Quiz, found: Found, upto: Option<usize>) -> Self {
        match found {
            Found::Walk(witness) => Self::Reached(Example::new(quiz, witness, upto)),
            Found::Never => Self::Never,
            Found::Undecided => Self::Undecided,
        }
    }

    /// That of a choice of this question: one that is asked takes any of its choices.
    #[must_use]
    pub fn then(&self, pick: Pick) -> Self {
        match self {
            Self::Reached(example) => {
                Self::Reached(Example { last: Some(pick), ..example.clone() })
            }
            other => other.clone(),
        }
    }
}

impl Example {
    /// The example that a witness gives, up to a question or to the end of the walk.
    pub(super) fn new(quiz: &Quiz, witness: Witness, upto: Option<usize>) -> Self {
        let Witness { asked, picks, whole, shortest } = witness;
        let asked = asked + usize::from(upto.is_some());
        let example = Self { asked, shortest, picks: picks.into(), last: None };
        if whole {
            return example;
        }
        let walk = Walk::new(quiz, &example.answers(quiz));
        let before = |asked: &&usize| upto.is_none_or(|upto| **asked <= upto);
        Self { asked: walk.asked().iter().filter(before).count(), ..example }
    }

    /// A full set of answers: where nothing matters any more, the first choice.
    pub fn answers(&self, quiz: &Quiz) -> Answers {
        let mut answers = Answers::none(quiz);
        for &(question, picks) in self.picks.iter() {
            answers.set(question, picks);
        }
        if let Some(pick) = self.last {
            answers.set(pick.question, Picks::of([pick.choice]));
        }
        let given = answers.clone();
        for question in 0..quiz.questions.len() {
            if given.of(question).is_empty() {
                answers.set(question, Picks::of([0]));
            }
        }
        let walk = Walk::new(quiz, &answers);
        debug_assert!(!matches!(walk.end(), End::Open(_)));
        walk.counted().clone()
    }
}

/// What can be said of a quiz.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Statement {
    /// The rule of this is written, and holds on every walk where it is looked at. That of a
    /// benefit or plan is looked at where its concern is picked.
    AlwaysHolds(Item),
    /// The rule of this holds for no answers to the questions it looks at, in whatever order they
    /// are asked. That of a benefit or plan together with its concern.
    Contradicts(Item),
    /// Inside a rule, this part of an *any* never holds where the rule is looked at.
    PartNeverHolds(Item, Place),
    /// Inside a rule, this part of an *all* always holds where the rule is looked at.
    PartAlwaysHolds(Item, Place),
    /// No walk comes to the result.
    NoResult,
    /// A result shows no caution, no benefit and no plan, nor a note on a choice that gets none.
    EmptyResult,
    /// A result shows no benefit for this picked choice, which some benefit or plan is for.
    WithoutBenefit(Pick),
    /// A result shows no plan for this picked choice, which some benefit or plan is for. In a quiz
    /// without any plan nothing is missing.
    WithoutPlan(Pick),
    /// A result shows this plan and an earlier one for the same concern. Index into
    /// [`Quiz::plans`].
    TwoPlans(usize),
    /// A result shows this plan for a concern, and benefits for it whose evidence is all weaker.
    /// Index into [`Quiz::plans`].
    StrongerPlan(usize),
    /// No benefit and no plan is for this choice, and no note needs it, but some benefit or plan is
    /// for another of its question.
    NothingFor(Pick),
    /// What speaks for this *hold* is picked, but something that its rule excludes lets the visitor
    /// book. Index into [`Quiz::cautions`].
    Outweighed(usize),
    /// A walk comes to the result without being asked what this *hold* looks for.
    Skipped {
        /// Index into [`Quiz::cautions`].
        hold: usize,
        /// Index into [`Quiz::questions`].
        question: usize,
    },
    /// How many walks there are, and how they end.
    Walks,
}

/// What somebody should look at.
#[derive(Clone, Debug)]
pub struct Finding {
    /// What was found.
    pub statement: Statement,
    /// Where it shows, if on some walk.
    pub example: Option<Example>,
}

/// All walks together. Walks count as different when answers that count differ.
#[derive(Clone, Debug)]
pub struct Walks {
    /// How many there are.
    pub count: BigUint,
    /// How many come to each ending, in the order of the file.
    pub endings: Vec<BigUint>,
    /// How many come to a result, by its strictest caution.
    pub results: Option<Results>,
    /// One with the most questions.
    pub longest: Example,
    /// One with the fewest.
    pub shortest: Example,
}

/// How many walks come to a result, by its strictest caution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Results {
    /// Not to be treated now.
    pub hold: BigUint,
    /// Ask before booking.
    pub ask: BigUint,
    /// Tell the provider.
    pub tell: BigUint,
    /// No caution.
    pub free: BigUint,
}
