use browser::studio::event;
use editor::{Edit, FileId};
use yew::{Html, html};

use super::{View, heading};
use crate::msg::EditMsg;

impl View<'_> {
    /// A file that is no JSON: its text, and what is wrong with it.
    pub(super) fn repair(&self) -> Html {
        let wrote = self.when(|event: yew::events::InputEvent| {
            EditMsg::Wrote(FileId::QUIZ, Edit::Rewrite(event::value(&event)))
        });
        let text = self.open.draft.quiz().text();
        let notes = self.open.notes.iter().filter(|it| it.file == FileId::QUIZ);
        let told = notes.map(|note| {
            let (_, finding) = &self.open.findings[note.number];
            let line = text[..finding.span.start.min(text.len())].matches('\n').count() + 1;
            html! { <li class="error"><b>{ format!("Line {line}. ") }</b>{ self.words(note) }</li> }
        });
        html! {
            <>
                { heading("This file has to be repaired first") }
                <p>{ "It is not written as JSON, so it cannot be shown as forms yet. Fix what is listed here, from the top; the forms come when nothing is left." }</p>
                <button type="button" id="mend-all" onclick={self.sends(EditMsg::FixedAll)}>{ "Fix all that can only be meant in one way" }</button>
                <ul class="told" id="all-problems">{ for told }</ul>
                <label for="raw">{ "The file" }</label>
                <textarea id="raw" rows="30" spellcheck="false" value={text.to_owned()} oninput={wrote} onblur={self.sends(EditMsg::LeftField)} />
            </>
        }
    }
}
