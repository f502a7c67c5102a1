use browser::studio::{disk, event};
use check::Review;
use data::Node;
use editor::{Row, Rows, overlay_name, rows};
use yew::{Html, html};

use super::{View, attr, heading, translation_id};
use crate::model::Page;
use crate::msg::{EditMsg, FileMsg, ShowMsg};

impl View<'_> {
    /// The languages, or one beside the quiz's own.
    pub(super) fn languages(&self, chosen: Option<&str>) -> Html {
        match chosen {
            Some(tag) => self.language(tag),
            None => self.all_languages(),
        }
    }

    fn overlay(&self, tag: &str) -> &Node {
        let name = overlay_name(self.open.draft.quiz().name(), tag);
        self.open.node(&name).unwrap_or(&Node::Null)
    }

    fn all_languages(&self) -> Html {
        let quiz = self.open.draft.quiz().node();
        let tags = self.open.languages();
        let line = |tag: &String| {
            let rows = rows(quiz, self.overlay(tag));
            let left = left(&rows);
            html! {
                <li><button type="button" class="go" id={format!("language-{tag}")} onclick={self.sends(ShowMsg::WentTo(Page::Language(Some(tag.clone()))))}>
                    <b>{ tag }</b>{ ": " }{ left }
                </button></li>
            }
        };
        let add = self.when(|event: yew::events::SubmitEvent| {
            event.prevent_default();
            let typed = event::submitted_all(&event);
            let text = |at: usize| typed.get(at).cloned().unwrap_or_default();
            EditMsg::AddedLanguage(text(0), text(1))
        });
        html! {
            <>
                { heading("Languages") }
                <p>{ format!("The quiz is written in “{}”. A text without translation is shown in that language, and marked so.", tags[0]) }</p>
                <ul class="things">{ for tags.iter().skip(1).map(line) }</ul>
                <form class="add" onsubmit={add}>
                    <p>{ "Add a language" }</p>
                    <div class="row">
                        <label class="inline">{ "Its tag, such as fr or pt-BR " }<input type="text" id="new-tag" required=true pattern="[a-z]{2,3}(-[A-Za-z0-9]{2,8})*" /></label>
                        <label class="inline">{ "As it calls itself, such as Français " }<input type="text" id="new-name" required=true /></label>
                        <button type="submit" id="add-language">{ "Add" }</button>
                    </div>
                </form>
            </>
        }
    }

    fn language(&self, tag: &str) -> Html {
        let rows = rows(self.open.draft.quiz().node(), self.overlay(tag));
        let is_open = |row: &&Row| row.other.is_empty() || row.is_outdated;
        let only_open = self.open.only_open_texts;
        let listed = rows.rows.iter().filter(|row| !only_open || is_open(row));
        html! {
            <>
                <button type="button" class="small" id="all" onclick={self.sends(ShowMsg::WentTo(Page::Language(None)))}>{ "‹ All languages" }</button>
                { heading(&format!("Translation: {tag}")) }
                <p id="missing">{ format!("{}.", left(&rows)) }</p>
                { self.spreadsheet(tag) }
                { self.brought(tag) }
                { self.findings_of_translation(tag) }
                { self.review(tag) }
                { self.open_only(only_open) }
                <ul class="translations">{ for listed.map(|row| self.row(tag, row)) }</ul>
            </>
        }
    }

    fn open_only(&self, only_open: bool) -> Html {
        let chose =
            self.when(|event: yew::events::Event| ShowMsg::ChoseOpenTexts(event::checked(&event)));
        html! {
            <p><label class="inline"><input type="checkbox" id="only-open" checked={only_open} onchange={chose} />{ " Show only texts that are missing or out of date" }</label></p>
        }
    }

    /// The texts of a language to a translator and back.
    fn spreadsheet(&self, tag: &str) -> Html {
        let (on, language) = (self.on.clone(), tag.to_owned());
        let chosen = yew::Callback::from(move |event: yew::events::Event| {
            let language = language.clone();
            let imported = move |file| EditMsg::Imported(language.clone(), file).into();
            disk::chosen(&event, on.reform(imported));
        });
        html! {
            <div class="row">
                <button type="button" id="export" onclick={self.sends(FileMsg::PressedExport(tag.to_owned()))}>{ "Export for a translator (CSV)" }</button>
                <label class="inline">{ "Bring a translated CSV back " }<input type="file" id="import" accept=".csv,.tsv,.txt,text/csv" onchange={chosen} /></label>
            </div>
        }
    }

    /// What of the spreadsheet that was brought back was taken over, and what was not.
    fn brought(&self, tag: &str) -> Html {
        let brought = self.open.brought.as_ref().filter(|it| it.language == tag);
        let Some(brought) = brought else { return Html::default() };
        let (taken, left) = (brought.taken.len(), brought.left.len());
        html! {
            <>
                if left > 0 {
                    <details id="left" open=true>
                        <summary>{ format!("Not taken over ({left})") }</summary>
                        <ul class="told">{ for brought.left.iter().map(|it| html! { <li>{ it.to_string() }</li> }) }</ul>
                    </details>
                }
                if taken > 0 {
                    <details id="taken">
                        <summary>{ format!("Taken over ({taken})") }</summary>
                        <ul>{ for brought.taken.iter().map(|it| html! { <li>{ it.to_string() }</li> }) }</ul>
                    </details>
                }
            </>
        }
    }

    fn findings_of_translation(&self, tag: &str) -> Html {
        let name = overlay_name(self.open.draft.quiz().name(), tag);
        let of_it = self.open.shown().filter(|it| self.open.draft.document(it.file).name() == name);
        let lines: Vec<Html> = of_it.map(|note| self.placed(note)).collect();
        if lines.is_empty() {
            return Html::default();
        }
        html! {
            <details><summary>{ super::counted(lines.len(), "thing") }{ " to fix or to look at" }</summary><ul class="told">{ for lines }</ul></details>
        }
    }

    /// Who reviewed a translation, and the form for another review.
    fn review(&self, tag: &str) -> Html {
        let quiz = self.open.draft.quiz().node();
        let label = match Review::of_translation(quiz, self.overlay(tag)) {
            Some(Review { by, is_current: true, .. }) => {
                format!("Reviewed by {by}. Another review by")
            }
            Some(Review { by, on, .. }) => format!(
                "Reviewed by {by} on {on}, but changed since: visitors read that nobody has reviewed it. Name of the one who has now"
            ),
            None => "No translator has reviewed it. Name of the one who has".to_owned(),
        };
        let language = tag.to_owned();
        let reviewed = self.when(move |event: yew::events::SubmitEvent| {
            event.prevent_default();
            EditMsg::ReviewedTranslation(language.clone(), event::submitted(&event))
        });
        html! {
            <form class="add" onsubmit={reviewed}>
                <label for="translator">{ label }</label>
                <div class="row"><input type="text" id="translator" required=true /><button type="submit" id="reviewed">{ "Reviewed today" }</button></div>
            </form>
        }
    }

    fn row(&self, tag: &str, row: &Row) -> Html {
        let (of, key) = (tag.to_owned(), row.key.clone());
        let wrote = self.when(move |event: yew::events::InputEvent| {
            EditMsg::Translated(of.clone(), key.clone(), event::value(&event))
        });
        let own = self.open.languages().into_iter().next().unwrap_or_default();
        let base = translation_id(&row.key);
        let class = if row.other.is_empty() {
            Some("missing")
        } else {
            row.is_outdated.then_some("outdated")
        };
        html! {
            <li key={row.key.clone()} {class}>
                <label for={base.clone()}><small>{ &row.place }</small><span lang={own}>{ &row.own }</span></label>
                <textarea id={base} rows="2" lang={attr(tag)} dir="auto" value={row.other.clone()} oninput={wrote} onfocus={self.sends(EditMsg::EnteredField)} onblur={self.sends(EditMsg::LeftField)} />
                if row.is_outdated {
                    { self.outdated(tag, row) }
                }
            </li>
        }
    }

    /// Says that the text was changed since it was translated, and takes that it is right all the same.
    fn outdated(&self, tag: &str, row: &Row) -> Html {
        let confirmed = EditMsg::ConfirmedTranslation(tag.to_owned(), row.key.clone());
        html! {
            <p class="notice">
                { "The text was changed after it was translated. " }
                <button type="button" class="small" id={format!("right-{}", row.key.replace('.', "-"))} onclick={self.sends(confirmed)}>{ "The translation is still right" }</button>
            </p>
        }
    }
}

/// What is left to translate.
fn left(rows: &Rows) -> String {
    let all = rows.rows.len();
    match (rows.missing, rows.outdated) {
        (0, 0) => "Every text is translated".to_owned(),
        (missing, 0) => format!("{missing} of {all} texts are missing"),
        (0, outdated) => format!("{outdated} of {all} texts are out of date"),
        (missing, outdated) => {
            format!("Of {all} texts {missing} are missing and {outdated} out of date")
        }
    }
}
