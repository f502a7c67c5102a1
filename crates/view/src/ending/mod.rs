use quiz::Ending;
use text::Key;
use yew::{Html, html};

use super::{Event, HEADING, View, attr};

impl View<'_> {
    pub(super) fn ending(&self, ending: &Ending) -> Html {
        html! {
            <main class="ending" key="ending">
                <h1 id={HEADING} tabindex="-1">{ self.words(&ending.title) }</h1>
                <p>{ self.words(&ending.text) }</p>
                <div class="bar">
                    <button type="button" id="back" onclick={self.emits(Event::WentBack)}>
                        { attr(self.text.get(Key::Back)) }
                    </button>
                    <button type="button" id="clear" class="plain" onclick={self.emits(Event::Cleared)}>
                        { attr(self.text.get(Key::Clear)) }
                    </button>
                </div>
            </main>
        }
    }
}
