use std::collections::BTreeMap;
use std::ops::Range;

use browser::studio::disk::Opened;
use browser::studio::picture::Chosen;
use data::Path;
use editor::{Edit, FileId, Spot};
use snippet::Attribute;

use crate::check_job::Findings;
use crate::effect::{DownloadOf, Timer};
use crate::model::{HostMsg, Page, Tour, Version, Width};
use crate::pages::{Pages, PagesJob};

/// What happened.
#[derive(Clone, Debug)]
pub enum Msg {
    /// The person changed the draft.
    Edit(EditMsg),
    /// The person looks at something else.
    Show(ShowMsg),
    /// The person opened or saved a file.
    File(FileMsg),
    /// The person changed how the quiz looks on the website.
    Website(WebsiteMsg),
    /// The page around the studio said something.
    Host(HostMsg),
    /// A timer ran out.
    Due(Timer),
    /// The browser did what an effect asked for.
    Done(Done),
}

/// A change of the draft. A finding is named by its position among all findings.
#[derive(Clone, Debug)]
pub enum EditMsg {
    /// Edited a file.
    Wrote(FileId, Edit),
    /// Did several edits of a file at once.
    WroteAll(FileId, Vec<Edit>),
    /// Entered a field in which one types.
    EnteredField,
    /// Left a field: what is typed next is a step of its own.
    LeftField,
    /// Added an entry of this name to a list of the quiz.
    Added(Path, String),
    /// Added a concern of this name, with all that belongs to it.
    AddedConcern(String),
    /// Chose a picture for a field.
    ChosePicture(Path, Chosen),
    /// Made a figure of words of a text, which are counted in UTF-16 units.
    MadeFigure(Path, Range<usize>),
    /// Made one plan for each answer of the only plan of the concern of this choice.
    SplitPlan(Path),
    /// Moved an entry of a list, from a position to another.
    Moved(Path, usize, usize),
    /// Put a copy of an entry behind it.
    Duplicated(Path),
    /// Deleted an entry.
    Deleted(Path),
    /// Deleted an entry and whatever would refer to it.
    CleanedUp(Path),
    /// Added a test visitor, described so.
    AddedVisitor(String),
    /// Gave one answer for all test visitors who leave a question open: question and choice, by position.
    AnsweredByAll(usize, usize),
    /// Deleted a test visitor.
    DeletedVisitor(Path),
    /// Pressed Undo.
    Undid,
    /// Pressed Redo.
    Redid,
    /// Applied the fix of a finding.
    Fixed(usize),
    /// Applied every fix there is.
    FixedAll,
    /// Gave a reason why a warning stays.
    Accepted(usize, String),
    /// Gave a reason why an error stays, and the name of the clinician who is to allow it.
    Allowed(usize, String, String),
    /// Took that reason back.
    Reopened(usize),
    /// Translated a text: language, key, text.
    Translated(String, String, String),
    /// Found the translation of a text right for the quiz's text as it is: language, key.
    ConfirmedTranslation(String, String),
    /// Added a language: its tag and its name.
    AddedLanguage(String, String),
    /// Imported the spreadsheet of a language.
    Imported(String, Opened),
    /// Signed the quiz off, by name and role.
    Signed(String),
    /// Took the signature of the quiz back.
    Unsigned,
    /// Reviewed the translation of a language, by name.
    ReviewedTranslation(String, String),
}

/// What is shown.
#[derive(Clone, Debug)]
pub enum ShowMsg {
    /// Went to a page of the studio.
    WentTo(Page),
    /// Went to a place of a file.
    WentToPlace(FileId, Path),
    /// Closed what they were told at the top of the page.
    ClosedNotice,
    /// Is shown around, in this step; none if they have seen enough.
    ShownAround(Option<Tour>),
    /// Looks for words in everything; none to look no longer.
    Searched(Option<String>),
    /// Looks for words in the list that is shown.
    Filtered(String),
    /// Looks for words in the sources that are offered at a place.
    FilteredSources(Path, String),
    /// Asked to delete an entry.
    AskedToDelete(Path),
    /// Decided not to.
    KeptEntry,
    /// Opened or closed the fold of an entry.
    Folded(Path, bool),
    /// Began to drag an entry of a list, or let it go.
    Dragged(Option<usize>),
    /// Chose the language of the preview.
    ChoseLanguage(String),
    /// Chose the test visitor whose result is previewed; none for what is edited.
    ChoseVisitor(Option<usize>),
    /// Chose a dark or a light preview.
    ChoseDark(bool),
    /// Chose whether presses in the preview work as for a visitor.
    ChoseTrying(bool),
    /// Chose how wide the preview is.
    ChoseWidth(Width),
    /// Chose the preview instead of the form, or the form again, where there is room for one alone.
    Peeked(bool),
    /// Chose which change the preview shows.
    ChoseChange(Option<Path>),
    /// Pressed something in the preview to edit it.
    PressedPreview(Spot),
    /// The field of this id has the focus.
    Focused(String),
    /// Chose to see only the texts that are missing or out of date in a language.
    ChoseOpenTexts(bool),
    /// The frame of the preview is on the page.
    OpenedPreview,
    /// The script that themes the preview has loaded, or has failed to.
    LoadedTheme(bool),
}

/// Files opened and saved.
#[derive(Clone, Debug)]
pub enum FileMsg {
    /// Opened a file of their own.
    Opened(Opened),
    /// Opened the published quiz.
    OpenedPublished,
    /// Began a new quiz of this title from the example.
    BeganNew(String),
    /// Had it opened although something is not saved.
    ConfirmedOpening,
    /// Decided to stay with what is open.
    Stayed,
    /// Asked for the browser's file picker.
    PressedOpen,
    /// Asked to save every unsaved file.
    PressedSave,
    /// Asked for the download of a file.
    PressedDownload(FileId),
    /// Asked for the spreadsheet of a language.
    PressedExport(String),
    /// Asked for the report.
    PressedReport,
    /// Asked for the draft as visitors would see it, with its report, for a clinician.
    PressedDraftPage,
    /// Asked for everything that the website has otherwise to be published: by the page around the studio, else
    /// in a zip.
    PressedPublish,
    /// Asked for that zip.
    PressedZip,
    /// Asked to compare the quiz with the one that came with an update.
    ComparedShipped(String),
    /// Asked for what is in the draft of another tab, by its position among those.
    ChoseDraft(usize),
    /// Goes on with what they saved last, or else with what the website has.
    ChoseLeft(bool),
    /// Asked to go back to the version stored then, in milliseconds since 1970.
    ChoseVersion(f64),
}

/// How the quiz is to look on the website.
#[derive(Clone, Debug)]
pub enum WebsiteMsg {
    /// Gave an attribute a value.
    Set(&'static Attribute, String),
    /// Pasted the snippet that the website has.
    Pasted(String),
    /// Filled the fields with it.
    Filled,
    /// Emptied all fields.
    Cleared,
    /// Put back what the fields had before that.
    PutBack,
    /// Asked for a text in the clipboard.
    PressedCopy(String),
}

/// What became of an effect.
#[derive(Clone, Debug)]
pub enum Done {
    /// What was found in the draft that was checked.
    Checked(Findings),
    /// The browser stored the draft, or refused.
    StoredDraft(bool),
    /// The versions that are stored, the newest first.
    ListedVersions(Vec<Version>),
    /// The drafts of other tabs, each with when it was stored, in words; the newest first.
    ListedDrafts(Vec<(String, String)>),
    /// The version to go back to, if it is still stored.
    ReadVersion(Option<String>),
    /// A file was written in its place, or could not be.
    Wrote(FileId, bool),
    /// Something was saved as a download, or could not be.
    Downloaded(DownloadOf, bool),
    /// A text was copied, or could not be.
    Copied(bool),
    /// The pages that were asked for, as far as they could be made, and the time of day: hours, minutes and seconds.
    MadePages(PagesJob, Pages, [u8; 3]),
    /// The draft's page in one text, or nothing if something was not there.
    WroteDraftFrame(Option<String>),
    /// The files of the website as they are now.
    LoadedSite(BTreeMap<String, Vec<u8>>),
    /// A file that came with an update, if it is there.
    LoadedShipped(Option<Vec<u8>>),
    /// How many bytes pictures have on the website, by their paths; none for one that is not there.
    FoundPictures(BTreeMap<String, Option<u64>>),
    /// Another screen is drawn in the preview.
    DrewPreview,
    /// What the preview's script answered to a theme; none if it is not there.
    Themed(Option<String>),
}

impl From<EditMsg> for Msg {
    fn from(msg: EditMsg) -> Self {
        Self::Edit(msg)
    }
}

impl From<ShowMsg> for Msg {
    fn from(msg: ShowMsg) -> Self {
        Self::Show(msg)
    }
}

impl From<FileMsg> for Msg {
    fn from(msg: FileMsg) -> Self {
        Self::File(msg)
    }
}

impl From<WebsiteMsg> for Msg {
    fn from(msg: WebsiteMsg) -> Self {
        Self::Website(msg)
    }
}
