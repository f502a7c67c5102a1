use super::{Check, is_colour};
use crate::{file, message};

impl Check {
    pub(super) fn questions(&mut self, questions: Vec<file::Question>) -> Vec<quiz::Question> {
        self.unique("questions", questions.iter().map(|question| &question.id));
        if questions.is_empty() {
            self.at("questions", |check| {
                check.say("question/none", "is empty.", "Write at least one question.");
            });
        }
        let mut before = 0;
        let questions = self.each("questions", questions, |check, question| {
            check.visible = before;
            before += 1;
            check.question(question)
        });
        self.visible = self.choices.len();
        questions
    }

    fn question(&mut self, question: file::Question) -> quiz::Question {
        let kind = question.kind;
        self.unique("choices", question.choices.iter().map(|choice| &choice.id));
        if !(1..=quiz::MOST_CHOICES).contains(&question.choices.len()) {
            let [found, most] =
                [question.choices.len(), quiz::MOST_CHOICES].map(|number| number.to_string());
            self.say(
                "question/choices",
                message!["has ", &found, " choices."],
                message!["Write 1 to ", &most, " choices."],
            );
        }
        let choices = question.choices.into_iter().take(quiz::MOST_CHOICES);
        quiz::Question {
            choices: self.each("choices", choices, |check, choice| check.choice(kind, choice)),
            when: self.when(question.when),
            id: self.id(question.id),
            kind,
            part: question.words.part,
            title: question.words.title,
            hint: question.words.hint,
        }
    }

    fn choice(&mut self, kind: quiz::Kind, choice: file::Choice) -> quiz::Choice {
        if choice.exclusive && kind == quiz::Kind::One {
            self.at("exclusive", |check| {
                check.say(
                    "question/exclusive",
                    "is set in a question of one answer, where it changes nothing.",
                    "Delete it, or write \"kind\": \"many\".",
                );
            });
        }
        if let Some(swatch) = &choice.swatch
            && !is_colour(swatch)
        {
            self.at("swatch", |check| {
                check.say(
                    "choice/swatch",
                    message!["is \"", swatch, "\", which is no colour."],
                    "Write it as #f2d3bc.",
                );
            });
        }
        if let Some(picture) = &choice.picture
            && (picture.contains(':')
                || picture.starts_with('/')
                || picture.as_bytes().windows(2).any(|pair| pair == b".."))
        {
            self.at("picture", |check| {
                check.say(
                    "picture/path",
                    message!["is \"", picture, "\", which is no path beside the page."],
                    "Write a path beside the page, such as pictures/pores.svg.",
                );
            });
        }
        quiz::Choice {
            id: self.id(choice.id),
            exclusive: choice.exclusive,
            picture: choice.picture,
            swatch: choice.swatch,
            short: choice.words.short.unwrap_or_else(|| choice.words.label.clone()),
            label: choice.words.label,
            hint: choice.words.hint,
        }
    }

    pub(super) fn endings(&mut self, endings: Vec<file::Ending>) -> Vec<quiz::Ending> {
        self.unique("endings", endings.iter().map(|ending| &ending.id));
        self.each("endings", endings, |check, ending| quiz::Ending {
            id: check.id(ending.id),
            when: check.at("when", |check| check.rule(ending.when)),
            title: ending.words.title,
            text: ending.words.text,
        })
    }
}
