use std::collections::BTreeMap;

use data::{Path, Step};
use quiz::{Answers, End, Entry, Item, List, Pick, Quiz, Rule, Walk};

/// What somebody wants to see of a quiz.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The first screen.
    Start,
    /// A question or an ending; or the result, with a thing on it.
    Item(Item),
    /// A result.
    Result,
}

/// What shows a place of the file.
pub fn target(path: &Path) -> Target {
    let index = match path.0.get(1) {
        Some(Step::Entry(index)) => *index,
        _ => 0,
    };
    match path.0.first() {
        Some(Step::Field(field)) => match (List::named(field), field.as_ref()) {
            (Some(list), _) => Target::Item(list.item(index)),
            (None, "clinic" | "sources" | "reviewed" | "checked") => Target::Result,
            (None, _) => Target::Start,
        },
        _ => Target::Start,
    }
}

/// Answers that lead there, and the position then; as near as can be where nothing leads there.
pub fn answers_for(quiz: &Quiz, target: Target) -> (Answers, usize) {
    let mut wanted = Wanted::default();
    wanted.target(quiz, target);
    let mut answers = Answers::none(quiz);
    if target == Target::Start {
        return (answers, 0);
    }
    for _ in 0..=quiz.questions.len() {
        let walk = Walk::new(quiz, &answers);
        let End::Open(question) = walk.end() else { return (answers, walk.last()) };
        if target == Target::Item(List::Questions.item(question)) {
            return (answers, walk.last());
        }
        answers = answered(quiz, &answers, question, &wanted, target);
    }
    (answers, 0)
}

/// What has to be picked, by question.
#[derive(Default)]
struct Wanted(BTreeMap<usize, Vec<usize>>);

impl Wanted {
    fn target(&mut self, quiz: &Quiz, target: Target) {
        let Target::Item(item) = target else { return };
        let Some(Entry { concern, when, .. }) = item.entry(quiz) else { return };
        if let Some(pick) = concern {
            self.pick(quiz, pick);
        }
        self.rule(quiz, when);
    }

    fn pick(&mut self, quiz: &Quiz, pick: Pick) {
        let is_new = !self.0.contains_key(&pick.question);
        let choices = self.0.entry(pick.question).or_default();
        if !choices.contains(&pick.choice) {
            choices.push(pick.choice);
        }
        if let Some(question) = quiz.questions.get(pick.question).filter(|_| is_new) {
            self.rule(quiz, &question.when);
        }
    }

    fn rule(&mut self, quiz: &Quiz, rule: &Rule) {
        match rule {
            Rule::All(rules) => rules.iter().for_each(|rule| self.rule(quiz, rule)),
            Rule::Any(rules) => rules.iter().take(1).for_each(|rule| self.rule(quiz, rule)),
            Rule::Not(_) => {}
            Rule::Picked(pick) => self.pick(quiz, *pick),
            Rule::AtLeast { question, count } => {
                for choice in 0..*count as usize {
                    self.pick(quiz, Pick { question: *question, choice });
                }
            }
        }
    }
}

/// The answers with one to a question: what is wanted, else what brings the fewest cautions and does not end the
/// quiz, a choice that excludes the others first.
fn answered(
    quiz: &Quiz,
    answers: &Answers,
    question: usize,
    wanted: &Wanted,
    target: Target,
) -> Answers {
    let choices = &quiz.questions[question].choices;
    let known = |choice: &usize| *choice < choices.len();
    if let Some(picks) = wanted.0.get(&question) {
        let picked = picks
            .iter()
            .copied()
            .filter(known)
            .fold(answers.clone(), |answers, choice| answers.after(quiz, question, choice));
        if !picked.of(question).is_empty() {
            return picked;
        }
    }
    let exclusive = (0..choices.len()).filter(|&choice| choices[choice].exclusive);
    let others = (0..choices.len()).filter(|&choice| !choices[choice].exclusive);
    let tried = exclusive.chain(others).map(|choice| answers.after(quiz, question, choice));
    let goes_on = |answers: &Answers| {
        matches!(target, Target::Item(Item { list: List::Endings, .. }))
            || !matches!(Walk::new(quiz, answers).end(), End::Ending(_))
    };
    let cautions =
        |answers: &Answers| quiz.cautions.iter().filter(|it| it.when.holds(answers)).count();
    let first = answers.after(quiz, question, 0);
    tried.filter(goes_on).min_by_key(cautions).unwrap_or(first)
}
