mod plans;
mod undecided;

use data::{Node, Path, Step};
use proof::{Example, Finding, Limits, Place, Reach, Statement, prove};
use quiz::{Entry, Item, List, Pick, Quiz, Rule};

use super::document::Found;
use super::finding::Severity;

/// Words what was proved of a quiz.
pub(super) fn check(found: &mut Found<'_>, quiz: &Quiz) {
    let proof = prove(quiz, Limits::default());
    for (item, reach) in &proof.items {
        let told = proof.findings.iter().any(|it| it.statement == Statement::Contradicts(*item));
        match reach {
            Reach::Never if !told => never(found, *item),
            _ => {}
        }
    }
    for finding in &proof.findings {
        say(found, quiz, finding);
    }
    undecided::check(found, quiz, &proof);
}

fn never(found: &mut Found<'_>, item: Item) {
    let (id, told, help) = match item.list {
        List::Questions => (
            "proof/never-asked",
            "is never asked: no answers before it make its rule hold.",
            "Correct its \"when\", or take it out.",
        ),
        _ => (
            "proof/never-shown",
            "is never shown: no answers make its rule hold at the result.",
            "Correct its \"when\", or take it out.",
        ),
    };
    found.error(id, &place(item), told, help);
}

fn say(found: &mut Found<'_>, quiz: &Quiz, finding: &Finding) {
    let walk = finding.example.as_ref().map_or_else(String::new, |example| walk(quiz, example));
    let (severity, id, at, told, help) = words(found.node(), quiz, finding);
    let told = if walk.is_empty() {
        told
    } else {
        format!("{told} For instance with these answers: {walk}.")
    };
    found.say(severity, id, &at, &told, help, None);
}

/// How bad it is, its id, its place, what was found and what to do.
type Words = (Severity, &'static str, Path, String, &'static str);

fn words(file: &Node, quiz: &Quiz, finding: &Finding) -> Words {
    use Severity::{Error, Warning};
    let told = str::to_owned;
    match &finding.statement {
        Statement::AlwaysHolds(item) => (
            Warning,
            "proof/always",
            rule(*item),
            told("leaves nobody out: it always holds where it is looked at."),
            "Delete the rule, or correct it.",
        ),
        Statement::Contradicts(item) => (
            Error,
            "proof/contradiction",
            rule(*item),
            told("contradicts itself: no answers make it hold."),
            "Correct the rule; look for two choices of a question of one answer, or a \"not\" too many.",
        ),
        Statement::PartNeverHolds(item, part) => (
            Warning,
            "proof/part-never",
            inside(file, quiz, *item, part),
            told("never holds where it is looked at."),
            "Delete this part of the rule, or correct it.",
        ),
        Statement::PartAlwaysHolds(item, part) => (
            Warning,
            "proof/part-always",
            inside(file, quiz, *item, part),
            told("changes nothing: it always holds where it is looked at."),
            "Delete this part of the rule, or correct it.",
        ),
        Statement::NoResult => (
            Error,
            "proof/no-result",
            Path::new([Step::from("endings")]),
            told("ends every walk: nobody comes to a result."),
            "Correct the rules of the endings.",
        ),
        Statement::EmptyResult => (
            Error,
            "proof/empty-result",
            Path::new([Step::from("benefits")]),
            told("leaves a result empty: no caution, no benefit and no plan is shown."),
            "Add a benefit for these answers, or end the walk kindly before.",
        ),
        Statement::WithoutBenefit(pick) => (
            Error,
            "proof/no-benefit",
            choice(*pick),
            told("gets no benefit in the result with some answers."),
            "Add a benefit \"for\" it, or widen the \"when\" of one.",
        ),
        Statement::WithoutPlan(pick) => (
            Error,
            "proof/no-plan",
            choice(*pick),
            told("gets no plan in the result with some answers."),
            "Add a plan \"for\" it, or widen the \"when\" of one.",
        ),
        Statement::NothingFor(pick) => (
            Warning,
            "proof/nothing-for",
            choice(*pick),
            told("gets neither benefit nor plan, unlike other choices of its question."),
            "Add both \"for\" it, or a note \"when\" it is picked that says why there is nothing.",
        ),
        Statement::Outweighed(hold) => (
            Error,
            "proof/hold-outweighed",
            rule(List::Cautions.item(*hold)),
            told(
                "can be outweighed: what speaks for the hold is picked, and yet booking is offered.",
            ),
            "Take the \"not\" out of a hold's rule; nothing may outweigh it.",
        ),
        Statement::Skipped { hold, question } => (
            Warning,
            "proof/hold-skipped",
            rule(List::Cautions.item(*hold)),
            format!(
                "looks for answers to the question \"{}\", which some visitors are not asked before the result.",
                quiz.questions[*question].title.as_str()
            ),
            "Ask that question of everybody, or be sure that the others need not be asked.",
        ),
        Statement::TwoPlans(plan) => plans::two(quiz, *plan, finding.example.as_ref()),
        Statement::StrongerPlan(plan) => plans::stronger(quiz, *plan, finding.example.as_ref()),
        Statement::Walks => (
            Warning,
            "proof/undecided",
            Path::default(),
            told("has too many ways through it to count."),
            "Make the rules simpler: fewer answers looked at together.",
        ),
    }
}

/// `What bothers you? Large pores; Which of these are true? None of these`.
pub(super) fn walk(quiz: &Quiz, example: &Example) -> String {
    let answers = example.answers(quiz);
    let answered = quiz.questions.iter().enumerate().filter_map(|(index, question)| {
        let label = |choice: usize| question.choices[choice].label.as_str();
        let picks: Vec<&str> = answers.of(index).iter().map(label).collect();
        let title = question.title.as_str();
        let colon = if title.ends_with(['?', '؟', ':']) { "" } else { ":" };
        (!picks.is_empty()).then(|| format!("{title}{colon} {}", picks.join(", ")))
    });
    answered.collect::<Vec<_>>().join("; ")
}

/// Where an item stands in the file.
pub(super) fn place(item: Item) -> Path {
    Path::new([Step::from(item.list.name()), item.index.into()])
}

/// Where a choice stands in the file.
pub(super) fn choice(pick: Pick) -> Path {
    place(List::Questions.item(pick.question)).then([Step::from("choices"), pick.choice.into()])
}

fn rule(item: Item) -> Path {
    place(item).then([Step::from("when")])
}

/// Where a part of an item's rule stands.
fn inside(file: &Node, quiz: &Quiz, item: Item, part: &Place) -> Path {
    let mut at = rule(item);
    let Some(Entry { when: mut rule, .. }) = item.entry(quiz) else { return at };
    for &index in part {
        let (words, inner): (&[&str], &Rule) = match rule {
            Rule::All(rules) => (&["all"], &rules[index]),
            Rule::Any(rules) => (&["any", "pickedAny"], &rules[index]),
            Rule::Not(rule) => (&["not"], rule),
            Rule::Picked(_) | Rule::AtLeast { .. } => break,
        };
        let written = words.iter().find(|word| at.then([Step::from(**word)]).node(file).is_some());
        at = at.then([Step::from(*written.unwrap_or(&words[0]))]);
        if words[0] != "not" {
            at = at.then([index.into()]);
        }
        rule = inner;
    }
    at
}
