//! In every engine: what is stored, locked, dropped and dragged, the focus, the preview's frame, the widths,
//! and one way through all of it. What follows from an edit is the program's own, and one engine is enough.

/// What a person does in the studio, and sees.
mod person;

/// Drafts checked beside the page.
mod checking;
/// axe, and narrow screens.
mod clean;
/// What a clinician gets.
mod clinician;
/// Conditions inside of conditions.
mod conditions;
/// Drafts and versions.
mod drafts;
/// Forms, problems and lists.
mod editing;
/// Keys alone.
mod keys;
/// Translations.
mod languages;
/// Phones, and pages enlarged.
mod narrow;
/// Which file is edited.
mod opening;
/// Pictures of choices.
mod pictures;
/// The quiz beside the forms.
mod preview;
/// Warnings that stay.
mod reasons;
/// Where what was edited goes.
mod saving;
/// A program that stops.
mod stops;
/// What translates pages.
mod translated;
/// Test visitors.
mod visitors;
/// Finding things, and going to them and back.
mod ways;
/// The look, and the lines of the website.
mod website;
/// All of it, from a changed figure to the quiz as visitors see it.
mod whole;
