use data::{Node, Path};
use proof::{Proof, Reach, Statement};
use quiz::{List, Quiz};

use super::{choice, inside, place, rule};
use crate::document::Found;
use crate::finding::Severity;

/// Says of each place what could not be decided there. Where it is about a *hold* nobody may rely on
/// the quiz.
pub(super) fn check(found: &mut Found<'_>, quiz: &Quiz, proof: &Proof) {
    let mut open: Vec<Open> = Vec::new();
    let unseen = proof.items.iter().filter(|(_, reach)| matches!(reach, Reach::Undecided));
    for (item, _) in unseen {
        add(&mut open, Severity::Warning, place(*item), "whether anybody sees it".to_owned());
    }
    for statement in &proof.undecided {
        let (severity, at, what) = words(found.node(), quiz, statement);
        add(&mut open, severity, at, what);
    }
    for Open { severity, at, what } in open {
        let told = format!(
            "is tied to so many rules that it could not be decided {}.",
            what.join(", and ")
        );
        let help = match severity {
            Severity::Error => {
                "Make the rules simpler until it can be: fewer answers looked at together. A hold \
                 must be sure."
            }
            _ => "Make the rules simpler: fewer answers looked at together.",
        };
        found.say(severity, "proof/undecided", &at, &told, help, None);
    }
}

/// What is open at one place.
struct Open {
    severity: Severity,
    at: Path,
    what: Vec<String>,
}

fn add(open: &mut Vec<Open>, severity: Severity, at: Path, what: String) {
    match open.last_mut().filter(|last| last.severity == severity && last.at == at) {
        Some(last) if last.what.contains(&what) => {}
        Some(last) => last.what.push(what),
        None => open.push(Open { severity, at, what: vec![what] }),
    }
}

fn words(file: &Node, quiz: &Quiz, statement: &Statement) -> (Severity, Path, String) {
    use Severity::{Error, Warning};
    let (severity, at, what) = match statement {
        Statement::AlwaysHolds(item) => (Warning, rule(*item), "whether it always holds"),
        Statement::Contradicts(item) => (Warning, rule(*item), "whether it contradicts itself"),
        Statement::PartNeverHolds(item, part) => {
            (Warning, inside(file, quiz, *item, part), "whether it ever holds")
        }
        Statement::PartAlwaysHolds(item, part) => {
            (Warning, inside(file, quiz, *item, part), "whether it always holds")
        }
        Statement::NoResult => (Warning, Path::default(), "whether anybody comes to a result"),
        Statement::EmptyResult => (Warning, Path::default(), "whether a result can be empty"),
        Statement::Walks => (Warning, Path::default(), "how many ways lead through it"),
        Statement::WithoutBenefit(pick) => {
            (Warning, choice(*pick), "whether it always gets a benefit")
        }
        Statement::WithoutPlan(pick) => (Warning, choice(*pick), "whether it always gets a plan"),
        Statement::TwoPlans(plan) => {
            let what = "whether another plan for the same concern is shown beside it";
            (Warning, place(List::Plans.item(*plan)), what)
        }
        Statement::StrongerPlan(plan) => {
            let what = "whether it is shown with a benefit whose evidence is weaker";
            (Warning, place(List::Plans.item(*plan)), what)
        }
        Statement::NothingFor(pick) => (Warning, choice(*pick), "whether it gets anything"),
        Statement::Outweighed(hold) => (
            Error,
            rule(List::Cautions.item(*hold)),
            "whether booking is offered although something speaks for this hold",
        ),
        Statement::Skipped { hold, question } => {
            let asked = quiz.questions[*question].title.as_str();
            let at = rule(List::Cautions.item(*hold));
            return (Error, at, format!("whether everybody is asked \"{asked}\""));
        }
    };
    (severity, at, what.to_owned())
}
