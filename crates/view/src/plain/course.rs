use quiz::{Plan, Range};
use text::Key;
use yew::{Html, html};

use crate::course::figure;
use crate::{View, attr};

impl View<'_> {
    /// Every plan, under the concern that it answers.
    pub(super) fn every_course(&self) -> Html {
        if self.quiz.plans.is_empty() {
            return Html::default();
        }
        html! {
            <section class="course" id="course">
                <h2>{ attr(self.text.get(Key::Course)) }</h2>
                for plan in &self.quiz.plans {
                    { self.plain_plan(plan) }
                }
            </section>
        }
    }

    fn plain_plan(&self, plan: &Plan) -> Html {
        html! {
            <article class="plan" data-plan={attr(plan.id.as_str())}>
                <h3>{ self.choices_of(&[plan.concern]) }</h3>
                { self.answers_of(&plan.when.speaking_for()) }
                { self.plain_figures(plan) }
                <p class="evidence">{ self.meter(plan.evidence) }<b>{ attr(self.text.evidence(plan.evidence)) }</b></p>
                if let Some(borrowed) = &plan.borrowed {
                    <p class="borrowed"><b>{ attr(self.text.get(Key::Borrowed)) }{ ". " }</b>{ self.words(borrowed) }</p>
                }
                if let Some(note) = &plan.note {
                    <p class="note">{ self.words(note) }</p>
                }
                { self.from(&plan.sources, &[]) }
            </article>
        }
    }

    fn plain_figures(&self, plan: &Plan) -> Html {
        let weeks = |field: &str, range: Range, key: Key| {
            html! {
                <li>{ figure(field, plan, plan, self.text.weeks(range)) }{ " " }{ attr(self.text.get(key)) }</li>
            }
        };
        html! {
            <ul>
                <li>
                    { figure("sessions", plan, plan, self.text.range(plan.sessions)) }
                    { " " }{ attr(self.text.sessions(plan.sessions)) }
                </li>
                if plan.sessions.to > 1 {
                    { weeks("weeksBetween", plan.weeks_between, Key::Between) }
                }
                if let Some(first) = plan.first_visible {
                    { weeks("firstVisibleWeeksAfterFirst", first, Key::FirstAfter) }
                }
                if let Some(full) = plan.full {
                    { weeks("fullWeeksAfterLast", full, Key::FullAfter) }
                }
                if let Some(days) = plan.redness {
                    <li>
                        { figure("rednessDays", plan, plan, self.text.days(days)) }{ " " }
                        { self.redness(plan.redness_max.map(|most| (most, plan))) }
                    </li>
                }
                if plan.first_visible.is_none() && plan.full.is_none() {
                    <li>{ attr(self.text.get(Key::NotMeasured)) }</li>
                }
            </ul>
        }
    }
}
