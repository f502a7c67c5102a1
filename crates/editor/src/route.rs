use std::collections::BTreeMap;

use data::{Path, Step};
use quiz::{Answers, End, Pick, Quiz, Rule, Walk};

/// What somebody wants to see of a quiz.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The first screen.
    Start,
    /// A question, by index.
    Question(usize),
    /// An ending, by index.
    Ending(usize),
    /// The result with a caution.
    Caution(usize),
    /// The result with a benefit.
    Benefit(usize),
    /// The result with a plan.
    Plan(usize),
    /// The result with a piece of advice.
    Care(usize),
    /// The result with a question to bring.
    Ask(usize),
    /// The result with a note.
    Note(usize),
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
        Some(Step::Field(list)) => match list.as_ref() {
            "questions" => Target::Question(index),
            "endings" => Target::Ending(index),
            "cautions" => Target::Caution(index),
            "benefits" => Target::Benefit(index),
            "plans" => Target::Plan(index),
            "care" => Target::Care(index),
            "ask" => Target::Ask(index),
            "notes" => Target::Note(index),
            "clinic" | "sources" | "reviewed" | "checked" => Target::Result,
            _ => Target::Start,
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
        if target == Target::Question(question) {
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
        let none = Rule::ALWAYS;
        let (concern, when) = match target {
            Target::Question(index) => (None, quiz.questions.get(index).map(|it| &it.when)),
            Target::Ending(index) => (None, quiz.endings.get(index).map(|it| &it.when)),
            Target::Caution(index) => (None, quiz.cautions.get(index).map(|it| &it.when)),
            Target::Benefit(index) => {
                let of = quiz.benefits.get(index);
                (of.map(|it| it.concern), of.map(|it| &it.when))
            }
            Target::Plan(index) => {
                let of = quiz.plans.get(index);
                (of.map(|it| it.concern), of.map(|it| &it.when))
            }
            Target::Care(index) => (None, quiz.care.get(index).map(|it| &it.when)),
            Target::Ask(index) => (None, quiz.ask.get(index).map(|it| &it.when)),
            Target::Note(index) => (None, quiz.notes.get(index).map(|it| &it.when)),
            Target::Start | Target::Result => (None, None),
        };
        if let Some(pick) = concern {
            self.pick(quiz, pick);
        }
        self.rule(quiz, when.unwrap_or(&none));
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

/// The answers with one to a question: what is wanted, else the first that speaks for as little as can
/// be and does not end the quiz.
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
    let mut tried = exclusive.chain(others).map(|choice| answers.after(quiz, question, choice));
    let goes_on = |answers: &Answers| {
        matches!(target, Target::Ending(_))
            || !matches!(Walk::new(quiz, answers).end(), End::Ending(_))
    };
    let first = answers.after(quiz, question, 0);
    tried.find(goes_on).unwrap_or(first)
}
