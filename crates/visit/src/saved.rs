use std::rc::Rc;

use quiz::link::Opened;
use quiz::{Answers, Picks, Quiz};
use text::Text;
use view::Notice;

use super::Model;

const ATTEMPTED: char = 'a';
const REOPENED: char = 'r';
const STEPPED: char = 's';
const ALONG: char = 'l';
const SHARED: char = 'h';

impl Model {
    /// The visit as one text, which the page keeps in memory and gives to a program that takes the
    /// place of one that stopped: the position, a letter for each flag that is set, and for each
    /// question a digit for each choice, 1 if it is picked, with spaces between them; and on the next
    /// line the notice.
    ///
    /// It holds for the edition of the quiz that it was made with.
    pub fn saved(&self) -> String {
        let mut saved = self.at.to_string();
        saved.push(' ');
        let flags = [
            (self.attempted, ATTEMPTED),
            (self.reopened, REOPENED),
            (self.stepped, STEPPED),
            (self.along, ALONG),
            (self.shared.is_some(), SHARED),
        ];
        flags.iter().filter(|(is_set, _)| *is_set).for_each(|(_, flag)| saved.push(*flag));
        for (index, question) in self.quiz.questions.iter().enumerate() {
            let picks = self.answers.of(index);
            saved.push(' ');
            for choice in 0..question.choices.len() {
                saved.push(if picks.has(choice) { '1' } else { '0' });
            }
        }
        saved.push('\n');
        match &self.notice {
            None => {}
            Some(Notice::StaleLink) => saved.push('s'),
            Some(Notice::Updated) => saved.push('u'),
            Some(Notice::NoLanguage) => saved.push('n'),
            Some(Notice::Copied) => saved.push('c'),
            Some(Notice::CopyFailed(text)) => {
                saved.push('f');
                saved.push_str(text);
            }
        }
        saved
    }

    /// The visit that was [`saved`](Self::saved), of the same quiz. `opened` is what the page's address
    /// opens. What cannot be read of it counts as not picked and not said.
    pub fn restored(quiz: Rc<Quiz>, text: Rc<Text>, opened: Opened, saved: &str) -> Self {
        let (visit, notice) = saved.split_once('\n').unwrap_or((saved, ""));
        let mut words = visit.split(' ');
        let at = words.next().and_then(|at| at.parse().ok()).unwrap_or(0);
        let flags = words.next().unwrap_or_default();
        let mut model = Self::new(quiz, text, opened);
        model.answers = answers(&model.quiz, words);
        model.at = usize::min(at, model.walk().last());
        model.attempted = flags.contains(ATTEMPTED);
        model.reopened = flags.contains(REOPENED);
        model.stepped = flags.contains(STEPPED);
        model.along = flags.contains(ALONG);
        if !flags.contains(SHARED) {
            model.shared = None;
        }
        model.notice = match notice.as_bytes().first() {
            Some(b's') => Some(Notice::StaleLink),
            Some(b'u') => Some(Notice::Updated),
            Some(b'n') => Some(Notice::NoLanguage),
            Some(b'c') => Some(Notice::Copied),
            Some(b'f') => Some(Notice::CopyFailed(notice[1..].to_owned())),
            _ => None,
        };
        model
    }
}

fn answers<'a>(quiz: &Quiz, words: impl Iterator<Item = &'a str>) -> Answers {
    let mut answers = Answers::none(quiz);
    for ((index, question), word) in quiz.questions.iter().enumerate().zip(words) {
        let is_picked = |choice: &usize| word.as_bytes().get(*choice) == Some(&b'1');
        answers.set(index, Picks::of((0..question.choices.len()).filter(is_picked)));
    }
    answers
}
