//! Everything that decides what is on the studio's page.

mod brought;
mod counts;
mod entered;
mod host;
mod open_quiz;
mod page;
mod pictures;
mod preview_state;
mod site;
mod stored_draft;
mod tour;
mod translation;
mod website;
mod width;
mod worklist;

use check::ProofMode;
use text::Locale;

use crate::check_job::CheckJob;

pub use brought::Brought;
pub(crate) use counts::Counts;
pub use host::{Conflict, Host, HostMsg, Publication, Refusal};
pub(crate) use open_quiz::AfterCheck;
pub use open_quiz::{Before, OpenQuiz, Opening};
pub(crate) use page::HEADING;
pub use page::Page;
pub use pictures::Pictures;
pub(crate) use pictures::{bytes, pictures_of};
pub use preview_state::{Preview, PreviewState};
pub(crate) use site::WORDS as INTERFACE;
pub use site::{RestoredDraft, Site, languages, personas_name, words_name};
pub use stored_draft::{StoredDraft, StoredFile};
pub use tour::Tour;
pub use translation::Translation;
pub use website::Website;
pub use width::Width;
pub use worklist::Worklist;

/// The state of the studio. [`update`](crate::update) alone changes it.
pub struct Editor {
    /// What is published.
    pub site: Site,
    /// What the browser can do.
    pub abilities: Abilities,
    /// The quiz that is open; none if nothing is.
    pub open: Option<OpenQuiz>,
    /// Why nothing is open.
    pub refused: Option<String>,
    /// How the quiz looks on the website.
    pub website: Website,
    /// The step in which the person is shown around; none if they are not.
    pub tour: Option<Tour>,
    /// The page around the studio that publishes what is edited; none if there is none.
    pub host: Option<Host>,
    /// What is on its way to the website by it.
    pub publishing: Option<Publication>,
    /// Counts what was sent there.
    pub(crate) sent: u32,
    /// The versions that are stored, the newest first.
    pub versions: Vec<Version>,
    /// A draft whose files were all saved, but which the website has otherwise.
    pub left: Option<StoredDraft>,
    /// The drafts of other tabs, the newest first.
    pub drafts: Vec<OtherDraft>,
    /// What is being checked.
    pub(crate) checking: Option<CheckJob>,
    /// What is to be checked after that.
    pub(crate) checks_next: Option<ProofMode>,
    /// Where the preview was led last.
    pub(crate) previewed: Option<PreviewState>,
    /// Counts how often it was led somewhere.
    pub(crate) visit: u32,
    /// Whether a timer runs to store the draft.
    pub(crate) stores_soon: bool,
    /// Whether a version was stored so lately that none is stored of an edit.
    pub(crate) has_new_version: bool,
}

/// What the browser can do, and knows.
#[derive(Clone, Copy, Debug)]
pub struct Abilities {
    /// Whether a file can be written in its place.
    pub writes_files: bool,
    /// How a language writes numbers and lists, by its tag.
    pub locale: fn(&str) -> Box<dyn Locale>,
}

/// A version to go back to.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// When it was stored, in milliseconds since 1970.
    pub at: f64,
    /// The same as the person writes it.
    pub written: String,
    /// Which quiz it is, and what was not saved of it then.
    pub about: String,
}

/// A draft that another tab edits, or left unsaved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherDraft {
    /// When it was stored last, in words.
    pub written: String,
    /// Which quiz it is, and what is not saved of it.
    pub about: String,
    /// As [`StoredDraft::write`] writes it.
    pub text: String,
}

impl Editor {
    /// A studio in which nothing is open yet.
    pub fn new(site: Site, abilities: Abilities, website: Website) -> Self {
        Self {
            site,
            abilities,
            open: None,
            refused: None,
            website,
            tour: None,
            host: None,
            publishing: None,
            sent: 0,
            versions: Vec::new(),
            left: None,
            drafts: Vec::new(),
            checking: None,
            checks_next: None,
            previewed: None,
            visit: 0,
            stores_soon: false,
            has_new_version: false,
        }
    }

    /// Whether something would be lost if the page were left.
    pub fn is_unsaved(&self) -> bool {
        self.open.as_ref().is_some_and(|open| !open.draft.unsaved().is_empty())
    }

    /// Whether pages came with an update and have to be published anew.
    pub fn is_stale(&self) -> bool {
        self.host.as_ref().is_some_and(|host| host.stale)
    }

    /// Whether the preview is dark: if the website does not choose, the person does.
    pub fn is_dark(&self) -> bool {
        match self.website.embed.schemes() {
            [dark] => *dark,
            _ => self.open.as_ref().is_some_and(|open| open.dark),
        }
    }
}
