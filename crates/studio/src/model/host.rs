use serde::Deserialize;

/// A page around the studio that publishes what is edited, such as one of a content management system.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[derive(Default)]
pub struct Host {
    /// What the website is called.
    pub name: String,
    /// Whether the person may publish.
    pub publishes: bool,
    /// Whether they may publish a sign-off.
    pub signs: bool,
    /// Which publication is on the website.
    pub version: String,
    /// Files that came with an update of the program and that the website has not taken over.
    pub shipped: Vec<String>,
    /// Whether the pages came with an update and have to be made anew.
    pub stale: bool,
}

/// What the page around the studio says.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "skinQuizStudio", rename_all = "kebab-case")]
pub enum HostMsg {
    /// What it is.
    Host(Host),
    /// A publication is on the website.
    Published {
        /// Which one the studio asked for.
        request: u32,
        /// What it is called from now on.
        version: String,
    },
    /// A publication is not, and nothing changed on the website.
    Refused(Refusal),
}

impl HostMsg {
    /// Reads a message, which is JSON; none for any other text.
    pub fn read(message: &str) -> Option<Self> {
        serde_json::from_str(message).ok()
    }
}

/// Why something was not published.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Refusal {
    /// Which publication the studio asked for.
    pub request: u32,
    /// `conflict` if somebody else published meanwhile.
    pub why: String,
    /// The reason in words, with what to do.
    pub message: String,
    /// Who published meanwhile.
    pub by: String,
    /// When, as the person reads it.
    pub at: String,
    /// What that publication is called.
    pub version: String,
}

/// What is on its way to the website.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// Counts the publications that were asked for.
    pub request: u32,
    /// The publication that it follows.
    pub version: String,
    /// What changes, in a line.
    pub note: String,
    /// Whether it brings another sign-off.
    pub signed: bool,
    /// Every file, by its path on the website.
    pub files: Vec<(String, Vec<u8>)>,
}

/// Somebody else published since the draft was begun: nothing is lost, and the person decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Who and when, as far as the website says.
    pub by: String,
    /// What they changed, a sentence each.
    pub theirs: Vec<String>,
    /// What this draft changes, compared with what both began from.
    pub mine: Vec<String>,
}
