use num_bigint::BigUint;
use quiz::{Answers, Item, List, Quiz};

use super::factors::{Factors, Found, Witness};
use super::findings::Findings;
use super::form::{Form, Reader};
use super::space::Space;
use super::statement::{Reach, Statement};

/// What is known when every question has been looked at.
pub(super) struct Sweep<'s> {
    /// Questions and endings.
    pub(super) items: Vec<(Item, Reach)>,
    /// The walks to the result.
    pub(super) results: Factors<'s>,
    /// The walks to each ending.
    pub(super) ends: Vec<End>,
}

/// The walks to one ending.
pub(super) struct End {
    pub(super) count: Option<BigUint>,
    pub(super) fewest: Found,
    pub(super) most: Found,
}

/// Goes through the questions in the order of the file.
pub(super) fn swept<'s>(quiz: &Quiz, space: &'s Space, findings: &mut Findings) -> Sweep<'s> {
    let mut walks = Factors::new(space);
    let mut items = Vec::new();
    let mut ends: Vec<End> = quiz.endings.iter().map(|_| End::none()).collect();
    let none = Answers::none(quiz);
    let first = quiz.questions.iter().position(|question| question.when.holds(&none));
    for (index, question) in quiz.questions.iter().enumerate() {
        let reader = Reader { quiz, questions: &space.questions, before: index };
        let when = reader.rule(&question.when);
        let reach = Reach::new(quiz, walks.find(&when), Some(index));
        let item = List::Questions.item(index);
        findings.rule(&walks, reader, item, &question.when, &Form::TRUE, &reach);
        items.push((item, reach));
        walks.add(index, &when, &reader.asked(index));
        end(quiz, space, (index, first), &mut walks, &mut ends, findings);
    }
    items.extend(ends.iter().enumerate().map(|(index, end)| {
        (List::Endings.item(index), Reach::new(quiz, end.fewest.clone(), None))
    }));
    Sweep { items, results: walks, ends }
}

/// Takes out the walks that end when this question is answered. Only an ending that looks at it can
/// begin to hold then; any can after the first question of all.
fn end(
    quiz: &Quiz,
    space: &Space,
    (question, first): (usize, Option<usize>),
    walks: &mut Factors,
    ends: &mut [End],
    findings: &mut Findings,
) {
    let reader = Reader { quiz, questions: &space.questions, before: question + 1 };
    let mut going_on = Vec::new();
    for (index, ending) in quiz.endings.iter().enumerate() {
        if Some(question) != first && !ending.when.looks_at(question) {
            continue;
        }
        let holds = reader.rule(&ending.when);
        let mut here = walks.clone();
        here.keep(&reader.asked(question));
        going_on.iter().for_each(|form| here.keep(form));
        if Some(question) == first {
            always(&here, index, &holds, findings);
        }
        here.keep(&holds);
        ends[index].also(&here);
        going_on.push(holds.not());
    }
    for form in going_on {
        for form in form.conjuncts() {
            walks.keep(&Form::any([reader.asked(question).not(), form.clone()]));
        }
    }
}

/// An ending whose rule holds at once holds always: it is looked at no more.
fn always(here: &Factors, ending: usize, holds: &Form, findings: &mut Findings) {
    let statement = Statement::AlwaysHolds(List::Endings.item(ending));
    match here.find(&Form::TRUE) {
        Found::Walk(_) => findings.never(statement, &here.find(&holds.clone().not())),
        Found::Never => {}
        Found::Undecided => findings.undecided.push(statement),
    }
}

impl End {
    fn none() -> Self {
        Self { count: Some(BigUint::ZERO), fewest: Found::Never, most: Found::Never }
    }

    fn also(&mut self, here: &Factors) {
        self.count = self.count.take().zip(here.count()).map(|(one, other)| one + other);
        self.fewest = here.find(&Form::TRUE).or(&self.fewest, |one, other| one < other);
        self.most = here.longest().or(&self.most, |one, other| one > other);
    }
}

impl Found {
    /// Another way to look, where this one was too much work.
    #[must_use]
    pub(super) fn or_else(self, other: impl FnOnce() -> Self) -> Self {
        match self {
            Self::Undecided => other(),
            decided => decided,
        }
    }

    /// The better of two, or the one there is.
    #[must_use]
    pub(super) fn or(self, other: &Self, better: fn(usize, usize) -> bool) -> Self {
        match (self, other) {
            (Self::Walk(one), Self::Walk(two)) => {
                let best = if better(one.asked, two.asked) { one.clone() } else { two.clone() };
                Self::Walk(Witness { shortest: one.shortest && two.shortest, ..best })
            }
            (Self::Never, other) => other.clone(),
            (one, Self::Never) => one,
            (Self::Walk(one), Self::Undecided) => Self::Walk(Witness { shortest: false, ..one }),
            (Self::Undecided, Self::Walk(two)) => {
                Self::Walk(Witness { shortest: false, ..two.clone() })
            }
            (Self::Undecided, Self::Undecided) => Self::Undecided,
        }
    }
}
