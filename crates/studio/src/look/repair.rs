use browser::studio::event;
use editor::Edit;
use yew::{Html, html};

use super::super::act::Act;
use super::{Look, heading};

impl Look<'_> {
    /// A file that is no JSON: its text, and what is wrong with it.
    pub(super) fn repair(&self) -> Html {
        let wrote = self.on.reform(|event: yew::events::InputEvent| {
            Act::Edit(0, Edit::Rewrite(event::value(&event)))
        });
        let text = self.desk.draft.quiz().text();
        let told = self.desk.told.iter().enumerate().filter(|(_, (file, _))| *file == 0);
        let told = told.map(|(number, (_, finding))| {
            let line = text[..finding.span.start.min(text.len())].matches('\n').count() + 1;
            html! { <li class="error"><b>{ format!("Line {line}. ") }</b>{ self.words(number) }</li> }
        });
        html! {
            <>
                { heading("This file has to be repaired first") }
                <p>{ "It is not written as JSON, so it cannot be shown as forms yet. Mend what is listed here, from the top; the forms come when nothing is left." }</p>
                <button type="button" id="mend-all" onclick={self.act(Act::MendAll)}>{ "Mend all that can only be meant in one way" }</button>
                <ul class="told" id="all-problems">{ for told }</ul>
                <label for="raw">{ "The file" }</label>
                <textarea id="raw" rows="30" spellcheck="false" value={text.to_owned()} oninput={wrote} onblur={self.act(Act::Settle)} />
            </>
        }
    }
}
