use std::collections::HashMap;

use data::Node;

use super::field;
use crate::document::Found;
use crate::quiz_file::entries;

/// The labels of evidence, weakest first.
const LABELS: [&str; 5] = ["very-limited", "low", "limited", "moderate", "strong"];

/// What the plans of a concern have to lend.
#[derive(Default)]
struct Lender {
    /// Whether a plan has figures of its own.
    has_own: bool,
    /// The strongest label, by its place in [`LABELS`].
    strongest: Option<usize>,
}

/// Says where figures are borrowed from a concern that has none.
pub(super) fn check(found: &mut Found<'_>) {
    let plans = entries(found.node(), "plans");
    let mut lenders: HashMap<&str, Lender> = HashMap::new();
    for (_, plan) in &plans {
        let lender = lenders.entry(plan.text("for").unwrap_or_default()).or_default();
        lender.has_own |= plan.text("borrowedFrom").is_none();
        lender.strongest = lender.strongest.max(label(plan));
    }
    for (at, plan) in &plans {
        let Some(from) = plan.text("borrowedFrom").filter(|from| is_choice(found.node(), from))
        else {
            continue;
        };
        let at = field(at, "borrowedFrom");
        let help = "Name the concern whose plan has these figures, or delete it and the words \
                    \"borrowed\" if they are this concern's own.";
        match lenders.get(from) {
            _ if plan.text("for") == Some(from) => {
                let told = "is what the plan itself is for; nothing is borrowed from itself.";
                found.error("plan/borrowed-from", &at, told, help);
            }
            None => {
                let told = format!("is \"{from}\", for which there is no plan to borrow from.");
                found.error("plan/borrowed-from", &at, &told, help);
            }
            Some(Lender { has_own: false, .. }) => {
                let told = format!("is \"{from}\", whose figures are borrowed too.");
                found.warn("plan/borrowed-from", &at, &told, help);
            }
            Some(Lender { strongest, .. }) if label(plan) > *strongest => {
                let told = "is a concern whose plans have weaker evidence than this one.";
                let help = "Write its label in \"evidence\", or a weaker one.";
                found.warn("evidence/plan", &at, told, help);
            }
            Some(_) => {}
        }
    }
}

fn label(plan: &Node) -> Option<usize> {
    let label = plan.text("evidence")?;
    LABELS.iter().position(|known| *known == label)
}

/// Whether it names a choice that is there; where it does not, that is reported elsewhere.
fn is_choice(file: &Node, pick: &str) -> bool {
    let Some((question, choice)) = pick.split_once('.') else { return false };
    let questions = entries(file, "questions").into_iter();
    questions
        .filter(|(_, it)| it.text("id") == Some(question))
        .flat_map(|(_, it)| entries(it, "choices"))
        .any(|(_, it)| it.text("id") == Some(choice))
}
