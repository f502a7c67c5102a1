//! A static web server for looking at the quiz and for testing it.
//!
//! It answers on 127.0.0.1 only. A [`Site`] says what is served; [`Site::start`] gives a
//! [`Running`] server, whose files can be broken, held back and mended while a page is open.

mod answer;
mod compressed;
mod files;
mod handle;
mod live;
mod overrides;
mod path;
mod port;
mod requests;
mod running;
mod site;
mod throttle;

pub use overrides::Hold;
pub use port::Port;
pub use requests::Logged;
pub use running::Running;
pub use site::Site;
