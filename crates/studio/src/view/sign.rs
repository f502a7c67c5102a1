use browser::studio::event;
use report::changed;
use yew::{Html, html};

use super::{View, counted, heading};
use crate::msg::{EditMsg, FileMsg};

impl View<'_> {
    /// What changed, and who says that it may be shown.
    pub(super) fn sign(&self) -> Html {
        let node = self.open.draft.quiz().node();
        let review = node.get("reviewed").filter(|it| it.text("by").is_some());
        let now = match review {
            Some(review) => format!(
                "Signed off by {}, on {}. It holds for a year, and until the next edit.",
                review.text("by").unwrap_or_default(),
                review.text("on").unwrap_or_default()
            ),
            None => "Nobody has signed it off.".to_owned(),
        };
        let before = &self.open.before;
        let changes = before.node.as_ref().map(|it| changed(it, node)).unwrap_or_default();
        let sign = self.when(|event: yew::events::SubmitEvent| {
            event.prevent_default();
            EditMsg::Signed(event::submitted(&event))
        });
        let ready = self.open.ready();
        html! {
            <>
                { heading("Sign-off") }
                <p id="signed">{ now }</p>
                if !ready.is_signable() {
                    <p class="notice">{ format!("There is still something to mend ({}), so it cannot be signed off.", ready.errors) }</p>
                }
                <p><button type="button" id="report" onclick={self.sends(FileMsg::PressedReport)}>{ "Save the report to read and sign" }</button></p>
                <form class="add" onsubmit={sign}>
                    <label for="reviewer">{ "Name and role of the clinician who read it" }</label>
                    <div class="row">
                        <input type="text" id="reviewer" required=true minlength="5" placeholder="Dr A. Example, dermatologist" />
                        <button type="submit" id="sign" disabled={!ready.is_signable()}>{ "Sign off today" }</button>
                    </div>
                </form>
                <h3>{ format!("{} since {}", counted(changes.len(), "change"), before.name) }</h3>
                <ul id="changes">{ for changes.iter().map(|change| html! { <li>{ change }</li> }) }</ul>
            </>
        }
    }
}
