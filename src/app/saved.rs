use std::rc::Rc;

use super::Model;
use crate::link::Opened;
use crate::quiz::{Answers, Quiz};
use crate::text::Text;
use crate::view::Notice;

const ATTEMPTED: u8 = 1;
const REOPENED: u8 = 1 << 1;
const STEPPED: u8 = 1 << 2;
const ALONG: u8 = 1 << 3;
const SHARED: u8 = 1 << 4;

impl Model {
    /// The visit as one text, which the page keeps in memory and gives to a program that takes the
    /// place of one that stopped: the position, five flags and the picks of each question, as numbers
    /// with spaces between them, and on the next line the notice.
    ///
    /// It holds for the edition of the quiz that it was made with.
    pub fn saved(&self) -> String {
        let flags = [
            (self.attempted, ATTEMPTED),
            (self.reopened, REOPENED),
            (self.stepped, STEPPED),
            (self.along, ALONG),
            (self.shared.is_some(), SHARED),
        ];
        let flags = flags.iter().filter(|(is_set, _)| *is_set).fold(0, |all, (_, flag)| all | flag);
        let mut saved = [&*self.at.to_string(), " ", &*u8::to_string(&flags)].concat();
        for bits in self.answers.bits() {
            saved.push(' ');
            saved += &bits.to_string();
        }
        let (kind, text) = match &self.notice {
            None => ("", ""),
            Some(Notice::StaleLink) => ("s", ""),
            Some(Notice::NoLanguage) => ("n", ""),
            Some(Notice::Copied) => ("c", ""),
            Some(Notice::CopyFailed(text)) => ("f", text.as_str()),
        };
        [&*saved, "\n", kind, text].concat()
    }

    /// The visit that was [`saved`](Self::saved), of the same quiz. `opened` is what the page's address
    /// opens. What cannot be read of it counts as not picked and not said.
    pub fn restored(quiz: Rc<Quiz>, text: Rc<Text>, opened: Opened, saved: &str) -> Self {
        let (numbers, notice) = saved.split_once('\n').unwrap_or((saved, ""));
        let mut numbers = numbers.split(' ').map(|number| number.parse::<u64>().unwrap_or(0));
        let at = numbers.next().unwrap_or(0) as usize;
        let flags = numbers.next().unwrap_or(0) as u8;
        let is_set = |flag| flags & flag != 0;
        let mut model = Self::new(quiz, text, opened);
        model.answers = Answers::from_bits(&model.quiz, numbers);
        model.at = at.min(model.walk().last());
        model.attempted = is_set(ATTEMPTED);
        model.reopened = is_set(REOPENED);
        model.stepped = is_set(STEPPED);
        model.along = is_set(ALONG);
        model.shared = model.shared.filter(|_| is_set(SHARED));
        model.notice = match notice.as_bytes().first() {
            Some(b's') => Some(Notice::StaleLink),
            Some(b'n') => Some(Notice::NoLanguage),
            Some(b'c') => Some(Notice::Copied),
            Some(b'f') => Some(Notice::CopyFailed(notice[1..].to_owned())),
            _ => None,
        };
        model
    }
}
