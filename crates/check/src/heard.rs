use quiz::{Kind, Level, Pick, Quiz, Rule};

/// Whether picking a choice can make a caution be shown or an ending be met.
pub(super) fn leads(quiz: &Quiz, pick: Pick) -> bool {
    leads_up_to(quiz, pick, Level::Tell)
}

/// Whether picking a choice can make a hold be shown or an ending be met.
pub(super) fn leads_to_hold(quiz: &Quiz, pick: Pick) -> bool {
    leads_up_to(quiz, pick, Level::Hold)
}

fn leads_up_to(quiz: &Quiz, pick: Pick, level: Level) -> bool {
    let endings = quiz.endings.iter().map(|it| &it.when);
    let cautions = quiz.cautions.iter().filter(|it| it.level <= level);
    let mut rules = endings.chain(cautions.map(|it| &it.when));
    rules.any(|rule| speaks(quiz, rule, pick, true))
}

/// Whether a rule holds rather with a choice than without it. A choice that cannot stand beside one
/// that must not be picked speaks for the rule as well.
pub(super) fn speaks(quiz: &Quiz, rule: &Rule, pick: Pick, holds: bool) -> bool {
    match rule {
        Rule::All(rules) | Rule::Any(rules) => {
            rules.iter().any(|rule| speaks(quiz, rule, pick, holds))
        }
        Rule::Not(rule) => speaks(quiz, rule, pick, !holds),
        Rule::Picked(named) if holds => *named == pick,
        Rule::Picked(named) => {
            named.question == pick.question && *named != pick && excludes(quiz, *named)
        }
        Rule::AtLeast { question, .. } => holds && *question == pick.question,
    }
}

/// Whether a rule names a choice, or counts those of its question.
pub(super) fn names(rule: &Rule, pick: Pick) -> bool {
    match rule {
        Rule::All(rules) | Rule::Any(rules) => rules.iter().any(|rule| names(rule, pick)),
        Rule::Not(rule) => names(rule, pick),
        Rule::Picked(named) => *named == pick,
        Rule::AtLeast { question, .. } => *question == pick.question,
    }
}

fn excludes(quiz: &Quiz, pick: Pick) -> bool {
    let question = &quiz.questions[pick.question];
    question.kind == Kind::One || question.choices[pick.choice].exclusive
}
