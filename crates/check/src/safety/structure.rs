use data::{Node, Path, Step};
use quiz::{Kind, List, Pick, Quiz};

use super::super::heard::{leads, leads_to_hold};
use super::matched::{Matched, Pairs, entries};
use super::{Weakening, Weaker, level, said};

/// Cautions and endings that are not there any more.
pub(super) fn gone(old: &Node, matched: &Matched) -> Vec<Weaker> {
    let of = |list: List, pairs: &Pairs| {
        let items = entries(old, list.name()).iter().enumerate();
        let gone = items.filter(|(index, _)| pairs.new_of(*index).is_none());
        gone.map(|(_, item)| said::gone(list, item, None)).collect::<Vec<_>>()
    };
    [of(List::Endings, &matched.endings), of(List::Cautions, &matched.cautions)].concat()
}

/// Cautions that are less strict, or have lost all their sources.
pub(super) fn cautions(old: &Node, new: &Node, matched: &Matched) -> Vec<Weaker> {
    let mut all = Vec::new();
    for (index, item) in entries(old, "cautions").iter().enumerate() {
        let Some(same) = matched.cautions.new_of(index) else { continue };
        let now = &entries(new, "cautions")[same];
        let weaker = |what, field: &'static str, words: String| Weaker {
            what,
            name: said::name(List::Cautions, item),
            words,
            example: None,
            path: said::place(List::Cautions, same).then([Step::from(field)]),
            is_strict: what == Weakening::Lowered && said::is_strict(List::Cautions, item),
        };
        let levels = [item, now].map(|it| it.text("level").and_then(level));
        if let [Some(before), Some(after)] = levels
            && before < after
        {
            let [before, after] = [before, after].map(said::level);
            let words = format!("was \"{before}\" before, and is only \"{after}\" now.");
            all.push(weaker(Weakening::Lowered, "level", words));
        }
        if !entries(item, "sources").is_empty() && entries(now, "sources").is_empty() {
            let words = "had sources before, and has none now.".to_owned();
            all.push(weaker(Weakening::Unsourced, "sources", words));
        }
    }
    all
}

/// Choices that lead to no caution any more, and answers that cannot be given together any more.
pub(super) fn questions(
    (old, before): (&Node, &Quiz),
    (new, now): (&Node, &Quiz),
    matched: &Matched,
) -> Vec<Weaker> {
    let questions = Questions { old, new, before, now, matched };
    questions.kept().flat_map(|(old, new)| questions.weaker(old, new)).collect()
}

/// The questions of both editions.
struct Questions<'q> {
    old: &'q Node,
    new: &'q Node,
    before: &'q Quiz,
    now: &'q Quiz,
    matched: &'q Matched,
}

impl Questions<'_> {
    /// Those that are still there, before and now.
    fn kept(&self) -> impl Iterator<Item = (usize, usize)> {
        let all = 0..self.before.questions.len();
        all.filter_map(|old| Some((old, self.matched.questions.new_of(old)?)))
    }

    fn led(&self, question: usize) -> impl Iterator<Item = usize> {
        let choices = 0..self.before.questions[question].choices.len();
        choices.filter(move |choice| leads(self.before, Pick { question, choice: *choice }))
    }

    fn weaker(&self, old: usize, new: usize) -> Vec<Weaker> {
        let mut all = self.choices(old, new);
        let nodes = [(self.old, old), (self.new, new)];
        let [before, now] = nodes.map(|(file, index)| &entries(file, "questions")[index]);
        if is_many(before) && !is_many(now) && self.led(old).next().is_some() {
            let path = said::place(List::Questions, new).then([Step::from("kind")]);
            let name = format!("question \"{}\"", said::called(before));
            let is_strict = self.is_strict(old);
            all.push(Weaker { is_strict, ..weakened(Weakening::Fewer, name, ONE, path) });
        }
        all
    }

    fn choices(&self, old: usize, new: usize) -> Vec<Weaker> {
        let led: Vec<usize> = self.led(old).collect();
        let kinds = [&self.before.questions[old], &self.now.questions[new]].map(|it| it.kind);
        let mut all = Vec::new();
        let choices = entries(&entries(self.old, "questions")[old], "choices");
        for (choice, item) in choices.iter().enumerate() {
            let Some(same) = self.matched.choices[old].new_of(choice) else { continue };
            let path = said::place(List::Questions, new).then(["choices".into(), same.into()]);
            let name = || format!("answer \"{}\"", said::called(item));
            if led.contains(&choice) && !leads(self.now, Pick { question: new, choice: same }) {
                all.push(weakened(Weakening::Unheard, name(), UNHEARD, path.clone()));
            }
            if kinds == [Kind::Many; 2] && self.excludes((old, choice), (new, same), &led) {
                let is_strict = self.is_strict(old);
                all.push(Weaker {
                    is_strict,
                    ..weakened(Weakening::Fewer, name(), EXCLUDES, path)
                });
            }
        }
        all
    }

    /// Whether one answer can keep somebody from giving another that leads to a hold or an ending.
    fn is_strict(&self, question: usize) -> bool {
        let to_hold = |choice| leads_to_hold(self.before, Pick { question, choice });
        self.led(question).nth(1).is_some() && self.led(question).any(to_hold)
    }

    /// Whether a choice excludes the others only now. "None of these" should, if no other does.
    fn excludes(&self, old: (usize, usize), new: (usize, usize), led: &[usize]) -> bool {
        let is_exclusive =
            |quiz: &Quiz, at: (usize, usize)| quiz.questions[at.0].choices[at.1].exclusive;
        let others = led.iter().any(|choice| *choice != old.1);
        let had_none = self.before.questions[old.0].choices.iter().any(|it| it.exclusive);
        let is_only_now = is_exclusive(self.now, new) && !is_exclusive(self.before, old);
        is_only_now && others && (had_none || led.contains(&old.1))
    }
}

fn weakened(what: Weakening, name: String, words: &str, path: Path) -> Weaker {
    Weaker { what, name, words: words.to_owned(), example: None, path, is_strict: false }
}

fn is_many(question: &Node) -> bool {
    question.text("kind") == Some("many")
}

const ONE: &str = "took several answers before, and takes only one now: whoever has two of them \
                   can say only one.";
const UNHEARD: &str = "led to a caution or an ending before, and leads to none now.";
const EXCLUDES: &str =
    "excludes the other answers now: whoever picks it can no longer say what else is true.";
