use quiz::{Pick, Quiz, Rule};

use super::factors::Factors;
use super::findings::Findings;
use super::form::{Form, Reader};
use super::space::Space;
use super::statement::{Item, Reach};
use super::sweep::reach;

/// Every part of a quiz, in the order of a [`super::Proof`].
pub(super) fn all(quiz: &Quiz) -> impl Iterator<Item = Item> {
    let questions = quiz.questions.iter().enumerate().flat_map(|(question, asked)| {
        let choices = 0..asked.choices.len();
        let choices = choices.map(move |choice| Item::Choice(Pick { question, choice }));
        [Item::Question(question)].into_iter().chain(choices)
    });
    let endings = (0..quiz.endings.len()).map(Item::Ending);
    questions.chain(endings).chain(shown(quiz).into_iter().map(|shown| shown.item))
}

/// A part of the result.
pub(super) struct Shown<'q> {
    pub(super) item: Item,
    pub(super) concern: Option<Pick>,
    pub(super) when: &'q Rule,
}

/// Every part of the result, in the order of a [`super::Proof`].
pub(super) fn shown(quiz: &Quiz) -> Vec<Shown<'_>> {
    let cautions = list(Item::Caution, quiz.cautions.iter().map(|it| (None, &it.when)));
    let benefits = list(Item::Benefit, quiz.benefits.iter().map(|it| (Some(it.concern), &it.when)));
    let plans = list(Item::Plan, quiz.plans.iter().map(|it| (Some(it.concern), &it.when)));
    let care = list(Item::Care, quiz.care.iter().map(|it| (None, &it.when)));
    let ask = list(Item::Ask, quiz.ask.iter().map(|it| (None, &it.when)));
    let notes = list(Item::Note, quiz.notes.iter().map(|it| (None, &it.when)));
    cautions.chain(benefits).chain(plans).chain(care).chain(ask).chain(notes).collect()
}

fn list<'q>(
    item: fn(usize) -> Item,
    rules: impl Iterator<Item = (Option<Pick>, &'q Rule)>,
) -> impl Iterator<Item = Shown<'q>> {
    rules.enumerate().map(move |(at, (concern, when))| Shown { item: item(at), concern, when })
}

/// Which parts of the result are shown on some walk.
pub(super) fn at_result(
    quiz: &Quiz,
    space: &Space,
    results: &Factors,
    findings: &mut Findings,
) -> Vec<(Item, Reach)> {
    let reader = Reader { quiz, questions: &space.questions, before: quiz.questions.len() };
    let mut items = Vec::new();
    for Shown { item, concern, when } in shown(quiz) {
        let looked_at = concern.map_or(Form::TRUE, |pick| reader.picked(pick));
        let shown = Form::all([looked_at.clone(), reader.rule(when)]);
        let reach = reach(quiz, results.find(&shown), None);
        findings.rule(results, reader, item, when, &looked_at, &reach);
        items.push((item, reach));
    }
    items
}
