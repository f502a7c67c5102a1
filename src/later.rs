//! What a visitor needs only after the first question. It is a part of the program that loads apart,
//! when the first question can be answered ([ADR 13](../docs/adr/0013-two-parts.md)).

use std::cell::Cell;
use std::rc::Rc;

#[cfg(feature = "parts")]
use wasm_split_helpers::SplitLoaderError as LoadError;

use browser::Intl;
use browser::page::{self, Error};
use quiz::link::{self, Opened};
use quiz::{Outcome, Quiz};
use text::{Text, short, summary};
use view::{Event, ShowResult};
use visit::{Files, LoadedFiles, Model, Renewal};

/// The ways into that part.
pub(crate) struct Later {
    /// Reads whole files.
    pub(crate) read: fn(&LoadedFiles) -> Result<Files, Error>,
    /// How a visit goes on with newer files.
    pub(crate) renew: fn(Rc<Quiz>, Rc<Text>) -> Renewal,
    /// Reads a link to a result.
    pub(crate) open: fn(&Quiz, &str) -> Opened,
    /// Shows a result.
    pub(crate) show: ShowResult,
    /// The result as text, in short or as a fragment of a link, as was asked.
    pub(crate) take: fn(&Model, &Event) -> String,
}

static LATER: Later =
    Later { read, renew: Renewal::told, open: link::open, show: view::result, take };

thread_local! {
    static LOADED: Cell<Option<&'static Later>> = const { Cell::new(None) };
}

/// That part, once it was loaded.
pub(crate) fn loaded() -> Option<&'static Later> {
    LOADED.get()
}

/// Loads it, the first time that it is asked for.
///
/// # Errors
/// If it does not arrive; it can be asked for again.
pub(crate) async fn load() -> Result<&'static Later, LoadError> {
    let later = ways().await?;
    LOADED.set(Some(later));
    Ok(later)
}

#[cfg(feature = "parts")]
#[allow(unsafe_code, reason = "the macro joins two parts of one program by their names")]
#[wasm_split_helpers::wasm_split(later, fallible)]
fn ways() -> Result<&'static Later, LoadError> {
    Ok(&LATER)
}

/// In a program of one part there is nothing to load.
#[cfg(not(feature = "parts"))]
pub(super) type LoadError = String;

#[cfg(not(feature = "parts"))]
async fn ways() -> Result<&'static Later, LoadError> {
    Ok(&LATER)
}

fn read(files: &LoadedFiles) -> Result<Files, Error> {
    let read = files.read(|language| Box::new(Intl::new(language)));
    read.map_err(|unusable| page::named(unusable.file, &unusable.problems))
}

fn take(model: &Model, event: &Event) -> String {
    let quiz = model.quiz();
    let outcome = match model.scene().shared {
        Some(shared) => Outcome::from_shared(quiz, shared),
        None => Outcome::new(quiz, model.walk().counted()),
    };
    match event {
        Event::SharedLink => link::fragment(quiz, &outcome.to_shared(quiz)),
        Event::CopiedShort => short(quiz, &outcome, model.text()),
        _ => summary(quiz, &outcome, model.text()),
    }
}
