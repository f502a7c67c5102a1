use std::collections::BTreeSet;

use quiz::{Item, Level, Pick, Quiz, Rule};

use super::factors::{Factors, Found};
use super::form::{Form, Reader};
use super::looked;
use super::parts;
use super::space::Space;
use super::statement::{Finding, Reach, Statement};

/// Collects what was found and what could not be decided.
#[derive(Default)]
pub(super) struct Findings {
    pub(super) found: Vec<Finding>,
    pub(super) undecided: Vec<Statement>,
}

impl Findings {
    /// The statement is true when there is such a walk.
    pub(super) fn some(&mut self, quiz: &Quiz, statement: Statement, found: Found) {
        match Reach::new(quiz, found, None) {
            Reach::Reached(example) => {
                self.found.push(Finding { statement, example: Some(example) });
            }
            Reach::Never => {}
            Reach::Undecided => self.undecided.push(statement),
        }
    }

    /// The statement is true when there is no such walk.
    pub(super) fn never(&mut self, statement: Statement, found: &Found) {
        match found {
            Found::Never => self.found.push(Finding { statement, example: None }),
            Found::Walk(_) => {}
            Found::Undecided => self.undecided.push(statement),
        }
    }

    /// A rule that says nothing, as a whole or in part, on the walks where it is looked at.
    pub(super) fn rule(
        &mut self,
        walks: &Factors,
        reader: Reader,
        item: Item,
        rule: &Rule,
        looked_at: &Form,
        reach: &Reach,
    ) {
        let is_written = !matches!(rule, Rule::All(rules) if rules.is_empty());
        match reach {
            _ if !is_written => return,
            Reach::Never => return,
            Reach::Undecided => return self.undecided.push(Statement::AlwaysHolds(item)),
            Reach::Reached(_) => {}
        }
        let fails = Form::all([looked_at.clone(), reader.rule(rule).not()]);
        let fails = walks.find(&fails);
        self.never(Statement::AlwaysHolds(item), &fails);
        if matches!(fails, Found::Walk(_)) {
            parts::idle(rule, &mut Vec::new(), &mut |part, place, in_all| {
                let form = reader.rule(part);
                let (form, statement) = if in_all {
                    (form.not(), Statement::PartAlwaysHolds(item, place))
                } else {
                    (form, Statement::PartNeverHolds(item, place))
                };
                self.never(statement, &walks.find(&Form::all([looked_at.clone(), form])));
            });
        }
    }

    /// Rules that hold for no answers to the questions they look at.
    pub(super) fn contradictions(&mut self, quiz: &Quiz, space: &Space) {
        let loose = Factors::loose(space);
        let reader = Reader { quiz, questions: &space.questions, before: quiz.questions.len() };
        for it in quiz.entries() {
            let concern = it.concern.map_or(Form::TRUE, |pick| reader.picked(pick));
            let form = Form::all([concern, reader.rule(it.when)]);
            self.never(Statement::Contradicts(it.item), &loose.find(&form));
        }
    }

    /// What a hold looks for is not asked on every walk to the result.
    pub(super) fn skipped_holds(&mut self, quiz: &Quiz, space: &Space, results: &Factors) {
        let reader = Reader { quiz, questions: &space.questions, before: quiz.questions.len() };
        for (hold, caution) in quiz.cautions.iter().enumerate() {
            if caution.level != Level::Hold {
                continue;
            }
            for question in parts::looked_for(&caution.when) {
                let skipped = results.find(&reader.asked(question).not());
                self.some(quiz, Statement::Skipped { hold, question }, skipped);
            }
        }
    }

    /// A picked concern for which the result shows nothing.
    pub(super) fn concerns(&mut self, quiz: &Quiz, space: &Space, results: &Factors) {
        let reader = Reader { quiz, questions: &space.questions, before: quiz.questions.len() };
        let mut concerns: Vec<Pick> = looked::concerns(quiz).collect();
        concerns.sort_unstable();
        concerns.dedup();
        for &pick in &concerns {
            let without = |rules: Vec<&Rule>| {
                let none = rules.into_iter().map(|rule| reader.rule(rule).not());
                results.find(&Form::all([reader.picked(pick)].into_iter().chain(none)))
            };
            let benefits = quiz.benefits.iter().filter(|benefit| benefit.concern == pick);
            let benefits = without(benefits.map(|benefit| &benefit.when).collect());
            self.some(quiz, Statement::WithoutBenefit(pick), benefits);
            if !quiz.plans.is_empty() {
                let plans = quiz.plans.iter().filter(|plan| plan.concern == pick);
                let plans = without(plans.map(|plan| &plan.when).collect());
                self.some(quiz, Statement::WithoutPlan(pick), plans);
            }
        }
        self.nothing_for(quiz);
    }

    fn nothing_for(&mut self, quiz: &Quiz) {
        let picks = looked::beside_concerns(quiz);
        let noted: BTreeSet<Pick> =
            looked::notes_on(quiz, &picks).into_iter().flat_map(|(_, needed)| needed).collect();
        for pick in picks.into_iter().filter(|pick| !noted.contains(pick)) {
            let statement = Statement::NothingFor(pick);
            self.found.push(Finding { statement, example: None });
        }
    }
}
