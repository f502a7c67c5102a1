//! A result as the fragment of a link, and back: `r1.quiz.benefit,benefit.plan,plan`.
//!
//! A browser never sends a fragment to a server. It carries benefits and plans by their ids, and no
//! caution, so that a link says nothing of anybody's health.

use crate::{Id, Quiz, Shared};

const FORMAT: &str = "r1";

/// What a fragment says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// No result was meant: the fragment is empty or somebody else's.
    Nothing,
    /// A result.
    Shared(Shared),
    /// A result of another quiz, or of another edition that had other benefits or plans.
    Stale,
}

/// The fragment, without `#`, for a result.
pub fn fragment(quiz: &Quiz, shared: &Shared) -> String {
    let ids = |ids: Vec<&Id>| ids.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(",");
    let benefits = ids(shared.benefits.iter().map(|&index| &quiz.benefits[index].id).collect());
    let plans = ids(shared.plans.iter().map(|&index| &quiz.plans[index].id).collect());
    [FORMAT, &quiz.id, &benefits, &plans].join(".")
}

/// Reads a fragment, with or without `#`.
pub fn open(quiz: &Quiz, fragment: &str) -> Opened {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    if !fragment
        .strip_prefix('r')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    {
        return Opened::Nothing;
    }
    let parts: Vec<&str> = fragment.split('.').collect();
    let [FORMAT, id, benefits, plans] = parts[..] else { return Opened::Stale };
    let benefits = indices(benefits, |id| quiz.benefits.iter().position(|b| b.id.as_str() == id));
    let plans = indices(plans, |id| quiz.plans.iter().position(|p| p.id.as_str() == id));
    match (benefits, plans) {
        (Some(benefits), Some(plans))
            if id == quiz.id && !(benefits.is_empty() && plans.is_empty()) =>
        {
            Opened::Shared(Shared { benefits, plans })
        }
        _ => Opened::Stale,
    }
}

fn indices(ids: &str, find: impl Fn(&str) -> Option<usize>) -> Option<Vec<usize>> {
    ids.split(',').filter(|id| !id.is_empty()).map(find).collect()
}
