use browser::studio::event;
use snippet::{Attribute, Form, Is, LOOK, Notice, PLACE, Page, QUIZ};
use yew::{AttrValue, Callback, Html, html};

use super::{View, heading};
use crate::msg::WebsiteMsg;

/// So many letters of code are on a line at least.
const WIDE: usize = 34;

impl View<'_> {
    /// How the quiz looks on the website, and the lines that put it there.
    pub(super) fn website(&self) -> Html {
        let fields =
            |of: &'static [Attribute]| of.iter().map(|attribute| self.asked_for(attribute));
        html! {
            <>
                { heading("Look and website") }
                <p class="help">{ "How the quiz looks on your website. This is in no file: it is in the lines that your website has, and kept in this browser." }</p>
                { self.lines_there_are() }
                <h3>{ "Look" }</h3>
                { for fields(&LOOK) }
                <h3>{ "Quiz" }</h3>
                { for fields(&QUIZ) }
                <details class="more">
                    <summary>{ "More: where to book, answers, loading" }</summary>
                    { for fields(&PLACE) }
                </details>
                { self.lines_to_paste() }
            </>
        }
    }

    fn lines_there_are(&self) -> Html {
        let website = &self.editor.website;
        let typed =
            self.when(|event: yew::events::InputEvent| WebsiteMsg::Pasted(event::value(&event)));
        let is_empty = website.pasted.trim().is_empty();
        html! {
            <div class="field">
                <label for="website-pasted">{ "Paste the lines that are on your website now" }<small>{ " (to change the look that it has)" }</small></label>
                <textarea id="website-pasted" rows="2" spellcheck="false" autocomplete="off" value={website.pasted.clone()} oninput={typed}
                    aria-invalid={website.is_refused.then_some("true")} aria-describedby={website.is_refused.then_some("website-pasted-told")} />
                <div class="row">
                    <button type="button" id="website-take-over" disabled={is_empty} onclick={self.sends(WebsiteMsg::Filled)}>{ "Fill the fields with them" }</button>
                    <button type="button" id="website-clear" onclick={self.sends(WebsiteMsg::Cleared)}>{ "Empty all fields" }</button>
                    if website.before.is_some() {
                        <button type="button" id="website-put-back" onclick={self.sends(WebsiteMsg::PutBack)}>{ "Put back what they had" }</button>
                    }
                </div>
                <div role="alert">
                    if website.is_refused {
                        <ul class="told" id="website-pasted-told"><li class="error">{ "There is no quiz in them. Copy all that stands from <skin-quiz, or from the tag with data-skin-quiz, to its end." }</li></ul>
                    }
                </div>
            </div>
        }
    }

    fn asked_for(&self, attribute: &'static Attribute) -> Html {
        let website = &self.editor.website;
        let told = website.findings(attribute, &self.open.languages());
        let id = format!("website-{}", attribute.name);
        let input = Input {
            view: self,
            attribute,
            value: website.embed.get(attribute.name),
            id: &id,
            is_wrong: told.iter().any(|it| it.is_wrong).then_some("true"),
            by: described(&id, attribute, &told),
        };
        if attribute.is == Is::Flag {
            return html! { <div class="field">{ input.flag() }</div> };
        }
        let told_id = format!("{id}-told");
        html! {
            <div class="field">
                <label for={id.clone()}>{ attribute.label }</label>
                if !attribute.help.is_empty() { <p class="help" id={format!("{id}-help")}>{ attribute.help }</p> }
                { input.html() }
                if !told.is_empty() { <ul class="told" id={told_id}>{ for told.iter().map(line) }</ul> }
            </div>
        }
    }

    fn lines_to_paste(&self) -> Html {
        let website = &self.editor.website;
        let here = Page { address: &website.own, title: self.open.title() };
        let others: Vec<&str> = website.embed.others().collect();
        html! {
            <>
                <h3>{ "For your website" }</h3>
                { self.copied("lines", "Lines to paste where the quiz is to stand", website.embed.lines(Form::Element, here)) }
                { self.copied("lines-div", "The same for a site builder that removes these", website.embed.lines(Form::Div, here)) }
                { self.copied("address", "Address of the quiz alone, in this look", website.embed.address(here)) }
                if !others.is_empty() { <p class="help">{ format!("Kept as your website has it: {}.", others.join(", ")) }</p> }
            </>
        }
    }

    fn copied(&self, name: &str, label: &str, text: String) -> Html {
        let id = format!("website-{name}");
        let rows = text.lines().map(|line| line.len() / WIDE + 1).sum::<usize>().to_string();
        let copy = self.sends(WebsiteMsg::PressedCopy(text.clone()));
        html! {
            <div class="field">
                <label for={id.clone()}>{ label }</label>
                <textarea class="code" id={id.clone()} rows={rows} readonly=true spellcheck="false" value={text} />
                <button type="button" id={format!("{id}-copy")} onclick={copy}>{ "Copy" }<span class="spoken">{ format!(": {label}") }</span></button>
            </div>
        }
    }
}

/// What an attribute is edited with.
struct Input<'a> {
    view: &'a View<'a>,
    attribute: &'static Attribute,
    value: &'a str,
    id: &'a str,
    is_wrong: Option<&'static str>,
    by: Option<String>,
}

impl Input<'_> {
    fn html(&self) -> Html {
        let View { editor, open, .. } = self.view;
        match self.attribute.is {
            Is::OneOf(words) => {
                let words = words.iter().map(|(word, label)| (*word, *label));
                self.choice(
                    words.map(|(word, label)| (word.to_owned(), label.to_owned())).collect(),
                )
            }
            Is::Language => {
                let page = (String::new(), "that of the page around it".to_owned());
                let languages = open.languages().into_iter().map(|tag| (tag.clone(), tag));
                self.choice([page].into_iter().chain(languages).collect())
            }
            Is::Colour => html! { <div class="colour">{ self.line("") }{ self.picker() }</div> },
            Is::Address => self.line(&editor.website.own),
            _ => self.line(""),
        }
    }

    fn wrote<E: AsRef<yew::events::Event> + 'static>(&self) -> Callback<E> {
        let attribute = self.attribute;
        self.view.when(move |event: E| WebsiteMsg::Set(attribute, event::value(event.as_ref())))
    }

    fn line(&self, placeholder: &str) -> Html {
        html! {
            <input type="text" id={self.id.to_owned()} value={self.value.to_owned()} placeholder={placeholder.to_owned()}
                autocomplete="off" spellcheck="false" aria-invalid={self.is_wrong} aria-describedby={self.by.clone()}
                oninput={self.wrote::<yew::events::InputEvent>()} />
        }
    }

    /// A colour to pick: the one that is asked for, else the quiz's own.
    fn picker(&self) -> Html {
        let editor = self.view.editor;
        let (name, dressed) = (self.attribute.name, &editor.website.dressed);
        let colour = dressed.wanted(name).or_else(|| dressed.used(name, editor.is_dark()));
        html! {
            <input type="color" id={format!("{}-pick", self.id)} value={colour.unwrap_or_default()}
                aria-label={format!("Pick: {}", self.attribute.label)} oninput={self.wrote::<yew::events::InputEvent>()} />
        }
    }

    fn choice(&self, words: Vec<(String, String)>) -> Html {
        let first = words.first().map_or("", |(word, _)| word);
        let now = if self.value.is_empty() { first } else { self.value }.to_owned();
        let is_known = words.iter().any(|(word, _)| *word == now);
        let option = |(word, label): &(String, String)| {
            html! { <option value={word.clone()} selected={*word == now}>{ label }</option> }
        };
        html! {
            <select id={self.id.to_owned()} aria-invalid={self.is_wrong} aria-describedby={self.by.clone()} onchange={self.wrote::<yew::events::Event>()}>
                if !is_known { <option value={now.clone()} selected=true>{ &now }</option> }
                { for words.iter().map(option) }
            </select>
        }
    }

    fn flag(&self) -> Html {
        let attribute = self.attribute;
        let changed = self.view.when(move |event: yew::events::Event| {
            let value = if event::checked(&event) { "on" } else { "" };
            WebsiteMsg::Set(attribute, value.to_owned())
        });
        html! {
            <label class="check">
                <input type="checkbox" id={self.id.to_owned()} checked={!self.value.is_empty()} onchange={changed} />
                { self.attribute.label }
            </label>
        }
    }
}

fn described(id: &str, attribute: &Attribute, told: &[Notice]) -> Option<String> {
    let help = (!attribute.help.is_empty()).then(|| format!("{id}-help"));
    let told = (!told.is_empty()).then(|| format!("{id}-told"));
    let by: Vec<String> = help.into_iter().chain(told).collect();
    (!by.is_empty()).then(|| by.join(" "))
}

fn line(told: &Notice) -> Html {
    let (class, spoken) =
        if told.is_wrong { ("error", "To fix: ") } else { ("warning", "To look at: ") };
    html! { <li class={AttrValue::from(class)}><span class="spoken">{ spoken }</span>{ &told.words }</li> }
}
