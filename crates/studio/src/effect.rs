use browser::studio::disk::Handle;
use editor::FileId;

use crate::check_job::CheckJob;
use crate::model::Publication;
use crate::pages::PagesJob;

/// What the browser is to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Let the page hold the draft and the name of the studio's page, in case the program stops.
    HandOver {
        /// As [`StoredDraft::write`](crate::model::StoredDraft::write) writes it.
        draft: String,
        /// As [`Page::write`](crate::model::Page::write) writes it.
        page: String,
    },
    /// Start a timer, in the place of one of its kind that runs.
    Start(Timer),
    /// Show the quiz in the preview as [`preview`](crate::preview) has it then, and answer with
    /// [`Done::Themed`](crate::Done::Themed).
    ShowPreview,
    /// Frame what is edited in the preview.
    MarkEdited,
    /// Check a draft, and answer with [`Done::Checked`](crate::Done::Checked). Nothing else is asked to be
    /// checked meanwhile.
    Check(CheckJob),
    /// Make the pages as visitors are served them, and answer with [`Done::MadePages`](crate::Done::MadePages).
    MakePages(PagesJob),
    /// Put the draft's page with all that it needs into one text, and answer with
    /// [`Done::WroteDraftFrame`](crate::Done::WroteDraftFrame).
    WriteDraftFrame {
        /// The page, as [`pages`](crate::pages::pages) makes it.
        page: String,
        /// Its files, as [`browser::studio::draft_frame::write`] takes them.
        content: String,
    },
    /// Ask the page around the studio to publish, which answers with a [`HostMsg`](crate::model::HostMsg).
    Publish(Publication),
    /// Load the files of the website anew, and answer with [`Done::LoadedSite`](crate::Done::LoadedSite).
    LoadSite(String),
    /// Ask the website for a file, and answer with [`Done::LoadedShipped`](crate::Done::LoadedShipped).
    LoadShipped(String),
    /// Ask the website for pictures, by their paths, and answer with
    /// [`Done::FoundPictures`](crate::Done::FoundPictures).
    FindPictures(Vec<String>),
    /// Move the focus to the element of this id, once it is on the page.
    Focus(&'static str),
    /// Move the focus to the first of these elements that is on the page, or to the first in it that takes it.
    FocusPlace(Vec<String>),
    /// Scroll to the element of this id, if it is not in view.
    BringIntoView(&'static str),
    /// Add a page of the studio to the tab's history, unless it is the one that stands in the address: as
    /// [`Page::write`](crate::model::Page::write) writes it.
    Address(String),
    /// Store, read or list drafts and versions.
    Keep(Keep),
    /// Save a text as a download.
    Download(Download),
    /// Write a file in its place.
    Write {
        /// Which it is.
        file: FileId,
        /// Where it came from.
        handle: Handle,
        /// What it is to hold.
        text: String,
    },
    /// Open the browser's file picker.
    PickFile,
    /// Put a text into the clipboard.
    Copy(String),
    /// Store that the person was shown around.
    StoreTour,
    /// Store the snippet of the website.
    StoreSnippet(String),
    /// Note on the page's time line that something is done.
    Mark(&'static str),
}

/// What is done with the drafts and versions that the browser stores.
#[derive(Clone, Debug, PartialEq)]
pub enum Keep {
    /// Store the draft.
    Draft(String),
    /// Delete the stored draft: nothing is unsaved.
    NoDraft,
    /// Store a version with a word about it, and list those there are.
    Version {
        /// Which quiz it is, and what is not saved of it.
        about: String,
        /// As [`StoredDraft::write`](crate::model::StoredDraft::write) writes it.
        text: String,
    },
    /// List the stored versions.
    List,
    /// List the drafts of other tabs.
    ListDrafts,
    /// Read the version that was stored then, in milliseconds since 1970.
    Read(f64),
}

impl From<Keep> for Effect {
    fn from(keep: Keep) -> Self {
        Self::Keep(keep)
    }
}

/// What is in a download.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DownloadOf {
    /// A file of the draft.
    File(FileId),
    /// Every file that the website has otherwise, in a zip.
    Publication,
    /// Something that is made of the draft.
    Extract,
}

/// A file to download.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    /// What it is of.
    pub of: DownloadOf,
    /// Its name, without a folder.
    pub name: String,
    /// Its MIME type.
    pub kind: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What is done after a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timer {
    /// Show the quiz as it is now in the preview, once what was typed is on the screen.
    Show,
    /// Check and prove everything, once nobody has typed for a while.
    Prove,
    /// Store the draft.
    StoreDraft,
    /// A version may be stored again.
    Version,
    /// Show what was found while somebody typed in the field that they left: not before the press that left it
    /// has reached what it was for, as that would move.
    Left,
}

impl Timer {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Show, Self::Prove, Self::StoreDraft, Self::Version, Self::Left];

    /// How long it takes, in milliseconds.
    pub fn milliseconds(self) -> u32 {
        match self {
            Self::Show => 0,
            Self::Prove => 600,
            Self::StoreDraft => 400,
            Self::Version => 120_000,
            Self::Left => 250,
        }
    }
}
