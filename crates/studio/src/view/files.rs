use browser::studio::{disk, event};
use editor::{Document, FileId};
use yew::{Callback, Html, html};

use super::{View, heading};
use crate::model::{OtherDraft, Version};
use crate::msg::{FileMsg, Msg};

impl View<'_> {
    /// What came with an update of the program, to be compared with what is edited here.
    fn shipped(&self) -> Html {
        let shipped = self.editor.host.iter().flat_map(|host| &host.shipped);
        let own = shipped.filter(|name| *name == self.open.draft.quiz().name());
        let line = |name: &String| {
            html! {
                <p>
                    { "An update brought a newer quiz. Yours stays as it is. " }
                    <button type="button" class="small" id={format!("compare-{name}")} onclick={self.sends(FileMsg::ComparedShipped(name.clone()))}>{ "Show how they differ" }</button>
                </p>
            }
        };
        html! { <>{ for own.map(line) }</> }
    }

    /// Files to open, files to save, and versions to go back to.
    pub(super) fn files(&self) -> Html {
        let files = self.open.draft.documents().filter(|(_, document)| document.exists());
        let versions = self.editor.versions.iter().map(|version| self.version(version));
        let drafts = &self.editor.drafts;
        html! {
            <>
                { heading("Files and versions") }
                { self.files_to_open() }
                { self.shipped() }
                <h3>{ "Files of this quiz" }</h3>
                <p class="help">{ "A download has the name of the published file, so that it can take its place." }</p>
                { table(None, "Files of this quiz", ["File", "State"], files.map(|(file, document)| self.document(file, document)).collect()) }
                if !drafts.is_empty() {
                    <h3>{ "Drafts of other tabs" }</h3>
                    <p class="help">{ "Each tab keeps its own. What you take from another can be undone, and stays there." }</p>
                    { table(Some("drafts"), "Drafts of other tabs", ["When", "What"], drafts.iter().enumerate().map(|it| self.draft(it)).collect()) }
                }
                <h3>{ "Versions kept in this browser" }</h3>
                <p class="help">{ "The last 20. Going back can be undone." }</p>
                { table(Some("versions"), "Versions kept in this browser", ["When", "What"], versions.collect()) }
            </>
        }
    }

    fn files_to_open(&self) -> Html {
        let on = self.on.clone();
        let chosen = yew::Callback::from(move |event: yew::events::Event| {
            disk::chosen(&event, on.reform(|file| FileMsg::Opened(file).into()));
        });
        html! {
            <>
                <h3>{ "Open" }</h3>
                <div class="row">
                    <button type="button" id="open-published" onclick={self.sends(FileMsg::OpenedPublished)}>{ "The published quiz" }</button>
                    if self.editor.abilities.writes_files { <button type="button" id="open-picked" onclick={self.sends(FileMsg::PressedOpen)}>{ "A file of mine, to save back into it" }</button> }
                </div>
                <p><label>{ "A file of mine " }<input type="file" id="file" accept=".json,application/json" onchange={chosen} /></label></p>
                <p class="help">{ "Or drop it anywhere on this page." }</p>
                { new_quiz(self.on) }
            </>
        }
    }

    fn document(&self, file: FileId, document: &Document) -> Html {
        let state = if self.open.draft.is_saved(file) { "saved" } else { "not saved" };
        html! {
            <tr>
                <th scope="row"><code>{ document.name() }</code></th><td>{ state }</td>
                <td><button type="button" class="small" id={format!("download-{}", file.position())} onclick={self.sends(FileMsg::PressedDownload(file))}>{ "Download" }<span class="spoken">{ format!(" {}", document.name()) }</span></button></td>
            </tr>
        }
    }

    fn draft(&self, (index, draft): (usize, &OtherDraft)) -> Html {
        html! {
            <tr>
                <th scope="row">{ &draft.written }</th><td>{ &draft.about }</td>
                <td><button type="button" class="small" id={format!("draft-{index}")} onclick={self.sends(FileMsg::ChoseDraft(index))}>{ "Take it over here" }<span class="spoken">{ format!(": {}", draft.written) }</span></button></td>
            </tr>
        }
    }

    fn version(&self, version: &Version) -> Html {
        html! {
            <tr>
                <th scope="row">{ &version.written }</th><td>{ &version.about }</td>
                <td><button type="button" class="small" onclick={self.sends(FileMsg::ChoseVersion(version.at))}>{ "Go back to it" }<span class="spoken">{ format!(": {}", version.written) }</span></button></td>
            </tr>
        }
    }
}

/// A table of what is kept, the last column being what can be done with it.
fn table(
    id: Option<&'static str>,
    name: &'static str,
    heads: [&'static str; 2],
    rows: Vec<Html>,
) -> Html {
    let head = |head: &str| html! { <th scope="col">{ head }</th> };
    html! {
        <table class="kept" {id} aria-label={name}>
            <thead><tr>{ for heads.into_iter().map(head) }<td></td></tr></thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}

/// Begins a new quiz: its title is asked for, and file and id follow from it.
pub(super) fn new_quiz(on: &Callback<Msg>) -> Html {
    let began = on.reform(|event: yew::events::SubmitEvent| {
        event.prevent_default();
        FileMsg::BeganNew(event::submitted(&event)).into()
    });
    html! {
        <form class="add" onsubmit={began}>
            <label for="new-title">{ "A new quiz, from the example. What is its title?" }</label>
            <div class="row">
                <input type="text" id="new-title" autocomplete="off" required=true />
                <button type="submit" id="new">{ "Begin it" }</button>
            </div>
        </form>
    }
}
