use data::Node;
use spreadsheet::Texts;

use crate::files;

const BASE: &str = "tests/problems/base/quiz.json";

/// A quiz, its interface words, and a translation of both, where there is one.
pub(crate) struct Given {
    pub(crate) quiz: Node,
    pub(crate) interface: Node,
    pub(crate) translation: Option<Node>,
    pub(crate) words: Option<Node>,
}

impl Given {
    /// Two interface words, one of them counted, and no translation.
    pub(crate) fn new() -> Self {
        let words = r#"{"continue": "Continue", "days-one": "{n} day", "days-other": "{n} days"}"#;
        Self { quiz: files::node(BASE), interface: node(words), translation: None, words: None }
    }

    pub(crate) fn texts<'a>(&'a self, language: &'a str) -> Texts<'a> {
        Texts {
            language,
            quiz: &self.quiz,
            interface: &self.interface,
            translation: self.translation.as_ref(),
            translated_interface: self.words.as_ref(),
            checked: &[],
        }
    }
}

pub(crate) fn node(json: &str) -> Node {
    serde_json::from_str(json).expect("JSON")
}
