use browser::studio::event;
use data::Node;
use editor::place_words;
use yew::{Html, html};

use super::{FRAME, View, entries};
use crate::model::Width;
use crate::msg::ShowMsg;

impl View<'_> {
    /// The preview, and what it shows.
    pub(super) fn aside(&self) -> Html {
        let dark = self.editor.is_dark();
        let is_fixed = self.editor.website.embed.schemes().len() == 1;
        let tries = self.open.tries;
        html! {
            <aside aria-label="Preview">
                <div class="row">
                    <h2>{ "Preview" }</h2>
                    <p class="help" id="preview-help">
                        { if tries { "It works as for a visitor." } else { "Press a text to edit it." } }
                    </p>
                </div>
                <div class="row">
                    { self.languages_of_preview() }
                    { self.personas() }
                </div>
                <div class="row">
                    { self.widths() }
                    <button type="button" class="small" id="preview-dark" aria-pressed={dark.to_string()} disabled={is_fixed} onclick={self.sends(ShowMsg::ChoseDark(!dark))}>{ "Dark" }</button>
                    <button type="button" class="small" id="preview-try" aria-pressed={tries.to_string()} aria-describedby="preview-help" onclick={self.sends(ShowMsg::ChoseTrying(!tries))}>{ "Try it" }</button>
                    if self.open.width != Width::default() {
                        <button type="button" class="small main" id="preview-back" onclick={self.sends(ShowMsg::ChoseWidth(Width::default()))}>{ "Back to the form" }</button>
                    }
                </div>
                { self.left_out() }
                <iframe id={FRAME} title="The quiz as visitors see it" width="390" height="760"></iframe>
            </aside>
        }
    }

    fn languages_of_preview(&self) -> Html {
        let chosen =
            self.when(|event: yew::events::Event| ShowMsg::ChoseLanguage(event::value(&event)));
        let option = |tag: String| {
            html! { <option value={tag.clone()} selected={tag == self.open.shown_language()}>{ self.open.language_title(&tag) }</option> }
        };
        html! {
            <label class="inline">
                { "Language " }
                <select id="preview-language" onchange={chosen}>{ for self.open.languages().into_iter().map(option) }</select>
            </label>
        }
    }

    /// Test visitors, whose result can be seen.
    fn personas(&self) -> Html {
        let Some(file) = self.open.personas() else { return Html::default() };
        let now = self.open.persona;
        let chosen = self.when(|event: yew::events::Event| {
            ShowMsg::ChoseVisitor(event::value(&event).parse().ok())
        });
        let option = |(index, persona): (usize, &Node)| {
            let name = persona.text("id").unwrap_or("?").replace('-', " ");
            html! { <option value={index.to_string()} selected={now == Some(index)}>{ name }</option> }
        };
        html! {
            <label class="inline">
                { "Visitor " }
                <select id="preview-persona" onchange={chosen}>
                    <option value="" selected={now.is_none()}>{ "what is edited" }</option>
                    { for entries(file.get("personas")).iter().enumerate().map(option) }
                </select>
            </label>
        }
    }

    fn widths(&self) -> Html {
        let now = self.open.width;
        let button = |width: Width| {
            html! {
                <button type="button" class="small" id={format!("preview-{}", width.name())} aria-pressed={(width == now).to_string()} onclick={self.sends(ShowMsg::ChoseWidth(width))}>{ width.label() }</button>
            }
        };
        html! {
            <div class="widths" role="group" aria-label="Width of the preview">{ for Width::ALL.into_iter().map(button) }</div>
        }
    }

    /// Says what is not in the preview.
    fn left_out(&self) -> Html {
        let quiz = self.open.draft.quiz().node();
        let left_out = self.editor.left_out();
        let names: Vec<String> = left_out.iter().map(|path| place_words(quiz, path)).collect();
        let unseen = self.editor.unseen().map(|path| place_words(quiz, path));
        html! {
            <>
                if !names.is_empty() {
                    <p class="notice" id="left-out" role="status">{ format!("Not in the preview until complete: {}.", names.join("; ")) }</p>
                }
                if let Some(name) = unseen {
                    <p class="notice" id="unseen" role="status">{ format!("No answers were found that show it: {name}.") }</p>
                }
            </>
        }
    }
}
