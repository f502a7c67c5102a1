use std::collections::HashMap;

use data::Node;

/// Which thing of the old edition is which of the new one, by their indices.
pub(super) struct Matched {
    pub(super) questions: Pairs,
    /// For each question of the old edition that is still there, its choices.
    pub(super) choices: Vec<Pairs>,
    /// Choices that are in another question now, by question and choice.
    moved: HashMap<(usize, usize), (usize, usize)>,
    pub(super) endings: Pairs,
    pub(super) cautions: Pairs,
}

/// For each thing of a list of the old edition, the same in the new one.
pub(super) struct Pairs(Vec<Option<usize>>);

impl Pairs {
    /// The same thing in the new edition.
    pub(super) fn new_of(&self, old: usize) -> Option<usize> {
        self.0.get(old).copied().flatten()
    }

    /// The same thing in the old edition.
    pub(super) fn old_of(&self, new: usize) -> Option<usize> {
        self.0.iter().position(|of| *of == Some(new))
    }

    /// Things that are the same by the first key that tells them apart, else by the next.
    fn new<const KEYS: usize>(old: &[[Option<&str>; KEYS]], new: &[[Option<&str>; KEYS]]) -> Self {
        let mut pairs = Self(vec![None; old.len()]);
        for key in 0..KEYS {
            let (before, now) = (unique(old, key), unique(new, key));
            for (name, index) in before {
                let Some(&same) = now.get(name) else { continue };
                if pairs.0[index].is_none() && pairs.old_of(same).is_none() {
                    pairs.0[index] = Some(same);
                }
            }
        }
        pairs
    }
}

impl Matched {
    /// Visitors read labels and titles, so by these a choice and a caution are known, and only then
    /// by their ids: rules that are exchanged are found whichever of both moved.
    pub(super) fn new(old: &Node, new: &Node) -> Self {
        let by_words = |list: &str, word: &'static str| {
            let keys = |file| keys(entries(file, list), |it| [named(it, word), it.text("id")]);
            Pairs::new(&keys(old), &keys(new))
        };
        let asked =
            |file| keys(entries(file, "questions"), |it| [it.text("id"), named(it, "title")]);
        let questions = Pairs::new(&asked(old), &asked(new));
        let of = |(index, question): (usize, &Node)| match questions.new_of(index) {
            Some(same) => choices(question, &entries(new, "questions")[same]),
            None => Pairs(Vec::new()),
        };
        let choices: Vec<Pairs> = entries(old, "questions").iter().enumerate().map(of).collect();
        let (endings, cautions) = (by_words("endings", "title"), by_words("cautions", "title"));
        let moved = moved(old, new, &questions, &choices);
        Self { questions, choices, moved, endings, cautions }
    }

    /// Where a choice of the old edition is in the new one, by question and choice.
    pub(super) fn choice(&self, question: usize, choice: usize) -> Option<(usize, usize)> {
        let kept =
            || Some((self.questions.new_of(question)?, self.choices[question].new_of(choice)?));
        kept().or_else(|| self.moved.get(&(question, choice)).copied())
    }
}

/// Choices that left their question, with the one new choice elsewhere that has the same label.
fn moved(
    old: &Node,
    new: &Node,
    questions: &Pairs,
    choices: &[Pairs],
) -> HashMap<(usize, usize), (usize, usize)> {
    let gone = labels(old, |question, choice| choices[question].new_of(choice).is_none());
    let fresh = labels(new, |question, choice| {
        questions.old_of(question).is_none_or(|it| choices[it].old_of(choice).is_none())
    });
    let both = gone.into_iter().filter_map(|(label, from)| Some((from?, (*fresh.get(label)?)?)));
    both.collect()
}

/// Some choices of all questions by their labels; those of the same label are not told apart.
fn labels(
    file: &Node,
    wanted: impl Fn(usize, usize) -> bool,
) -> HashMap<&str, Option<(usize, usize)>> {
    let mut found: HashMap<&str, Option<(usize, usize)>> = HashMap::new();
    for (question, asked) in entries(file, "questions").iter().enumerate() {
        for (choice, it) in entries(asked, "choices").iter().enumerate() {
            if let Some(label) = named(it, "label").filter(|_| wanted(question, choice)) {
                let at = Some((question, choice));
                found.entry(label).and_modify(|other| *other = None).or_insert(at);
            }
        }
    }
    found
}

fn choices(old: &Node, new: &Node) -> Pairs {
    let keys = |asked| keys(entries(asked, "choices"), |it| [named(it, "label"), it.text("id")]);
    Pairs::new(&keys(old), &keys(new))
}

/// The entries of a list, none where there is no list.
pub(super) fn entries<'n>(node: &'n Node, list: &str) -> &'n [Node] {
    match node.get(list) {
        Some(Node::List(entries)) => entries,
        _ => &[],
    }
}

/// A text of the words of a thing, unless it is empty.
pub(super) fn named<'n>(node: &'n Node, word: &str) -> Option<&'n str> {
    node.get("words")?.text(word).map(str::trim).filter(|text| !text.is_empty())
}

fn keys<'n, const KEYS: usize>(
    entries: &'n [Node],
    of: impl Fn(&'n Node) -> [Option<&'n str>; KEYS],
) -> Vec<[Option<&'n str>; KEYS]> {
    entries.iter().map(of).collect()
}

/// The keys that only one thing has.
fn unique<'n, const KEYS: usize>(
    all: &[[Option<&'n str>; KEYS]],
    key: usize,
) -> HashMap<&'n str, usize> {
    let mut found: HashMap<&str, Option<usize>> = HashMap::new();
    for (index, keys) in all.iter().enumerate() {
        if let Some(name) = keys[key] {
            found.entry(name).and_modify(|of| *of = None).or_insert(Some(index));
        }
    }
    found.into_iter().filter_map(|(name, index)| Some((name, index?))).collect()
}
