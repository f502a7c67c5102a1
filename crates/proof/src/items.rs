use quiz::{Item, List, Quiz};

use super::factors::Factors;
use super::findings::Findings;
use super::form::{Form, Reader};
use super::space::Space;
use super::statement::Reach;

/// Which things of the result are shown on some walk.
pub(super) fn at_result(
    quiz: &Quiz,
    space: &Space,
    results: &Factors,
    findings: &mut Findings,
) -> Vec<(Item, Reach)> {
    let reader = Reader { quiz, questions: &space.questions, before: quiz.questions.len() };
    let shown = List::RESULT.into_iter().flat_map(|list| list.entries(quiz));
    let items = shown.map(|it| {
        let looked_at = it.concern.map_or(Form::TRUE, |pick| reader.picked(pick));
        let shown = Form::all([looked_at.clone(), reader.rule(it.when)]);
        let reach = Reach::new(quiz, results.find(&shown), None);
        findings.rule(results, reader, it.item, it.when, &looked_at, &reach);
        (it.item, reach)
    });
    items.collect()
}
