mod time_line;

use quiz::{Outcome, Plan, Range, Shown, Span};
use text::Key;
use yew::{Html, html};

use super::{View, attr};

impl View<'_> {
    pub(super) fn course(&self, outcome: &Outcome) -> Html {
        let Some(course) = &outcome.course else { return Html::default() };
        let plans = outcome.plans();
        let concern = |plan: Option<&&Plan>| plan.map(|plan| plan.concern);
        let several = concern(plans.first()) != concern(plans.last());
        let figure = |field: &str, span: Span, text: String| {
            figure(field, plans[span.from_plan], plans[span.to_plan], text)
        };
        let weeks = |field: &str, span: Span| figure(field, span, self.text.weeks(span.range));
        let sessions = course.sessions;
        html! {
            <section class="course" id="course">
                <h2>{ attr(self.text.get(if outcome.on_hold() { Key::CourseLater } else { Key::Course })) }</h2>
                if outcome.on_hold() {
                    <p>{ attr(self.text.get(Key::CourseLaterNote)) }</p>
                }
                if several {
                    <p>
                        { attr(self.text.get(Key::Combined)) }{ " " }
                        { self.combined(plans[sessions.from_plan], plans[sessions.to_plan]) }
                    </p>
                }
                { self.time_line(&course.time_line()) }
                <dl class="facts">
                    { self.fact(figure("sessions", sessions, self.text.range(sessions.range)), self.text.sessions(sessions.range)) }
                    if sessions.range.to > 1 {
                        { self.fact(weeks("weeksBetween", course.weeks_between), self.text.get(Key::Between)) }
                    }
                    if let Some(first) = course.first_visible {
                        { self.fact(weeks("firstVisibleWeeksAfterFirst", first), self.text.get(Key::FirstAfter)) }
                    }
                    if let Some(full) = course.full {
                        { self.fact(weeks("fullWeeksAfterLast", full), self.text.get(Key::FullAfter)) }
                    }
                    if let Some(days) = course.redness {
                        { self.fact(
                            figure("rednessDays", days, self.text.days(days.range)),
                            self.redness(course.redness_max.map(|(days, plan)| (days, plans[plan]))),
                        ) }
                    }
                </dl>
                if course.first_visible.is_none() && course.full.is_none() {
                    <p>{ attr(self.text.get(Key::NotMeasured)) }</p>
                }
                if several {
                    <h3>{ attr(self.text.get(Key::PerConcern)) }</h3>
                }
                for concern in &outcome.concerns {
                    for plan in &concern.plans {
                        { self.plan(plan, several) }
                    }
                }
            </section>
        }
    }

    fn combined(&self, from: &Plan, to: &Plan) -> String {
        let [from, to] = [from, to].map(|plan| self.concern_name(plan));
        if from == to {
            self.text.fill(Key::CombinedSessionsSame, &[("from", from)])
        } else {
            self.text.fill(Key::CombinedSessions, &[("from", from), ("to", to)])
        }
    }

    fn concern_name(&self, plan: &Plan) -> &str {
        self.quiz.questions[plan.concern.question].choices[plan.concern.choice].short.as_str()
    }

    fn fact(&self, figure: Html, words: impl Into<Html>) -> Html {
        html! { <div><dt>{ figure }</dt><dd>{ words.into() }</dd></div> }
    }

    pub(super) fn redness(&self, most: Option<(u32, &Plan)>) -> Html {
        let Some((days, plan)) = most else { return attr(self.text.get(Key::Redness)).into() };
        let range = Range { from: days, to: days };
        let (before, after) = self.text.around(Key::RednessMax);
        html! {
            <>
                { attr(before) }
                { figure("rednessMaxDays", plan, plan, self.text.days(range)) }
                { attr(after) }
            </>
        }
    }

    fn plan(&self, shown: &Shown<Plan>, several: bool) -> Html {
        let plan = shown.item;
        let weeks = |field: &str, range: Range| figure(field, plan, plan, self.text.weeks(range));
        html! {
            <article class="plan" data-plan={attr(plan.id.as_str())}>
                if several {
                    <h4>{ self.words(&self.quiz.questions[plan.concern.question].choices[plan.concern.choice].label) }</h4>
                    <ul>
                        <li>
                            { figure("sessions", plan, plan, self.text.range(plan.sessions)) }
                            { " " }{ attr(self.text.sessions(plan.sessions)) }
                        </li>
                        if plan.sessions.to > 1 {
                            <li>{ weeks("weeksBetween", plan.weeks_between) }{ " " }{ attr(self.text.get(Key::Between)) }</li>
                        }
                        if let Some(first) = plan.first_visible {
                            <li>{ attr(self.text.get(Key::First)) }{ ": " }{ weeks("firstVisibleWeeksAfterFirst", first) }</li>
                        }
                        if let Some(full) = plan.full {
                            <li>{ attr(self.text.get(Key::Full)) }{ ": " }{ weeks("fullWeeksAfterLast", full) }</li>
                        }
                        if plan.first_visible.is_none() && plan.full.is_none() {
                            <li>{ attr(self.text.get(Key::NotMeasured)) }</li>
                        }
                    </ul>
                }
                <p class="evidence">{ self.meter(plan.evidence) }<b>{ attr(self.text.evidence(plan.evidence)) }</b></p>
                if let Some(borrowed) = &plan.borrowed {
                    <p class="borrowed"><b>{ attr(self.text.get(Key::Borrowed)) }{ ". " }</b>{ self.words(borrowed) }</p>
                }
                if let Some(note) = &plan.note {
                    <p class="note">{ self.words(note) }</p>
                }
                { self.why(&shown.because, &plan.sources) }
            </article>
        }
    }
}

/// A figure of one plan, or of two whose ends it takes, named `field:plan` or `field:plan,plan`.
pub(super) fn figure(field: &str, from: &Plan, to: &Plan, text: String) -> Html {
    let name = if from.id == to.id {
        [field, ":", from.id.as_str()].concat()
    } else {
        [field, ":", from.id.as_str(), ",", to.id.as_str()].concat()
    };
    html! { <bdi data-figure={name}>{ text }</bdi> }
}
