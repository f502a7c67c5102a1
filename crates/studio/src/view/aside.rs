use browser::studio::event;
use data::{Node, Path};
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
                    { self.languages_of_preview() }
                    { self.personas() }
                    <button type="button" id="preview-dark" aria-pressed={dark.to_string()} disabled={is_fixed} onclick={self.sends(ShowMsg::ChoseDark(!dark))}>{ "Dark" }</button>
                    { self.widths() }
                </div>
                <div class="row">
                    <p class="help" id="preview-help">
                        { if tries { "It works as for a visitor." } else { "Press a text to edit it." } }
                    </p>
                    <button type="button" class="small" id="preview-try" aria-pressed={tries.to_string()} aria-describedby="preview-help" onclick={self.sends(ShowMsg::ChoseTrying(!tries))}>{ "Try it" }</button>
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
                <button type="button" id={format!("preview-{}", width.name())} aria-pressed={(width == now).to_string()} onclick={self.sends(ShowMsg::ChoseWidth(width))}>{ width.label() }</button>
            }
        };
        html! {
            <div class="row" role="group" aria-label="Width of the preview">{ for Width::ALL.into_iter().map(button) }</div>
        }
    }

    /// Says what the preview cannot show yet.
    fn left_out(&self) -> Html {
        let left_out = self.editor.left_out();
        let quiz = self.open.draft.quiz().node();
        let is_here =
            |path: &Path| self.open.page.path().is_some_and(|it| it.0.starts_with(&path.0));
        let words = match left_out {
            [] => return Html::default(),
            all if all.iter().any(is_here) => {
                "What you edit is not in the preview until it is complete.".to_owned()
            }
            all => {
                let names: Vec<String> = all.iter().map(|path| place_words(quiz, path)).collect();
                format!("Not in the preview until complete: {}.", names.join("; "))
            }
        };
        html! { <p class="notice" id="left-out" role="status">{ words }</p> }
    }
}
