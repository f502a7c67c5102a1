use check::{Holds as Kind, Located, Value, quoted, with_comma};
use data::{Node, Path, Step};

use super::Document;
use super::write::written;

/// What somebody does to a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Writes a value; a field that is not there is added.
    Set(Path, Node),
    /// Takes a field or an entry out.
    Remove(Path),
    /// Puts an entry into a list, at this index; a list that is not there is added.
    Insert(Path, usize, Node),
    /// Moves an entry of a list from one index to another.
    Move(Path, usize, usize),
    /// Replaces bytes of the text.
    Replace(std::ops::Range<usize>, String),
    /// Writes the whole text anew.
    Rewrite(String),
}

/// Bytes of a text that became others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where, in bytes.
    pub at: usize,
    /// What stood there.
    pub old: String,
    /// What stands there now.
    pub new: String,
}

impl Change {
    /// What takes it back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self { at: self.at, old: self.new.clone(), new: self.old.clone() }
    }

    /// The text after it.
    pub(super) fn applied(&self, text: &str) -> String {
        [&text[..self.at], &self.new, &text[self.at + self.old.len()..]].concat()
    }

    fn replace(text: &str, span: std::ops::Range<usize>, new: String) -> Option<Self> {
        let old = text.get(span.clone())?;
        (old != new).then(|| Self { at: span.start, old: old.to_owned(), new })
    }
}

impl Edit {
    /// The bytes it changes; nothing where its place is not there, or says so already.
    pub(super) fn change(&self, document: &Document) -> Option<Change> {
        let text = document.text();
        match self {
            Self::Rewrite(new) => Change::replace(text, 0..text.len(), new.clone()),
            Self::Replace(span, new) => Change::replace(text, span.clone(), new.clone()),
            Self::Set(path, node) => set(text, document.tree()?, path, node),
            Self::Remove(path) => remove(text, document.tree()?, path),
            Self::Insert(path, index, node) => insert(text, document.tree()?, path, *index, node),
            Self::Move(path, from, to) => moved(text, document.tree()?, path, *from, *to),
        }
    }
}

fn set(text: &str, tree: &Value, path: &Path, node: &Node) -> Option<Change> {
    let located = tree.locate(path);
    if located.whole {
        let span = located.value.span.clone();
        return Change::replace(text, span.clone(), written(node, indent(text, span.start)));
    }
    let (last, before) = path.0.split_last()?;
    let parent = whole(tree, &Path(before.to_vec()));
    match (parent, last) {
        (Some(parent), Step::Field(name)) => add_field(text, parent, name, node),
        (None, Step::Field(name)) => {
            let object = Node::Object(vec![(name.clone().into_owned(), node.clone())]);
            set(text, tree, &Path(before.to_vec()), &object)
        }
        _ => None,
    }
}

fn whole<'t>(tree: &'t Value, path: &Path) -> Option<&'t Value> {
    let Located { value, whole, .. } = tree.locate(path);
    whole.then_some(value)
}

fn add_field(text: &str, object: &Value, name: &str, node: &Node) -> Option<Change> {
    let Kind::Object(members) = &object.kind else {
        let whole = Node::Object(vec![(name.to_owned(), node.clone())]);
        let span = object.span.clone();
        return Change::replace(text, span.clone(), written(&whole, indent(text, span.start)));
    };
    let Some(last) = members.last() else {
        let whole = Node::Object(vec![(name.to_owned(), node.clone())]);
        let span = object.span.clone();
        return Change::replace(text, span.clone(), written(&whole, indent(text, span.start)));
    };
    let (gap, deep) = gap(text, object.span.start, members[0].name_span.start);
    let added = format!(",{gap}{}: {}", quoted(name), written(node, deep));
    Change::replace(text, last.value.span.end..last.value.span.end, added)
}

/// What stands between two members, and how far they are set in.
fn gap(text: &str, open: usize, first: usize) -> (String, usize) {
    let between = &text[open + 1..first];
    match between.rfind('\n') {
        Some(at) => {
            let space = &between[at..];
            (space.to_owned(), space.len() - 1)
        }
        None => (" ".to_owned(), indent(text, open)),
    }
}

/// How far the line of a byte is set in.
fn indent(text: &str, at: usize) -> usize {
    let line = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    text[line..at].len() - text[line..at].trim_start_matches(' ').len()
}

fn remove(text: &str, tree: &Value, path: &Path) -> Option<Change> {
    let located = tree.locate(path);
    if !located.whole || path.0.is_empty() {
        return None;
    }
    let from = located.name.map_or(located.value.span.start, |name| name.start);
    Change::replace(text, with_comma(text, from, located.value.span.end), String::new())
}

fn insert(text: &str, tree: &Value, path: &Path, index: usize, node: &Node) -> Option<Change> {
    let Some(list) = whole(tree, path) else {
        return set(text, tree, path, &Node::List(vec![node.clone()]));
    };
    let Kind::List(entries) = &list.kind else {
        let one = Node::List(vec![node.clone()]);
        return Change::replace(
            text,
            list.span.clone(),
            written(&one, indent(text, list.span.start)),
        );
    };
    let Some(first) = entries.first() else {
        let deep = indent(text, list.span.start);
        let new = match node {
            Node::Object(_) => {
                let space = " ".repeat(deep);
                format!("[\n{space}  {}\n{space}]", written(node, deep + 2))
            }
            node => format!("[{}]", written(node, deep)),
        };
        return Change::replace(text, list.span.clone(), new);
    };
    let (gap, deep) = gap(text, list.span.start, first.span.start);
    let new = written(node, deep);
    match entries.get(index) {
        Some(before) => {
            let at = before.span.start;
            Change::replace(text, at..at, format!("{new},{gap}"))
        }
        None => {
            let at = entries.last().unwrap_or(first).span.end;
            Change::replace(text, at..at, format!(",{gap}{new}"))
        }
    }
}

/// The entries between change places; what stands between them stays.
fn moved(text: &str, tree: &Value, path: &Path, from: usize, to: usize) -> Option<Change> {
    let Kind::List(entries) = &whole(tree, path)?.kind else { return None };
    let (first, last) = (from.min(to), from.max(to));
    let slots = entries.get(first..=last)?;
    let mut order: Vec<usize> = (0..slots.len()).collect();
    if from < to {
        order.rotate_left(1)
    } else {
        order.rotate_right(1)
    }
    let mut new = String::new();
    for (slot, entry) in order.into_iter().enumerate() {
        if slot > 0 {
            new.push_str(&text[slots[slot - 1].span.end..slots[slot].span.start]);
        }
        new.push_str(&text[slots[entry].span.clone()]);
    }
    Change::replace(text, slots[0].span.start..slots[slots.len() - 1].span.end, new)
}
