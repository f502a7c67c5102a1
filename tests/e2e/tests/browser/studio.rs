/// What a person does in the studio, and sees.
mod person;

/// axe, and narrow screens.
pub(crate) mod clean;
/// Drafts and versions.
pub(crate) mod drafts;
/// Forms, problems and lists.
pub(crate) mod editing;
/// Keys alone.
pub(crate) mod keys;
/// Translations.
pub(crate) mod languages;
/// Which file is edited.
pub(crate) mod opening;
/// The quiz beside the forms.
pub(crate) mod preview;
/// Where what was edited goes.
pub(crate) mod saving;
/// Sign-off, and the report for it.
pub(crate) mod sign;
/// All of it, from a changed figure to the quiz as visitors see it.
pub(crate) mod whole;
