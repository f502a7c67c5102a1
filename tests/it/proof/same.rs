use std::collections::BTreeSet;
use std::fmt::Debug;

use proof::{BigUint, Example, Proof, Reach, Statement};
use quiz::{Answers, End, Entry, Item, Level, List, Outcome, Pick, Quiz, Rule, Walk};

use super::{brute, walk_of};
use crate::visitor::choices;

/// Everything a proof says is what every walk tried says, and nothing is left out.
pub(super) fn check(quiz: &Quiz, proof: &Proof) {
    assert_eq!(proof.undecided, []);
    check_decided(quiz, proof);
    let walks = brute::walks(quiz);
    let found: Vec<String> = statements(proof.findings.iter().map(|it| &it.statement));
    assert_eq!(found, statements(expected(quiz, &walks, proof).iter()));
    assert!(proof.items.iter().all(|(_, reach)| !matches!(reach, Reach::Undecided)));
    assert!(proof.walks.as_ref().is_some_and(|walks| walks.results.is_some()));
}

/// Everything a proof says is what every walk tried says.
pub(super) fn check_decided(quiz: &Quiz, proof: &Proof) {
    check_examples(quiz, proof);
    let walks = brute::walks(quiz);
    for (item, reach) in &proof.items {
        let fewest = walks.iter().filter_map(|walk| brute::reached(quiz, walk, *item)).min();
        check_reach(reach, fewest, item);
        for pick in choices(quiz, *item) {
            let fewest = walks.iter().filter_map(|walk| brute::picked(walk, pick)).min();
            check_reach(&reach.then(pick), fewest, &pick);
        }
    }
    let expected = expected(quiz, &walks, proof);
    for finding in &proof.findings {
        assert!(expected.contains(&finding.statement), "{:?}", finding.statement);
    }
    for statement in &expected {
        let said = proof.findings.iter().any(|it| it.statement == *statement);
        let silent =
            matches!(statement, Statement::PartAlwaysHolds(..) | Statement::PartNeverHolds(..));
        assert!(said || silent || proof.undecided.contains(statement), "{statement:?}");
    }
    counts(quiz, &walks, proof);
}

fn check_reach(reach: &Reach, fewest: Option<usize>, of: &dyn Debug) {
    match reach {
        Reach::Reached(example) if example.shortest => {
            assert_eq!(fewest, Some(example.asked), "{of:?}");
        }
        Reach::Reached(_) => assert!(fewest.is_some(), "{of:?}"),
        Reach::Never => assert_eq!(fewest, None, "{of:?}"),
        Reach::Undecided => {}
    }
}

/// Every example leads where it says.
pub(super) fn check_examples(quiz: &Quiz, proof: &Proof) {
    for (item, reach) in &proof.items {
        if let Reach::Reached(example) = reach {
            let walk = walk_of(quiz, example);
            assert_eq!(brute::reached(quiz, &walk, *item), Some(example.asked), "{item:?}");
        }
        for pick in choices(quiz, *item) {
            if let Reach::Reached(example) = reach.then(pick) {
                let walk = walk_of(quiz, &example);
                assert_eq!(brute::picked(&walk, pick), Some(example.asked), "{pick:?}");
            }
        }
    }
    for finding in &proof.findings {
        if let Some(example) = &finding.example {
            let walk = walk_of(quiz, example);
            assert_eq!(walk.end(), End::Result);
            assert!(shows(quiz, &walk, &finding.statement), "{finding:?}");
        }
    }
}

fn counts(quiz: &Quiz, walks: &[Walk], proof: &Proof) {
    let Some(said) = &proof.walks else { return };
    let count = |holds: &dyn Fn(&Walk) -> bool| {
        BigUint::from(walks.iter().filter(|walk| holds(walk)).count())
    };
    assert_eq!(said.count, count(&|_| true));
    for (index, said) in said.endings.iter().enumerate() {
        assert_eq!(*said, count(&|walk| walk.end() == End::Ending(index)));
    }
    let level = |walk: &Walk| {
        let outcome = Outcome::new(quiz, walk.counted());
        outcome.cautions.iter().map(|caution| caution.item.level).min()
    };
    let result = |is: Option<Level>| count(&|walk| walk.end() == End::Result && level(walk) == is);
    if let Some(said) = &said.results {
        assert_eq!(said.hold, result(Some(Level::Hold)));
        assert_eq!(said.ask, result(Some(Level::Ask)));
        assert_eq!(said.tell, result(Some(Level::Tell)));
        assert_eq!(said.free, result(None));
    }
    let asked = |example: &Example| {
        let walk = walk_of(quiz, example);
        assert_eq!(walk.asked().len(), example.asked);
        Some(example.asked)
    };
    assert_eq!(asked(&said.longest), walks.iter().map(|walk| walk.asked().len()).max());
    let fewest = walks.iter().map(|walk| walk.asked().len()).min();
    if said.shortest.shortest {
        assert_eq!(asked(&said.shortest), fewest);
    } else {
        assert!(asked(&said.shortest) > None && asked(&said.shortest) >= fewest);
    }
}

fn statements<'s>(statements: impl Iterator<Item = &'s Statement>) -> Vec<String> {
    let all: BTreeSet<String> = statements.map(|statement| format!("{statement:?}")).collect();
    all.into_iter().collect()
}

/// What is true of a quiz.
fn expected(quiz: &Quiz, walks: &[Walk], proof: &Proof) -> Vec<Statement> {
    let mut all = Vec::new();
    for (item, _) in &proof.items {
        rules(quiz, walks, *item, &mut all);
    }
    let mut maybe = vec![Statement::EmptyResult];
    for pick in concerns(quiz) {
        maybe.push(Statement::WithoutBenefit(pick));
        maybe.extend((!quiz.plans.is_empty()).then_some(Statement::WithoutPlan(pick)));
    }
    for plan in 0..quiz.plans.len() {
        maybe.extend([Statement::TwoPlans(plan), Statement::StrongerPlan(plan)]);
    }
    for hold in 0..quiz.cautions.len() {
        maybe.push(Statement::Outweighed(hold));
        let skipped = |question| Statement::Skipped { hold, question };
        maybe.extend((0..quiz.questions.len()).map(skipped));
    }
    let results = || walks.iter().filter(|walk| walk.end() == End::Result);
    maybe.retain(|statement| results().any(|walk| shows(quiz, walk, statement)));
    all.extend(maybe);
    if results().next().is_none() {
        all.push(Statement::NoResult);
    }
    let noted = |pick: Pick| quiz.notes.iter().any(|note| needs(&note.when, pick));
    let without = beside(quiz).into_iter().filter(|pick| !noted(*pick));
    all.extend(without.map(Statement::NothingFor));
    all
}

/// The choices beside concerns that are none.
fn beside(quiz: &Quiz) -> Vec<Pick> {
    let concerns = concerns(quiz);
    let is_beside = |pick: &Pick| {
        let sibling = concerns.iter().any(|concern| concern.question == pick.question);
        let exclusive = quiz.questions[pick.question].choices[pick.choice].exclusive;
        sibling && !exclusive && !concerns.contains(pick)
    };
    picks(quiz).into_iter().filter(is_beside).collect()
}

/// Whether a rule asks for a choice in every way that it has to hold.
fn needs(rule: &Rule, pick: Pick) -> bool {
    match rule {
        Rule::Picked(other) => *other == pick,
        Rule::All(parts) => parts.iter().any(|part| needs(part, pick)),
        Rule::Any(parts) => !parts.is_empty() && parts.iter().all(|part| needs(part, pick)),
        Rule::Not(_) | Rule::AtLeast { .. } => false,
    }
}

/// What is true of the rule of an item.
fn rules(quiz: &Quiz, walks: &[Walk], item: Item, all: &mut Vec<Statement>) {
    let Some(Entry { concern, when: rule, .. }) = item.entry(quiz) else { return };
    let picked =
        |answers: &Answers| concern.is_none_or(|it| answers.of(it.question).has(it.choice));
    if !brute::states(quiz).iter().any(|answers| picked(answers) && rule.holds(answers)) {
        all.push(Statement::Contradicts(item));
    }
    let looked: Vec<Answers> =
        walks.iter().filter_map(|walk| brute::looked_at(quiz, walk, item)).collect();
    let reached = walks.iter().any(|walk| brute::reached(quiz, walk, item).is_some());
    let is_ending = item.list == List::Endings;
    let written = is_ending || !matches!(rule, Rule::All(rules) if rules.is_empty());
    if !written || looked.is_empty() || !(reached || is_ending) {
        return;
    }
    if looked.iter().all(|answers| rule.holds(answers)) {
        all.push(Statement::AlwaysHolds(item));
    } else if !is_ending {
        parts(rule, &mut Vec::new(), &mut |part, place, in_all| {
            let mut holds = looked.iter().map(|answers| part.holds(answers));
            if in_all && holds.clone().all(|holds| holds) {
                all.push(Statement::PartAlwaysHolds(item, place));
            } else if !in_all && !holds.any(|holds| holds) {
                all.push(Statement::PartNeverHolds(item, place));
            }
        });
    }
}

fn parts(rule: &Rule, place: &mut Vec<usize>, call: &mut impl FnMut(&Rule, Vec<usize>, bool)) {
    let of = match rule {
        Rule::All(rules) | Rule::Any(rules) => &rules[..],
        Rule::Not(rule) => std::slice::from_ref(&**rule),
        Rule::Picked(_) | Rule::AtLeast { .. } => &[],
    };
    for (at, part) in of.iter().enumerate() {
        place.push(at);
        if of.len() > 1 {
            call(part, place.clone(), matches!(rule, Rule::All(_)));
        }
        parts(part, place, call);
        place.pop();
    }
}

/// Whether a walk to the result shows something.
fn shows(quiz: &Quiz, walk: &Walk, statement: &Statement) -> bool {
    let outcome = Outcome::new(quiz, walk.counted());
    let picked = |pick: &Pick| walk.counted().of(pick.question).has(pick.choice);
    let concern = |pick: &Pick| outcome.concerns.iter().find(|it| it.pick == *pick);
    match statement {
        Statement::EmptyResult => {
            let notes = quiz.notes.iter().filter(|note| note.when.holds(walk.counted()));
            let told = |rule: &Rule| beside(quiz).iter().any(|pick| needs(rule, *pick));
            outcome.cautions.is_empty()
                && outcome.concerns.is_empty()
                && !notes.map(|note| &note.when).any(told)
        }
        Statement::WithoutBenefit(pick) => {
            picked(pick) && concern(pick).is_none_or(|it| it.benefits.is_empty())
        }
        Statement::WithoutPlan(pick) => {
            picked(pick) && concern(pick).is_none_or(|it| it.plans.is_empty())
        }
        Statement::TwoPlans(plan) => {
            let plan = &quiz.plans[*plan];
            let shown = || outcome.plans().into_iter().filter(|it| it.concern == plan.concern);
            shown().skip(1).any(|it| std::ptr::eq(it, plan))
        }
        Statement::StrongerPlan(plan) => {
            let plan = &quiz.plans[*plan];
            let strongest = concern(&plan.concern)
                .and_then(|it| it.benefits.iter().map(|shown| shown.item.evidence).max());
            outcome.plans().into_iter().any(|it| std::ptr::eq(it, plan))
                && strongest.is_some_and(|strongest| strongest < plan.evidence)
        }
        Statement::Outweighed(hold) => {
            let rule = &quiz.cautions[*hold].when;
            let is_hold = quiz.cautions[*hold].level == Level::Hold;
            is_hold
                && !outcome.on_hold()
                && speaks(rule, true, Some(walk.counted()))
                && !speaks(rule, true, None)
        }
        Statement::Skipped { hold, question } => {
            quiz.cautions[*hold].level == Level::Hold
                && looks_for(&quiz.cautions[*hold].when, true, *question)
                && !walk.asked().contains(question)
        }
        _ => false,
    }
}

/// Whether a rule holds when what it excludes is left out; with no answers, whether it then holds
/// whatever is answered.
fn speaks(rule: &Rule, wanted: bool, answers: Option<&Answers>) -> bool {
    let of = |rule: &Rule| speaks(rule, wanted, answers);
    match (rule, wanted) {
        (Rule::All(rules), true) | (Rule::Any(rules), false) => rules.iter().all(of),
        (Rule::Any(rules), true) | (Rule::All(rules), false) => rules.iter().any(of),
        (Rule::Not(rule), _) => speaks(rule, !wanted, answers),
        (leaf, true) => answers.is_some_and(|answers| leaf.holds(answers)),
        (_, false) => true,
    }
}

/// Whether a rule looks for something picked in a question.
fn looks_for(rule: &Rule, wanted: bool, question: usize) -> bool {
    match rule {
        Rule::All(rules) | Rule::Any(rules) => {
            rules.iter().any(|rule| looks_for(rule, wanted, question))
        }
        Rule::Not(rule) => looks_for(rule, !wanted, question),
        leaf => wanted && leaf.looks_at(question),
    }
}

fn concerns(quiz: &Quiz) -> BTreeSet<Pick> {
    let benefits = quiz.benefits.iter().map(|benefit| benefit.concern);
    benefits.chain(quiz.plans.iter().map(|plan| plan.concern)).collect()
}

fn picks(quiz: &Quiz) -> Vec<Pick> {
    let questions = quiz.questions.iter().enumerate();
    questions
        .flat_map(|(question, asked)| {
            (0..asked.choices.len()).map(move |choice| Pick { question, choice })
        })
        .collect()
}
