//! The only module that touches the browser.

pub mod clipboard;
pub mod focus;
pub mod history;
mod intl;
pub mod page;
#[cfg(feature = "studio")]
pub mod studio;

use gloo::events::EventListener;
use web_sys::Event;

/// Listens on the window until it is dropped.
pub struct Listener(#[allow(dead_code, reason = "dropping it ends the listening")] EventListener);

impl Listener {
    fn new(event: &'static str, heard: impl Fn(&Event) + 'static) -> Self {
        Self(EventListener::new(&gloo::utils::window(), event, heard))
    }
}
