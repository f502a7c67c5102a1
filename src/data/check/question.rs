use super::{Check, is_colour};
use crate::data::file;
use crate::quiz;

impl Check {
    pub(super) fn questions(&mut self, questions: Vec<file::Question>) -> Vec<quiz::Question> {
        let ids: Vec<&str> = questions.iter().map(|question| question.id.as_str()).collect();
        self.unique("questions", &ids);
        if questions.is_empty() {
            self.say("questions", "is empty.", "Write at least one question.");
        }
        let questions = questions
            .into_iter()
            .enumerate()
            .map(|(index, question)| {
                self.visible = index;
                self.question(question)
            })
            .collect();
        self.visible = self.questions.len();
        questions
    }

    pub(super) fn question(&mut self, question: file::Question) -> quiz::Question {
        let place = format!("question \"{}\"", question.id);
        let kind = question.kind;
        let ids: Vec<&str> = question.choices.iter().map(|choice| choice.id.as_str()).collect();
        self.unique(&place, &ids);
        if !(1..=quiz::MOST_CHOICES).contains(&question.choices.len()) {
            self.say(
                &place,
                format!("has {} choices.", question.choices.len()),
                format!("Write 1 to {} choices.", quiz::MOST_CHOICES),
            );
        }
        let choices = question
            .choices
            .into_iter()
            .take(quiz::MOST_CHOICES)
            .map(|choice| self.choice(&place, kind, choice))
            .collect();
        quiz::Question {
            when: self.when(&place, question.when),
            id: self.id(&place, question.id),
            kind,
            choices,
            part: question.words.part,
            title: question.words.title,
            hint: question.words.hint,
        }
    }

    pub(super) fn choice(
        &mut self,
        question: &str,
        kind: quiz::Kind,
        choice: file::Choice,
    ) -> quiz::Choice {
        let place = format!("{question}, choice \"{}\"", choice.id);
        if choice.exclusive && kind == quiz::Kind::One {
            self.say(
                &place,
                "is exclusive in a question of one answer.",
                "Delete \"exclusive\", or write \"kind\": \"many\".",
            );
        }
        if let Some(swatch) = &choice.swatch
            && !is_colour(swatch)
        {
            self.say(&place, format!("has the colour \"{swatch}\"."), "Write it as #f2d3bc.");
        }
        if let Some(picture) = &choice.picture
            && (picture.contains(':') || picture.starts_with('/'))
        {
            self.say(
                &place,
                format!("has the picture \"{picture}\"."),
                "Write a path beside the page, such as pictures/pores.svg.",
            );
        }
        quiz::Choice {
            id: self.id(&place, choice.id),
            exclusive: choice.exclusive,
            picture: choice.picture,
            swatch: choice.swatch,
            short: choice.words.short.unwrap_or_else(|| choice.words.label.clone()),
            label: choice.words.label,
            hint: choice.words.hint,
        }
    }

    pub(super) fn endings(&mut self, endings: Vec<file::Ending>) -> Vec<quiz::Ending> {
        let ids: Vec<&str> = endings.iter().map(|ending| ending.id.as_str()).collect();
        self.unique("endings", &ids);
        endings
            .into_iter()
            .map(|ending| {
                let place = format!("ending \"{}\"", ending.id);
                quiz::Ending {
                    id: self.id(&place, ending.id),
                    when: self.rule(&place, ending.when),
                    title: ending.words.title,
                    text: ending.words.text,
                }
            })
            .collect()
    }
}
