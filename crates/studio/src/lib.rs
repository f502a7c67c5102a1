//! The studio: a page on which the people who write a quiz edit it, see it, and are told what is wrong.
//! It is a program of its own; no visitor loads it
//! ([ADR 14](../docs/adr/0014-studio.md)).

mod act;
mod desk;
mod edits;
mod kept;
mod look;
mod page;
mod preview;
mod root;
mod site;
mod visited;
mod website;

use browser::page::spawn;

use root::Root;

/// Shows the studio on its page, with a data file of the site. `kept` is the draft that the page kept, and
/// the page of the studio that was shown, if a program before this one stopped.
pub fn start(quiz: String, kept: Option<(String, String)>) {
    spawn(async {
        let opened = site::open(quiz, kept).await;
        let props = root::Start { opened };
        yew::Renderer::<Root>::with_root_and_props(root::place(), props).render();
    });
}
