use num_bigint::BigUint;
use quiz::{Level, Quiz, Walk};

use super::factors::{Factors, Found};
use super::findings::Findings;
use super::form::{Form, Reader};
use super::looked;
use super::space::Space;
use super::statement::{Example, Results, Statement, Walks};
use super::sweep::End;

/// What all walks have in common: counts by outcome, and on the way whether there is a result,
/// whether one is empty, and whether a hold is outweighed.
pub(super) fn walks(
    quiz: &Quiz,
    space: &Space,
    results: Factors,
    ends: Vec<End>,
    findings: &mut Findings,
) -> Option<Walks> {
    let fewest = results.find(&Form::TRUE);
    findings.never(Statement::NoResult, &fewest);
    let most = results.longest();
    let all = results.count();
    let reader = Reader { quiz, questions: &space.questions, before: quiz.questions.len() };
    outweighed(reader, &results, findings);
    empty(reader, &results, findings);
    let shares = shares(reader, results, all.clone());
    let known = summary(quiz, &ends, all, (fewest, most), shares);
    if known.as_ref().is_none_or(|walks| walks.results.is_none()) {
        findings.undecided.push(Statement::Walks);
    }
    known
}

fn summary(
    quiz: &Quiz,
    ends: &[End],
    results: Option<BigUint>,
    (fewest, most): (Found, Found),
    shares: Option<Results>,
) -> Option<Walks> {
    let endings: Option<Vec<BigUint>> = ends.iter().map(|end| end.count.clone()).collect();
    let endings = endings?;
    let fewest = ends.iter().fold(fewest, |best, end| best.or(&end.fewest, |one, two| one < two));
    let most = ends.iter().fold(most, |best, end| best.or(&end.most, |one, two| one > two));
    let example = |found: Found| match found {
        Found::Walk(witness) => Some(Example::new(quiz, witness, None)),
        Found::Never | Found::Undecided => None,
    };
    Some(Walks {
        count: results? + endings.iter().sum::<BigUint>(),
        endings,
        results: shares,
        longest: example(most)?,
        shortest: example(fewest)?,
    })
}

fn shares(reader: Reader, mut rest: Factors, all: Option<BigUint>) -> Option<Results> {
    let mut left = |level: Level| {
        let cautions = reader.quiz.cautions.iter().filter(|caution| caution.level == level);
        cautions.for_each(|caution| rest.keep(&reader.rule(&caution.when).not()));
        rest.count()
    };
    let (no_hold, no_ask, free) = (left(Level::Hold), left(Level::Ask), left(Level::Tell));
    let (all, no_hold, no_ask, free) = (all?, no_hold?, no_ask?, free?);
    Some(Results { hold: all - &no_hold, ask: no_hold - &no_ask, tell: no_ask - &free, free })
}

/// A hold is outweighed on a walk without any hold where what speaks for it is picked.
fn outweighed(reader: Reader, results: &Factors, findings: &mut Findings) {
    for (index, caution) in reader.quiz.cautions.iter().enumerate() {
        let rule = reader.rule(&caution.when);
        let positive = rule.clone().positive();
        if caution.level == Level::Hold && positive != rule && positive != Form::TRUE {
            let found = spared(reader, kept(results, &positive), Level::Hold);
            findings.some(reader.quiz, Statement::Outweighed(index), found);
        }
    }
}

fn empty(reader: Reader, results: &Factors, findings: &mut Findings) {
    let benefits = reader.quiz.benefits.iter().map(|it| (it.concern, &it.when));
    let plans = reader.quiz.plans.iter().map(|it| (it.concern, &it.when));
    let shown = benefits
        .chain(plans)
        .map(|(concern, when)| Form::all([reader.picked(concern), reader.rule(when)]));
    let beside = looked::beside_concerns(reader.quiz);
    let notes = looked::notes_on(reader.quiz, &beside).into_iter();
    let shown = shown.chain(notes.map(|(when, _)| reader.rule(when)));
    let none = Form::all(shown.map(Form::not));
    let found = spared(reader, kept(results, &none), Level::Tell);
    findings.some(reader.quiz, Statement::EmptyResult, found);
}

fn kept<'s>(walks: &Factors<'s>, form: &Form) -> Factors<'s> {
    let mut walks = walks.clone();
    walks.keep(form);
    walks
}

/// A walk without cautions down to a level, looked for with as few of their rules as will do: where
/// the shortest shows one, the search goes on without it.
fn spared(reader: Reader, mut rest: Factors, level: Level) -> Found {
    loop {
        let witness = match rest.find(&Form::TRUE) {
            Found::Walk(witness) => witness,
            other => return other,
        };
        let example = Example::new(reader.quiz, witness.clone(), None);
        let walk = Walk::new(reader.quiz, &example.answers(reader.quiz));
        let mut shown = reader
            .quiz
            .cautions
            .iter()
            .filter(|caution| caution.level <= level && caution.when.holds(walk.counted()));
        let Some(first) = shown.next() else { return Found::Walk(witness) };
        rest.keep(&reader.rule(&first.when).not());
        shown.for_each(|caution| rest.keep(&reader.rule(&caution.when).not()));
    }
}
