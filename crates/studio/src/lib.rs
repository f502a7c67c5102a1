//! The studio: a page on which the people who write a quiz edit it, see it, and read what is wrong with it.
//! It is a program of its own; no visitor loads it
//! ([ADR 14](../docs/adr/0014-studio.md)).
//!
//! [`Editor`](model::Editor) is its state, [`update`] changes it by a [`Msg`] and gives [`Effect`]s, a view
//! draws it, and `root` carries effects out in the browser.

mod check_job;
mod effect;
mod load;
pub mod model;
mod msg;
pub mod pages;
mod preview;
mod root;
mod update;
mod view;

use browser::page::spawn;
use browser::studio::site::place;

pub use check_job::{CheckJob, Checks, Findings, Receiver, Sender, findings};
pub use effect::{Download, Effect, Keep, Timer};
pub use msg::{Done, EditMsg, FileMsg, Msg, ShowMsg, WebsiteMsg};
pub use update::{begin, preview, update};
pub use view::View;

/// Shows the studio on its page, with a data file of the site. `kept` is the draft that the page kept, and
/// the page of the studio that was shown, if a program before this one stopped.
pub fn start(quiz: String, kept: Option<(String, String)>) {
    spawn(async {
        let (site, drafts) = load::load(quiz, kept).await;
        let props = root::Start { site, drafts };
        yew::Renderer::<root::Root>::with_root_and_props(place(), props).render();
    });
}
