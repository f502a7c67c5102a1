use browser::studio::event;
use editor::{FileId, Hit, search};
use yew::{Html, html};

use super::{SEARCH, View, counted};
use crate::msg::ShowMsg;

/// The most letters of a text that are shown.
const SHOWN: usize = 160;

impl View<'_> {
    /// What the person looks for in everything, and where it is.
    pub(super) fn search(&self) -> Html {
        let Some(words) = &self.open.search else { return Html::default() };
        let typed = self
            .when(|event: yew::events::InputEvent| ShowMsg::Searched(Some(event::value(&event))));
        let hits = search(&self.open.draft, words);
        let first = hits.first().map(|hit| ShowMsg::WentToPlace(hit.file, hit.path.clone()));
        let words = words.clone();
        let sent = {
            let words = words.clone();
            self.when(move |event: yew::events::SubmitEvent| {
                event.prevent_default();
                first.clone().unwrap_or(ShowMsg::Searched(Some(words.clone())))
            })
        };
        let found = match (words.trim().is_empty(), hits.len()) {
            (true, _) => String::new(),
            (false, 0) => "Nothing has these words.".to_owned(),
            (false, count) => format!("Found in {}.", counted(count, "place")),
        };
        html! {
            <div class="search" role="search" onkeydown={self.escaped(ShowMsg::Searched(None))}>
                <form class="row" onsubmit={sent}>
                    <label for={SEARCH}>{ "Find a text, an id or a source" }</label>
                    <input type="search" id={SEARCH} autocomplete="off" value={words} oninput={typed} />
                    <button type="button" id="search-close" onclick={self.sends(ShowMsg::Searched(None))}>{ "Close" }</button>
                </form>
                <p id="found" role="status">{ found }</p>
                <ul id="hits">{ for hits.iter().map(|hit| self.hit(hit)) }</ul>
            </div>
        }
    }

    fn hit(&self, hit: &Hit) -> Html {
        let file = match hit.file {
            FileId::QUIZ => String::new(),
            file => format!("{}: ", self.open.draft.document(file).name()),
        };
        let to = ShowMsg::WentToPlace(hit.file, hit.path.clone());
        html! {
            <li>
                <button type="button" class="place" onclick={self.sends(to)}>{ file }{ &hit.place }</button>
                { " " }<q dir="auto">{ shortened(&hit.text) }</q>
            </li>
        }
    }
}

fn shortened(text: &str) -> String {
    let start: String = text.chars().take(SHOWN).collect();
    if start.len() < text.len() { start + "…" } else { start }
}
