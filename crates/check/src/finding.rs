use std::ops::Range;

use data::Path;
use serde::{Deserialize, Serialize};

use super::kinds::{self, KindId};
use super::steps;

/// Something to mend in a file, or to think about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Whether it has to be mended.
    pub severity: Severity,
    /// Names the kind, for ever: `group/name`. `docs/editing.md` explains each.
    #[serde(deserialize_with = "kinds::known")]
    pub id: KindId,
    /// What it is about.
    #[serde(with = "steps")]
    pub path: Path,
    /// The way there by names and ids, [`Path::key`]; empty for the file as a whole.
    pub at: String,
    /// Where in the text of the file, in bytes.
    pub span: Range<usize>,
    /// The place in words: `question "Which area?", choice "Face"`.
    pub place: String,
    /// What was found.
    pub found: String,
    /// What to do.
    pub help: String,
    /// What puts it right, where only one thing can be meant.
    pub fix: Option<Fix>,
    /// Why it stays as it is, where the file says so.
    pub because: Option<String>,
    /// Who has still to allow that by signing: until then it is an error.
    pub allowed_by: Option<String>,
}

impl Finding {
    /// Whether a quiz cannot be published before it is settled: an error, or something that is not yet
    /// the clinic's own.
    pub fn blocks_publication(&self) -> bool {
        self.severity == Severity::Error || self.is_placeholder()
    }

    /// What is still missing to publish, where it is not yet the clinic's own.
    pub fn missing(&self) -> Option<&'static str> {
        Some(match self.id {
            "placeholder/clinic-name" => "the clinic's name",
            "placeholder/link" => "the clinic's own link",
            "placeholder/telephone" => "the clinic's own number",
            "placeholder/source" => "a source that there is",
            _ => return None,
        })
    }

    /// Whether it says of something that it came with the program and is not yet the clinic's own.
    pub fn is_placeholder(&self) -> bool {
        self.id.starts_with("placeholder/")
    }
}

/// Whether a finding has to be mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    /// It must be mended before a visitor sees the file.
    Error,
    /// Somebody should look at it.
    Warning,
    /// Somebody did, and wrote down why it stays.
    Accepted,
}

impl Severity {
    /// As it stands in a report.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Accepted => "accepted",
        }
    }
}

/// Bytes of a file, and what to write in their place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fix {
    /// In bytes.
    pub span: Range<usize>,
    /// The new text.
    pub text: String,
}

/// A text with its fixes applied; of fixes that overlap only the first is.
pub fn fixed<'f>(text: &str, fixes: impl IntoIterator<Item = &'f Fix>) -> String {
    let mut fixes: Vec<&Fix> = fixes.into_iter().collect();
    fixes.sort_by_key(|fix| (fix.span.start, fix.span.end));
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    for fix in fixes.into_iter().filter(|fix| fix.span.end <= text.len()) {
        if fix.span.start >= at {
            out.push_str(&text[at..fix.span.start]);
            out.push_str(&fix.text);
            at = fix.span.end;
        }
    }
    out.push_str(&text[at..]);
    out
}
