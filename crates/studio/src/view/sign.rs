use browser::studio::event;
use check::Review;
use check::safety::{Weaker, weaker};
use data::Path;
use editor::{Ready, place_words};
use report::changed;
use yew::{Html, html};

use super::{View, counted, heading};
use crate::msg::{EditMsg, FileMsg, ShowMsg};

impl View<'_> {
    /// What changed, and who says that it may be shown.
    pub(super) fn sign(&self) -> Html {
        let node = self.open.draft.quiz().node();
        let now = match Review::of_quiz(node) {
            Some(Review { by, on, is_current: true }) => format!(
                "Signed off by {by}, on {}. This holds for a year, and until its words, figures, rules or sources are edited.",
                self.day(on)
            ),
            Some(Review { by, on, .. }) => format!(
                "Not signed off: {by} signed another version, on {}. Visitors read that no clinician has reviewed this one.",
                self.day(on)
            ),
            None => "Nobody has signed it off.".to_owned(),
        };
        let (since, before) = self.open.compared();
        let changes = before.as_ref().map(|it| changed(it, node)).unwrap_or_default();
        let weaker = before.as_ref().map(|it| weaker(it, node)).unwrap_or_default();
        let ready = self.open.ready();
        html! {
            <>
                { heading("Sign-off") }
                <p id="signed">{ now }</p>
                if Review::of_quiz(node).is_some() {
                    <p><button type="button" id="unsign" class="small" onclick={self.sends(EditMsg::Unsigned)}>{ "Take the signature back" }</button></p>
                }
                if !weaker.is_empty() {
                    { weakened(&weaker, since) }
                }
                if !ready.is_signable() {
                    <p class="notice">{ format!("{} first, so it cannot be signed off yet.", ready.to_do().unwrap_or_default()) }</p>
                }
                <h3>{ "For the clinician" }</h3>
                <p class="help">{ "One file to send. It opens in any browser, without the studio: the draft as visitors would see it, and the report to read and sign." }</p>
                <div class="row">
                    <button type="button" id="draft-page" class="main" onclick={self.sends(FileMsg::PressedDraftPage)}>{ "Save the draft and its report" }</button>
                    <button type="button" id="report" onclick={self.sends(FileMsg::PressedReport)}>{ "Save the report alone" }</button>
                </div>
                { self.sign_form(&ready) }
                <h3>{ format!("{} since {since}", counted(changes.len(), "change")) }</h3>
                { self.changes_to_see() }
                <ul id="changes">{ for changes.iter().map(|change| html! { <li>{ change }</li> }) }</ul>
            </>
        }
    }

    /// Takes the name of whoever signs, if the person may publish a sign-off.
    fn sign_form(&self, ready: &Ready) -> Html {
        if self.editor.host.as_ref().is_some_and(|host| !host.signs) {
            return html! {
                <p class="notice" id="may-not-sign">{ "You may edit here, but not sign. Ask somebody who may sign on this website to open the studio." }</p>
            };
        }
        let sign = self.when(|event: yew::events::SubmitEvent| {
            event.prevent_default();
            EditMsg::Signed(event::submitted(&event))
        });
        html! {
                <form class="add" onsubmit={sign}>
                    <label for="reviewer">{ "Name and role of the clinician who read it" }</label>
                    <div class="row">
                        <input type="text" id="reviewer" required=true minlength="5" placeholder="Dr A. Example, dermatologist" />
                        <button type="submit" id="sign" disabled={!ready.is_signable()}>{ "Sign off today" }</button>
                    </div>
                </form>
        }
    }

    /// Which of the changes the preview shows.
    fn changes_to_see(&self) -> Html {
        let all = self.open.changed_things();
        let shown = self.open.previewed_place();
        let quiz = self.open.draft.quiz().node();
        let option = |(index, place): (usize, &Path)| {
            let is_shown = shown.as_ref() == Some(place);
            html! { <option value={index.to_string()} selected={is_shown}>{ place_words(quiz, place) }</option> }
        };
        let options: Vec<Html> = all.iter().enumerate().map(option).collect();
        let chosen = self.when(move |event: yew::events::Event| {
            let index: Option<usize> = event::value(&event).parse().ok();
            ShowMsg::ChoseChange(index.and_then(|it| all.get(it).cloned()))
        });
        html! {
            if !options.is_empty() {
                <div class="field">
                    <label for="change-shown">{ "In the preview" }</label>
                    <select id="change-shown" onchange={chosen}>{ for options }</select>
                </div>
            }
        }
    }
}

/// What keeps visitors safe less than before or in other words, which is read first.
fn weakened(weaker: &[Weaker], since: &str) -> Html {
    let line = |it: &Weaker| {
        let example = it.example.as_ref().map(|example| format!(" For example with: {example}"));
        html! { <li><b>{ &it.name }</b>{ format!(" {}{}", it.words, example.unwrap_or_default()) }</li> }
    };
    let title = if weaker.iter().all(Weaker::is_of_words) {
        "Safety in other words"
    } else {
        "Safety rules that are weaker"
    };
    html! {
        <section class="notice" aria-labelledby="weaker-title">
            <h3 id="weaker-title">{ format!("{title}, compared with {since}") }</h3>
            <ul id="weaker">{ for weaker.iter().map(line) }</ul>
        </section>
    }
}
