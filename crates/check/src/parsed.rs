use std::cell::OnceCell;
use std::rc::Rc;

use data::{Node, Problem};
use quiz::Quiz;

use super::json::{self, SyntaxError};
use super::texts::{Text, texts};
use super::tree::Value;

/// A text read as JSON: what is in it and where, with every syntax error of whoever wrote it.
#[derive(Debug)]
pub struct Parsed {
    text: String,
    /// Nothing where it is not clear what belongs to what.
    tree: Option<Value>,
    node: Node,
    syntax_errors: Vec<SyntaxError>,
    texts: OnceCell<Vec<Text>>,
    quiz: OnceCell<Result<Rc<Quiz>, Vec<Problem>>>,
}

impl Parsed {
    /// Reads a text.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let (tree, syntax_errors) = json::read(&text);
        Self::of(text, tree, syntax_errors)
    }

    /// A text that nobody reads, for it is not that of the file.
    pub(super) fn unread(text: String) -> Self {
        Self::of(text, None, Vec::new())
    }

    fn of(text: String, tree: Option<Value>, syntax_errors: Vec<SyntaxError>) -> Self {
        let node = tree.as_ref().map_or(Node::Null, Value::node);
        Self { text, tree, node, syntax_errors, texts: OnceCell::new(), quiz: OnceCell::new() }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What is in it, as it was most likely meant; null where that is not clear.
    pub fn node(&self) -> &Node {
        &self.node
    }

    /// What is in it, and where.
    pub fn tree(&self) -> Option<&Value> {
        self.tree.as_ref()
    }

    /// Whether it is JSON without any syntax error.
    pub fn is_clean(&self) -> bool {
        self.tree.is_some() && self.syntax_errors.is_empty()
    }

    /// Every text that a visitor reads; found once.
    pub(super) fn texts(&self) -> &[Text] {
        self.texts.get_or_init(|| texts(&self.node))
    }

    /// The quiz in it, read once.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn quiz(&self) -> Result<&Rc<Quiz>, &[Problem]> {
        let read = self.quiz.get_or_init(|| data::quiz(&self.node).map(Rc::new));
        read.as_ref().map_err(Vec::as_slice)
    }

    pub(super) fn syntax_errors(&self) -> &[SyntaxError] {
        &self.syntax_errors
    }
}
