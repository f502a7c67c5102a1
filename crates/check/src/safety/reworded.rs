use data::{Node, Path, Step};
use quiz::{List, Pick, Quiz};

use super::super::heard::leads_to_hold;
use super::matched::{Matched, entries, named};
use super::{Weakening, Weaker, said};

/// Words of holds and endings, whatever leads to them, that were others before.
pub(super) fn holds(old: &Node, new: &Node, matched: &Matched) -> Vec<Weaker> {
    let lists = [(List::Endings, &matched.endings), (List::Cautions, &matched.cautions)];
    let kept = lists.into_iter().flat_map(|(list, pairs)| {
        let items = entries(old, list.name()).iter().enumerate();
        items.filter_map(move |(index, item)| Some((list, item, pairs.new_of(index)?)))
    });
    let strict = kept.filter(|(list, item, _)| said::is_strict(*list, item));
    let all = strict.flat_map(|(list, item, same)| {
        let now = &entries(new, list.name())[same];
        let (name, at) = (said::name(list, item), said::place(list, same));
        ["title", "text"].map(|word| reworded(&name, [item, now], &at, word))
    });
    all.flatten().collect()
}

/// Labels of choices that led to a hold or an ending, and titles of their questions, that were others
/// before.
pub(super) fn answers((old, before): (&Node, &Quiz), new: &Node, matched: &Matched) -> Vec<Weaker> {
    let questions = entries(old, "questions").iter().enumerate();
    questions.flat_map(|(index, asked)| question(index, (asked, before), new, matched)).collect()
}

fn question(
    index: usize,
    (asked, before): (&Node, &Quiz),
    new: &Node,
    matched: &Matched,
) -> Vec<Weaker> {
    let mut all = Vec::new();
    let mut homes = Vec::new();
    for (choice, item) in entries(asked, "choices").iter().enumerate() {
        let Some((home, same)) = matched.choice(index, choice) else { continue };
        if !leads_to_hold(before, Pick { question: index, choice }) {
            continue;
        }
        let question = &entries(new, "questions")[home];
        let at = said::place(List::Questions, home);
        if !homes.contains(&home) {
            homes.push(home);
            let name = format!("question \"{}\"", said::called(asked));
            all.extend(reworded(&name, [asked, question], &at, "title"));
        }
        let name = format!("answer \"{}\"", said::called(item));
        let at = at.then(["choices".into(), same.into()]);
        all.extend(reworded(&name, [item, &entries(question, "choices")[same]], &at, "label"));
    }
    all
}

/// One of the words of a thing, if it is another one now.
fn reworded(name: &str, [old, new]: [&Node; 2], at: &Path, word: &'static str) -> Option<Weaker> {
    let [before, now] = [old, new].map(|it| named(it, word).unwrap_or_default());
    (before != now).then(|| Weaker {
        what: Weakening::Reworded,
        name: name.to_owned(),
        words: format!("was \"{before}\", is \"{now}\"."),
        example: None,
        path: at.then(["words".into(), Step::from(word)]),
        is_strict: false,
    })
}
