use text::Key;
use yew::{Html, html};

use super::{HEADING, View, attr};

impl View<'_> {
    /// What stands in the result's place until what it needs has arrived.
    pub(super) fn moment(&self) -> Html {
        html! {
            <main class="moment" key="moment">
                <h1 id={HEADING} tabindex="-1">{ attr(self.text.get(Key::Moment)) }</h1>
            </main>
        }
    }
}
