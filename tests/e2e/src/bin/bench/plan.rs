use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use e2e::Step;
use serde_json::Value;

/// A way through a quiz, by the words of its data file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Plan {
    pub(crate) asked: Vec<Asked>,
    /// Words that the last screen shows, where the plan leads there.
    pub(crate) end: Option<String>,
}

/// A question on the way.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Asked {
    pub(crate) title: String,
    pub(crate) choices: Vec<String>,
    pub(crate) many: bool,
    /// The choices that are picked, by their places.
    pub(crate) picks: Vec<usize>,
}

impl Plan {
    /// Through every question: the first and the third choice of many, the second of one.
    ///
    /// # Errors
    ///
    /// If the file is not a quiz.
    pub(crate) fn through(file: &Path) -> Result<Self> {
        let quiz = read(file)?;
        let asked = list(&quiz, "questions")?
            .iter()
            .map(|question| {
                Asked::of(question, |asked| if asked.many { vec![0, 2] } else { vec![1] })
            })
            .collect::<Result<_>>()?;
        Ok(Self { asked, end: Some(end(&quiz)?) })
    }

    /// By these steps.
    ///
    /// # Errors
    ///
    /// As [`Plan::through`], or if the quiz lacks a question or a choice.
    pub(crate) fn by(file: &Path, steps: &[Step]) -> Result<Self> {
        let quiz = read(file)?;
        let questions = list(&quiz, "questions")?;
        let asked = steps.iter().map(|&(id, choices)| {
            let question = questions.iter().find(|question| question["id"] == *id);
            let question = question.with_context(|| format!("no question {id}"))?;
            let places =
                choices.iter().map(|choice| place(question, choice)).collect::<Result<_>>()?;
            Asked::of(question, |_| places)
        });
        Ok(Self { asked: asked.collect::<Result<_>>()?, end: Some(end(&quiz)?) })
    }

    /// The beginning of it: so many questions are reached, and the end is not, where there are more.
    pub(crate) fn first(mut self, count: usize) -> Self {
        if self.asked.len() > count {
            self.asked.truncate(count);
            self.end = None;
        }
        self
    }
}

impl Asked {
    /// # Errors
    ///
    /// If the choices that a page shows are others.
    pub(crate) fn is_shown(&self, choices: &[String]) -> Result<()> {
        let pairs = self.choices.iter().zip(choices);
        ensure!(
            self.choices.len() == choices.len()
                && pairs.clone().all(|(words, shown)| shown.contains(words)),
            "the choices are {choices:?}, not {:?}",
            self.choices
        );
        Ok(())
    }

    fn of(question: &Value, picks: impl FnOnce(&Self) -> Vec<usize>) -> Result<Self> {
        let choices = list(question, "choices")?;
        let mut asked = Self {
            title: words(question, "title")?,
            choices: choices.iter().map(|choice| words(choice, "label")).collect::<Result<_>>()?,
            many: question["kind"] == "many",
            picks: Vec::new(),
        };
        asked.picks = picks(&asked);
        Ok(asked)
    }
}

fn read(file: &Path) -> Result<Value> {
    let text = fs::read_to_string(file).with_context(|| format!("no {}", file.display()))?;
    Ok(serde_json::from_str(&text)?)
}

fn list<'a>(of: &'a Value, name: &str) -> Result<&'a Vec<Value>> {
    of[name].as_array().with_context(|| format!("no list {name} in {}", of["id"]))
}

fn words(of: &Value, name: &str) -> Result<String> {
    let words = of["words"][name].as_str();
    Ok(words.with_context(|| format!("no {name} in {}", of["id"]))?.to_owned())
}

/// The result's heading, up to what stands for answers.
fn end(quiz: &Value) -> Result<String> {
    let heading = words(quiz, "result")?;
    Ok(heading.split('{').next().unwrap_or_default().trim().to_owned())
}

fn place(question: &Value, choice: &str) -> Result<usize> {
    let found = list(question, "choices")?.iter().position(|one| one["id"] == *choice);
    found.with_context(|| format!("no choice {choice} in {}", question["id"]))
}

#[cfg(test)]
mod tests {
    use e2e::ALL_CONCERNS;

    use super::*;

    fn file(path: &str) -> std::path::PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
    }

    #[test]
    fn five_questions_are_asked_as_the_baselines_ask_them() {
        let plan = Plan::through(&file("tests/cases/five.json")).expect("a plan");
        let many: Vec<bool> = plan.asked.iter().map(|asked| asked.many).collect();
        assert_eq!(many, [true, false, false, false, false]);
        assert_eq!(plan.asked[0].choices.len(), 5);
        assert!(
            plan.asked
                .iter()
                .all(|asked| { asked.picks.iter().all(|&pick| pick < asked.choices.len()) })
        );
        assert!(plan.end.is_some());
    }

    #[test]
    fn the_full_quiz_has_what_is_picked() {
        let plan = Plan::by(&file("static/data/microneedling.json"), ALL_CONCERNS).expect("a plan");
        assert_eq!(plan.asked[0].picks, [0, 1, 2, 3, 4]);
        assert!(!plan.end.as_deref().expect("an end").contains('{'));
        let begun = plan.clone().first(3);
        assert_eq!((begun.asked.len(), begun.end), (3, None));
        assert_eq!(plan.clone().first(99), plan);
        assert!(Plan::by(&file("tests/cases/five.json"), ALL_CONCERNS).is_err());
    }
}
