use std::collections::BTreeSet;

use quiz::{Kind, Pick, Picks, Quiz, Rule};

use super::parts;

/// The choices that some rule looks at, for each question.
pub(super) struct Looked(Vec<Vec<bool>>);

impl Looked {
    pub(super) fn new(quiz: &Quiz) -> Self {
        let choices = quiz.questions.iter().map(|question| vec![false; question.choices.len()]);
        let mut looked = Self(choices.collect());
        rules(quiz).for_each(|rule| looked.rule(quiz, rule));
        concerns(quiz).for_each(|concern| looked.0[concern.question][concern.choice] = true);
        looked
    }

    pub(super) fn of(&self, question: usize) -> Picks {
        let choices = self.0[question].iter().enumerate();
        Picks::of(choices.filter(|(_, looked)| **looked).map(|(choice, _)| choice))
    }

    fn rule(&mut self, quiz: &Quiz, rule: &Rule) {
        match rule {
            Rule::All(rules) | Rule::Any(rules) => rules.iter().for_each(|it| self.rule(quiz, it)),
            Rule::Not(rule) => self.rule(quiz, rule),
            Rule::Picked(pick) => self.0[pick.question][pick.choice] = true,
            Rule::AtLeast { question, count } => {
                if *count > 1 && quiz.questions[*question].kind == Kind::Many {
                    self.0[*question].fill(true);
                }
            }
        }
    }
}

/// Every rule of a quiz.
pub(super) fn rules(quiz: &Quiz) -> impl Iterator<Item = &Rule> {
    quiz.entries().map(|it| it.when)
}

/// What each benefit and each plan answers.
pub(super) fn concerns(quiz: &Quiz) -> impl Iterator<Item = Pick> {
    quiz.entries().filter_map(|it| it.concern)
}

/// Every choice beside a concern that no benefit and no plan is for; those that exclude the others
/// apart.
pub(super) fn beside_concerns(quiz: &Quiz) -> Vec<Pick> {
    let concerns: BTreeSet<Pick> = concerns(quiz).collect();
    let questions: BTreeSet<usize> = concerns.iter().map(|pick| pick.question).collect();
    let choices = |question: usize| {
        let asked = quiz.questions[question].choices.iter().enumerate();
        let among = asked.filter(|(_, asked)| !asked.exclusive);
        among.map(move |(choice, _)| Pick { question, choice })
    };
    questions.into_iter().flat_map(choices).filter(|pick| !concerns.contains(pick)).collect()
}

/// The notes that need one of these choices, each with those that it needs.
pub(super) fn notes_on<'q>(quiz: &'q Quiz, picks: &[Pick]) -> Vec<(&'q Rule, BTreeSet<Pick>)> {
    let of = |pick: &Pick| picks.binary_search(pick).is_ok();
    let needed = quiz.notes.iter().map(|note| (&note.when, parts::needed(&note.when)));
    needed.filter(|(_, needed)| needed.iter().any(of)).collect()
}
