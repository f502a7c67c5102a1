use super::{Answers, Quiz, longest};

/// The replay of (quiz, answers): which questions are asked, and how it ends.
///
/// Only answers to questions that are asked count, so a question that an earlier change made
/// pointless neither shows nor weighs, and its answer is there again when the change is undone.
#[derive(Debug)]
pub struct Walk {
    asked: Vec<usize>,
    end: End,
    counted: Answers,
}

/// Where the walk leads with the answers there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// This question has no answer yet.
    Open(usize),
    /// This ending holds.
    Ending(usize),
    /// Every question is answered.
    Result,
}

/// What the visitor sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// A question, by index.
    Question(usize),
    /// An ending, by index.
    Ending(usize),
    /// The result.
    Result,
}

/// How far the visitor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// 1 for the first question.
    pub number: usize,
    /// The questions on the longest path still open.
    pub at_most: usize,
}

impl Walk {
    /// Replays the answers.
    pub fn new(quiz: &Quiz, answers: &Answers) -> Self {
        let mut walk = Self { asked: Vec::new(), end: End::Result, counted: Answers::none(quiz) };
        for (index, question) in quiz.questions.iter().enumerate() {
            if !question.when.holds(&walk.counted) {
                continue;
            }
            if answers.of(index).is_empty() {
                walk.end = End::Open(index);
                return walk;
            }
            walk.asked.push(index);
            walk.counted.set(index, answers.of(index));
            if let Some(ending) = ended(quiz, &walk.counted) {
                walk.end = End::Ending(ending);
                return walk;
            }
        }
        walk
    }

    /// The questions that are asked and answered, in order.
    pub fn asked(&self) -> &[usize] {
        &self.asked
    }

    /// Where it leads.
    pub fn end(&self) -> End {
        self.end
    }

    /// The answers that count.
    pub fn counted(&self) -> &Answers {
        &self.counted
    }

    /// How far a visitor can be: the position of its end.
    pub fn last(&self) -> usize {
        self.asked.len()
    }

    /// The screen at a position, 0 for the first; a position beyond the end is the end.
    pub fn screen(&self, at: usize) -> Screen {
        match (self.asked.get(at), self.end) {
            (Some(&question), _) | (None, End::Open(question)) => Screen::Question(question),
            (None, End::Ending(ending)) => Screen::Ending(ending),
            (None, End::Result) => Screen::Result,
        }
    }

    /// How far the question at a position is. The answers before it count, its own does not yet.
    pub fn progress(&self, quiz: &Quiz, at: usize) -> Progress {
        let before = &self.asked[..at.min(self.asked.len())];
        let next = match self.screen(at) {
            Screen::Question(question) => question,
            Screen::Ending(_) | Screen::Result => quiz.questions.len(),
        };
        Progress {
            number: at + 1,
            at_most: before.len() + longest::from(quiz, &self.counted, next),
        }
    }
}

fn ended(quiz: &Quiz, counted: &Answers) -> Option<usize> {
    quiz.endings.iter().position(|ending| ending.when.holds(counted))
}
