//! The only module that touches the browser.

pub mod clipboard;
pub mod focus;
pub mod history;
mod intl;
pub mod page;
#[cfg(feature = "studio")]
pub mod studio;
pub mod visit;

#[cfg(feature = "studio")]
use gloo::events::EventListener;

/// Listens on the window until it is dropped.
#[cfg(feature = "studio")]
pub struct Listener(#[allow(dead_code, reason = "dropping it ends the listening")] EventListener);
