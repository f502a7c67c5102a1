use yew::{Html, html};

use super::{Did, Notice, View, attr};
use crate::quiz::{Link, Outcome};
use crate::text::Key;

impl View<'_> {
    pub(super) fn next(&self, outcome: &Outcome, notice: Option<&Notice>) -> Html {
        let contact = self.quiz.clinic.contact.as_ref();
        let booking = self.booking(outcome);
        html! {
            <section class="next" id="next">
                <h2>{ attr(self.text.get(Key::Next)) }</h2>
                if outcome.on_hold() {
                    <p>{ attr(self.text.get(Key::NextHold)) }</p>
                }
                if outcome.shared {
                    <button type="button" id="restart" onclick={self.did(Did::Restarted)}>
                        { attr(self.text.get(Key::SharedStart)) }
                    </button>
                }
                if let Some(link) = booking {
                    { leading(link, "button", "book") }
                }
                if let Some(link) = contact {
                    { leading(link, if booking.is_some() { "button second" } else { "button" }, "contact") }
                }
                { self.tool("print", Key::Print, Did::Printed) }
                { self.tool("copy", Key::Copy, Did::Copied) }
                { self.tool("share", Key::Share, Did::SharedLink) }
                <p class="soft">{ attr(self.text.get(Key::ShareNote)) }</p>
                { self.copied(notice) }
            </section>
        }
    }

    /// The first thing to do, at hand on a phone while the result is read.
    pub(super) fn leading(&self, outcome: &Outcome) -> Html {
        let link = self.booking(outcome).or(self.quiz.clinic.contact.as_ref());
        match link.filter(|_| !outcome.shared) {
            Some(link) => {
                html! { <div class="bar">{ leading(link, "button", "first-step") }</div> }
            }
            None => Html::default(),
        }
    }

    fn booking(&self, outcome: &Outcome) -> Option<&Link> {
        self.quiz.clinic.booking.as_ref().filter(|_| outcome.may_book())
    }

    pub(super) fn tool(&self, id: &'static str, key: Key, did: Did) -> Html {
        html! {
            <button type="button" class="plain" id={id} onclick={self.did(did)}>
                { attr(self.text.get(key)) }
            </button>
        }
    }

    fn copied(&self, notice: Option<&Notice>) -> Html {
        html! {
            <div role="status">
                if notice == Some(&Notice::Copied) {
                    <p class="notice">{ attr(self.text.get(Key::Copied)) }</p>
                } else if let Some(Notice::CopyFailed(text)) = notice {
                    <label class="notice">
                        { attr(self.text.get(Key::CopyFailed)) }
                        <textarea readonly=true rows="8" value={attr(text)} />
                    </label>
                }
            </div>
        }
    }
}

fn leading(link: &Link, class: &'static str, id: &'static str) -> Html {
    html! { <a class={class} id={id} href={attr(&link.href)} target="_top">{ attr(&link.label) }</a> }
}
