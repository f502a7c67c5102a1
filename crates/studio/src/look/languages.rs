use browser::studio::{disk, event};
use data::Node;
use editor::{Row, overlay_name, rows};
use yew::{Html, html};

use super::super::act::Act;
use super::super::page::Page;
use super::{Look, attr, heading};

impl Look<'_> {
    /// The languages, or one beside the quiz's own.
    pub(super) fn languages(&self, chosen: Option<&str>) -> Html {
        match chosen {
            Some(tag) => self.language(tag),
            None => self.all_languages(),
        }
    }

    fn overlay(&self, tag: &str) -> &Node {
        let name = overlay_name(self.desk.draft.quiz().name(), tag);
        self.desk.node(&name).unwrap_or(&Node::Null)
    }

    fn all_languages(&self) -> Html {
        let quiz = self.desk.draft.quiz().node();
        let tags = self.desk.languages();
        let line = |tag: &String| {
            let rows = rows(quiz, self.overlay(tag));
            let left = match rows.missing {
                0 => "whole".to_owned(),
                missing => format!("{missing} of {} texts missing", rows.rows.len()),
            };
            html! {
                <li><button type="button" class="go" id={format!("language-{tag}")} onclick={self.act(Act::Go(Page::Language(Some(tag.clone()))))}>
                    <b>{ tag }</b>{ ": " }{ left }
                </button></li>
            }
        };
        let add = self.on.reform(|event: yew::events::SubmitEvent| {
            event.prevent_default();
            let typed = event::submitted_all(&event);
            let text = |at: usize| typed.get(at).cloned().unwrap_or_default();
            Act::AddLanguage(text(0), text(1))
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
        let rows = rows(self.desk.draft.quiz().node(), self.overlay(tag));
        let name = overlay_name(self.desk.draft.quiz().name(), tag);
        let told = self
            .desk
            .told
            .iter()
            .enumerate()
            .filter(|(_, (file, _))| self.desk.draft.papers()[*file].name() == name);
        let told: Vec<Html> = told.map(|(number, _)| self.problem(number)).collect();
        let chosen = {
            let (on, tag) = (self.on.clone(), tag.to_owned());
            yew::Callback::from(move |event: yew::events::Event| {
                let tag = tag.clone();
                disk::chosen(&event, on.reform(move |file| Act::Import(tag.clone(), file)));
            })
        };
        let review =
            self.overlay(tag).get("reviewed").and_then(|it| it.text("by").map(str::to_owned));
        let reviewed = {
            let tag = tag.to_owned();
            self.on.reform(move |event: yew::events::SubmitEvent| {
                event.prevent_default();
                Act::Reviewed(tag.clone(), event::submitted(&event))
            })
        };
        html! {
            <>
                <button type="button" class="small" id="all" onclick={self.act(Act::Go(Page::Language(None)))}>{ "‹ All languages" }</button>
                { heading(&format!("Translation: {tag}")) }
                <p id="missing">{ if rows.missing == 0 { "Every text is translated.".to_owned() } else { format!("{} of {} texts are missing.", rows.missing, rows.rows.len()) } }</p>
                <div class="row">
                    <button type="button" id="export" onclick={self.act(Act::Export(tag.to_owned()))}>{ "Export for a translator (CSV)" }</button>
                    <label class="inline">{ "Bring a translated CSV back " }<input type="file" id="import" accept=".csv,text/csv" onchange={chosen} /></label>
                </div>
                if !told.is_empty() {
                    <details><summary>{ super::counted(told.len(), "thing") }{ " to mend or to look at" }</summary><ul class="told">{ for told }</ul></details>
                }
                <form class="add" onsubmit={reviewed}>
                    <label for="translator">{ match &review {
                        Some(by) => format!("Reviewed by {by}. Another review by"),
                        None => "No translator has reviewed it. Name of the one who has".to_owned(),
                    } }</label>
                    <div class="row"><input type="text" id="translator" required=true /><button type="submit" id="reviewed">{ "Reviewed today" }</button></div>
                </form>
                <ul class="translations">{ for rows.rows.iter().map(|row| self.row(tag, row)) }</ul>
            </>
        }
    }

    fn row(&self, tag: &str, row: &Row) -> Html {
        let (of, key) = (tag.to_owned(), row.key.clone());
        let wrote = self.on.reform(move |event: yew::events::InputEvent| {
            Act::Translate(of.clone(), key.clone(), event::value(&event))
        });
        let own = self.desk.languages().into_iter().next().unwrap_or_default();
        let base = format!("t-{}", row.key.replace('.', "-"));
        html! {
            <li key={row.key.clone()} class={row.other.is_empty().then_some("missing")}>
                <label for={base.clone()}><small>{ &row.place }</small><span lang={own}>{ &row.own }</span></label>
                <textarea id={base} rows="2" lang={attr(tag)} dir="auto" value={row.other.clone()} oninput={wrote} onblur={self.act(Act::Settle)} />
            </li>
        }
    }
}
