use num_bigint::BigUint;
use quiz::{Kind, Picks, Question, Quiz};

use super::looked::Looked;

/// The variables of one question.
pub(super) struct Variables {
    pub(super) asked: usize,
    pub(super) units: Vec<Unit>,
    /// For each choice that a rule looks at, its unit.
    pub(super) of_choice: Vec<Option<usize>>,
}

/// A choice that a rule looks at, or the others together.
pub(super) struct Unit {
    pub(super) variable: usize,
    /// The choice, or one of the others.
    pub(super) choice: usize,
    /// Excludes every other unit of its question.
    pub(super) alone: bool,
    /// In how many ways it can be picked.
    ways: BigUint,
}

/// What a variable stands for.
pub(super) struct Meaning {
    pub(super) question: usize,
    /// The choice that is picked, where the variable does not stand for asking.
    pub(super) choice: Option<usize>,
    /// In how many ways it can be true.
    pub(super) ways: BigUint,
}

impl Variables {
    /// Gives each variable its place.
    pub(super) fn move_to(&mut self, place: &[usize]) {
        self.asked = place[self.asked];
        self.units.iter_mut().for_each(|unit| unit.variable = place[unit.variable]);
    }
}

/// The variables of each question, in the order of the file, and how many there are.
pub(super) fn numbered(quiz: &Quiz, looked: &Looked) -> (Vec<Variables>, usize) {
    let mut next = 0;
    let questions = quiz.questions.iter().enumerate();
    let questions =
        questions.map(|(index, question)| variables(question, looked.of(index), &mut next));
    (questions.collect(), next)
}

fn variables(question: &Question, looked: Picks, next: &mut usize) -> Variables {
    let asked = take(next);
    let alone = |choice: usize| question.kind == Kind::One || question.choices[choice].exclusive;
    let mut of_choice = vec![None; question.choices.len()];
    let mut units = Vec::new();
    for choice in looked.iter() {
        of_choice[choice] = Some(units.len());
        let ways = BigUint::from(1_u8);
        units.push(Unit { variable: take(next), choice, alone: alone(choice), ways });
    }
    let others = |excluding: bool| {
        (0..question.choices.len())
            .filter(move |&choice| !looked.has(choice) && alone(choice) == excluding)
    };
    let rest = [(false, others(false)), (true, others(true))];
    for (alone, mut others) in rest {
        let count = others.clone().count();
        let Some(choice) = others.next() else { continue };
        let many = (BigUint::from(1_u8) << count) - 1_u8;
        let ways = if alone { BigUint::from(count) } else { many };
        units.push(Unit { variable: take(next), choice, alone, ways });
    }
    Variables { asked, units, of_choice }
}

fn take(next: &mut usize) -> usize {
    *next += 1;
    *next - 1
}

/// What each variable stands for, in their order.
pub(super) fn meaning(questions: &[Variables]) -> Vec<Meaning> {
    let mut meaning: Vec<(usize, Meaning)> = Vec::new();
    for (question, variables) in questions.iter().enumerate() {
        let ways = BigUint::from(1_u8);
        meaning.push((variables.asked, Meaning { question, choice: None, ways }));
        for unit in &variables.units {
            let (choice, ways) = (Some(unit.choice), unit.ways.clone());
            meaning.push((unit.variable, Meaning { question, choice, ways }));
        }
    }
    meaning.sort_unstable_by_key(|(variable, _)| *variable);
    meaning.into_iter().map(|(_, meaning)| meaning).collect()
}
