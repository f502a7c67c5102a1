mod events;
mod watch;

pub(crate) use events::{EVENTS, Live, SCRIPT, inject, script};
