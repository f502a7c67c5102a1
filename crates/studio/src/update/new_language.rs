use std::fmt;

use check::meant_tag;
use editor::Language;

use crate::model::OpenQuiz;

/// A language that a quiz has not yet.
pub(super) struct NewLanguage {
    pub(super) tag: String,
    /// What it calls itself.
    pub(super) name: String,
}

/// Why a language is not added.
pub(super) enum NotAdded {
    /// None was chosen.
    Unchosen,
    /// What was written is no tag.
    NoTag(String),
    /// The quiz has it already; what it is called.
    Known(String),
    /// Nobody knows what it calls itself.
    Unnamed,
}

impl NewLanguage {
    /// Reads what the person wrote: a tag, also as operating systems write it, and a name, which can be
    /// empty for a language that is known.
    pub(super) fn read(open: &OpenQuiz, tag: &str, name: &str) -> Result<Self, NotAdded> {
        let (written, name) = (tag.trim(), name.trim());
        if written.is_empty() {
            return Err(NotAdded::Unchosen);
        }
        let tag = meant_tag(written).ok_or_else(|| NotAdded::NoTag(written.to_owned()))?;
        if let Some(known) = open.languages().iter().find(|it| it.eq_ignore_ascii_case(&tag)) {
            return Err(NotAdded::Known(open.language_title(known)));
        }
        let without_region = tag.split('-').next().unwrap_or_default();
        let known = [&tag, without_region].into_iter().find_map(Language::of);
        let known = known.map(|known| known.own);
        let name = Some(name).filter(|name| !name.is_empty()).or(known);
        let name = name.ok_or(NotAdded::Unnamed)?.to_owned();
        Ok(Self { tag, name })
    }
}

impl fmt::Display for NotAdded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unchosen => f.write_str("Choose a language from the list first."),
            Self::NoTag(written) => write!(
                f,
                "“{written}” is not the tag of a language. Write two or three letters and, if it matters, \
                 a region after a hyphen: fr, or pt-BR for the Portuguese of Brazil."
            ),
            Self::Known(title) => write!(f, "The quiz already has {title}."),
            Self::Unnamed => f.write_str(
                "Write what the language calls itself, such as Français: visitors choose it by that name.",
            ),
        }
    }
}
