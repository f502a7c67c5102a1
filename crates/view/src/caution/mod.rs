use quiz::{Caution, Level, Outcome, Shown};
use text::Key;
use yew::{Html, html};

use super::{View, attr};

impl View<'_> {
    pub(super) fn cautions(&self, outcome: &Outcome) -> Html {
        if outcome.shared {
            return html! {
                <section class="caution tell" id="cautions">
                    <h2>{ attr(self.text.get(Key::Shared)) }</h2>
                    <p>{ attr(self.text.get(Key::SharedText)) }</p>
                </section>
            };
        }
        html! {
            <section class="cautions" id="cautions">
                <h2>{ attr(self.text.get(Key::Cautions)) }</h2>
                if outcome.cautions.is_empty() {
                    <p>{ attr(self.text.get(Key::NoCaution)) }</p>
                }
                for caution in &outcome.cautions {
                    { self.caution(caution) }
                }
            </section>
        }
    }

    fn caution(&self, shown: &Shown<Caution>) -> Html {
        let caution = shown.item;
        let (class, does) = match caution.level {
            Level::Hold => ("caution hold", Key::LevelHoldDo),
            Level::Ask => ("caution ask", Key::LevelAskDo),
            Level::Tell => ("caution tell", Key::LevelTellDo),
        };
        html! {
            <article class={class} data-caution={attr(caution.id.as_str())}>
                <p class="level"><b>{ attr(self.text.level(caution.level)) }</b>{ " · " }{ attr(self.text.get(does)) }</p>
                <h3>{ self.words(&caution.title) }</h3>
                <p>{ self.prose(&caution.text) }</p>
                { self.why(&shown.because, &caution.sources) }
            </article>
        }
    }
}
