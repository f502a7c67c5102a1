//! The view rendered natively: as the text of a page, in the language that ICU knows, and as the
//! fixtures that snapshots, the gallery, axe and screenshots look at.

pub mod fixtures;
mod icu;

pub use icu::Icu;
