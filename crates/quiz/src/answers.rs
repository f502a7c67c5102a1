use super::{Kind, Question, Quiz};

/// The picked choices of one question, a bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Picks(u64);

impl Picks {
    /// Whether nothing is picked.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether the choice at this index is picked.
    pub fn has(self, choice: usize) -> bool {
        self.0 >> choice & 1 == 1
    }

    /// How many are picked.
    pub fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// The indices picked, in the order of the file.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        (0..super::MOST_CHOICES).filter(move |&choice| self.has(choice))
    }

    /// These choices, by their indices, each below [`MOST_CHOICES`](super::MOST_CHOICES).
    pub fn of(choices: impl IntoIterator<Item = usize>) -> Self {
        Self(choices.into_iter().fold(0, |bits, choice| bits | 1 << choice))
    }

    /// As it is after a choice was picked: one of a [`Kind::One`]; switched on or off in a
    /// [`Kind::Many`], where an exclusive choice and the others push each other out.
    #[must_use]
    pub fn after(self, question: &Question, choice: usize) -> Self {
        let picked = Self::of([choice]);
        if question.kind == Kind::One {
            return picked;
        }
        if self.has(choice) {
            return Self(self.0 & !picked.0);
        }
        if question.choices[choice].exclusive {
            return picked;
        }
        Self(self.0 & !exclusive(question).0 | picked.0)
    }
}

fn exclusive(question: &Question) -> Picks {
    Picks::of((0..question.choices.len()).filter(|&choice| question.choices[choice].exclusive))
}

/// What the visitor picked, for every question of one quiz, asked or no longer asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers(Vec<Picks>);

impl Answers {
    /// Nothing picked.
    pub fn none(quiz: &Quiz) -> Self {
        Self(vec![Picks::default(); quiz.questions.len()])
    }

    /// The picks of a question.
    pub fn of(&self, question: usize) -> Picks {
        self.0[question]
    }

    /// As they are after a choice was picked; unchanged where there is no such choice.
    #[must_use]
    pub fn after(&self, quiz: &Quiz, question: usize, choice: usize) -> Self {
        let mut answers = self.clone();
        if let Some(asked) = quiz.questions.get(question)
            && choice < asked.choices.len()
        {
            answers.0[question] = answers.0[question].after(asked, choice);
        }
        answers
    }

    /// The same answers to a newer edition of the quiz, matched by the ids of questions. An answer to a
    /// question whose choices have changed is dropped: a visitor who picked "none of these" has not seen
    /// the choice that was added.
    #[must_use]
    pub fn carried(&self, old: &Quiz, new: &Quiz) -> Self {
        let mut answers = Self::none(new);
        for (to, question) in new.questions.iter().enumerate() {
            let from = old.questions.iter().position(|other| other.is_answered_alike(question));
            if let Some(from) = from {
                answers.set(to, self.of(from));
            }
        }
        answers
    }

    /// Replaces the picks of a question that there is.
    pub fn set(&mut self, question: usize, picks: Picks) {
        self.0[question] = picks;
    }
}
