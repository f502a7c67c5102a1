use std::borrow::Cow;

use super::Node;

/// A place in a file: from its root through fields and lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path(pub Vec<Step>);

/// One step of a [`Path`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Into a field of an object.
    Field(Cow<'static, str>),
    /// Into a list, 0 for the first.
    Entry(usize),
}

impl From<usize> for Step {
    fn from(entry: usize) -> Self {
        Self::Entry(entry)
    }
}

impl From<&str> for Step {
    fn from(field: &str) -> Self {
        Self::Field(field.to_owned().into())
    }
}

impl Path {
    /// A path of these steps.
    pub fn new(steps: impl IntoIterator<Item = Step>) -> Self {
        Self(steps.into_iter().collect())
    }

    /// This path and further steps.
    #[must_use]
    pub fn then(&self, steps: impl IntoIterator<Item = Step>) -> Self {
        Self(self.0.iter().cloned().chain(steps).collect())
    }

    /// Goes into a field. Once in the program, not at each of its many callers.
    #[inline(never)]
    pub(crate) fn enter(&mut self, field: &'static str) {
        self.0.push(Step::Field(Cow::Borrowed(field)));
    }

    /// Goes into a list's entry.
    #[inline(never)]
    pub(crate) fn enter_entry(&mut self, index: usize) {
        self.0.push(Step::Entry(index));
    }

    /// Goes out again.
    #[inline(never)]
    pub(crate) fn leave(&mut self) {
        self.0.pop();
    }

    /// What stands at this place.
    pub fn node<'a>(&self, file: &'a Node) -> Option<&'a Node> {
        self.0.iter().try_fold(file, |node, step| match step {
            Step::Field(name) => node.get(name),
            Step::Entry(index) => node.entry(*index),
        })
    }

    /// Whether one of two places is inside of the other, or they are the same.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).all(|(a, b)| a == b)
    }

    /// The way to a place by names and ids, without `words`, as in a translation:
    /// `questions.area.choices.face.label`.
    pub fn key(&self, file: &Node) -> String {
        let mut node = Some(file);
        let mut names = Vec::new();
        for step in &self.0 {
            match step {
                Step::Field(name) => {
                    node = node.and_then(|node| node.get(name));
                    if name != "words" {
                        names.push(name.clone().into_owned());
                    }
                }
                Step::Entry(index) => {
                    node = node.and_then(|node| node.entry(*index));
                    names.push(node.map_or_else(|| (index + 1).to_string(), |it| it.name(*index)));
                }
            }
        }
        names.join(".")
    }

    /// The place in words: `question "Which area?", choice "Face", picture`. What has a title or a
    /// label is called by it, else by its id, else by its number.
    pub fn words(&self, file: &Node) -> String {
        let mut words: Vec<String> = Vec::new();
        let mut node = Some(file);
        for (number, step) in self.0.iter().enumerate() {
            match step {
                Step::Field(name) => {
                    node = node.and_then(|node| node.get(name));
                    if name != "words" || number + 1 == self.0.len() {
                        words.push(name.clone().into_owned());
                    }
                }
                Step::Entry(index) => {
                    node = node.and_then(|node| node.entry(*index));
                    let list = words.pop().unwrap_or_default();
                    let one = list.strip_suffix('s').unwrap_or(&list);
                    words.push([one, " ", &called(node, *index)].concat());
                }
            }
        }
        if words.is_empty() { "the file".into() } else { words.join(", ") }
    }
}

fn called(node: Option<&Node>, index: usize) -> String {
    let text = |node: &Node, name| match node.get(name) {
        Some(Node::Text(text)) if !text.is_empty() => Some(["\"", text, "\""].concat()),
        _ => None,
    };
    let words = node.and_then(|node| node.get("words"));
    words
        .and_then(|words| text(words, "title").or_else(|| text(words, "label")))
        .or_else(|| node.and_then(|node| text(node, "id")))
        .unwrap_or_else(|| (index + 1).to_string())
}
