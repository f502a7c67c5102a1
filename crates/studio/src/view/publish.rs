use check::Review;
use editor::FileId;
use yew::{Html, html};

use super::{View, heading};
use crate::model::{Conflict, Host, Page};
use crate::msg::{FileMsg, ShowMsg};

impl View<'_> {
    /// What changes on the website, and how it gets there.
    pub(super) fn publish(&self) -> Html {
        let files = self.open.unpublished(&self.editor.site);
        let line = |file: &FileId| {
            let name = self.open.draft.document(*file).name();
            let is_new = !self.editor.site.files.contains_key(name);
            html! { <li><code>{ name }</code>{ if is_new { ", new" } else { ", changed" } }</li> }
        };
        let pictures = self.open.new_pictures();
        let picture = |name: &String| html! { <li><code>{ name }</code>{ ", new" }</li> };
        let is_stale = self.editor.is_stale();
        let can_publish = self.open.may_be_published() && (!files.is_empty() || is_stale);
        html! {
            <>
                { heading("Publish") }
                { self.publishable() }
                { self.unsigned() }
                { self.conflict() }
                <h3>{ "What changes on the website" }</h3>
                if files.is_empty() {
                    <p id="unpublished">{ "Nothing: the website has every file as it is here." }</p>
                } else {
                    <ul class="plain" id="unpublished">{ for files.iter().map(line) }{ for pictures.iter().map(picture) }</ul>
                }
                if is_stale {
                    <p id="stale">{ "The program was updated since. Publish once more, so that the page begins with your first question." }</p>
                }
                <h3>{ "How it gets there" }</h3>
                if let Some(host) = self.editor.host.as_ref().filter(|host| host.publishes) {
                    { self.by_host(host, can_publish) }
                } else {
                    { self.by_hand(can_publish) }
                }
            </>
        }
    }

    /// One press publishes it.
    fn by_host(&self, host: &Host, can_publish: bool) -> Html {
        let is_sent = self.editor.publishing.is_some();
        let can_publish = can_publish && !is_sent && self.open.conflict.is_none();
        let words = match (is_sent, host.name.as_str()) {
            (true, _) => "Publishing …".to_owned(),
            (false, "") => "Publish it now".to_owned(),
            (false, name) => format!("Publish it on {name} now"),
        };
        html! {
            <>
                <p><button type="button" id="publish-now" class="main" disabled={!can_publish} onclick={self.sends(FileMsg::PressedPublish)}>{ words }</button></p>
                <p class="help">{ "Visitors see it at once. The version before stays on the website's list of versions, and can be put back there." }</p>
            </>
        }
    }

    /// A zip, and what to do with it.
    fn by_hand(&self, can_publish: bool) -> Html {
        html! {
            <ol class="steps">
                if self.editor.host.is_some() {
                    <li>{ "You may edit here, but not publish. Save it, and send the zip to somebody who may." }</li>
                }
                <li>
                    <button type="button" id="zip" class="main" disabled={!can_publish} onclick={self.sends(FileMsg::PressedZip)}>{ "Save it all in one zip" }</button>
                </li>
                <li>{ "Unpack the zip. It holds each file in its folder." }</li>
                <li>
                    { "Upload what is in it into the folder of the quiz on your website, and let it replace what is there: " }
                    <code>{ &self.editor.website.own }</code>
                </li>
                <li>{ "Open the quiz in a new window and walk through what you changed." }</li>
            </ol>
        }
    }

    /// What somebody else published meanwhile, beside what this draft changes.
    fn conflict(&self) -> Html {
        let Some(Conflict { by, theirs, mine }) = &self.open.conflict else {
            return Html::default();
        };
        let who = if by.is_empty() { "Somebody else" } else { by };
        let list = |id: &'static str, title: String, changes: &[String]| {
            html! {
                <>
                    <h4>{ title }</h4>
                    <ul id={id}>
                        { for changes.iter().map(|change| html! { <li>{ change }</li> }) }
                        if changes.is_empty() {
                            <li>{ "nothing in the quiz itself" }</li>
                        }
                    </ul>
                </>
            }
        };
        html! {
            <section class="notice" aria-labelledby="conflict">
                <h3 id="conflict">{ "Somebody else published meanwhile" }</h3>
                <p>{ "Nothing was overwritten, and your draft is here as it was." }</p>
                { list("theirs", format!("{who} changed"), theirs) }
                { list("mine", "You changed".to_owned(), mine) }
                <div class="row">
                    <button type="button" id="open-theirs" onclick={self.sends(FileMsg::OpenedPublished)}>{ "Open the published one" }</button>
                    <button type="button" id="publish-over" class="danger" disabled={!self.open.may_be_published()} onclick={self.sends(FileMsg::PressedPublish)}>{ "Publish mine in its place" }</button>
                </div>
                <p class="help">{ "To keep both, open the published one and make your changes there again: your draft stays under Files and versions." }</p>
            </section>
        }
    }

    /// Whether it may be published, and what is in the way.
    fn publishable(&self) -> Html {
        let ready = self.open.ready();
        let words = if !self.open.was_checked() || !self.open.is_proved() {
            "It is still being checked.".to_owned()
        } else if let Some(to_do) = ready.to_do() {
            format!("It cannot be published yet: {to_do}.")
        } else if !ready.missing.is_empty() {
            format!("It cannot be published yet. Still missing: {}.", ready.missing.join(", "))
        } else {
            "It is ready to publish.".to_owned()
        };
        html! {
            <p id="publishable" role="status">
                { words }
                if !ready.is_ready() {
                    { " " }
                    <button type="button" class="small" id="publish-problems" onclick={self.sends(ShowMsg::WentTo(Page::Problems))}>{ "Show them" }</button>
                }
            </p>
        }
    }

    /// Says what visitors read if nobody has signed this version.
    fn unsigned(&self) -> Html {
        let review = Review::of_quiz(self.open.draft.quiz().node());
        if review.is_some_and(|review| review.is_current) {
            return Html::default();
        }
        html! {
            <p class="notice" id="unsigned">
                { "No clinician has signed this version, and visitors read that. " }
                <button type="button" class="small" onclick={self.sends(ShowMsg::WentTo(Page::Sign))}>{ "Sign-off" }</button>
            </p>
        }
    }
}
