mod flat;
mod parse;

/// A JSON value, whichever parser it comes from: the browser's, or natively any of serde's.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A whole number from 0.
    Number(u32),
    /// Any other number; no field of the format takes one.
    OtherNumber,
    /// A text.
    Text(String),
    /// A text for which a translation has no words. No file has one.
    Untranslated(String),
    /// An array.
    List(Vec<Node>),
    /// An object, in the order of the file.
    Object(Vec<(String, Node)>),
}

impl Node {
    /// What it is, in words.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Null => "empty (null)",
            Self::Flag(_) => "true or false",
            Self::Number(_) => "a number",
            Self::OtherNumber => "a number with a decimal point, below 0 or too large",
            Self::Text(_) | Self::Untranslated(_) => "a text",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }

    /// An entry of a list, 0 for the first.
    pub fn entry(&self, index: usize) -> Option<&Self> {
        match self {
            Self::List(entries) => entries.get(index),
            _ => None,
        }
    }

    /// What an entry of a list is called in keys: by its id, else by its number, from 1.
    pub fn name(&self, index: usize) -> String {
        self.text("id").map_or_else(|| (index + 1).to_string(), str::to_owned)
    }

    /// The text of a field of an object.
    pub fn text(&self, name: &str) -> Option<&str> {
        match self.get(name) {
            Some(Self::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// The value of a field of an object.
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(fields) => {
                fields.iter().find(|field| field.0 == name).map(|field| &field.1)
            }
            _ => None,
        }
    }
}
