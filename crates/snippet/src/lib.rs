//! What a clinic pastes into its page to show the quiz, as docs/embedding.md has it: read from the lines
//! that are there, changed, and written again. Pure.

mod attribute;
mod dressed;
mod notice;
mod read;
mod write;

use std::collections::BTreeMap;

pub use attribute::{Attribute, Is, LOOK, PLACE, QUIZ};
pub use dressed::Dressed;
pub use notice::{Context, Notice};
pub use write::{Form, Page};

/// A quiz on a clinic's page: the element, and the script beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Embed {
    /// What is asked for, by the names of attributes.
    values: BTreeMap<&'static str, String>,
    /// Attributes that are the page's own.
    others: Vec<(String, Option<String>)>,
    inside: Inside,
    /// Where the script is, if not beside the quiz.
    script: Option<String>,
}

/// What stands between the tags.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Inside {
    /// A link to the quiz, called as the quiz is.
    #[default]
    Link,
    /// A link to the quiz, called so; HTML.
    Called(String),
    /// HTML of the page's own.
    Own(String),
}

impl Embed {
    /// What an attribute asks for, as it was typed; empty where it asks for nothing.
    pub fn get(&self, name: &str) -> &str {
        self.values.get(name).map_or("", String::as_str)
    }

    /// Asks for something else; for nothing, if that is empty.
    pub fn set(&mut self, attribute: &Attribute, value: &str) {
        if value.is_empty() {
            self.values.remove(attribute.name);
        } else {
            self.values.insert(attribute.name, value.to_owned());
        }
    }

    /// What an attribute asks for beyond what the quiz does without it.
    fn asked(&self, attribute: &Attribute) -> Option<&str> {
        let value = self.get(attribute.name).trim();
        (!value.is_empty() && value != attribute.without).then_some(value)
    }

    /// The names of attributes that are kept though the quiz does not know them.
    pub fn others(&self) -> impl Iterator<Item = &str> {
        self.others.iter().map(|(name, _)| name.as_str())
    }
}
