use std::collections::BTreeMap;

use data::{Path, Step};
use quiz::{Answers, End, Entry, Item, Kind, List, Outcome, Pick, Prose, Quiz, Rule, Walk};

/// What somebody wants to see of a quiz.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The first screen.
    Start,
    /// A question or an ending; or the result, with a thing on it.
    Item(Item),
    /// A result that cites a source, by its index; any result where none does.
    Source(usize),
    /// A result.
    Result,
    /// A question with an answer chosen, which has all that a theme colours.
    Answered,
    /// What visitors read where the quiz cannot be loaded.
    Failure,
}

/// What shows a place of the file.
pub fn target(path: &Path) -> Target {
    let index = match path.0.get(1) {
        Some(Step::Entry(index)) => *index,
        _ => 0,
    };
    match path.0.first() {
        Some(Step::Field(field)) => match (List::named(field), field.as_ref()) {
            (Some(list), _) => Target::Item(list.item(index)),
            (None, "clinic") if path.0.get(1) == Some(&Step::from("name")) => Target::Failure,
            (None, "words") if path.0.get(1) == Some(&Step::from("result")) => Target::Result,
            (None, "sources") if path.0.len() > 1 => Target::Source(index),
            (None, "clinic" | "sources" | "reviewed" | "checked") => Target::Result,
            (None, _) => Target::Start,
        },
        _ => Target::Start,
    }
}

/// Answers that lead there, and the position then; as near as can be where nothing leads there.
pub fn answers_for(quiz: &Quiz, target: Target) -> (Answers, usize) {
    match target {
        Target::Source(source) => with_source(quiz, source),
        Target::Answered => answered_question(quiz),
        _ => way(quiz, target),
    }
}

/// Whether somebody who answers so sees it at the end of their way.
pub fn is_seen(quiz: &Quiz, target: Target, answers: &Answers) -> bool {
    let walk = Walk::new(quiz, answers);
    match target {
        Target::Item(Item { list: List::Questions, index }) => walk.end() == End::Open(index),
        Target::Item(Item { list: List::Endings, index }) => walk.end() == End::Ending(index),
        Target::Item(item) => {
            let is_chosen = |pick: Pick| walk.counted().of(pick.question).has(pick.choice);
            walk.end() == End::Result
                && item.entry(quiz).is_some_and(|it| {
                    it.when.holds(walk.counted()) && it.concern.is_none_or(is_chosen)
                })
        }
        Target::Source(source) => is_cited(quiz, source, answers),
        Target::Start | Target::Result | Target::Answered | Target::Failure => true,
    }
}

/// The result of the first thing that cites the source and is shown.
fn with_source(quiz: &Quiz, source: usize) -> (Answers, usize) {
    let entries = List::RESULT.iter().flat_map(|list| list.entries(quiz));
    let citing = entries.filter(|entry| sources(quiz, entry.item).contains(&source));
    let mut ways = citing.map(|entry| way(quiz, Target::Item(entry.item)));
    let cited = ways.find(|(answers, _)| is_cited(quiz, source, answers));
    cited.unwrap_or_else(|| way(quiz, Target::Result))
}

fn is_cited(quiz: &Quiz, source: usize, answers: &Answers) -> bool {
    let walk = Walk::new(quiz, answers);
    let cited = Outcome::new(quiz, walk.counted()).sources(quiz);
    let source = quiz.sources.get(source);
    walk.end() == End::Result
        && source.is_some_and(|it| cited.iter().any(|other| std::ptr::eq(*other, it)))
}

/// The sources that a thing of the result cites, of itself and in its texts.
fn sources(quiz: &Quiz, Item { list, index }: Item) -> Vec<usize> {
    let (own, texts): (&[usize], Vec<&Prose>) = match list {
        List::Questions | List::Endings => (&[], Vec::new()),
        List::Cautions => (&quiz.cautions[index].sources, vec![&quiz.cautions[index].text]),
        List::Benefits => {
            let benefit = &quiz.benefits[index];
            (&benefit.sources, vec![&benefit.may, &benefit.not, &benefit.evidence_text])
        }
        List::Plans => (&quiz.plans[index].sources, Vec::new()),
        List::Care => (&quiz.care[index].sources, vec![&quiz.care[index].text]),
        List::Ask => (&quiz.ask[index].sources, vec![&quiz.ask[index].text]),
        List::Notes => (&quiz.notes[index].sources, vec![&quiz.notes[index].text]),
    };
    let cited = texts.into_iter().flat_map(|text| text.sources());
    own.iter().copied().chain(cited).collect()
}

/// The first question that takes one answer, with its first.
fn answered_question(quiz: &Quiz) -> (Answers, usize) {
    let Some(question) = quiz.questions.iter().position(|it| it.kind == Kind::One) else {
        return way(quiz, Target::Start);
    };
    let (answers, at) = way(quiz, Target::Item(List::Questions.item(question)));
    (answers.after(quiz, question, 0), at)
}

fn way(quiz: &Quiz, target: Target) -> (Answers, usize) {
    let mut wanted = Wanted::default();
    wanted.target(quiz, target);
    let mut answers = Answers::none(quiz);
    if matches!(target, Target::Start | Target::Failure) {
        return (answers, 0);
    }
    for _ in 0..=quiz.questions.len() {
        let walk = Walk::new(quiz, &answers);
        let End::Open(question) = walk.end() else { return (answers, walk.last()) };
        if target == Target::Item(List::Questions.item(question)) {
            return (answers, walk.last());
        }
        answers = answered(quiz, &answers, question, &wanted, target);
    }
    (answers, 0)
}

/// What has to be picked, by question.
#[derive(Default)]
struct Wanted(BTreeMap<usize, Vec<usize>>);

impl Wanted {
    fn target(&mut self, quiz: &Quiz, target: Target) {
        let Target::Item(item) = target else { return };
        let Some(Entry { concern, when, .. }) = item.entry(quiz) else { return };
        if let Some(pick) = concern {
            self.pick(quiz, pick);
        }
        self.rule(quiz, when);
    }

    fn pick(&mut self, quiz: &Quiz, pick: Pick) {
        let is_new = !self.0.contains_key(&pick.question);
        let choices = self.0.entry(pick.question).or_default();
        if !choices.contains(&pick.choice) {
            choices.push(pick.choice);
        }
        if let Some(question) = quiz.questions.get(pick.question).filter(|_| is_new) {
            self.rule(quiz, &question.when);
        }
    }

    fn rule(&mut self, quiz: &Quiz, rule: &Rule) {
        match rule {
            Rule::All(rules) => rules.iter().for_each(|rule| self.rule(quiz, rule)),
            Rule::Any(rules) => rules.iter().take(1).for_each(|rule| self.rule(quiz, rule)),
            Rule::Not(_) => {}
            Rule::Picked(pick) => self.pick(quiz, *pick),
            Rule::AtLeast { question, count } => {
                for choice in 0..*count as usize {
                    self.pick(quiz, Pick { question: *question, choice });
                }
            }
        }
    }
}

/// The answers with one to a question: what is wanted, else what brings the fewest cautions and does not end the
/// quiz, a choice that excludes the others first.
fn answered(
    quiz: &Quiz,
    answers: &Answers,
    question: usize,
    wanted: &Wanted,
    target: Target,
) -> Answers {
    let choices = &quiz.questions[question].choices;
    let known = |choice: &usize| *choice < choices.len();
    if let Some(picks) = wanted.0.get(&question) {
        let picked = picks
            .iter()
            .copied()
            .filter(known)
            .fold(answers.clone(), |answers, choice| answers.after(quiz, question, choice));
        if !picked.of(question).is_empty() {
            return picked;
        }
    }
    let exclusive = (0..choices.len()).filter(|&choice| choices[choice].exclusive);
    let others = (0..choices.len()).filter(|&choice| !choices[choice].exclusive);
    let tried = exclusive.chain(others).map(|choice| answers.after(quiz, question, choice));
    let goes_on = |answers: &Answers| {
        matches!(target, Target::Item(Item { list: List::Endings, .. }))
            || !matches!(Walk::new(quiz, answers).end(), End::Ending(_))
    };
    let cautions =
        |answers: &Answers| quiz.cautions.iter().filter(|it| it.when.holds(answers)).count();
    let first = answers.after(quiz, question, 0);
    tried.filter(goes_on).min_by_key(cautions).unwrap_or(first)
}
