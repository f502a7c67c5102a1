use text::Key;
use yew::{Html, html};

use super::{View, attr};

/// Something to say beside a screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The link opened belongs to another edition of the quiz.
    StaleLink,
    /// The question shown has other words or choices than a moment ago.
    Updated,
    /// Something was put on the clipboard.
    Copied,
    /// The browser refused the clipboard; this is the text, to be selected.
    CopyFailed(String),
    /// The words of the language that was chosen did not arrive.
    NoLanguage,
}

impl View<'_> {
    pub(super) fn notice(&self, notice: Option<&Notice>) -> Html {
        if notice == Some(&Notice::StaleLink) { self.said(Key::Stale) } else { Html::default() }
    }

    pub(super) fn said(&self, key: Key) -> Html {
        html! { <p class="notice" role="status">{ attr(self.text.get(key)) }</p> }
    }
}
