use std::collections::{HashMap, HashSet};

use data::{Node, Path};

use super::{Range, field};
use crate::document::Found;
use crate::quiz_file::entries;
use crate::quiz_file::items::named;

/// Words in the ids of choices that say how much there is of something, least first.
const DEGREES: [&[&str]; 3] = [
    &["mild", "slight", "minor", "few", "little", "leve", "ligero", "ligera", "leicht", "wenig"],
    &["moderate", "medium", "some", "moderado", "moderada", "mittel"],
    &[
        "severe", "marked", "deep", "heavy", "many", "lot", "grave", "severo", "severa", "schwer",
        "stark",
    ],
];

/// The figures of which more severe cases need no less.
const GROWING: [&str; 2] = ["sessions", "fullWeeksAfterLast"];

/// A plan for some degrees of a concern, as one question asks for them.
struct Graded<'n> {
    at: Path,
    plan: &'n Node,
    concern: &'n str,
    question: &'n str,
    least: usize,
    most: usize,
}

/// Says where mild cases need more than severe ones: the plans, or their rules, were swapped.
pub(super) fn check(found: &mut Found<'_>) {
    let plans = entries(found.node(), "plans").into_iter();
    let plans: Vec<Graded> = plans.filter_map(|(at, plan)| Graded::new(at, plan)).collect();
    let mut first = HashMap::new();
    for (index, plan) in plans.iter().enumerate() {
        first.entry((plan.concern, plan.question, plan.least)).or_insert(index);
    }
    for plan in &plans {
        for degree in plan.most + 1..DEGREES.len() {
            if let Some(&worse) = first.get(&(plan.concern, plan.question, degree)) {
                plan.compare(found, &plans[worse]);
            }
        }
    }
}

impl<'n> Graded<'n> {
    /// Nothing where its rule looks at anything but degrees.
    fn new(at: Path, plan: &'n Node) -> Option<Self> {
        let mut picks = HashSet::new();
        named(plan.get("when")?, &mut picks);
        let picks = picks.into_iter().map(|pick| pick.split_once('.'));
        let picks: Vec<(&str, &str)> = picks.collect::<Option<_>>()?;
        let (question, _) = *picks.first()?;
        let degrees = picks.iter().map(|(_, choice)| degree(choice)).collect::<Option<Vec<_>>>()?;
        picks.iter().all(|(other, _)| *other == question).then_some(())?;
        let (least, most) = (*degrees.iter().min()?, *degrees.iter().max()?);
        Some(Self { at, plan, concern: plan.text("for")?, question, least, most })
    }

    fn compare(&self, found: &mut Found<'_>, worse: &Self) {
        for name in GROWING {
            let ranges = [self, worse].map(|it| Range::of(it.plan, name));
            let [Some(own), Some(other)] = ranges else { continue };
            if own.from < other.from || own.to < other.to || own == other {
                continue;
            }
            let told = format!(
                "is {}, but only {} in the plan \"{}\", which is for more severe cases.",
                own.words(),
                other.words(),
                worse.plan.text("id").unwrap_or_default()
            );
            let help = "If the two were swapped, exchange their figures or their \"when\".";
            found.warn("plan/severity", &field(&self.at, name), &told, help);
            return;
        }
    }
}

fn degree(choice: &str) -> Option<usize> {
    let words = || choice.split('-');
    DEGREES.iter().position(|degree| words().any(|word| degree.contains(&word)))
}
