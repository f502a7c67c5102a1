use check::Review;
use yew::{Html, html};

use super::{OPENING_TITLE, View, counted};
use crate::model::{Opening, Page};
use crate::msg::{EditMsg, FileMsg, ShowMsg};

impl View<'_> {
    pub(super) fn bar(&self) -> Html {
        let draft = &self.open.draft;
        let title = draft.quiz().node().get("words").and_then(|it| it.text("title"));
        let unsaved = draft.unsaved().len();
        let state = match (unsaved, self.open.is_stored) {
            (0, _) => "Saved".to_owned(),
            (count, true) => {
                format!("{} not saved; a draft is kept in this browser", counted(count, "file"))
            }
            (count, false) => format!("{} not saved", counted(count, "file")),
        };
        html! {
            <header>
                <h1>{ title.unwrap_or("A quiz") }</h1>
                <div class="row">
                    <button type="button" id="undo" disabled={!draft.can_undo()} onclick={self.sends(EditMsg::Undid)}>{ "Undo" }</button>
                    <button type="button" id="redo" disabled={!draft.can_redo()} onclick={self.sends(EditMsg::Redid)}>{ "Redo" }</button>
                    <button type="button" id="find" aria-keyshortcuts="Control+K" onclick={self.sends(ShowMsg::Searched(Some(String::new())))}>{ "Find …" }</button>
                    <button type="button" id="open" onclick={self.sends(ShowMsg::WentTo(Page::Files))}>{ "Open …" }</button>
                    <button type="button" id="save" onclick={self.sends(FileMsg::PressedSave)}>{ "Save" }</button>
                    <button type="button" id="publish" class="main" onclick={self.sends(ShowMsg::WentTo(Page::Publish))}>{ "Publish …" }</button>
                    { self.peek() }
                </div>
                <div class="row status">
                    <p id="state" role="status" class={if unsaved > 0 { "unsaved" } else { "saved" }}>{ state }</p>
                    { self.ready_or_not() }
                    { self.lifted() }
                </div>
                { self.search() }
                { self.opening() }
                { self.unpublished_draft() }
                if let Some(notice) = &self.open.notice {
                    <div class="notice row">
                        <p id="notice" role="alert">{ notice }</p>
                        <button type="button" class="small" id="close-notice" onclick={self.sends(ShowMsg::ClosedNotice)}>{ "Close" }<span class="spoken">{ " the message" }</span></button>
                    </div>
                }
            </header>
        }
    }

    /// Shows the preview or the form, where there is room for one alone.
    fn peek(&self) -> Html {
        if !self.open.page.has_preview() {
            return Html::default();
        }
        let peeks = self.open.peeks;
        html! {
            <button type="button" id="peek" class="main" onclick={self.sends(ShowMsg::Peeked(!peeks))}>
                { if peeks { "Back to the form" } else { "Preview" } }
            </button>
        }
    }

    /// What is asked before something unsaved gives its place to another quiz.
    fn opening(&self) -> Html {
        let other = match &self.open.opening {
            None => return Html::default(),
            Some(Opening::File(file)) => file.name.clone(),
            Some(Opening::Published) => "the published quiz".to_owned(),
            Some(Opening::New(title)) => format!("“{}”", title.trim()),
        };
        let unsaved = self.open.draft.unsaved().len();
        let (are, stay) = if unsaved == 1 { ("is", "It stays") } else { ("are", "They stay") };
        let unsaved = counted(unsaved, "file");
        html! {
            <div class="asked" role="alertdialog" aria-labelledby={OPENING_TITLE} aria-describedby="opening-text" onkeydown={self.escaped(FileMsg::Stayed)}>
                <h3 id={OPENING_TITLE} tabindex="-1">{ format!("Open {other}?") }</h3>
                <p id="opening-text">
                    { format!("{unsaved} of this quiz {are} not saved. {stay} in this browser as a version, under Files and versions.") }
                </p>
                <div class="row">
                    <button type="button" id="opening-save" onclick={self.sends(FileMsg::PressedSave)}>{ "Save this one first" }</button>
                    <button type="button" id="opening-confirm" class="danger" onclick={self.sends(FileMsg::ConfirmedOpening)}>{ "Open it without saving" }</button>
                    <button type="button" id="opening-stay" onclick={self.sends(FileMsg::Stayed)}>{ "Stay here" }</button>
                </div>
            </div>
        }
    }

    /// What was saved here last and is not on the website: the person chooses where they go on.
    fn unpublished_draft(&self) -> Html {
        if self.editor.left.is_none() {
            return Html::default();
        }
        html! {
            <section class="notice" aria-label="What you saved last">
                <p id="left">{ "The website does not have what you saved last in this browser: it is not there yet, or somebody else published since. This is what the website has." }</p>
                <div class="row">
                    <button type="button" id="go-on" class="small" onclick={self.sends(FileMsg::ChoseLeft(true))}>{ "Go on with what I saved" }</button>
                    <button type="button" id="go-on-published" class="small" onclick={self.sends(FileMsg::ChoseLeft(false))}>{ "Go on with the website’s" }</button>
                </div>
            </section>
        }
    }

    /// A signature that is not one of what is edited.
    fn lifted(&self) -> Html {
        match Review::of_quiz(self.open.draft.quiz().node()) {
            Some(Review { by, is_current: false, .. }) => html! {
                <button type="button" id="lifted" class="bad" onclick={self.sends(ShowMsg::WentTo(Page::Sign))}>
                    { format!("Signature of {by} lifted: the content was edited") }
                </button>
            },
            _ => Html::default(),
        }
    }

    fn ready_or_not(&self) -> Html {
        let ready = self.open.ready();
        let missing = ready.missing.join(", ");
        let (class, words) = match (ready.to_do(), ready.warnings) {
            _ if !self.open.was_checked() => ("", "Not checked yet".to_owned()),
            (Some(to_do), _) => ("bad", format!("Not ready: {to_do}")),
            (None, 0) if !ready.is_ready() => {
                ("bad", format!("Not ready, still missing: {missing}"))
            }
            (None, warnings) if !ready.is_ready() => {
                let look = counted(warnings, "thing");
                ("bad", format!("Not ready, still missing: {missing}; {look} to look at"))
            }
            (None, 0) => ("good", "Ready to publish".to_owned()),
            (None, warnings) => {
                ("good", format!("Ready to publish; {} to look at", counted(warnings, "thing")))
            }
        };
        let proving = !self.open.is_proved();
        html! {
            <button type="button" id="ready" class={class} onclick={self.sends(ShowMsg::WentTo(Page::Problems))}>
                { words }{ if proving { " · checking …" } else { "" } }
            </button>
        }
    }
}
