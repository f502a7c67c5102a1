/// A text that visitors read, in the language shown or, where nobody has translated it, in the
/// quiz's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    text: Box<str>,
    untranslated: bool,
}

impl Words {
    /// A text in the language shown.
    pub fn new(text: &str) -> Self {
        Self { text: text.into(), untranslated: false }
    }

    /// A text in the quiz's own language while another one is shown.
    pub fn untranslated(text: &str) -> Self {
        Self { text: text.into(), untranslated: true }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it is in the quiz's own language while another one is shown.
    pub fn is_untranslated(&self) -> bool {
        self.untranslated
    }
}
