//! The only code that touches the browser, for both programs. Cargo keeps it so: no other crate depends
//! on web-sys or gloo.

pub mod clipboard;
pub mod focus;
pub mod history;
mod intl;
pub mod memory;
pub mod page;
pub mod studio;

pub use intl::Intl;

use gloo::events::EventListener;

/// Listens on the window until it is dropped.
pub struct Listener(#[allow(dead_code, reason = "dropping it ends the listening")] EventListener);
