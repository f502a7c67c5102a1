use browser::studio::disk;
use browser::studio::moment::written;
use yew::{Html, html};

use super::super::act::Act;
use super::{Look, heading};

impl Look<'_> {
    /// Files to open, files to save, and versions to go back to.
    pub(super) fn files(&self) -> Html {
        let chosen = {
            let on = self.on.clone();
            yew::Callback::from(move |event: yew::events::Event| {
                disk::chosen(&event, on.reform(Act::Opened))
            })
        };
        let paper = |(index, paper): (usize, &editor::Paper)| {
            let state = if self.desk.draft.is_saved(index) { "saved" } else { "not saved" };
            html! {
                <li class="row">
                    <code>{ paper.name() }</code><span>{ state }</span>
                    <button type="button" class="small" id={format!("download-{index}")} onclick={self.act(Act::Download(index))}>{ "Download" }<span class="spoken">{ format!(" {}", paper.name()) }</span></button>
                </li>
            }
        };
        let version = |&at: &f64| {
            html! {
                <li class="row">
                    <span>{ written(at) }</span>
                    <button type="button" class="small" onclick={self.act(Act::GoBack(at))}>{ "Go back to it" }</button>
                </li>
            }
        };
        let papers = self.desk.draft.papers().iter().enumerate().filter(|(_, it)| it.exists());
        html! {
            <>
                { heading("Files and versions") }
                <h3>{ "Open" }</h3>
                <div class="row">
                    <button type="button" id="open-published" onclick={self.act(Act::OpenPublished)}>{ "The published quiz" }</button>
                    if disk::has_handles() { <button type="button" id="open-picked" onclick={self.act(Act::Pick)}>{ "A file of mine, to save back into it" }</button> }
                    <button type="button" id="new" onclick={self.act(Act::New)}>{ "A new quiz from the example" }</button>
                </div>
                <p><label>{ "A file of mine " }<input type="file" id="file" accept=".json,application/json" onchange={chosen} /></label>{ " Or drop it anywhere on this page." }</p>
                <h3>{ "Files of this quiz" }</h3>
                <p class="help">{ "A download has the name of the published file, so that it can take its place." }</p>
                <ul class="plain">{ for papers.map(paper) }</ul>
                <h3>{ "Versions kept in this browser" }</h3>
                <p class="help">{ "The last 20. Going back can be undone." }</p>
                <ul class="plain" id="versions">{ for self.versions.iter().map(version) }</ul>
            </>
        }
    }
}
