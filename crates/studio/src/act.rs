use browser::studio::disk::Opened;
use data::Path;
use editor::Edit;

use super::page::Page;
use super::website::Change;

/// What somebody does in the studio.
#[derive(Clone, Debug)]
pub(super) enum Act {
    /// Edits a file.
    Edit(usize, Edit),
    /// Does several things to a file at once.
    EditAll(usize, Vec<Edit>),
    /// Adds a made-up visitor, who is so.
    AddVisitor(String),
    /// Takes a made-up visitor out.
    DeleteVisitor(Path),
    /// Leaves a field.
    Settle,
    /// Adds a thing to a list of the quiz, called so.
    Add(Path, String),
    /// Moves an entry of a list.
    Move(Path, usize, usize),
    /// Wants to take an entry out.
    AskDelete(Path),
    /// Takes it out.
    Delete(Path),
    /// Keeps it after all.
    Keep,
    /// Goes to a page.
    Go(Page),
    /// Goes to a place of a file.
    Show(usize, Path),
    /// Takes the last step back.
    Undo,
    /// Does it again.
    Redo,
    /// Saves every file that is not saved.
    Save,
    /// Saves a file as a download.
    Download(usize),
    /// Wants the browser's picker of files.
    Pick,
    /// Opened a file of their own.
    Opened(Opened),
    /// Wants the published quiz again.
    OpenPublished,
    /// Begins a new one from the example.
    New,
    /// Mends a problem, by its number.
    Mend(usize),
    /// Mends all that can be mended.
    MendAll,
    /// Says why a problem, by its number, stays as it is.
    Accept(usize, String),
    /// Takes that back.
    Reopen(usize),
    /// Translates a text: language, key, text.
    Translate(String, String, String),
    /// Adds a language: tag and name.
    AddLanguage(String, String),
    /// Wants the spreadsheet of a language.
    Export(String),
    /// Brings a spreadsheet back.
    Import(String, Opened),
    /// Signs the quiz off, by name and role.
    Sign(String),
    /// Says who reviewed a translation, by name.
    Reviewed(String, String),
    /// Wants the report.
    Report,
    /// Shows the preview in a language.
    Language(String),
    /// Shows the result of a made-up visitor, or what is edited again.
    Persona(Option<usize>),
    /// Shows the preview dark or light.
    Dark(bool),
    /// Changes how the quiz is to stand on the website.
    Website(Change),
    /// Whether the preview can be dressed.
    Dress(bool),
    /// Goes back to the version that was kept then.
    GoBack(f64),
    /// Begins to drag an entry, or lets it go.
    Drag(Option<usize>),
}
