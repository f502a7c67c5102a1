use std::ops::Range;

use data::{Node, Path, Step};

/// A JSON value and where it stands in its file.
#[derive(Debug)]
pub struct Value {
    /// In bytes.
    pub span: Range<usize>,
    /// What it is.
    pub kind: Kind,
}

/// What a [`Value`] is.
#[derive(Debug)]
pub enum Kind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A whole number from 0, where it is one.
    Number(Option<u32>),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// An object.
    Object(Vec<Member>),
}

/// A field of an object.
#[derive(Debug)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// Where the name stands, in bytes.
    pub name_span: Range<usize>,
    /// What it holds.
    pub value: Value,
}

/// Where a path leads in a file.
#[derive(Debug)]
pub struct Located<'a> {
    /// The last value on the path that is there.
    pub value: &'a Value,
    /// Where its name stands, for a field.
    pub name: Option<Range<usize>>,
    /// Whether the whole path is there.
    pub whole: bool,
}

impl Value {
    /// The value without its places.
    pub fn node(&self) -> Node {
        match &self.kind {
            Kind::Null => Node::Null,
            Kind::Flag(flag) => Node::Flag(*flag),
            Kind::Number(number) => number.map_or(Node::OtherNumber, Node::Number),
            Kind::Text(text) => Node::Text(text.clone()),
            Kind::List(entries) => Node::List(entries.iter().map(Self::node).collect()),
            Kind::Object(members) => Node::Object(
                members.iter().map(|member| (member.name.clone(), member.value.node())).collect(),
            ),
        }
    }

    /// Follows a path as far as it goes.
    pub fn locate(&self, path: &Path) -> Located<'_> {
        let mut located = Located { value: self, name: None, whole: true };
        for step in &path.0 {
            let Some((value, name)) = located.value.step(step) else {
                located.whole = false;
                break;
            };
            located = Located { value, name, whole: true };
        }
        located
    }

    fn step(&self, step: &Step) -> Option<(&Self, Option<Range<usize>>)> {
        match (&self.kind, step) {
            (Kind::Object(members), Step::Field(name)) => {
                let member = members.iter().find(|member| member.name == *name)?;
                Some((&member.value, Some(member.name_span.clone())))
            }
            (Kind::List(entries), Step::Entry(index)) => Some((entries.get(*index)?, None)),
            _ => None,
        }
    }
}

impl Value {
    /// The part of it to underline: all of a short value, the `id` of a long one.
    pub(super) fn mark(&self) -> Option<Range<usize>> {
        match &self.kind {
            Kind::Object(members) => {
                let id = members.iter().find(|member| member.name == "id")?;
                Some(id.name_span.start..id.value.span.end)
            }
            Kind::List(entries) if entries.iter().any(|it| matches!(it.kind, Kind::Object(_))) => {
                None
            }
            _ => Some(self.span.clone()),
        }
    }
}
