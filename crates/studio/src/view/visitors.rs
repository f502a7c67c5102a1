use browser::studio::event;
use data::{Node, Path, Step};
use editor::{
    Edit, Expects, FileId, Note, Persona, called, personas, preview_quiz, things, unanswered,
};
use quiz::{Kind, Quiz, Walk};
use yew::{Html, html};

use super::{View, attr, counted, heading};
use crate::model::{Counts, Page};
use crate::msg::{EditMsg, ShowMsg};

impl View<'_> {
    /// The test visitors, or one of them.
    pub(super) fn visitors(&self, index: Option<usize>) -> Html {
        let node = self.open.personas().unwrap_or(&Node::Null);
        let one = || {
            let quiz = preview_quiz(self.open.draft.quiz(), None)?.quiz;
            let persona = Persona::read(node, index?, &quiz)?;
            Some(self.visitor(&persona, &quiz, self.open.personas_file()?))
        };
        one().unwrap_or_else(|| self.all_visitors(node))
    }

    fn all_visitors(&self, node: &Node) -> Html {
        let file = self.open.personas_file();
        let line = |(index, persona): (usize, &Node)| {
            let at = Path(vec![Step::Field("personas".into()), Step::Entry(index)]);
            let here = |it: &&Note| Some(it.file) == file && it.path.0.starts_with(&at.0);
            let counts = Counts::of(self.open.shown().filter(here));
            html! {
                <li><button type="button" class="go" id={format!("visitor-{index}")} onclick={self.sends(ShowMsg::WentTo(Page::Visitor(Some(index))))}>
                    <b>{ named(persona) }</b>{ " " }{ persona.text("about").unwrap_or_default() }
                    { super::nav::marks(counts) }
                </button></li>
            }
        };
        let add = self.when(|event: yew::events::SubmitEvent| {
            event.prevent_default();
            EditMsg::AddedVisitor(event::submitted(&event))
        });
        html! {
            <>
                { heading("Test visitors") }
                <p class="help">{ "Each goes through the quiz and says what they must see, and what not. When an edit changes that, it is shown here. Visitors of the website never see them." }</p>
                { self.unanswered(node) }
                <ul class="things">{ for personas(node).iter().enumerate().map(line) }</ul>
                <form class="add" onsubmit={add}>
                    <label for="add-visitor">{ "Add a test visitor. Who is it, in a few words?" }</label>
                    <div class="row">
                        <input type="text" id="add-visitor" autocomplete="off" required=true placeholder="She is pregnant and minds her pores" />
                        <button type="submit" id="add-visitor-button">{ "Add" }</button>
                    </div>
                </form>
            </>
        }
    }

    /// Questions that visitors leave open, as after one was added: one answer serves them all.
    fn unanswered(&self, node: &Node) -> Html {
        let Some(preview) = preview_quiz(self.open.draft.quiz(), None) else {
            return Html::default();
        };
        let question = |(question, count): (usize, usize)| {
            let asked = &preview.quiz.questions[question];
            let choices = asked.choices.iter().enumerate().map(|(choice, it)| {
                let answered = self.sends(EditMsg::AnsweredByAll(question, choice));
                let id = format!("all-{}-{}", asked.id.as_str(), it.id.as_str());
                html! { <button type="button" class="small" {id} onclick={answered}>{ it.label.as_str() }</button> }
            });
            let not_yet =
                format!("{} not answered “{}” yet.", visitors_have(count), asked.title.as_str());
            html! {
                <div class="notice" role="group" aria-label={not_yet.clone()}>
                    <p>{ not_yet }{ " Answer for all of them:" }</p>
                    <div class="row">{ for choices }</div>
                </div>
            }
        };
        let open = unanswered(node, &preview.quiz);
        html! { <>{ for open.into_iter().map(question) }</> }
    }

    fn visitor(&self, persona: &Persona<'_>, quiz: &Quiz, file: FileId) -> Html {
        let about = persona.field("about");
        let wrote = self.when(move |event: yew::events::InputEvent| {
            EditMsg::Wrote(file, Edit::Set(about.clone(), Node::Text(event::value(&event))))
        });
        let is_open = persona.open_question(quiz).is_some();
        let end = match persona.ends.strip_prefix("endings.") {
            Some(id) => format!("The quiz ends early, at “{}”.", self.thing("endings", id)),
            None if is_open => "Answer what is still open, as this visitor would.".to_owned(),
            None => "This visitor comes to the result.".to_owned(),
        };
        html! {
            <>
                <div class="row">
                    <button type="button" class="back" id="all" onclick={self.sends(ShowMsg::WentTo(Page::Visitor(None)))}>{ "‹ All test visitors" }</button>
                    <button type="button" class="small" id="delete-visitor" onclick={self.sends(EditMsg::DeletedVisitor(persona.at.clone()))}>{ "Delete" }</button>
                </div>
                { heading(&named(persona.node)) }
                { self.notes_in(file, |it| it.0.starts_with(&persona.at.0)) }
                <div class="field">
                    <label for="about">{ "Who it is" }</label>
                    <textarea id="about" rows="2" value={persona.node.text("about").unwrap_or_default().to_owned()} oninput={wrote} onfocus={self.sends(EditMsg::EnteredField)} onblur={self.sends(EditMsg::LeftField)} />
                </div>
                <section>
                    <h3>{ "What they answer" }</h3>
                    { self.answers(persona, quiz, file) }
                    <p id="visitor-end">{ end }</p>
                </section>
                if !is_open { { self.expected(persona, quiz, file) } }
            </>
        }
    }

    /// The questions that this visitor is asked, each with its choices.
    fn answers(&self, persona: &Persona<'_>, quiz: &Quiz, file: FileId) -> Html {
        let walk = Walk::new(quiz, &persona.answers);
        let open = persona.open_question(quiz);
        let asked: Vec<usize> = walk.asked().iter().copied().chain(open).collect();
        let question = |&question: &usize| {
            let asked = &quiz.questions[question];
            let kind = if asked.kind == Kind::One { "radio" } else { "checkbox" };
            let choices = asked.choices.iter().enumerate().map(|(choice, it)| {
                let edit = EditMsg::Wrote(file, persona.picked(quiz, question, choice));
                let base = format!("v-{}-{}", asked.id.as_str(), it.id.as_str());
                html! {
                    <li><label class="check">
                        <input type={kind} id={base} name={format!("v-{}", asked.id.as_str())} checked={persona.answers.of(question).has(choice)} onchange={self.sends(edit)} />
                        { it.label.as_str() }
                    </label></li>
                }
            });
            html! {
                <fieldset class="field" key={asked.id.as_str().to_owned()}>
                    <legend>{ asked.title.as_str() }</legend>
                    <ul class="choices">{ for choices }</ul>
                </fieldset>
            }
        };
        html! { <>{ for asked.iter().map(question) }</> }
    }

    /// What is to be seen, and what must be.
    fn expected(&self, persona: &Persona<'_>, quiz: &Quiz, file: FileId) -> Html {
        const LISTS: [(&str, &str); 7] = [
            ("", "Booking"),
            ("cautions", "Cautions"),
            ("benefits", "Benefits"),
            ("plans", "Plans"),
            ("care", "Care"),
            ("ask", "Questions to bring"),
            ("notes", "Notes"),
        ];
        let things = things(quiz);
        let group = |(list, title): (&str, &'static str)| {
            let mine =
                things.iter().filter(|it| it.split_once('.').map_or("", |(of, _)| of) == list);
            let mine: Vec<&String> = mine.collect();
            let shown = mine.iter().filter(|it| persona.seen.contains(it)).count();
            let rows = mine.iter().map(|thing| self.thing_expected(persona, thing, file));
            html! {
                <details class="expected">
                    <summary>{ title }<small>{ format!(" {shown} of {} shown", mine.len()) }</small></summary>
                    <ul>{ for rows }</ul>
                </details>
            }
        };
        let this = self.sends(EditMsg::WroteAll(file, persona.expecting_this()));
        let count = things.iter().filter(|it| persona.expects(it) != Expects::Nothing).count();
        html! {
            <section>
                <h3>{ "What they must see" }</h3>
                <p class="help">{ format!("{} of the quiz expected. The result stands in the preview.", counted(count, "thing")) }</p>
                <button type="button" id="expect-this" onclick={this}>{ "It is right: expect what is shown now" }</button>
                { for LISTS.into_iter().map(group) }
            </section>
        }
    }

    fn thing_expected(&self, persona: &Persona<'_>, thing: &str, file: FileId) -> Html {
        let name = match thing.split_once('.') {
            Some((list, id)) => self.thing(list, id),
            None => "An offer to book".to_owned(),
        };
        let now = persona.expects(thing);
        let edits = [
            ("nothing", Expects::Nothing, "either is right"),
            ("shown", Expects::Shown, "must be shown"),
            ("hidden", Expects::Hidden, "must not be shown"),
        ];
        let acts = edits.map(|(word, it, _)| (word, persona.expecting(thing, it)));
        let chose = self.when(move |event: yew::events::Event| {
            let value = event::value(&event);
            let edits = acts.iter().find(|(word, _)| *word == value).map(|(_, it)| it.clone());
            EditMsg::WroteAll(file, edits.unwrap_or_default())
        });
        let is_seen = persona.seen.iter().any(|it| it == thing);
        let base = format!("e-{}", thing.replace('.', "-"));
        html! {
            <li class="row">
                <label for={base.clone()}>{ name }<small>{ if is_seen { " · shown" } else { " · not shown" } }</small></label>
                <select id={base} onchange={chose}>
                    { for edits.iter().map(|(word, it, label)| html! { <option value={attr(word)} selected={now == *it}>{ *label }</option> }) }
                </select>
            </li>
        }
    }

    /// What a thing of a list is called.
    fn thing(&self, list: &str, id: &str) -> String {
        let all = super::entries(self.open.draft.quiz().node().get(list));
        let named = all.iter().find(|it| it.text("id") == Some(id)).map(called);
        named.unwrap_or(id).to_owned()
    }
}

fn visitors_have(count: usize) -> String {
    if count == 1 { "1 visitor has".to_owned() } else { format!("{count} visitors have") }
}

fn named(persona: &Node) -> String {
    persona.text("id").unwrap_or("?").replace('-', " ")
}
