use quiz::{Link, Outcome};
use text::{Key, carried};
use yew::{Html, html};

use super::{Event, Notice, View, attr};

impl View<'_> {
    /// `along` is the text that the visitor takes along, if any.
    pub(super) fn next(
        &self,
        outcome: &Outcome,
        notice: Option<&Notice>,
        along: Option<&str>,
    ) -> Html {
        html! {
            <section class="next" id="next">
                <h2>{ attr(self.text.get(Key::Next)) }</h2>
                if outcome.on_hold() {
                    <p>{ attr(self.text.get(Key::NextHold)) }</p>
                }
                if outcome.shared {
                    <button type="button" id="restart" onclick={self.emits(Event::Restarted)}>
                        { attr(self.text.get(Key::SharedStart)) }
                    </button>
                }
                for (index, (id, offer)) in self.offers(outcome).into_iter().enumerate() {
                    { self.link(id, if index == 0 { "button" } else { "button second" }, offer, along) }
                }
                if !outcome.shared {
                    { self.along(outcome, along) }
                }
                { self.tool("print", Key::Print, Event::Printed) }
                { self.tool("copy", Key::Copy, Event::Copied) }
                { self.tool("share", Key::Share, Event::SharedLink) }
                <p class="soft">{ attr(self.text.get(Key::ShareNote)) }</p>
                { self.copied(notice) }
            </section>
        }
    }

    /// The first thing to do, at hand on a phone while the result is read.
    pub(super) fn first_step(&self, outcome: &Outcome, along: Option<&str>) -> Html {
        match self.offers(outcome).first() {
            Some((_, offer)) if !outcome.shared => {
                html! { <div class="bar">{ self.link("first-step", "button", offer, along) }</div> }
            }
            _ => Html::default(),
        }
    }

    /// Booking and asking, the one that comes first being first.
    fn offers(&self, outcome: &Outcome) -> Vec<(&'static str, &Link)> {
        let clinic = &self.quiz.clinic;
        let booking = clinic.booking.as_ref().filter(|_| outcome.may_book());
        let mut offers = vec![("book", booking), ("contact", clinic.contact.as_ref())];
        if outcome.asks_first() {
            offers.reverse();
        }
        offers.into_iter().filter_map(|(id, offer)| Some((id, offer?))).collect()
    }

    pub(super) fn link(
        &self,
        id: &'static str,
        class: &'static str,
        link: &Link,
        along: Option<&str>,
    ) -> Html {
        let message = along.and_then(|text| carried(&link.href, text));
        let href = message.map_or_else(|| attr(&link.href), Into::into);
        html! {
            <a class={class} id={id} {href} data-address={attr(on_paper(&link.href))} target="_top">
                { self.words(&link.label) }
            </a>
        }
    }

    /// The offer of a short summary, and its text, word for word, before it goes anywhere.
    fn along(&self, outcome: &Outcome, text: Option<&str>) -> Html {
        html! {
            <>
                <label class="along">
                    <input type="checkbox" id="along" checked={text.is_some()} onclick={self.emits(Event::TookAlong)} />
                    { attr(self.text.get(Key::Along)) }
                </label>
                if let Some(text) = text {
                    <label class="notice">
                        { self.goes(outcome, text) }
                        <textarea readonly=true rows="8" value={attr(text)} />
                    </label>
                    { self.tool("copy-short", Key::CopyThis, Event::CopiedShort) }
                }
            </>
        }
    }

    /// Where the text that is taken along goes.
    fn goes(&self, outcome: &Outcome, text: &str) -> String {
        let offers = self.offers(outcome);
        let message = offers.iter().find(|(_, offer)| carried(&offer.href, text).is_some());
        match message {
            Some((_, offer)) => self.text.fill(Key::AlongSent, &[("label", offer.label.as_str())]),
            None => self.text.get(Key::AlongCopied).to_owned(),
        }
    }

    pub(super) fn tool(&self, id: &'static str, key: Key, event: Event) -> Html {
        html! {
            <button type="button" class="plain" id={id} onclick={self.emits(event)}>
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

/// What of an address a reader can call, write to or type: it carries no campaign and no summary.
fn on_paper(address: &str) -> &str {
    let schemes = ["https://", "mailto:", "tel:"];
    let rest = schemes.iter().find_map(|scheme| address.strip_prefix(scheme)).unwrap_or(address);
    rest.split(['?', '#']).next().unwrap_or_default()
}
