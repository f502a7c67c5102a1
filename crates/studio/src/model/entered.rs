use editor::Note;

/// A field in which the person types: what is found meanwhile is shown once they have left it.
pub(crate) struct Entered {
    /// What was shown as they entered it and has been found ever since.
    notes: Vec<Note>,
    /// Whether they have left it.
    is_left: bool,
}

impl Entered {
    /// Entered while these notes are shown.
    pub(crate) fn among(notes: &[Note]) -> Self {
        Self { notes: notes.to_vec(), is_left: false }
    }

    /// They left it; what was found is shown soon.
    pub(crate) fn leave(&mut self) {
        self.is_left = true;
    }

    /// Whether they are still in it.
    pub(crate) fn is_still(&self) -> bool {
        !self.is_left
    }

    /// Whether a note is shown all the same.
    pub(crate) fn shows(&self, note: &Note) -> bool {
        self.notes.iter().any(|was| was.is_same(note))
    }

    /// Forgets what is not found any more.
    pub(crate) fn keep(&mut self, notes: &[Note]) {
        self.notes.retain(|was| notes.iter().any(|it| it.is_same(was)));
    }
}
