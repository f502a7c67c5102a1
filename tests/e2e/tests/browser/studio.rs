/// What a person does in the studio, and sees.
mod person;

/// axe, and narrow screens.
pub(crate) mod clean;
/// Conditions inside of conditions.
pub(crate) mod conditions;
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
/// Warnings that stay.
pub(crate) mod reasons;
/// Where what was edited goes.
pub(crate) mod saving;
/// Sign-off, and the report for it.
pub(crate) mod sign;
/// A program that stops.
pub(crate) mod stops;
/// Made-up visitors.
pub(crate) mod visitors;
/// The look, and the lines of the website.
pub(crate) mod website;
/// All of it, from a changed figure to the quiz as visitors see it.
pub(crate) mod whole;
