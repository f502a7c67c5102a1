use quiz::{Answers, Item, List, Pick, Quiz, Screen, Walk};

/// Somebody in front of a quiz.
#[derive(Clone)]
pub(crate) struct Visitor<'q> {
    pub(crate) quiz: &'q Quiz,
    pub(crate) answers: Answers,
    /// 0 for the first screen.
    pub(crate) at: usize,
}

impl<'q> Visitor<'q> {
    pub(crate) fn new(quiz: &'q Quiz) -> Self {
        Self { quiz, answers: Answers::none(quiz), at: 0 }
    }

    pub(crate) fn walk(&self) -> Walk {
        Walk::new(self.quiz, &self.answers)
    }

    /// The question on the screen.
    pub(crate) fn question(&self) -> Option<usize> {
        match self.walk().screen(self.at) {
            Screen::Question(question) => Some(question),
            Screen::Ending(_) | Screen::Result => None,
        }
    }

    /// Picks a choice of the question on the screen.
    pub(crate) fn pick(&mut self, choice: usize) {
        if let Some(question) = self.question() {
            self.answers = self.answers.after(self.quiz, question, choice);
        }
    }

    /// Goes to the next screen, if the question is answered.
    pub(crate) fn go_on(&mut self) {
        if self.question().is_some_and(|question| !self.answers.of(question).is_empty()) {
            self.at += 1;
        }
    }

    pub(crate) fn go_back(&mut self) {
        self.at = self.at.saturating_sub(1);
    }
}

/// The choice called `question.choice`.
pub(crate) fn pick_of(quiz: &Quiz, name: &str) -> Pick {
    let (question, choice) = name.split_once('.').expect("a pick is question.choice");
    let is_meant = |asked: &quiz::Question| asked.id.as_str() == question;
    let question = quiz.questions.iter().position(is_meant).expect("the quiz has the question");
    Pick { question, choice: choice_of(quiz, question, choice) }
}

/// `question.choice`.
pub(crate) fn name_of(quiz: &Quiz, pick: Pick) -> String {
    let question = &quiz.questions[pick.question];
    [question.id.as_str(), ".", question.choices[pick.choice].id.as_str()].concat()
}

/// The choice of a question that has this id.
pub(crate) fn choice_of(quiz: &Quiz, question: usize, id: &str) -> usize {
    let question = &quiz.questions[question];
    let found = question.choices.iter().position(|choice| choice.id.as_str() == id);
    found.unwrap_or_else(|| panic!("question {} has no choice {id}", question.id.as_str()))
}

/// The choices of a question; none of anything else.
pub(crate) fn choices(quiz: &Quiz, item: Item) -> impl Iterator<Item = Pick> {
    let asked = quiz.questions.get(item.index).filter(|_| item.list == List::Questions);
    let count = asked.map_or(0, |asked| asked.choices.len());
    (0..count).map(move |choice| Pick { question: item.index, choice })
}
