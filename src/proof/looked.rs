use crate::quiz::{Kind, Pick, Picks, Quiz, Rule};

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
    let questions = quiz.questions.iter().map(|item| &item.when);
    let endings = quiz.endings.iter().map(|item| &item.when);
    let cautions = quiz.cautions.iter().map(|item| &item.when);
    let benefits = quiz.benefits.iter().map(|item| &item.when);
    let plans = quiz.plans.iter().map(|item| &item.when);
    let care = quiz.care.iter().map(|item| &item.when);
    let notes = quiz.ask.iter().chain(&quiz.notes).map(|item| &item.when);
    questions.chain(endings).chain(cautions).chain(benefits).chain(plans).chain(care).chain(notes)
}

/// What each benefit and each plan answers.
pub(super) fn concerns(quiz: &Quiz) -> impl Iterator<Item = Pick> {
    let benefits = quiz.benefits.iter().map(|benefit| benefit.concern);
    benefits.chain(quiz.plans.iter().map(|plan| plan.concern))
}
