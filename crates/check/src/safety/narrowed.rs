use data::Node;
use proof::{Limits, Reach, prove};
use quiz::{Item, Level, List, Quiz, Rule};

use super::joint::{Answered, Edition, Joint, alike, not};
use super::matched::{Matched, entries};
use super::{Weakening, Weaker, examples, said};

/// The page on which staff sign off asks this as they wait.
const LIMITS: Limits = Limits { nodes: 100_000, steps: 400_000, work: 5_000_000 };

/// Asks whether visitors who met a caution or an ending before do not now.
struct Question {
    item: Item,
    /// The same in the new edition.
    same: Option<usize>,
    asked: Asked,
}

enum Asked {
    /// Nothing: its rule is what it was.
    Nothing,
    /// Too much to be decided.
    TooMuch,
    Rules(Rules),
}

struct Rules {
    /// Who met it before, and does not now.
    misses: Rule,
    /// Whether that cannot be: its rule is what it was.
    is_as_before: bool,
    /// Its own rule, before and now.
    own: [Option<Rule>; 2],
    /// What it looks for now, whoever is asked for it.
    sought: Option<Rule>,
}

struct Editions<'j> {
    before: Edition<'j>,
    now: Edition<'j>,
    matched: &'j Matched,
}

/// What is gone, and what is not met any more by somebody who met it before. Decided by the proof.
pub(super) fn weaker((file, old): (&Node, &Quiz), new: &Quiz, matched: &Matched) -> Vec<Weaker> {
    let Some(joint) = Joint::new(old, new, matched) else {
        let all = items(old).map(|item| undecided(file, item, same(matched, item)));
        return all.collect();
    };
    let editions = Editions { before: joint.before(old), now: joint.now(new), matched };
    let questions: Vec<Question> = items(old).map(|item| editions.question(item)).collect();
    let misses = questions.iter().filter_map(|it| match &it.asked {
        Asked::Rules(rules) => Some(rules.misses.clone()),
        Asked::Nothing | Asked::TooMuch => None,
    });
    let asking = joint.asking(misses.collect());
    let proof = prove(&asking, LIMITS);
    let mut reached = proof.items.iter().filter(|(item, _)| item.list == List::Cautions);
    let answer = |question: &Question| match &question.asked {
        Asked::Nothing => None,
        Asked::TooMuch => Some(undecided(file, question.item, question.same)),
        Asked::Rules(rules) => match &reached.next()?.1 {
            Reach::Never => None,
            Reach::Undecided => Some(undecided(file, question.item, question.same)),
            Reach::Reached(example) => {
                let answers = example.answers(&asking);
                let both = [&editions.before, &editions.now];
                let own = rules.own.iter().flatten();
                let words = examples::words(&joint, both, &answers, own);
                let is_sought = rules.sought.as_ref().is_some_and(|it| it.holds(&answers));
                Some(missed(file, question, words, is_sought))
            }
        },
    };
    questions.iter().filter_map(answer).collect()
}

fn items(quiz: &Quiz) -> impl Iterator<Item = Item> {
    let endings = (0..quiz.endings.len()).map(|index| List::Endings.item(index));
    endings.chain((0..quiz.cautions.len()).map(|index| List::Cautions.item(index)))
}

fn same(matched: &Matched, item: Item) -> Option<usize> {
    match item.list {
        List::Endings => matched.endings.new_of(item.index),
        _ => matched.cautions.new_of(item.index),
    }
}

impl Editions<'_> {
    fn question(&self, item: Item) -> Question {
        let same = same(self.matched, item);
        let rules = match item.list {
            List::Endings => self.ending(item.index, same),
            _ => self.caution(item.index, same),
        };
        let asked = match rules {
            None => Asked::TooMuch,
            Some(rules) if rules.is_as_before => Asked::Nothing,
            Some(rules) => Asked::Rules(rules),
        };
        Question { item, same, asked }
    }

    /// Who came to the result with a caution, and comes there without it; a new caution that is as
    /// strict stands in for it.
    fn caution(&self, index: usize, same: Option<usize>) -> Option<Rules> {
        let Self { before, now, .. } = self;
        let caution = &before.quiz.cautions[index];
        let new = &now.quiz.cautions;
        let met = before.rule(&caution.when, Answered::Asked)?;
        let shown = same.map(|it| now.rule(&new[it].when, Answered::Asked));
        let shown = transposed(shown)?;
        let mut misses = vec![before.result()?, met.clone(), now.result()?];
        misses.extend(shown.iter().cloned().map(not));
        misses.extend(self.fresh(caution.level)?.into_iter().map(not));
        let sought = same.and_then(|it| now.rule(&new[it].when, Answered::All));
        let is_as_before = shown.as_ref().is_some_and(|it| alike(it, &met));
        Some(Rules { misses: Rule::All(misses), is_as_before, own: [Some(met), shown], sought })
    }

    /// Cautions that are new and at least so strict.
    fn fresh(&self, level: Level) -> Option<Vec<Rule>> {
        let cautions = self.now.quiz.cautions.iter().enumerate();
        let fresh = cautions.filter(|(index, caution)| {
            caution.level <= level && self.matched.cautions.old_of(*index).is_none()
        });
        fresh.map(|(_, caution)| self.now.rule(&caution.when, Answered::Asked)).collect()
    }

    /// Who met an ending, and now comes to the result, or to another ending without what this one
    /// looks for; a new ending stands in for it.
    fn ending(&self, index: usize, same: Option<usize>) -> Option<Rules> {
        let Self { before, now, .. } = self;
        let met = before.met(index)?;
        let others = (0..before.quiz.endings.len()).filter(|other| *other != index);
        let sought = same.map(|it| now.ended(it, Answered::All));
        let sought = transposed(sought)?;
        let elsewhere = others.map(|it| before.ended(it, Answered::Asked).map(not));
        let mut elsewhere: Vec<Rule> = elsewhere.collect::<Option<_>>()?;
        elsewhere.extend(sought.clone().map(not));
        let mut misses = vec![met.clone(), Rule::Any(vec![now.result()?, Rule::All(elsewhere)])];
        for fresh in 0..now.quiz.endings.len() {
            if self.matched.endings.old_of(fresh).is_none() {
                misses.push(not(now.ended(fresh, Answered::Asked)?));
            }
        }
        let same_met = transposed(same.map(|it| now.met(it)))?;
        let is_as_before = same_met.is_some_and(|it| alike(&it, &met));
        let shown = transposed(same.map(|it| now.ended(it, Answered::Asked)))?;
        let own = [Some(before.ended(index, Answered::Asked)?), shown];
        Some(Rules { misses: Rule::All(misses), is_as_before, own, sought })
    }
}

/// A rule that may not be there; nothing where it is there and too large.
fn transposed(rule: Option<Option<Rule>>) -> Option<Option<Rule>> {
    rule.map_or(Some(None), |rule| rule.map(Some))
}

/// With an example in words. Where the rule would hold if it were asked, only the question is
/// missing.
fn missed(file: &Node, question: &Question, example: String, is_sought: bool) -> Weaker {
    let Item { list, index } = question.item;
    let item = &entries(file, list.name())[index];
    let Some(same) = question.same else { return said::gone(list, item, Some(example)) };
    let words = match (is_sought, list) {
        (true, _) => {
            "is not met by some visitors who met it before: they are not asked what it looks for."
        }
        (false, List::Endings) => "does not end the quiz for some answers that ended it before.",
        (false, _) => "is not shown for some answers that showed it before.",
    };
    Weaker {
        what: Weakening::Narrowed,
        name: said::name(list, item),
        words: words.to_owned(),
        example: Some(example),
        path: said::place(list, same).then(["when".into()]),
        is_strict: said::is_strict(list, item),
    }
}

fn undecided(file: &Node, item: Item, same: Option<usize>) -> Weaker {
    let Item { list, index } = item;
    let item = &entries(file, list.name())[index];
    let Some(same) = same else { return said::gone(list, item, None) };
    Weaker {
        what: Weakening::Undecided,
        name: said::name(list, item),
        words:
            "is tied to so many rules that it could not be decided whether everybody who met it \
                before still meets it."
                .to_owned(),
        example: None,
        path: said::place(list, same),
        is_strict: said::is_strict(list, item),
    }
}
