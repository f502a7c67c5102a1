use editor::{Note, NoteState};

/// How much there is to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// What has to be fixed.
    pub(crate) to_fix: usize,
    /// What has to be filled in.
    pub(crate) to_fill_in: usize,
    /// What somebody should look at.
    pub(crate) to_look_at: usize,
}

impl Counts {
    /// Counts notes.
    pub(crate) fn of<'n>(notes: impl IntoIterator<Item = &'n Note>) -> Self {
        let mut counts = Self::default();
        for note in notes {
            match note.state {
                NoteState::ToFix => counts.to_fix += 1,
                NoteState::ToFillIn => counts.to_fill_in += 1,
                NoteState::ToLookAt => counts.to_look_at += 1,
                NoteState::Kept => {}
            }
        }
        counts
    }
}
