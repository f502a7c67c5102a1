use std::path::Path;

use view::{LATER_STYLES, QUESTION_STYLES};

use super::{Outcome, hashed};

/// The style sheets of a site, by their names.
pub(super) struct Style {
    /// What the page does not have in itself.
    pub later: String,
    /// Everything: for plain pages, and for where a policy refuses what the page has in itself.
    pub whole: String,
}

impl Style {
    pub(super) fn write(out: &Path) -> Outcome<Self> {
        let (question, later) = (QUESTION_STYLES.concat(), LATER_STYLES.concat());
        Ok(Self {
            whole: hashed(out, "quiz", "css", [&*question, &*later].concat())?,
            later: hashed(out, "later", "css", later)?,
        })
    }
}

/// What questions need, so that the first is shown as soon as the page is there. Policies name it by
/// its hash.
pub(super) fn in_page() -> String {
    format!("<style>{}</style>", QUESTION_STYLES.concat())
}
