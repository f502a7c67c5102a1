use quiz::{Pick, Rule};

use super::Check;
use super::prose::MOST_CITED;
use crate::suggest::{listed, mean, nearest};
use crate::{MESSAGES, Mend, file, message};

impl Check {
    pub(super) fn when(&mut self, rule: Option<file::Rule>) -> Rule {
        rule.map_or(Rule::ALWAYS, |rule| self.at("when", |check| check.rule(rule)))
    }

    pub(super) fn rule(&mut self, rule: file::Rule) -> Rule {
        match rule {
            file::Rule::All(rules) => Rule::All(self.each("all", rules, Self::rule)),
            file::Rule::Any(rules) => Rule::Any(self.each("any", rules, Self::rule)),
            file::Rule::Not(rule) => Rule::Not(Box::new(self.at("not", |check| check.rule(*rule)))),
            file::Rule::Picked(choice) => {
                Rule::Picked(self.at("picked", |check| check.pick(&choice)))
            }
            file::Rule::PickedAny(choices) => Rule::Any(self.each(
                "pickedAny",
                choices,
                |check, choice| Rule::Picked(check.pick(&choice)),
            )),
            file::Rule::PickedAtLeast(at_least) => {
                self.at("pickedAtLeast", |check| check.at_least(&at_least))
            }
        }
    }

    fn at_least(&mut self, at_least: &file::AtLeast) -> Rule {
        let name = &at_least.question;
        let question = self.at("question", |check| check.question_index(name, name, ""));
        let question = question.unwrap_or_default();
        Rule::AtLeast { question, count: at_least.count }
    }

    pub(super) fn concern(&mut self, choice: &str) -> Pick {
        self.at("for", |check| check.pick(choice))
    }

    pub(super) fn pick(&mut self, choice: &str) -> Pick {
        let nowhere = Pick { question: 0, choice: 0 };
        let Some((name, id)) = choice.split_once('.') else {
            self.say(
                "id/choice-form",
                message!["is \"", choice, "\", which does not say of which question."],
                "Write it as question.choice, such as \"concerns.pores\".",
            );
            return nowhere;
        };
        let Some(question) = self.question_index(choice, name, id) else { return nowhere };
        match self.choices[question].iter().position(|other| other == id) {
            Some(choice) => Pick { question, choice },
            None if self.is_full() => nowhere,
            None => {
                let full = |id: &String| [name, ".", id].concat();
                let known: Vec<String> = self.choices[question].iter().map(full).collect();
                let known: Vec<&str> = known.iter().map(String::as_str).collect();
                self.no_choice(choice, &known);
                nowhere
            }
        }
    }

    fn no_choice(&mut self, choice: &str, known: &[&str]) {
        let meant = nearest(choice, known.iter().copied());
        let help = message![&mean(meant.as_deref()), "Write one of: ", &listed(known), "."];
        let found = message!["is \"", choice, "\", which does not exist."];
        self.suggest("id/unknown-choice", found, help, meant.map(Mend::Write));
    }

    /// The question called `name` in a reference, which may go on with `.choice`.
    fn question_index(&mut self, reference: &str, name: &str, choice: &str) -> Option<usize> {
        match self.questions.find(name) {
            Some(index) if index < self.visible => return Some(index),
            Some(_) => self.say(
                "rule/later-question",
                message!["depends on the question \"", name, "\", which is not asked before."],
                "Move that question up, or ask about an earlier one.",
            ),
            None => self.no_question(reference, name, choice),
        }
        None
    }

    fn no_question(&mut self, reference: &str, name: &str, choice: &str) {
        if self.is_full() {
            return;
        }
        let known: Vec<&str> =
            self.questions.ids[..self.visible].iter().map(String::as_str).collect();
        let meant = nearest(name, known.iter().copied());
        let help = match known[..] {
            [] => message!["Add the question before this."],
            _ => message![
                &mean(meant.as_deref()),
                "Write one of: ",
                &listed(&known),
                "; or add the question.",
            ],
        };
        let rest = reference.strip_prefix(name).unwrap_or_default();
        let has = |question: &str| {
            choice.is_empty()
                || self
                    .questions
                    .find(question)
                    .is_some_and(|index| self.choices[index].iter().any(|other| other == choice))
        };
        let mend = meant
            .filter(|question| has(question))
            .map(|question| Mend::Write([&question, rest].concat()));
        let found = message!["names the question \"", name, "\", which does not exist."];
        self.suggest("id/unknown-question", found, help, mend);
    }

    pub(super) fn cited(&mut self, ids: &[String]) -> Vec<usize> {
        if MESSAGES && ids.len() > MOST_CITED {
            self.at("sources", |check| check.too_many("sources"));
            return Vec::new();
        }
        let mut sources = Vec::with_capacity(ids.len());
        self.each("sources", ids, |check, id| match check.sources.find(id) {
            Some(index) => sources.push(index),
            None => check.no_such_source(id),
        });
        sources
    }

    fn no_such_source(&mut self, id: &str) {
        if self.is_full() {
            return;
        }
        let meant = nearest(id, self.sources.ids.iter().map(String::as_str));
        self.suggest(
            "id/unknown-source",
            message!["is \"", id, "\", which is not in \"sources\"."],
            message![&mean(meant.as_deref()), "Correct the id, or add the source."],
            meant.map(Mend::Write),
        );
    }
}
