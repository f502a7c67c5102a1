use browser::studio::event;
use data::Path;
use editor::{Concern, FieldType, concerns, form, plan_for_each_answer, sublist, without_concern};
use yew::{Html, html};

use super::{View, counted, heading};
use crate::model::Page;
use crate::msg::{EditMsg, ShowMsg};

impl View<'_> {
    /// The concerns, or everything that is about one of them.
    pub(super) fn concerns(&self, chosen: Option<usize>) -> Html {
        let all = concerns(self.open.draft.quiz().node());
        match chosen.and_then(|index| all.get(index)) {
            Some(concern) => self.concern(concern),
            None => self.all_concerns(&all),
        }
    }

    fn all_concerns(&self, all: &[Concern]) -> Html {
        let line = |(index, concern): (usize, &Concern)| {
            html! {
                <li><button type="button" class="go" id={format!("concern-{index}")} onclick={self.sends(ShowMsg::WentTo(Page::Concern(Some(index))))}>
                    <span>{ &concern.name }<small>{ " " }{ parts(concern) }</small></span>
                </button></li>
            }
        };
        let added = self.when(|event: yew::events::SubmitEvent| {
            event.prevent_default();
            EditMsg::AddedConcern(event::submitted(&event))
        });
        html! {
            <>
                { heading("Concerns") }
                <p class="help">{ "What the treatment may help with: the choice, how noticeable it is, the benefit, and what a course looks like." }</p>
                <ul class="things">{ for all.iter().enumerate().map(line) }</ul>
                if all.is_empty() {
                    <p>{ "There is none yet: it takes a question, and a benefit for one of its choices." }</p>
                } else {
                    <form class="add" onsubmit={added}>
                        <label for="new-concern">{ "Add a concern. What is it called, as in “Dark spots”?" }</label>
                        <div class="row">
                            <input type="text" id="new-concern" autocomplete="off" required=true />
                            <button type="submit" id="add-concern">{ "Add" }</button>
                        </div>
                    </form>
                }
            </>
        }
    }

    /// Everything about a concern, in the order in which visitors meet it.
    fn concern(&self, concern: &Concern) -> Html {
        let choices = form("questions").and_then(|it| sublist(it, "choices"));
        let fields = choices.map_or(&[][..], |it| it.fields).iter();
        let of_choice = fields.filter(|it| !["exclusive", "swatch"].contains(&it.path[0]));
        html! {
            <>
                <div class="row">
                    <button type="button" class="back" id="all" onclick={self.sends(ShowMsg::WentTo(Page::Concern(None)))}>{ "‹ All concerns" }</button>
                    <button type="button" class="small" id="delete-concern" onclick={self.sends(ShowMsg::AskedToDelete(concern.choice.clone()))}>{ "Delete this concern …" }</button>
                </div>
                { heading(&concern.name) }
                { self.asked(&concern.choice) }
                <section>
                    <h3>{ "What visitors choose" }</h3>
                    { for of_choice.map(|field| self.field(&concern.choice, field)) }
                </section>
                { self.parts_of("How noticeable it is", "questions", &concern.questions) }
                { self.parts_of("What it may do", "benefits", &concern.benefits) }
                { self.parts_of("What a course looks like", "plans", &concern.plans) }
                { self.splits(concern) }
                { self.elsewhere(concern) }
            </>
        }
    }

    /// The forms of the things of one list, without what makes them this concern's.
    fn parts_of(&self, title: &str, list: &'static str, things: &[Path]) -> Html {
        let Some(form) = form(list) else { return Html::default() };
        let quiz = self.open.draft.quiz().node();
        let is_given = |field: &&editor::Field| match field.is {
            FieldType::Pick => field.path == ["for"],
            FieldType::Rule => list != "plans" || things.len() < 2,
            _ => field.path == ["kind"],
        };
        let thing = |path: &Path| {
            let fields = form.fields.iter().filter(|field| !is_given(field));
            let below = form.lists.iter().map(|inner| self.inner(inner, path));
            html! {
                <>
                    if things.len() > 1 { <h4>{ path.node(quiz).map(|it| editor::title(quiz, it)) }</h4> }
                    { for fields.map(|field| self.field(path, field)) }
                    { for below }
                </>
            }
        };
        html! {
            <section>
                <h3>{ title }</h3>
                if things.is_empty() { <p class="help">{ format!("It has no {} of its own.", form.one) }</p> }
                { for things.iter().map(thing) }
            </section>
        }
    }

    /// Offers a plan for each answer of how noticeable it is.
    fn splits(&self, concern: &Concern) -> Html {
        let quiz = self.open.draft.quiz().node();
        if plan_for_each_answer(quiz, concern).is_none() {
            return Html::default();
        }
        html! {
            <p><button type="button" class="small" id="split-plan" onclick={self.sends(EditMsg::SplitPlan(concern.choice.clone()))}>{ "Make one plan for each answer" }</button></p>
        }
    }

    /// Where other concerns are named together, and this one is not.
    fn elsewhere(&self, concern: &Concern) -> Html {
        let quiz = self.open.draft.quiz().node();
        let found = without_concern(quiz, concern);
        let line = |path: &Path| {
            let name = path.node(quiz).map(|it| editor::title(quiz, it));
            html! { <li><button type="button" class="place" onclick={self.sends(ShowMsg::WentToPlace(editor::FileId::QUIZ, path.clone()))}>{ name }</button></li> }
        };
        html! {
            if !found.is_empty() {
                <section id="elsewhere">
                    <h3>{ "Does it belong here too?" }</h3>
                    <p class="help">{ "These are shown for several other concerns, and not for this one." }</p>
                    <ul>{ for found.iter().map(line) }</ul>
                </section>
            }
        }
    }
}

/// "1 question, 1 benefit, 3 plans".
fn parts(concern: &Concern) -> String {
    let parts = [
        (concern.questions.len(), "question"),
        (concern.benefits.len(), "benefit"),
        (concern.plans.len(), "plan"),
    ];
    parts.map(|(count, what)| counted(count, what)).join(", ")
}
