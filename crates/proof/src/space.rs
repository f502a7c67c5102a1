use std::cell::Cell;

use biodivine_lib_bdd::{Bdd, BddPointer, BddVariable, BddVariableSet, op_function};
use quiz::{Picks, Quiz};

use super::form::Form;
use super::group;
use super::limits::Limits;
use super::looked::Looked;
use super::order;
use super::variables::{self, Meaning, Variables};

/// The most variables of a diagram.
const MOST_VARIABLES: usize = 65_000;

/// So many nodes are read in the time that an operation takes for one.
const READ_AT_ONCE: usize = 4;

/// So many factors are looked at in the time that an operation takes for a node; each may leave an
/// answer in an example.
const FACTORS_AT_ONCE: usize = 2;

/// What the diagrams are about: a variable for each question (is it asked), for each choice that
/// some rule looks at, and for the other choices of a question together.
pub(super) struct Space {
    pub(super) questions: Vec<Variables>,
    /// What each variable stands for, in the order of the diagrams.
    pub(super) meaning: Vec<Meaning>,
    /// What each variable costs when it is true, where few and where many questions are wanted.
    prices: [Vec<i64>; 2],
    set: BddVariableSet,
    limits: Limits,
    spent: Cell<u64>,
    in_vain: Cell<u32>,
}

/// After so many attempts in vain, no other way is tried.
const MOST_IN_VAIN: u32 = 20;

/// Which walk is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Seek {
    /// The fewest questions asked.
    Fewest,
    /// The most.
    Most,
}

impl Space {
    /// Nothing where the quiz has too many choices.
    pub(super) fn new(quiz: &Quiz, limits: Limits) -> Option<Self> {
        let looked = Looked::new(quiz);
        let (mut questions, count) = variables::numbered(quiz, &looked);
        if count > MOST_VARIABLES {
            return None;
        }
        let place = order::places(quiz, &questions, count);
        questions.iter_mut().for_each(|variables| variables.move_to(&place));
        let set = BddVariableSet::new_anonymous(u16::try_from(count).ok()?);
        let prices = [Seek::Fewest, Seek::Most].map(|seek| prices(&questions, count, seek));
        let meaning = variables::meaning(&questions);
        Some(Self {
            meaning,
            prices,
            questions,
            set,
            limits,
            spent: Cell::new(0),
            in_vain: Cell::new(0),
        })
    }

    /// What each variable costs when it is true.
    pub(super) fn prices(&self, seek: Seek) -> &[i64] {
        &self.prices[usize::from(seek == Seek::Most)]
    }

    /// A diagram of a constant.
    pub(super) fn constant(&self, holds: bool) -> Bdd {
        if holds { self.set.mk_true() } else { self.set.mk_false() }
    }

    /// A diagram of a variable.
    fn literal(&self, variable: usize, holds: bool) -> Bdd {
        self.set.mk_literal(BddVariable::from_index(variable), holds)
    }

    /// Both hold. Nothing where that is too much work.
    pub(super) fn and(&self, left: &Bdd, right: &Bdd) -> Option<Bdd> {
        self.operation(left, right, op_function::and)
    }

    /// One of them holds. Nothing where that is too much work.
    fn or(&self, left: &Bdd, right: &Bdd) -> Option<Bdd> {
        self.operation(left, right, op_function::or)
    }

    /// Both or neither hold. Nothing where that is too much work.
    pub(super) fn iff(&self, left: &Bdd, right: &Bdd) -> Option<Bdd> {
        self.operation(left, right, op_function::iff)
    }

    /// A diagram of a form. Nothing where that is too much work.
    pub(super) fn diagram(&self, form: &Form) -> Option<Bdd> {
        match form {
            Form::All(forms) => forms
                .iter()
                .try_fold(self.constant(true), |all, form| self.and(&all, &self.diagram(form)?)),
            Form::Any(forms) => forms
                .iter()
                .try_fold(self.constant(false), |any, form| self.or(&any, &self.diagram(form)?)),
            Form::Is { variable, holds, .. } => Some(self.literal(*variable, *holds)),
            Form::Counted { question, count, holds } => {
                let bdd = self.at_least(*question, *count);
                Some(if *holds { bdd } else { bdd.not() })
            }
        }
    }

    /// The answers to a question that is asked, or no answer.
    pub(super) fn group(&self, question: usize) -> Bdd {
        group::answers(&self.questions[question], self.set.num_vars())
    }

    /// At least so many of a question's choices are picked.
    fn at_least(&self, question: usize, count: u32) -> Bdd {
        group::at_least(&self.questions[question], count, self.set.num_vars())
    }

    /// What these variables pick, when they are true and the others are not.
    pub(super) fn picks(&self, variables: &[usize]) -> Vec<(usize, Picks)> {
        let mut picked: Vec<(usize, usize)> = variables
            .iter()
            .filter_map(|&variable| {
                let meaning = &self.meaning[variable];
                meaning.choice.map(|choice| (meaning.question, choice))
            })
            .collect();
        picked.sort_unstable();
        picked
            .chunk_by(|one, other| one.0 == other.0)
            .map(|chunk| (chunk[0].0, Picks::of(chunk.iter().map(|pick| pick.1))))
            .collect()
    }

    /// The variables of some questions, in the order of the diagrams.
    pub(super) fn variables(&self, questions: &[usize]) -> Vec<usize> {
        let mut all: Vec<usize> = questions
            .iter()
            .flat_map(|&question| {
                let of = &self.questions[question];
                of.units.iter().map(|unit| unit.variable).chain([of.asked])
            })
            .collect();
        all.sort_unstable();
        all
    }

    fn operation(
        &self,
        left: &Bdd,
        right: &Bdd,
        operator: fn(Option<bool>, Option<bool>) -> Option<bool>,
    ) -> Option<Bdd> {
        if self.spent.get() >= self.limits.work {
            return None;
        }
        if left.size().saturating_mul(right.size()) > self.limits.steps {
            let checked = Bdd::check_binary_op(self.limits.steps, left, right, operator);
            self.spend(checked.map_or(self.limits.steps, |(_, steps)| steps));
            checked?;
        }
        let found = Bdd::binary_op_with_limit(self.limits.nodes, left, right, operator);
        let written = found.as_ref().map_or(self.limits.nodes, Bdd::size);
        self.spend(left.size() + right.size() + written);
        found
    }

    /// Counts a diagram as read from end to end. Nothing where that is too much work.
    pub(super) fn read(&self, bdd: &Bdd) -> Option<()> {
        self.spend(bdd.size().div_ceil(READ_AT_ONCE));
        (self.spent.get() < self.limits.work).then_some(())
    }

    /// Counts as many factors as looked at one by one. Nothing where that is too much work.
    pub(super) fn look(&self, factors: usize) -> Option<()> {
        self.spend(factors.div_ceil(FACTORS_AT_ONCE));
        (self.spent.get() < self.limits.work).then_some(())
    }

    /// Whether it is worth trying another way: not after many in vain.
    pub(super) fn may_try(&self) -> bool {
        self.in_vain.get() < MOST_IN_VAIN && self.spent.get() < self.limits.work
    }

    /// Another way was too much work as well.
    pub(super) fn tried_in_vain(&self) {
        self.in_vain.set(self.in_vain.get() + 1);
    }

    fn spend(&self, steps: usize) {
        self.spent.set(self.spent.get() + steps as u64);
    }

    /// The steps done.
    pub(super) fn spent(&self) -> u64 {
        self.spent.get()
    }
}

/// A question costs more, or saves more, than all the picks that a rule looks at.
fn prices(questions: &[Variables], count: usize, seek: Seek) -> Vec<i64> {
    let mut prices = vec![0; count];
    for variables in questions {
        prices[variables.asked] = if seek == Seek::Fewest { 1 << 32 } else { -1 << 32 };
        for &unit in variables.of_choice.iter().flatten() {
            prices[variables.units[unit].variable] = 1;
        }
    }
    prices
}

/// The nodes of a diagram, children first: the variable, and where each value leads.
pub(super) fn nodes(bdd: &Bdd) -> impl Iterator<Item = (usize, usize, usize)> {
    bdd.pointers().skip(2).map(|at| node(bdd, at))
}

/// One of them.
pub(super) fn node(bdd: &Bdd, at: BddPointer) -> (usize, usize, usize) {
    let (low, high) = (bdd.low_link_of(at), bdd.high_link_of(at));
    (bdd.var_of(at).to_index(), low.to_index(), high.to_index())
}
