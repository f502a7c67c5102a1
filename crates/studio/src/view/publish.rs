use check::Review;
use editor::FileId;
use yew::{Html, html};

use super::{View, heading};
use crate::model::Page;
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
        let can_publish = self.open.may_be_published() && !files.is_empty();
        html! {
            <>
                { heading("Publish") }
                { self.publishable() }
                { self.unsigned() }
                <h3>{ "What changes on the website" }</h3>
                if files.is_empty() {
                    <p id="unpublished">{ "Nothing: the website has every file as it is here." }</p>
                } else {
                    <ul class="plain" id="unpublished">{ for files.iter().map(line) }{ for pictures.iter().map(picture) }</ul>
                }
                <h3>{ "How it gets there" }</h3>
                <ol class="steps">
                    <li>
                        <button type="button" id="zip" class="main" disabled={!can_publish} onclick={self.sends(FileMsg::PressedPublish)}>{ "Save it all in one zip" }</button>
                    </li>
                    <li>{ "Unpack the zip. It holds each file in its folder." }</li>
                    <li>
                        { "Upload the folders into the folder of the quiz on your website, and let them replace what is there: " }
                        <code>{ &self.editor.website.own }</code>
                    </li>
                    <li>{ "Open the quiz in a new window and walk through what you changed." }</li>
                </ol>
            </>
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
