/// A field of a form: what a person sees of a value of the file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Field {
    /// Its way from the thing the form is about.
    pub path: &'static [&'static str],
    /// What it is called.
    pub label: &'static str,
    /// One line on what to write; empty where the label says it.
    pub help: &'static str,
    /// What it holds.
    pub is: FieldType,
    /// Whether it cannot be left out.
    pub needed: bool,
}

/// What a field holds, and so how it is edited.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FieldType {
    /// A short text.
    Line,
    /// A text of some sentences.
    Text,
    /// A web address, or a telephone number or e-mail address as a link.
    Link,
    /// A list of short texts.
    Lines,
    /// A whole number.
    Number,
    /// Two whole numbers, the fewest and the most.
    Range,
    /// One word of several.
    OneOf(&'static [Word]),
    /// Yes or no.
    Flag,
    /// When it holds.
    Rule,
    /// A choice of a question.
    Pick,
    /// Sources, by their ids.
    Sources,
    /// A day.
    Date,
    /// A colour.
    Colour,
    /// A picture, by the path of its file.
    Picture,
}

/// A word of the file, and what it is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// As it stands in the file.
    pub word: &'static str,
    /// As a person reads it.
    pub label: &'static str,
}

impl Field {
    pub(super) const fn new(
        path: &'static [&'static str],
        label: &'static str,
        is: FieldType,
        help: &'static str,
    ) -> Self {
        Self { path, label, help, is, needed: true }
    }

    /// The same, but it may be left out.
    pub(super) const fn optional(self) -> Self {
        Self { needed: false, ..self }
    }
}
