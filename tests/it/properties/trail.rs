use data::Node;
use proptest::collection::vec;
use proptest::prelude::*;
use quiz::{Kind, Quiz};
use serde_json::Value;

use crate::visitor::Visitor;

/// What a visitor does on a screen; numbers are taken modulo what there is.
#[derive(Clone, Debug)]
pub(super) enum Move {
    /// Picks a choice, or some where many can be picked, and goes on.
    Answer(u64),
    /// Picks a choice.
    Pick(u8),
    /// Goes back some screens.
    Back(u8),
    /// Goes on.
    On,
    /// Goes back to some screen, picks a choice there, and goes on to where the answers lead.
    Change(u8, u8),
}

pub(super) fn moves(most: usize) -> impl Strategy<Value = Vec<Move>> {
    let one = prop_oneof![
        10 => any::<u64>().prop_map(Move::Answer),
        2 => any::<u8>().prop_map(Move::Pick),
        1 => (1..4_u8).prop_map(Move::Back),
        2 => Just(Move::On),
        3 => (any::<u8>(), any::<u8>()).prop_map(|(at, choice)| Move::Change(at, choice)),
    ];
    vec(one, 0..=most)
}

/// A visitor at one moment of a visit, with the quiz and its file.
pub(super) struct Trail<'q> {
    pub(super) file: &'q Value,
    pub(super) quiz: &'q Quiz,
    pub(super) visitor: Visitor<'q>,
}

impl Trail<'_> {
    /// Checks a law at every moment.
    pub(super) fn check(file: &Value, moves: &[Move], law: fn(&Trail)) {
        let quiz = quiz(file);
        let mut trail = Trail { file, quiz: &quiz, visitor: Visitor::new(&quiz) };
        law(&trail);
        for step in moves {
            trail.visitor.take(step);
            law(&trail);
        }
    }

    /// Checks a law where the visit has led.
    pub(super) fn check_last(file: &Value, moves: &[Move], law: fn(&Trail)) {
        let quiz = quiz(file);
        let mut visitor = Visitor::new(&quiz);
        moves.iter().for_each(|step| visitor.take(step));
        law(&Trail { file, quiz: &quiz, visitor });
    }
}

pub(super) fn node(file: &Value) -> Node {
    serde_json::from_value(file.clone()).expect("any JSON is a node")
}

/// Reads a file that has no problem.
pub(crate) fn quiz(file: &Value) -> Quiz {
    data::quiz(&node(file)).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

impl Visitor<'_> {
    /// Does what a move says.
    pub(super) fn take(&mut self, step: &Move) {
        match step {
            Move::Answer(bits) => self.answer(*bits),
            Move::Pick(number) => self.pick_number((*number).into()),
            Move::Back(screens) => (0..*screens).for_each(|_| self.go_back()),
            Move::On => self.go_on(),
            Move::Change(at, choice) => self.change((*at).into(), (*choice).into()),
        }
    }

    fn answer(&mut self, bits: u64) {
        let Some(question) = self.question() else { return };
        self.pick_number(bits);
        if self.quiz.questions[question].kind == Kind::Many {
            let choices = 0..self.quiz.questions[question].choices.len();
            choices.filter(|choice| bits >> (8 + choice) & 3 == 3).for_each(|it| self.pick(it));
        }
        self.go_on();
    }

    fn change(&mut self, at: usize, choice: u64) {
        self.at = at % (self.walk().last() + 1);
        self.pick_number(choice);
        self.at = self.walk().last();
    }

    fn pick_number(&mut self, number: u64) {
        if let Some(question) = self.question() {
            let choices = self.quiz.questions[question].choices.len() as u64;
            self.pick(usize::try_from(number % choices).expect("a question has few choices"));
        }
    }
}
