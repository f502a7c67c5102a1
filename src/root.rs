use std::rc::Rc;

use browser::memory::{self, Saved};
use browser::page::{self, EarlyInput, Stage};
use browser::{clipboard, focus, history};
use quiz::link::Opened;
use quiz::{Pick, Quiz, Screen};
use text::Text;
use view::{Event, HEADING, View};
use visit::{Model, Msg, update};
use yew::html::Scope;
use yew::{Callback, Component, Context, Html, Properties};

use crate::later::{self, Later};
use crate::mounted;

/// What a visit begins with.
#[derive(Properties)]
pub(crate) struct Start {
    /// The checked quiz.
    pub quiz: Rc<Quiz>,
    /// The interface words.
    pub text: Rc<Text>,
    /// What the page's address opened.
    pub opened: Opened,
    /// Whether these are whole files, which results need.
    pub whole: bool,
    /// What the page kept of the visit, where a program before this one stopped.
    pub kept: Option<String>,
    /// Where it is drawn.
    pub stage: Stage,
}

impl PartialEq for Start {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.quiz, &other.quiz) && Rc::ptr_eq(&self.text, &other.text)
    }
}

/// The quiz on its page: holds the [`Model`], shows its scene, and carries its changes to the
/// browser.
pub(crate) struct Root {
    model: Model,
    /// What shows results, once there are whole files to show them of.
    later: Option<&'static Later>,
    shown: Shown,
    /// What was done on the page as it was served, when this was drawn there.
    early: Option<EarlyInput>,
    on: Callback<Event>,
    /// The choice under a finger or the mouse button, which makes the next click a tap.
    touched: Option<Pick>,
}

/// What the focus follows.
#[derive(Clone, Copy, PartialEq)]
struct Shown {
    at: usize,
    shared: bool,
    attempted: bool,
    /// A result is waited for.
    waiting: bool,
}

impl Root {
    fn shown(model: &Model, later: Option<&Later>) -> Shown {
        let scene = model.scene();
        let waiting = later.is_none() && model.walk().screen(scene.at) == Screen::Result;
        Shown { at: scene.at, shared: scene.shared.is_some(), attempted: scene.attempted, waiting }
    }

    /// The page keeps the visit before anything else is done, so that nothing is lost if that stops the
    /// program. The history follows at once: WebKit's Back passes over entries that were not added
    /// while the visitor's act was handled.
    fn changed(&mut self, msg: Msg) -> bool {
        let answered = matches!(msg, Msg::Event(_) | Msg::Tapped(_));
        self.model = update(&self.model, msg);
        memory::keep(&self.model.saved(), answered);
        if history::sync(self.model.at()) {
            memory::keep(&self.model.saved(), false);
        }
        true
    }

    fn handle(&mut self, link: &Scope<Self>, event: Event) -> bool {
        match event {
            Event::Touched(pick) => self.touched = Some(pick),
            Event::Typed => self.touched = None,
            Event::Clicked(pick) if self.touched.take() == Some(pick) => {
                return self.changed(Msg::Tapped(pick));
            }
            Event::Clicked(_)
            | Event::Printed
            | Event::Copied
            | Event::CopiedShort
            | Event::SharedLink => {
                memory::keep(&self.model.saved(), true);
                self.carry_out(link, &event);
            }
            event => return self.changed(Msg::Event(event)),
        }
        false
    }

    /// Does what the browser does for the visitor without a change of the visit.
    fn carry_out(&self, link: &Scope<Self>, event: &Event) {
        match (event, self.later) {
            (Event::Printed, _) => page::print(),
            (Event::Copied | Event::CopiedShort | Event::SharedLink, Some(later)) => {
                clipboard::copy(self.taken(later, event), link.callback(Msg::CopyEnded));
            }
            _ => {}
        }
    }

    fn set_document_language(&self) {
        let quiz = self.model.quiz();
        page::set_document_language(
            quiz.shown_language(),
            self.model.text().is_rtl(),
            quiz.title.as_str(),
        );
    }

    /// The result as text, in short or as a link to it, as was asked.
    fn taken(&self, later: &Later, event: &Event) -> String {
        let taken = (later.take)(&self.model, event);
        if *event == Event::SharedLink { page::address(&taken) } else { taken }
    }
}

impl Component for Root {
    type Message = Msg;
    type Properties = Start;

    fn create(ctx: &Context<Self>) -> Self {
        let Start { whole, kept, .. } = ctx.props();
        let later = whole.then(later::loaded).flatten();
        let early = kept.is_none().then(page::early_input);
        let (begun, model) = match kept.as_deref().and_then(Saved::read) {
            Some(saved) => resumed(ctx, &saved),
            None => begun(ctx, early.as_ref()),
        };
        mounted::mount(ctx.link().callback(|msg| msg));
        Self {
            shown: Self::shown(&begun, later),
            model,
            early,
            later,
            on: ctx.link().callback(Msg::Event),
            touched: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Event(event) => self.handle(ctx.link(), event),
            Msg::GotFiles(_) => {
                self.later = later::loaded();
                self.changed(msg);
                self.set_document_language();
                true
            }
            msg => self.changed(msg),
        }
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let result = self.later.map(|later| later.show);
        View { quiz: self.model.quiz(), text: self.model.text(), on: &self.on, result }
            .scene(&self.model.scene())
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            let now = self.early.as_ref().map(|_| page::early_input());
            ctx.props().stage.show();
            if let Some(now) = now.filter(|now| Some(now) != self.early.as_ref()) {
                ctx.link().send_message(taken_over(self.model.quiz(), &now));
            }
            history::sync(self.model.at());
            self.set_document_language();
        }
        let shown = Self::shown(&self.model, self.later);
        let before = std::mem::replace(&mut self.shown, shown);
        if (shown.at, shown.shared, shown.waiting) != (before.at, before.shared, before.waiting) {
            focus::heading(HEADING);
        } else if self.shown.attempted && !before.attempted {
            focus::first_choice();
        }
        if first || self.shown != before {
            memory::keep(&self.model.saved(), false);
        }
    }
}

/// A visit that begins: as it was before and after what was done early.
fn begun(ctx: &Context<Root>, early: Option<&EarlyInput>) -> (Model, Model) {
    let Start { quiz, text, opened, .. } = ctx.props();
    let begun = Model::new(quiz.clone(), text.clone(), opened.clone());
    let model =
        early.map_or_else(|| begun.clone(), |early| update(&begun, taken_over(quiz, early)));
    history::listen(ctx.link().callback(Msg::Moved));
    (begun, model)
}

/// A visit that goes on: as it was kept, and as it is after a travel that no program heard of.
fn resumed(ctx: &Context<Root>, saved: &Saved) -> (Model, Model) {
    let Start { quiz, text, opened, .. } = ctx.props();
    let kept = Model::restored(quiz.clone(), text.clone(), opened.clone(), saved.visit);
    let moved = ctx.link().callback(Msg::Moved);
    let went = history::resume(moved, saved.load, kept.at(), saved.is_travelling);
    let model = went.map_or_else(|| kept.clone(), |at| update(&kept, Msg::Moved(at)));
    (kept, model)
}

fn taken_over(quiz: &Quiz, early: &EarlyInput) -> Msg {
    let pick = |(question, choice): &(String, String)| {
        let question = quiz.questions.iter().position(|q| q.id.as_str() == question)?;
        let choices = &quiz.questions[question].choices;
        let choice = choices.iter().position(|c| c.id.as_str() == choice)?;
        Some(Pick { question, choice })
    };
    Msg::TookOver(early.picks.iter().filter_map(pick).collect(), early.continued)
}
