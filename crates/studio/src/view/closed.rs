use browser::studio::disk;
use yew::{Callback, Html, html};

use super::files::new_quiz;
use crate::msg::{FileMsg, Msg};

/// Nothing is open: why, and what to open instead.
pub(super) fn closed(refused: &str, on: &Callback<Msg>) -> Html {
    let chosen = {
        let on = on.clone();
        Callback::from(move |event: yew::events::Event| {
            disk::chosen(&event, on.reform(|file| FileMsg::Opened(file).into()));
        })
    };
    html! {
        <main id="closed">
            <h1>{ "Nothing is open" }</h1>
            <p role="alert" id="refused">{ refused }</p>
            <p><label>{ "Open another file " }<input type="file" id="file" accept=".json" onchange={chosen} /></label></p>
            { new_quiz(on) }
        </main>
    }
}
