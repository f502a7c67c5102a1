//! Drives the served quiz in a real browser, for its tests, its gallery and its benchmark.
//!
//! A [`Browser`] is one engine with its driver; a [`Visit`] says how the quiz is served and opened,
//! and gives a [`Page`], on which one does and sees what a visitor does and sees.

mod axe;
mod browser;
mod driver;
mod engine;
mod files;
mod hosted;
mod keys;
mod media;
mod nginx;
mod page;
mod pointer;
mod seen;
mod vendor;
mod visit;
mod wait;
mod walk;

pub use axe::Axe;
pub use browser::Browser;
pub use engine::Engine;
pub use files::Files;
pub use hosted::{Hosted, copied};
pub use media::Media;
pub use nginx::Nginx;
pub use page::{Complaint, Page};
pub use pointer::Pointer;
pub use seen::{Screen, Seen};
pub use visit::{RECORDER, TRAP, Visit};
pub use walk::{ALL_CONCERNS, ONE_CONCERN, Step, UNDER_AGE, walked, with};
