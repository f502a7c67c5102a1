use browser::page::{self, Error, Stage};
use browser::{Intl, history};
use quiz::link::Opened;
use visit::{Files, LoadedFiles, Msg};
use yew::Renderer;

use crate::later;
use crate::mounted::mounted;
use crate::root::{Root, Start};

/// Shows the quiz with what the page brought along, which is enough for its questions. Whole files are
/// to follow by [`bring`]. Nothing where it is shown already. `kept` is what the page kept of a visit
/// whose program stopped.
///
/// # Errors
/// If it cannot be read.
pub(crate) fn open(opening: &LoadedFiles, kept: Option<String>) -> Result<(), Error> {
    if mounted().is_none() {
        let files = opening
            .opening(|language| Box::new(Intl::new(language)))
            .ok_or_else(|| page::named("quiz", "what the page brings along cannot be read"))?;
        mount(files, Opened::Nothing, false, kept);
    }
    Ok(())
}

/// Loads the part of the program that [`bring`] needs. Where it does not arrive, that is told by
/// [`bring`], which asks again.
pub(crate) fn ahead() {
    page::spawn(async { drop(later::load().await) });
}

/// Shows the quiz with these files, be it shown already or not. `kept` is as for [`open`].
///
/// # Errors
/// An `Error` named `later` if that part of the program does not arrive, or `quiz`, `text` or `overlay`
/// after the file that cannot be used; the page stays as it is.
pub(crate) async fn bring(files: LoadedFiles, kept: Option<String>) -> Result<(), Error> {
    let later = later::load().await.map_err(|error| page::named("later", &error.to_string()))?;
    let (quiz, text) = (later.read)(&files)?;
    match mounted() {
        Some(mounted) => mounted.emit(Msg::GotFiles((later.renew)(quiz, text))),
        None => {
            let opened = (later.open)(&quiz, &page::fragment());
            mount((quiz, text), opened, true, kept);
        }
    }
    Ok(())
}

/// Tells the visitor that the language they chose did not come.
pub(crate) fn refuse() {
    if let Some(mounted) = mounted() {
        mounted.emit(Msg::LanguageFailed);
    }
}

/// The browser has travelled in its history.
pub(crate) fn travelled() {
    history::travelled();
}

fn mount((quiz, text): Files, opened: Opened, whole: bool, kept: Option<String>) {
    if let Some(stage) = Stage::new() {
        let start = Start { quiz, text, opened, whole, kept, stage };
        Renderer::<Root>::with_root_and_props(start.stage.element(), start).render();
    }
}
