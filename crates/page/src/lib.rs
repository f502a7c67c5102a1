//! The quiz as pages that need no program: the page as it is served, with its first question, and the plain
//! page, on which everything stands to read. The build writes a template of each, which has everything that
//! staff do not edit; this fills in the rest, when the build is finished and when the studio publishes.

mod opening;
mod reading;
mod render;
mod served;
mod template;

pub use reading::plain;
pub use render::render;
pub use served::{Served, page};
pub use template::{Mark, MissingMark, filled};
