use browser::studio::event;
use check::Finding;
use data::Path;
use editor::{Edit, FileId, Note, NoteState, can_be_allowed_in, can_stay};
use yew::{Html, html};

use super::{View, counted, heading};
use crate::msg::{EditMsg, ShowMsg};

impl View<'_> {
    /// Everything that was found, in one list.
    pub(super) fn problems(&self) -> Html {
        let fixable = self.open.findings.iter().filter(|(_, it)| it.fix.is_some()).count();
        let list = |is_kept: bool| -> Vec<Html> {
            let notes = self.open.shown().filter(|it| (it.state == NoteState::Kept) == is_kept);
            notes.map(|note| self.placed(note)).collect()
        };
        let kept = list(true);
        html! {
            <>
                { heading("Problems") }
                { self.what_is_left() }
                if fixable > 0 {
                    <button type="button" id="mend-all" onclick={self.sends(EditMsg::FixedAll)}>{ format!("Fix {fixable} at once") }</button>
                }
                <ul class="told" id="all-problems">{ for list(false) }</ul>
                if !kept.is_empty() {
                    <h3>{ "Kept as they are" }</h3>
                    <ul class="told" id="kept-problems">{ for kept }</ul>
                }
            </>
        }
    }

    /// What there is to do, in a sentence.
    fn what_is_left(&self) -> Html {
        let ready = self.open.ready();
        let missing = ready.missing.join(", ");
        let first = match (ready.to_do(), ready.missing.is_empty()) {
            (Some(to_do), true) => format!("{to_do} before it can be published"),
            (Some(to_do), false) => {
                format!("{to_do} before it can be published, and still missing: {missing}")
            }
            (None, true) => "Nothing has to be fixed before it can be published".to_owned(),
            (None, false) => format!("Before it can be published, still missing: {missing}"),
        };
        html! {
            <p id="what-is-left">
                { format!("{first}. {} to look at.", counted(ready.warnings, "thing")) }
                if !self.open.is_proved() { { " Ways through the quiz are still being checked." } }
            </p>
        }
    }

    /// A note with its place, which can be pressed.
    pub(super) fn placed(&self, note: &Note) -> Html {
        let to = ShowMsg::WentToPlace(note.file, note.path.clone());
        html! {
            <li key={self.key(note)} class={note.state.name()}>
                <button type="button" class="place" onclick={self.sends(to)}>
                    { &note.thing }
                    if let Some(label) = &note.label { { ": " }<b>{ label }</b> }
                </button>
                { self.words(note) }
            </li>
        }
    }

    /// The notes of a place and of anything further inside, for its field.
    pub(super) fn notes(&self, path: &Path) -> Html {
        let notes: Vec<Html> = self.open.notes_at(path).map(|note| self.problem(note)).collect();
        if notes.is_empty() {
            return Html::default();
        }
        html! { <ul class="told" id={format!("{}-told", super::id(path))}>{ for notes }</ul> }
    }

    /// The notes of the quiz at such places.
    pub(super) fn notes_where(&self, here: impl Fn(&Path) -> bool) -> Html {
        self.notes_in(FileId::QUIZ, here)
    }

    /// The notes of a file at such places.
    pub(super) fn notes_in(&self, file: FileId, here: impl Fn(&Path) -> bool) -> Html {
        let notes = self.open.shown().filter(|note| note.file == file && here(&note.path));
        let notes: Vec<Html> = notes.map(|note| self.problem(note)).collect();
        if notes.is_empty() {
            return Html::default();
        }
        html! { <ul class="told">{ for notes }</ul> }
    }

    fn problem(&self, note: &Note) -> Html {
        html! { <li key={self.key(note)} class={note.state.name()}>{ self.words(note) }</li> }
    }

    pub(super) fn words(&self, note: &Note) -> Html {
        let before = match note.state {
            NoteState::ToFix => "To fix: ",
            NoteState::ToFillIn => "",
            NoteState::ToLookAt => "To look at: ",
            NoteState::Kept => "Kept as it is: ",
        };
        html! {
            <>
                <span class="spoken">{ before }</span>
                <span>{ &note.message }{ " " }{ &note.help }</span>
                if let Some(fix) = &note.fix {
                    { " " }
                    <button type="button" class="mend" onclick={self.sends(EditMsg::Fixed(note.number))}>{ fix }</button>
                }
                if note.state != NoteState::ToFillIn { { self.reason(note.number) } }
            </>
        }
    }

    /// Tells what was found apart from all else, so that a reason half written stays with it.
    fn key(&self, note: &Note) -> String {
        let (_, Finding { id, path, found, .. }) = &self.open.findings[note.number];
        format!("{id} {} {found}", super::id(path))
    }

    /// Why it stays as it is, or the question for it.
    fn reason(&self, number: usize) -> Html {
        let (file, finding) = &self.open.findings[number];
        if let Some(because) = &finding.because {
            return html! {
                <p class="because">
                    { if finding.allowed_by.is_some() { "It is to stay, because: " } else { "It stays, because: " } }<q>{ because }</q>{ " " }
                    <button type="button" class="small" onclick={self.sends(EditMsg::Reopened(number))}>{ "Take the reason back" }</button>
                </p>
            };
        }
        if finding.id == "accepted/unused" {
            let entry = Path(finding.path.0.iter().take(2).cloned().collect());
            let take_out = self.sends(EditMsg::Wrote(*file, Edit::Remove(entry)));
            return html! { <>{ " " }<button type="button" class="mend" onclick={take_out}>{ "Take the reason out" }</button></> };
        }
        let document = self.open.draft.document(*file);
        if can_be_allowed_in(document, finding) {
            return self.allowing(number);
        }
        if !can_stay(document, finding) {
            return Html::default();
        }
        let accepted = self.when(move |event: yew::events::SubmitEvent| {
            event.prevent_default();
            EditMsg::Accepted(number, event::submitted(&event))
        });
        html! {
            <details class="because">
                <summary>{ "Keep it as it is" }</summary>
                <form onsubmit={accepted}>
                    <label for={format!("because-{number}")}>{ "Why is it right as it is? It is kept in the file, which anybody can open, for whoever signs off." }</label>
                    <div class="row">
                        <input type="text" id={format!("because-{number}")} autocomplete="off" required=true minlength="5" />
                        <button type="submit">{ "Keep it" }</button>
                    </div>
                </form>
            </details>
        }
    }

    /// The question why an error stays, and who allows it.
    fn allowing(&self, number: usize) -> Html {
        let allowed = self.when(move |event: yew::events::SubmitEvent| {
            event.prevent_default();
            let typed = event::submitted_all(&event);
            let text = |at: usize| typed.get(at).cloned().unwrap_or_default();
            EditMsg::Allowed(number, text(0), text(1))
        });
        let (why, who) = (format!("because-{number}"), format!("allows-{number}"));
        html! {
            <details class="because">
                <summary>{ "The words are honest here" }</summary>
                <form onsubmit={allowed}>
                    <label for={why.clone()}>{ "Why are they? The reason is kept in the file, which anybody can open." }</label>
                    <input type="text" id={why} autocomplete="off" required=true minlength="5" />
                    <label for={who.clone()}>{ "Name and role of the clinician who allows them by signing the quiz off" }</label>
                    <div class="row">
                        <input type="text" id={who} autocomplete="off" required=true minlength="5" />
                        <button type="submit">{ "Ask for it" }</button>
                    </div>
                </form>
            </details>
        }
    }
}
