use data::{Digest, Node};

/// Who reviewed a quiz or a translation, as its file says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Review<'f> {
    /// Name and role.
    pub by: &'f str,
    /// The day, as the file writes it.
    pub on: &'f str,
    /// Whether it is a review of what the file says now; visitors read the name only then.
    pub is_current: bool,
}

impl<'f> Review<'f> {
    /// That of a quiz; nothing if nobody reviewed it.
    pub fn of_quiz(file: &'f Node) -> Option<Self> {
        Self::read(file, Digest::of_quiz(file))
    }

    /// That of a translation of a quiz; nothing if nobody reviewed it.
    pub fn of_translation(quiz: &Node, file: &'f Node) -> Option<Self> {
        Self::read(file, Digest::of_translation(Digest::of_quiz(quiz), file))
    }

    fn read(file: &'f Node, digest: Digest) -> Option<Self> {
        let review = file.get("reviewed").filter(|it| matches!(it, Node::Object(_)))?;
        let is_current = review.text("digest").is_some_and(|written| digest.is(written));
        let [by, on] = ["by", "on"].map(|field| review.text(field).unwrap_or("?"));
        Some(Self { by, on, is_current })
    }
}
