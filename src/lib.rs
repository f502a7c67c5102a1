//! A quiz that a clinic puts on its website: a visitor says which concerns bother them and reads
//! which benefits of a treatment are relevant, what a course looks like in studies, and the
//! evidence for every figure. Nothing they say leaves the device.
//!
//! `ARCHITECTURE.md` has the map and the walls between these modules.

pub mod quiz;

pub mod data;
pub mod link;
pub mod text;

#[cfg(feature = "check")]
pub mod proof;

#[cfg(feature = "check")]
pub mod check;

#[cfg(feature = "check")]
pub mod report;

#[cfg(feature = "check")]
pub mod sheet;

#[cfg(feature = "check")]
pub mod draft;

#[cfg(feature = "check")]
pub mod embed;

#[cfg(feature = "view")]
pub mod view;

#[cfg(feature = "view")]
pub mod app;
#[cfg(any(feature = "web", feature = "studio"))]
pub mod browser;

#[cfg(feature = "studio")]
pub mod studio;
