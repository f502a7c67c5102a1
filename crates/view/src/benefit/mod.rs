use quiz::{Benefit, Evidence, Outcome, Pick, Shown};
use text::Key;
use yew::{Html, html};

use super::{View, attr};

impl View<'_> {
    pub(super) fn benefits(&self, outcome: &Outcome) -> Html {
        html! {
            <section class="benefits" id="benefits">
                <h2>{ attr(self.text.get(Key::Benefits)) }</h2>
                for concern in &outcome.concerns {
                    for benefit in &concern.benefits {
                        { self.benefit(concern.pick, benefit) }
                    }
                }
            </section>
        }
    }

    fn benefit(&self, pick: Pick, shown: &Shown<Benefit>) -> Html {
        let benefit = shown.item;
        let choice = &self.quiz.questions[pick.question].choices[pick.choice];
        html! {
            <article class="benefit" data-benefit={attr(benefit.id.as_str())}>
                if let Some(picture) = &choice.picture {
                    <img src={attr(picture)} alt="" width="64" height="64" />
                }
                <h3>{ self.words(&benefit.title) }</h3>
                <p>{ self.prose(&benefit.may) }</p>
                <p class="evidence">
                    { self.meter(benefit.evidence) }
                    <b>{ attr(self.text.evidence(benefit.evidence)) }</b>{ ". " }
                    { self.prose(&benefit.evidence_text) }
                </p>
                <p class="not"><b>{ attr(self.text.get(Key::Not)) }{ ": " }</b>{ self.prose(&benefit.not) }</p>
                { self.why(&shown.because, &benefit.sources) }
            </article>
        }
    }

    /// How strong the evidence is, as a picture: one block lit for each step.
    pub(super) fn meter(&self, evidence: Evidence) -> Html {
        let steps = [
            Evidence::VeryLimited,
            Evidence::Low,
            Evidence::Limited,
            Evidence::Moderate,
            Evidence::Strong,
        ];
        html! {
            <svg class="meter" viewBox="0 0 82 10" width="82" height="10" aria-hidden="true">
                for (index, step) in steps.iter().enumerate() {
                    <rect class={if *step <= evidence { "on" } else { "off" }}
                        x={(index * 17).to_string()} width="14" height="10" rx="2" />
                }
            </svg>
        }
    }
}
