use std::rc::Rc;

use check::{Holds as Kind, Parsed, Value};
use data::{Node, Path, Step};

/// A file as text, and what is in it.
#[derive(Debug)]
pub struct Document {
    name: String,
    parsed: Rc<Parsed>,
}

/// What is in a text that is no JSON.
static NOTHING: Node = Node::Null;

impl Document {
    /// A file of a name. An empty text is a file that is not there.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), parsed: Rc::new(Parsed::new(text)) }
    }

    /// Its name, with `/` between folders.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its text.
    pub fn text(&self) -> &str {
        self.parsed.text()
    }

    /// Its text as it was read.
    pub fn parsed(&self) -> &Rc<Parsed> {
        &self.parsed
    }

    /// What is in it; null where it is no JSON.
    pub fn node(&self) -> &Node {
        if self.is_readable() { self.parsed.node() } else { &NOTHING }
    }

    /// Whether it is JSON.
    pub fn is_readable(&self) -> bool {
        self.parsed.is_clean()
    }

    /// Whether there is such a file.
    pub fn exists(&self) -> bool {
        !self.text().is_empty()
    }

    /// What stands at a place.
    pub fn at(&self, path: &Path) -> Option<&Node> {
        path.node(self.node())
    }

    pub(super) fn tree(&self) -> Option<&Value> {
        self.parsed.tree().filter(|_| self.is_readable())
    }

    pub(super) fn write(&mut self, text: String) {
        self.parsed = Rc::new(Parsed::new(text));
    }

    /// The place of what stands at a byte, as deep as it goes.
    pub fn path_at(&self, at: usize) -> Path {
        let mut path = Vec::new();
        let mut next = self.tree();
        while let Some(value) = next {
            next = inside(value, at).map(|(step, inner)| {
                path.push(step);
                inner
            });
        }
        Path(path)
    }
}

fn inside(value: &Value, at: usize) -> Option<(Step, &Value)> {
    match &value.kind {
        Kind::Object(members) => {
            let member = members
                .iter()
                .find(|member| member.name_span.start <= at && at < member.value.span.end)?;
            Some((Step::Field(member.name.clone().into()), &member.value))
        }
        Kind::List(entries) => {
            let index = entries.iter().position(|it| it.span.start <= at && at < it.span.end)?;
            Some((Step::Entry(index), &entries[index]))
        }
        _ => None,
    }
}
