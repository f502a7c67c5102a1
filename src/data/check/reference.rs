use super::Check;
use crate::data::file;
use crate::quiz::{Pick, Rule};

impl Check {
    pub(super) fn when(&mut self, place: &str, rule: Option<file::Rule>) -> Rule {
        rule.map_or(Rule::ALWAYS, |rule| self.rule(place, rule))
    }

    pub(super) fn rule(&mut self, place: &str, rule: file::Rule) -> Rule {
        match rule {
            file::Rule::All(rules) => Rule::All(self.rules(place, rules)),
            file::Rule::Any(rules) => Rule::Any(self.rules(place, rules)),
            file::Rule::Not(rule) => Rule::Not(Box::new(self.rule(place, *rule))),
            file::Rule::Picked(choice) => Rule::Picked(self.pick(place, &choice)),
            file::Rule::PickedAny(choices) => Rule::Any(
                choices.iter().map(|choice| Rule::Picked(self.pick(place, choice))).collect(),
            ),
            file::Rule::PickedAtLeast(at_least) => Rule::AtLeast {
                question: self.question_index(place, &at_least.question).unwrap_or_default(),
                count: at_least.count,
            },
        }
    }

    pub(super) fn rules(&mut self, place: &str, rules: Vec<file::Rule>) -> Vec<Rule> {
        rules.into_iter().map(|rule| self.rule(place, rule)).collect()
    }

    pub(super) fn concern(&mut self, place: &str, choice: &str) -> Pick {
        self.pick(place, choice)
    }

    pub(super) fn pick(&mut self, place: &str, choice: &str) -> Pick {
        let nowhere = Pick { question: 0, choice: 0 };
        let Some((question, id)) = choice.split_once('.') else {
            self.say(
                place,
                format!("names the choice \"{choice}\"."),
                "Write it as question.choice, such as \"concerns.pores\".",
            );
            return nowhere;
        };
        let Some(question) = self.question_index(place, question) else { return nowhere };
        match self.questions[question].1.iter().position(|other| other == id) {
            Some(choice) => Pick { question, choice },
            None => {
                self.say(
                    place,
                    format!("names the choice \"{choice}\", which that question does not have."),
                    format!("It has: {}.", self.questions[question].1.join(", ")),
                );
                nowhere
            }
        }
    }

    pub(super) fn question_index(&mut self, place: &str, id: &str) -> Option<usize> {
        let index = self.questions.iter().position(|question| question.0 == id);
        match index {
            Some(index) if index < self.visible => return Some(index),
            Some(_) => self.say(
                place,
                format!("depends on the question \"{id}\", which is not asked before it."),
                "Move that question up, or ask about an earlier one.",
            ),
            None => self.say(
                place,
                format!("names the question \"{id}\", which does not exist."),
                "Correct the id, or add the question.",
            ),
        }
        None
    }

    pub(super) fn cited(&mut self, place: &str, ids: &[String]) -> Vec<usize> {
        let mut sources = Vec::with_capacity(ids.len());
        for id in ids {
            match self.sources.iter().position(|source| source == id) {
                Some(index) => sources.push(index),
                None => self.say(
                    place,
                    format!("names the source \"{id}\", which is not in \"sources\"."),
                    "Correct the id, or add the source.",
                ),
            }
        }
        sources
    }
}
