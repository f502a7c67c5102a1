use std::sync::OnceLock;

use super::{Answers, Ending, Kind, Picks, Question, Quiz};

/// How many rules a search may look at before it settles for the bound. A quiz that decides within
/// it when nothing is answered is counted exactly.
const ENOUGH: usize = 20_000;

/// A question of more choices than this is left open in a search, as if it could be answered in
/// every way at once.
const MOST_BRANCHING: usize = 10;

/// What is looked up in every search through a quiz. It follows from the quiz alone.
#[derive(Debug)]
pub(super) struct Lookup {
    /// Whether a rule looks at the question, and its answers can be tried one by one.
    branches: Vec<bool>,
    /// Whether the longest path is found within bounds when nothing is answered.
    exact: OnceLock<bool>,
}

impl Lookup {
    /// That of a quiz with these questions and endings.
    pub(super) fn new(questions: &[Question], endings: &[Ending]) -> Self {
        let mut looked_at = vec![false; questions.len()];
        let mut note = |question: usize| {
            if let Some(noted) = looked_at.get_mut(question) {
                *noted = true;
            }
        };
        questions.iter().for_each(|question| question.when.each_question(&mut note));
        endings.iter().for_each(|ending| ending.when.each_question(&mut note));
        let few = questions.iter().map(|question| question.choices.len() <= MOST_BRANCHING);
        let branches = looked_at.into_iter().zip(few).map(|(looked_at, few)| looked_at && few);
        Self { branches: branches.collect(), exact: OnceLock::new() }
    }

    fn is_exact(&self, quiz: &Quiz, counted: &Answers) -> bool {
        *self.exact.get_or_init(|| Search::new(quiz, counted, 0, ENOUGH).run().is_some())
    }
}

/// The most questions that can be asked from the question `next` on, when those before it are
/// answered as in `counted`. Exact where that can be found within bounds, else an upper bound; never
/// more than it was at an earlier question of the same walk.
pub(super) fn from(quiz: &Quiz, counted: &Answers, next: usize) -> usize {
    if !quiz.lookup.is_exact(quiz, counted) {
        return Search::new(quiz, counted, next, ENOUGH).bound(next);
    }
    let searched = |from| Search::new(quiz, counted, from, 8 * ENOUGH).run();
    if let Some(most) = searched(next) {
        return most;
    }
    (0..=next)
        .map(|from| {
            let most = searched(from)
                .unwrap_or_else(|| Search::new(quiz, counted, from, ENOUGH).bound(from));
            most.saturating_sub(asked_between(counted, from, next))
        })
        .min()
        .unwrap_or_default()
}

fn asked_between(counted: &Answers, from: usize, to: usize) -> usize {
    (from..to).filter(|&question| !counted.of(question).is_empty()).count()
}

/// Branch and bound over the open questions: the bound takes every undecided rule for true.
struct Search<'q> {
    quiz: &'q Quiz,
    picks: Vec<Option<Picks>>,
    start: usize,
    best: usize,
    left: usize,
}

impl<'q> Search<'q> {
    fn new(quiz: &'q Quiz, counted: &Answers, start: usize, left: usize) -> Self {
        let picks = (0..quiz.questions.len()).map(|q| (q < start).then(|| counted.of(q))).collect();
        Self { quiz, picks, start, best: 0, left }
    }

    fn run(mut self) -> Option<usize> {
        self.explore(self.start, 0).then_some(self.best)
    }

    fn decided(&self, question: usize) -> Option<bool> {
        self.quiz.questions[question].when.decided(&|asked| self.picks[asked])
    }

    fn bound(&self, from: usize) -> usize {
        (from..self.picks.len()).filter(|&question| self.decided(question) != Some(false)).count()
    }

    /// Whether an ending surely holds once this question is answered; those after it are not yet.
    fn ends(&self, question: usize) -> bool {
        let picks =
            |asked| if asked > question { Some(Picks::default()) } else { self.picks[asked] };
        self.quiz.endings.iter().any(|ending| ending.when.decided(&picks) == Some(true))
    }

    /// False when it gave up.
    fn explore(&mut self, from: usize, mut asked: usize) -> bool {
        for question in from..self.picks.len() {
            let Some(left) = self.left.checked_sub(1) else { return false };
            self.left = left;
            let when = self.decided(question);
            if when == Some(false) {
                self.picks[question] = Some(Picks::default());
                continue;
            }
            asked += 1;
            if when == Some(true) && self.quiz.lookup.branches[question] {
                let whole = self.explore_answers(question, asked);
                self.forget(from);
                return whole;
            }
            if self.ends(question) {
                break;
            }
        }
        self.best = self.best.max(asked);
        self.forget(from);
        true
    }

    fn explore_answers(&mut self, question: usize, asked: usize) -> bool {
        for picks in answers(self.quiz, question) {
            self.picks[question] = Some(picks);
            if self.ends(question) {
                self.best = self.best.max(asked);
                continue;
            }
            let rest = self.picks.len() - question - 1;
            let Some(left) = self.left.checked_sub(rest) else { return false };
            self.left = left;
            if asked + self.bound(question + 1) > self.best && !self.explore(question + 1, asked) {
                return false;
            }
        }
        true
    }

    fn forget(&mut self, from: usize) {
        self.picks[from..].fill(None);
    }
}

/// Every answer to a question, the fullest first.
fn answers(quiz: &Quiz, question: usize) -> Vec<Picks> {
    let question = &quiz.questions[question];
    let single = (0..question.choices.len()).map(|choice| Picks::of([choice]));
    if question.kind == Kind::One {
        return single.collect();
    }
    let others: Vec<usize> =
        (0..question.choices.len()).filter(|&choice| !question.choices[choice].exclusive).collect();
    let subsets = (1..1_u32 << others.len()).rev().map(|bits| {
        Picks::of(others.iter().enumerate().filter(|(i, _)| bits >> i & 1 == 1).map(|(_, &c)| c))
    });
    let exclusive = single.filter(|picks| picks.iter().all(|c| question.choices[c].exclusive));
    subsets.chain(exclusive).collect()
}
