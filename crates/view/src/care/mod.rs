use quiz::{Outcome, Stage};
use text::Key;
use yew::{Html, html};

use super::{View, attr};

impl View<'_> {
    pub(super) fn care(&self, outcome: &Outcome) -> Html {
        if outcome.care.is_empty() {
            return Html::default();
        }
        let stages = [
            (Stage::Before, Key::Before),
            (Stage::During, Key::During),
            (Stage::After, Key::After),
        ];
        html! {
            <section class="care" id="care">
                <h2>{ attr(self.text.get(Key::Care)) }</h2>
                for (stage, key) in stages {
                    { self.stage(outcome, stage, key) }
                }
            </section>
        }
    }

    fn stage(&self, outcome: &Outcome, stage: Stage, key: Key) -> Html {
        let mut care = outcome.care.iter().filter(|care| care.stage == stage).peekable();
        if care.peek().is_none() {
            return Html::default();
        }
        html! {
            <>
                <h3>{ attr(self.text.get(key)) }</h3>
                <ul>
                    for care in care {
                        <li>{ self.prose(&care.text) }</li>
                    }
                </ul>
            </>
        }
    }
}
