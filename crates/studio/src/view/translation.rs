use browser::studio::{disk, event};
use check::Review;
use data::{Node, Step};
use editor::{FileId, Note, NoteState, Row, WordGroup, overlay_name};
use yew::{Html, html};

use super::{View, attr, counted, heading, translation_id};
use crate::model::{Page, Translation, words_name};
use crate::msg::{EditMsg, FileMsg, ShowMsg};

impl View<'_> {
    /// A language beside the quiz's own: the texts of the quiz, and the words of the interface.
    pub(super) fn language(&self, tag: &str) -> Html {
        let translation = self.open.translation(tag);
        html! {
            <>
                <button type="button" class="back" id="all" onclick={self.sends(ShowMsg::WentTo(Page::Language(None)))}>{ "‹ All languages" }</button>
                { heading(&format!("Translation: {}", self.open.language_title(tag))) }
                <p id="missing">{ translation.left() }{ "." }</p>
                { self.spreadsheet(tag) }
                { self.brought(tag) }
                { self.findings_of_language(tag) }
                { self.review(tag) }
                { self.open_only(self.open.only_open_texts) }
                <h3>{ "Texts of the quiz" }</h3>
                { self.rows(tag, &translation.texts.rows) }
                { self.interface_words(tag, &translation) }
            </>
        }
    }

    fn interface_words(&self, tag: &str, translation: &Translation) -> Html {
        if translation.words.is_empty() {
            return Html::default();
        }
        let missing = match translation.missing_words() {
            0 => String::new(),
            missing => format!(" ({missing} missing)"),
        };
        html! {
            <section id="interface-words" class="plain" aria-labelledby="interface-title">
                <h3 id="interface-title">{ "Buttons and other words around the quiz" }{ missing }</h3>
                <p>{ "Every quiz in this language shows them. What stands in braces, such as {n}, is filled in: keep it as it is." }</p>
                { for translation.words.iter().map(|group| self.word_group(tag, group)) }
            </section>
        }
    }

    fn word_group(&self, tag: &str, group: &WordGroup) -> Html {
        if self.listed(&group.rows).is_empty() {
            return Html::default();
        }
        html! { <><h4>{ group.title }</h4>{ self.rows(tag, &group.rows) }</> }
    }

    fn listed<'r>(&self, rows: &'r [Row]) -> Vec<&'r Row> {
        self.open.worklist.listed(rows, self.open.only_open_texts)
    }

    fn rows(&self, tag: &str, rows: &[Row]) -> Html {
        let rows = self.listed(rows).into_iter().map(|row| self.row(tag, row));
        html! { <ul class="translations">{ for rows }</ul> }
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

    /// What was found in the files of a language, and about its entry in the quiz.
    fn findings_of_language(&self, tag: &str) -> Html {
        let of_it: Vec<&Note> =
            self.open.shown().filter(|note| self.is_of_language(note, tag)).collect();
        if of_it.is_empty() {
            return Html::default();
        }
        let has_errors = of_it.iter().any(|note| note.state == NoteState::ToFix);
        let lines = of_it.iter().map(|note| self.placed(note));
        html! {
            <details id="of-language" open={has_errors}>
                <summary>{ counted(of_it.len(), "thing") }{ " to fix or to look at" }</summary>
                <ul class="told">{ for lines }</ul>
            </details>
        }
    }

    fn is_of_language(&self, note: &Note, tag: &str) -> bool {
        let quiz = self.open.draft.quiz();
        if note.file != FileId::QUIZ {
            let name = self.open.draft.document(note.file).name();
            return name == overlay_name(quiz.name(), tag) || name == words_name(tag);
        }
        let entry = match &note.path.0[..] {
            [Step::Field(list), Step::Entry(index), ..] if list == "languages" => {
                super::entries(quiz.node().get("languages")).get(*index)
            }
            _ => None,
        };
        entry.is_some_and(|entry| entry.text("language") == Some(tag))
    }

    /// Who reviewed a translation, and the form for another review.
    fn review(&self, tag: &str) -> Html {
        let quiz = self.open.draft.quiz();
        let overlay = self.open.node(&overlay_name(quiz.name(), tag)).unwrap_or(&Node::Null);
        let label = match Review::of_translation(quiz.node(), overlay) {
            Some(Review { by, is_current: true, .. }) => {
                format!("Reviewed by {by}. Another review by")
            }
            Some(Review { by, on, .. }) => format!(
                "Reviewed by {by} on {}, but changed since: visitors read that nobody has reviewed it. Name of the one who has now",
                self.day(on)
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
        let own = attr(self.open.own_language());
        let base = translation_id(&row.key);
        let class = if row.other.is_empty() {
            Some("missing")
        } else {
            row.is_outdated.then_some("outdated")
        };
        html! {
            <li key={row.key.clone()} {class}>
                <label for={base.clone()}>
                    if !row.place.is_empty() { <small>{ &row.place }</small> }
                    <span lang={own}>{ &row.own }</span>
                </label>
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
