use browser::studio::event;
use editor::{LANGUAGES, Language, language_title};
use yew::{Html, html};

use super::{View, heading};
use crate::model::Page;
use crate::msg::{EditMsg, ShowMsg};

impl View<'_> {
    /// The languages, or one beside the quiz's own.
    pub(super) fn languages(&self, chosen: Option<&str>) -> Html {
        match chosen {
            Some(tag) => self.language(tag),
            None => self.all_languages(),
        }
    }

    fn all_languages(&self) -> Html {
        let tags = self.open.languages();
        let own = self.open.language_title(&tags[0]);
        let line = |tag: &String| {
            let to = ShowMsg::WentTo(Page::Language(Some(tag.clone())));
            html! {
                <li><button type="button" class="go" id={format!("language-{tag}")} onclick={self.sends(to)}>
                    <b>{ self.open.language_title(tag) }</b>{ self.open.translation(tag).left() }
                </button></li>
            }
        };
        html! {
            <>
                { heading("Languages") }
                <p>{ format!("The quiz is written in {own}. A text without translation is shown in that language, and marked so.") }</p>
                <ul class="things">{ for tags.iter().skip(1).map(line) }</ul>
                { self.new_language(&tags) }
                { self.other_language() }
            </>
        }
    }

    /// Languages to choose from by name, except those that the quiz has.
    fn new_language(&self, known: &[String]) -> Html {
        let is_new = |it: &&Language| !known.iter().any(|tag| tag.eq_ignore_ascii_case(it.tag));
        let option = |it: &Language| {
            html! { <option value={it.tag}>{ language_title(it.tag, None) }</option> }
        };
        let add = self.when(|event: yew::events::SubmitEvent| {
            event.prevent_default();
            let chosen = event::entered(&event).into_iter().next().unwrap_or_default();
            EditMsg::AddedLanguage(chosen, String::new())
        });
        html! {
            <form class="add" onsubmit={add}>
                <label for="new-language">{ "Add a language" }</label>
                <div class="row">
                    <select id="new-language">
                        <option value="" selected=true>{ "Choose a language" }</option>
                        { for LANGUAGES.iter().filter(is_new).map(option) }
                    </select>
                    <button type="submit" id="add-language">{ "Add" }</button>
                </div>
            </form>
        }
    }

    /// A language that is not among those, by its tag.
    fn other_language(&self) -> Html {
        let add = self.when(|event: yew::events::SubmitEvent| {
            event.prevent_default();
            let mut entered = event::entered(&event).into_iter();
            let mut next = || entered.next().unwrap_or_default();
            EditMsg::AddedLanguage(next(), next())
        });
        html! {
            <details id="other-language">
                <summary>{ "Another language" }</summary>
                <form class="add" onsubmit={add}>
                    <div class="row">
                        <label class="inline">{ "Its tag, such as fr or pt-BR " }<input type="text" id="new-tag" autocomplete="off" /></label>
                        <label class="inline">{ "What it calls itself, such as Français " }<input type="text" id="new-name" autocomplete="off" /></label>
                        <button type="submit" id="add-other">{ "Add" }</button>
                    </div>
                </form>
            </details>
        }
    }
}
