use std::collections::BTreeSet;

use quiz::{Pick, Rule};

/// Which part of a rule: the index of the part in each rule that holds it, from the outermost.
pub type Place = Vec<usize>;

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

/// The choices without which a rule, as it is written, does not hold.
pub(super) fn needed(rule: &Rule) -> BTreeSet<Pick> {
    match rule {
        Rule::All(rules) => rules.iter().flat_map(needed).collect(),
        Rule::Any(rules) => {
            let mut each = rules.iter().map(needed);
            let first = each.next().unwrap_or_default();
            each.fold(first, |all, other| all.intersection(&other).copied().collect())
        }
        Rule::Picked(pick) => BTreeSet::from([*pick]),
        Rule::Not(_) | Rule::AtLeast { .. } => BTreeSet::new(),
    }
}
