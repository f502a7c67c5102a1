use std::collections::HashSet;
use std::fmt;

use data::{Node, Path, Step};

use super::figures::{MEASURES, shown};
use super::names::Names;
use super::rule::condition;
use super::safety;
use super::sentence::Sentence;

/// A difference between two versions of a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Change {
    /// The place in words, in the version that has it.
    pub(super) place: String,
    /// Whether it is about a caution, an ending, or a question that one of these looks at.
    pub(super) is_safety: bool,
    /// What is different.
    pub(super) what: What,
}

/// A kind of difference.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum What {
    /// With all that it holds, a line each.
    Added(Vec<String>),
    Removed,
    Words {
        old: String,
        new: String,
    },
    Rule {
        old: Sentence,
        new: Sentence,
    },
    Value {
        old: String,
        new: String,
    },
    Order {
        old: Vec<String>,
        new: Vec<String>,
    },
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = &self.place;
        match &self.what {
            What::Added(_) => write!(f, "{place}: added"),
            What::Removed => write!(f, "{place}: taken out"),
            What::Words { old, new } => write!(f, "{place}: “{old}” is now “{new}”"),
            What::Rule { old, new } => write!(f, "{place}: {old}; now {new}"),
            What::Value { old, new } => write!(f, "{place}: {old} is now {new}"),
            What::Order { new, .. } => write!(f, "{place}: the order is now {}", new.join(", ")),
        }
    }
}

/// Every difference, in the order of the new version.
pub(super) fn changes(old: &Node, new: &Node) -> Vec<Change> {
    let safety = safety::questions(old, new);
    let mut found =
        Found { old, new, names: (Names::new(old), Names::new(new)), safety, changes: Vec::new() };
    found.compare(old, new, &Path::default(), false);
    found.changes
}

struct Found<'n> {
    old: &'n Node,
    new: &'n Node,
    names: (Names<'n>, Names<'n>),
    safety: HashSet<&'n str>,
    changes: Vec<Change>,
}

impl<'n> Found<'n> {
    fn say(&mut self, at: &Path, what: What) {
        let file = if what == What::Removed { self.old } else { self.new };
        let is_safety = safety::is_about(file, at, &self.safety);
        self.changes.push(Change { place: named(at.words(file)), is_safety, what });
    }

    fn compare(&mut self, old: &'n Node, new: &'n Node, at: &Path, words: bool) {
        match (old, new) {
            _ if old == new => {}
            (Node::Object(before), Node::Object(after)) => {
                self.fields((old, before), (new, after), at, words);
            }
            (Node::List(before), Node::List(after)) if has_things(before) || has_things(after) => {
                self.entries(before, after, at);
            }
            (Node::List(before), Node::List(after)) if words => {
                let longest = before.len().max(after.len());
                for index in 0..longest {
                    let at = then(at, Step::Entry(index));
                    self.words(before.get(index), after.get(index), &at);
                }
            }
            _ if words => self.words(Some(old), Some(new), at),
            _ => self.say(at, What::Value { old: value(old), new: value(new) }),
        }
    }

    fn words(&mut self, old: Option<&Node>, new: Option<&Node>, at: &Path) {
        let text = |node: Option<&Node>| node.map(shown).unwrap_or_default();
        let (old, new) = (text(old), text(new));
        if old != new {
            self.say(at, What::Words { old, new });
        }
    }

    fn fields(
        &mut self,
        (old, before): (&'n Node, &'n [(String, Node)]),
        (new, after): (&'n Node, &'n [(String, Node)]),
        at: &Path,
        words: bool,
    ) {
        if ["when", "for"].iter().any(|rule| old.get(rule) != new.get(rule)) {
            let told = (condition(&self.names.0, old), condition(&self.names.1, new));
            self.say(at, What::Rule { old: told.0, new: told.1 });
        }
        let gone = before.iter().filter(|(name, _)| new.get(name).is_none());
        for (name, value) in gone.filter(|(name, _)| !is_rule(name)) {
            let at = then(at, Step::Field(name.clone().into()));
            match words {
                true => self.words(Some(value), None, &at),
                false => self.say(&at, What::Removed),
            }
        }
        for (name, value) in after.iter().filter(|(name, _)| !is_rule(name)) {
            let at = then(at, Step::Field(name.clone().into()));
            match old.get(name) {
                Some(before) => self.compare(before, value, &at, words || name == "words"),
                None if words => self.words(None, Some(value), &at),
                None => self.say(&at, What::Added(held(value))),
            }
        }
    }

    fn entries(&mut self, before: &'n [Node], after: &'n [Node], at: &Path) {
        let find = |list: &'n [Node], wanted: &Node| {
            let id = wanted.text("id");
            list.iter().position(|it| it == wanted || id.is_some() && it.text("id") == id)
        };
        for (index, entry) in before.iter().enumerate() {
            if find(after, entry).is_none() {
                self.say(&then(at, Step::Entry(index)), What::Removed);
            }
        }
        for (index, entry) in after.iter().enumerate() {
            let at = then(at, Step::Entry(index));
            match find(before, entry) {
                Some(same) => self.compare(&before[same], entry, &at, false),
                None => self.say(&at, What::Added(held(entry))),
            }
        }
        let kept = |list: &'n [Node], other: &'n [Node]| -> Vec<String> {
            let kept = list.iter().filter(|entry| find(other, entry).is_some());
            kept.filter_map(|entry| entry.text("id")).map(str::to_owned).collect()
        };
        let (old, new) = (kept(before, after), kept(after, before));
        if old != new {
            self.say(at, What::Order { old, new });
        }
    }
}

/// A place whose last field is named as staff say it.
fn named(place: String) -> String {
    let Some((item, field)) = place.rsplit_once(", ") else { return place };
    let measure = MEASURES.iter().find(|(name, _)| *name == field);
    measure.map_or_else(|| place.clone(), |(_, name)| format!("{item}, {name}"))
}

fn value(node: &Node) -> String {
    if *node == Node::Null { "none".to_owned() } else { shown(node) }
}

fn is_rule(name: &str) -> bool {
    matches!(name, "when" | "for")
}

fn has_things(list: &[Node]) -> bool {
    list.iter().any(|entry| matches!(entry, Node::Object(_)))
}

fn then(at: &Path, step: Step) -> Path {
    Path(at.0.iter().cloned().chain([step]).collect())
}

/// What something new says and holds; its id and its rule apart, which stand elsewhere.
fn held(node: &Node) -> Vec<String> {
    let Node::Object(fields) = node else { return vec![shown(node)] };
    fields
        .iter()
        .filter(|(name, _)| name != "id" && !is_rule(name))
        .flat_map(|(name, value)| match value {
            Node::Object(_) => held(value),
            Node::List(entries) if entries.iter().any(|it| matches!(it, Node::Object(_))) => {
                entries.iter().flat_map(held).collect()
            }
            value => vec![format!("{name}: {}", shown(value))],
        })
        .collect()
}
