use browser::studio::event;
use check::{Finding, Severity};
use data::Path;
use editor::{Edit, FileId, can_be_allowed_in, can_stay};
use yew::{Html, html};

use super::{View, counted, heading};
use crate::msg::{EditMsg, ShowMsg};

impl View<'_> {
    /// Everything that was found, in one list.
    pub(super) fn problems(&self) -> Html {
        let ready = self.open.ready();
        let told = || self.open.findings.iter().enumerate();
        let mendable = told().filter(|(_, (_, it))| it.fix.is_some()).count();
        let is_kept = |it: &Finding| it.severity == Severity::Accepted;
        let open =
            told().filter(|(_, (_, it))| !is_kept(it)).map(|(number, _)| self.placed(number));
        let kept: Vec<Html> = told()
            .filter(|(_, (_, it))| is_kept(it))
            .map(|(number, _)| self.placed(number))
            .collect();
        html! {
            <>
                { heading("Problems") }
                <p>
                    { counted(ready.errors, "thing") }{ " to mend before it can be published, " }
                    { counted(ready.warnings, "thing") }{ " to look at." }
                    if !ready.missing.is_empty() {
                        { format!(" Still missing: {}.", ready.missing.join(", ")) }
                    }
                    if !self.open.is_proved() { { " Ways through the quiz are still being checked." } }
                </p>
                if mendable > 0 {
                    <button type="button" id="mend-all" onclick={self.sends(EditMsg::FixedAll)}>{ format!("Mend {mendable} at once") }</button>
                }
                <ul class="told" id="all-problems">{ for open }</ul>
                if !kept.is_empty() {
                    <h3>{ "Kept as they are" }</h3>
                    <ul class="told" id="kept-problems">{ for kept }</ul>
                }
            </>
        }
    }

    /// A finding with its place, which can be pressed.
    fn placed(&self, number: usize) -> Html {
        let (file, finding) = &self.open.findings[number];
        let name = self.open.draft.document(*file).name();
        html! {
            <li key={key(finding)} class={finding.severity.name()}>
                <button type="button" class="place" onclick={self.sends(ShowMsg::WentToPlace(*file, finding.path.clone()))}>
                    if *file != FileId::QUIZ { { name }{ ": " } }
                    { &finding.place }
                </button>
                { self.words(number) }
            </li>
        }
    }

    /// What is told of a place and of anything further inside, for its field.
    pub(super) fn findings(&self, path: &Path) -> Html {
        let told: Vec<Html> =
            self.open.findings_at(path).map(|(number, _)| self.problem(number)).collect();
        if told.is_empty() {
            return Html::default();
        }
        html! { <ul class="told" id={format!("{}-told", super::id(path))}>{ for told }</ul> }
    }

    /// What is told of the quiz at such places.
    pub(super) fn findings_where(&self, here: impl Fn(&Path) -> bool) -> Html {
        self.findings_in(FileId::QUIZ, here)
    }

    /// What is told of a file at such places.
    pub(super) fn findings_in(&self, file: FileId, here: impl Fn(&Path) -> bool) -> Html {
        let told = self.open.findings.iter().enumerate();
        let told = told.filter(|(_, (of, finding))| *of == file && here(&finding.path));
        let told: Vec<Html> = told.map(|(number, _)| self.problem(number)).collect();
        if told.is_empty() {
            return Html::default();
        }
        html! { <ul class="told">{ for told }</ul> }
    }

    pub(super) fn problem(&self, number: usize) -> Html {
        let (_, finding) = &self.open.findings[number];
        html! { <li key={key(finding)} class={finding.severity.name()}>{ self.words(number) }</li> }
    }

    pub(super) fn words(&self, number: usize) -> Html {
        let (_, finding) = &self.open.findings[number];
        let mend = finding.fix.as_ref().filter(|fix| !fix.text.is_empty() || !fix.span.is_empty());
        let before = match finding.severity {
            Severity::Error => "To mend: ",
            Severity::Warning => "To look at: ",
            Severity::Accepted => "Kept as it is: ",
        };
        html! {
            <>
                <span class="spoken">{ before }</span>
                <span>{ capital(&finding.found) }{ " " }{ &finding.help }</span>
                if let Some(fix) = mend {
                    { " " }
                    <button type="button" class="mend" onclick={self.sends(EditMsg::Fixed(number))}>
                        { if fix.text.is_empty() { "Mend: take it out".to_owned() } else { format!("Mend: write {}", fix.text) } }
                    </button>
                }
                { self.reason(number) }
            </>
        }
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

/// Tells what was found apart from all else, so that a reason half written stays with it.
fn key(finding: &Finding) -> String {
    format!("{} {} {}", finding.id, super::id(&finding.path), finding.found)
}

/// What was found begins with a verb, as it follows the place; without the place "This" does.
fn capital(found: &str) -> String {
    format!("This {found}")
}
