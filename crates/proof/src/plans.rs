use quiz::{Pick, Plan, Quiz};

use super::factors::Factors;
use super::findings::Findings;
use super::form::{Form, Reader};
use super::space::Space;
use super::statement::Statement;

/// Plans that do not fit what a result shows beside them for the same concern: an earlier plan, or
/// benefits whose evidence is weaker.
pub(super) fn plans(quiz: &Quiz, space: &Space, results: &Factors, findings: &mut Findings) {
    let reader = Reader { quiz, questions: &space.questions, before: quiz.questions.len() };
    for (index, plan) in quiz.plans.iter().enumerate() {
        let shown = Form::all([reader.picked(plan.concern), reader.rule(&plan.when)]);
        let earlier = &quiz.plans[..index];
        if let Some(form) = beside(reader, earlier, plan.concern) {
            let found = results.find(&Form::all([shown.clone(), form]));
            findings.some(quiz, Statement::TwoPlans(index), found);
        }
        if let Some(form) = weaker(reader, plan) {
            let found = results.find(&Form::all([shown, form]));
            findings.some(quiz, Statement::StrongerPlan(index), found);
        }
    }
}

/// One of the plans for a concern is shown. Nothing where there is none.
fn beside(reader: Reader, plans: &[Plan], concern: Pick) -> Option<Form> {
    let mut plans = plans.iter().filter(|plan| plan.concern == concern).peekable();
    plans.peek()?;
    Some(Form::any(plans.map(|plan| reader.rule(&plan.when))))
}

/// Only benefits with weaker evidence than the plan's are shown for its concern. Nothing where
/// there is none.
fn weaker(reader: Reader, plan: &Plan) -> Option<Form> {
    let benefits = reader.quiz.benefits.iter().filter(|benefit| benefit.concern == plan.concern);
    let (weaker, others): (Vec<_>, Vec<_>) =
        benefits.partition(|benefit| benefit.evidence < plan.evidence);
    if weaker.is_empty() {
        return None;
    }
    let weaker = Form::any(weaker.into_iter().map(|benefit| reader.rule(&benefit.when)));
    let others = others.into_iter().map(|benefit| reader.rule(&benefit.when).not());
    Some(Form::all([weaker].into_iter().chain(others)))
}
