use proof::Example;
use quiz::{Answers, Evidence, List, Pick, Quiz};

use super::{Words, place};
use crate::finding::Severity;

/// A plan that is shown together with an earlier one for the same concern.
pub(super) fn two(quiz: &Quiz, plan: usize, example: Option<&Example>) -> Words {
    let concern = quiz.plans[plan].concern;
    let earlier = quiz.plans[..plan].iter().filter(|plan| plan.concern == concern);
    let answers = example.map(|example| example.answers(quiz));
    let shown = |answers: &Answers| earlier.clone().find(|plan| plan.when.holds(answers));
    let beside = answers.as_ref().and_then(shown).map_or("", |plan| plan.id.as_str());
    let told = format!(
        "is shown together with the plan \"{beside}\", and both are for \"{}\": visitors read one \
         course with the larger figures of the two.",
        name(quiz, concern)
    );
    let help =
        "Correct the \"when\" of one of them, so that the same answers never get both plans.";
    (Severity::Error, "proof/two-plans", place(List::Plans.item(plan)), told, help)
}

/// A plan whose evidence is labelled stronger than that of every benefit shown with it. One label
/// more can be meant, as other studies stand behind a course; two cannot.
pub(super) fn stronger(quiz: &Quiz, index: usize, example: Option<&Example>) -> Words {
    let plan = &quiz.plans[index];
    let answers = example.map(|example| example.answers(quiz));
    let shown = |when: &quiz::Rule| answers.as_ref().is_some_and(|answers| when.holds(answers));
    let benefits = quiz.benefits.iter().filter(|it| it.concern == plan.concern && shown(&it.when));
    let benefit = benefits.map(|benefit| benefit.evidence).max().unwrap_or(plan.evidence);
    let severity = match rank(plan.evidence).saturating_sub(rank(benefit)) {
        ..=1 => Severity::Warning,
        _ => Severity::Error,
    };
    let told = format!(
        "is \"{}\", but what the treatment may do for \"{}\" has only \"{}\".",
        label(plan.evidence),
        name(quiz, plan.concern),
        label(benefit)
    );
    let help =
        "Write the label of the benefit in the plan, or a weaker one; or correct the benefit's.";
    let at = place(List::Plans.item(index)).then(["evidence".into()]);
    (severity, "evidence/plan", at, told, help)
}

/// What visitors read on the choice.
fn name(quiz: &Quiz, concern: Pick) -> &str {
    quiz.questions[concern.question].choices[concern.choice].label.as_str()
}

/// As the file labels it.
fn label(evidence: Evidence) -> &'static str {
    LABELS.get(rank(evidence)).copied().unwrap_or_default()
}

fn rank(evidence: Evidence) -> usize {
    evidence as usize
}

const LABELS: [&str; 5] = ["very-limited", "low", "limited", "moderate", "strong"];
