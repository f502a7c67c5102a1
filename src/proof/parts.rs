use super::statement::Place;
use crate::quiz::{Pick, Rule};

/// Calls for each part of an *any* or an *all*: the part, where it stands, whether in an *all*.
pub(super) fn idle(rule: &Rule, place: &mut Place, call: &mut impl FnMut(&Rule, Place, bool)) {
    match rule {
        Rule::All(rules) | Rule::Any(rules) => {
            for (at, part) in rules.iter().enumerate() {
                place.push(at);
                if rules.len() > 1 {
                    call(part, place.clone(), matches!(rule, Rule::All(_)));
                }
                idle(part, place, call);
                place.pop();
            }
        }
        Rule::Not(part) => {
            place.push(0);
            idle(part, place, call);
            place.pop();
        }
        Rule::Picked(_) | Rule::AtLeast { .. } => {}
    }
}

/// The questions in which a rule looks for something picked, each once, in order.
pub(super) fn looked_for(rule: &Rule) -> Vec<usize> {
    let mut questions = Vec::new();
    wanted(rule, true, &mut questions);
    questions.sort_unstable();
    questions.dedup();
    questions
}

fn wanted(rule: &Rule, holds: bool, into: &mut Vec<usize>) {
    match rule {
        Rule::All(rules) | Rule::Any(rules) => rules.iter().for_each(|it| wanted(it, holds, into)),
        Rule::Not(rule) => wanted(rule, !holds, into),
        Rule::Picked(pick) if holds => into.push(pick.question),
        Rule::AtLeast { question, .. } if holds => into.push(*question),
        Rule::Picked(_) | Rule::AtLeast { .. } => {}
    }
}

/// Whether a rule as it is written holds only where the choice is picked.
pub(super) fn needs(rule: &Rule, pick: Pick) -> bool {
    match rule {
        Rule::All(rules) => rules.iter().any(|rule| needs(rule, pick)),
        Rule::Any(rules) => !rules.is_empty() && rules.iter().all(|rule| needs(rule, pick)),
        Rule::Picked(other) => *other == pick,
        Rule::Not(_) | Rule::AtLeast { .. } => false,
    }
}
