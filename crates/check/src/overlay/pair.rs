use super::super::texts::Text;

/// A text of the quiz with its translation.
pub(super) struct Pair<'t> {
    pub(super) of: &'t Text,
    pub(super) own: &'t str,
}
