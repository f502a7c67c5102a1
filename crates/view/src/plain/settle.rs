use quiz::{Caution, Level};
use text::{Key, PageKey};
use yew::{Html, html};

use crate::{View, attr};

impl View<'_> {
    /// Every caution by its level, strictest first, and whom the quiz is not for.
    pub(super) fn every_caution(&self) -> Html {
        let levels = [
            (Level::Hold, "caution hold", Key::LevelHoldDo),
            (Level::Ask, "caution ask", Key::LevelAskDo),
            (Level::Tell, "caution tell", Key::LevelTellDo),
        ];
        if self.quiz.cautions.is_empty() && self.quiz.endings.is_empty() {
            return Html::default();
        }
        html! {
            <section class="cautions" id="cautions">
                <h2>{ attr(self.text.get(Key::Cautions)) }</h2>
                for (level, class, does) in levels {
                    { self.of_level(level, class, does) }
                }
                for ending in &self.quiz.endings {
                    <article class="caution hold">
                        <h3>{ self.words(&ending.title) }</h3>
                        { self.answers_of(&ending.when.speaking_for()) }
                        <p>{ self.words(&ending.text) }</p>
                    </article>
                }
            </section>
        }
    }

    fn of_level(&self, level: Level, class: &'static str, does: Key) -> Html {
        let mut cautions = self.quiz.cautions.iter().filter(|it| it.level == level).peekable();
        if cautions.peek().is_none() {
            return Html::default();
        }
        html! {
            <article class={class}>
                <h3>{ attr(self.text.level(level)) }{ " · " }{ attr(self.text.get(does)) }</h3>
                for caution in cautions {
                    { self.plain_caution(caution) }
                }
            </article>
        }
    }

    /// The answers that a caution is for: its title speaks to somebody who gave them.
    fn plain_caution(&self, caution: &Caution) -> Html {
        let picks = caution.when.speaking_for();
        html! {
            <div data-caution={attr(caution.id.as_str())}>
                if picks.is_empty() {
                    <p><b>{ self.words(&caution.title) }</b></p>
                } else {
                    { self.answers_of(&picks) }
                }
                <p>{ self.prose(&caution.text) }</p>
                { self.from(&caution.sources, &[&caution.text]) }
            </div>
        }
    }

    /// Whom to ask and where to book, behind what has to be settled first.
    pub(super) fn whom_to_ask(&self) -> Html {
        let clinic = &self.quiz.clinic;
        if clinic.contact.is_none() && clinic.booking.is_none() {
            return Html::default();
        }
        let first = [
            ("cautions", self.text.get(Key::Cautions)),
            ("hold", self.text.level(Level::Hold)),
            ("ask", self.text.level(Level::Ask)),
        ];
        html! {
            <section class="next" id="next">
                <h2>{ attr(self.text.get(Key::Next)) }</h2>
                <p>{ self.text.fill_page(PageKey::PlainNext, &first) }</p>
                if let Some(contact) = &clinic.contact {
                    { self.link("contact", "button", contact, None) }
                }
                if let Some(booking) = &clinic.booking {
                    { self.link("book", "button second", booking, None) }
                }
            </section>
        }
    }
}
