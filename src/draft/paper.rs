use crate::check::{Holds as Kind, Value, tree};
use crate::data::{Node, Path, Step};

/// A file as text, and what is in it.
#[derive(Debug)]
pub struct Paper {
    name: String,
    text: String,
    /// Nothing where the text is no JSON.
    tree: Option<Value>,
    node: Node,
}

impl Paper {
    /// A file of a name. An empty text is a file that is not there.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let mut paper =
            Self { name: name.into(), text: String::new(), tree: None, node: Node::Null };
        paper.write(text.into());
        paper
    }

    /// Its name, with `/` between folders.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What is in it; null where that is not clear.
    pub fn node(&self) -> &Node {
        &self.node
    }

    /// Whether it is JSON.
    pub fn is_readable(&self) -> bool {
        self.tree.is_some()
    }

    /// Whether there is such a file.
    pub fn exists(&self) -> bool {
        !self.text.is_empty()
    }

    /// What stands at a place.
    pub fn at(&self, path: &Path) -> Option<&Node> {
        path.node(&self.node)
    }

    pub(super) fn tree(&self) -> Option<&Value> {
        self.tree.as_ref()
    }

    pub(super) fn write(&mut self, text: String) {
        self.tree = tree(&text);
        self.node = self.tree.as_ref().map_or(Node::Null, Value::node);
        self.text = text;
    }

    /// The place of what stands at a byte, as deep as it goes.
    pub fn path_at(&self, at: usize) -> Path {
        let mut path = Vec::new();
        let mut next = self.tree.as_ref();
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
