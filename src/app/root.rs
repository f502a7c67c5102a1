use std::rc::Rc;

use yew::html::Scope;
use yew::{Callback, Component, Context, Html, Properties};

use super::{Model, Msg, update};
use crate::browser::page::{self, Stage};
use crate::browser::{Listener, clipboard, focus, history};
use crate::link;
use crate::quiz::{Outcome, Pick, Quiz};
use crate::text::{Text, short, summary};
use crate::view::{Did, HEADING, View};

/// What a visit begins with.
#[derive(Properties)]
pub struct Start {
    /// The checked quiz.
    pub quiz: Rc<Quiz>,
    /// The interface words.
    pub text: Rc<Text>,
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
pub struct Root {
    model: Model,
    shown: Shown,
    on: Callback<Did>,
    /// The choice under a finger or the mouse button, which makes the next click a tap.
    touched: Option<Pick>,
    _listeners: [Listener; 2],
}

/// What the focus follows.
#[derive(Clone, Copy, PartialEq)]
struct Shown {
    at: usize,
    shared: bool,
    attempted: bool,
}

impl Root {
    fn shown(model: &Model) -> Shown {
        let scene = model.scene();
        Shown { at: scene.at, shared: scene.shared.is_some(), attempted: scene.attempted }
    }

    /// The history follows at once: WebKit's Back passes over entries that were not added while the
    /// visitor's act was handled.
    fn changed(&mut self, msg: Msg) -> bool {
        self.model = update(&self.model, msg);
        history::sync(self.model.at());
        true
    }

    fn did(&mut self, link: &Scope<Self>, did: Did) -> bool {
        match did {
            Did::Touched(pick) => self.touched = Some(pick),
            Did::Typed => self.touched = None,
            Did::Clicked(pick) if self.touched.take() == Some(pick) => {
                return self.changed(Msg::Tapped(pick));
            }
            Did::Clicked(_) => {}
            Did::Printed => page::print(),
            Did::Copied | Did::CopiedShort | Did::SharedLink => {
                clipboard::copy(self.taken(did), link.callback(Msg::CopyEnded));
            }
            did => return self.changed(Msg::Did(did)),
        }
        false
    }

    fn speak(&self) {
        let quiz = self.model.quiz();
        page::speak(quiz.shown_language(), self.model.text().is_rtl(), quiz.title.as_str());
    }

    /// The result as text, in short or as a link to it, as was asked.
    fn taken(&self, did: Did) -> String {
        let quiz = self.model.quiz();
        let outcome = match self.model.scene().shared {
            Some(shared) => Outcome::from_shared(quiz, shared),
            None => Outcome::new(quiz, self.model.walk().counted()),
        };
        match did {
            Did::SharedLink => page::address(&link::fragment(quiz, &outcome.to_shared(quiz))),
            Did::CopiedShort => short(quiz, &outcome, self.model.text()),
            _ => summary(quiz, &outcome, self.model.text()),
        }
    }
}

impl Component for Root {
    type Message = Msg;
    type Properties = Start;

    fn create(ctx: &Context<Self>) -> Self {
        let Start { quiz, text, .. } = ctx.props();
        let early = page::early();
        let picked = picks(quiz, &early.picks);
        let opened = link::open(quiz, &page::fragment());
        let mut model = Model::new(quiz.clone(), text.clone(), &picked, opened);
        let shown = Self::shown(&model);
        if early.continued {
            model = update(&model, Msg::Did(Did::Continued));
        }
        Self {
            model,
            shown,
            on: ctx.link().callback(Msg::Did),
            touched: None,
            _listeners: [
                history::listen(ctx.link().callback(Msg::Moved)),
                page::on_files(ctx.link().callback(|files| match files {
                    Some((quiz, text)) => Msg::GotFiles(quiz, text),
                    None => Msg::LanguageFailed,
                })),
            ],
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Did(did) => self.did(ctx.link(), did),
            Msg::GotFiles(..) => {
                self.changed(msg);
                self.speak();
                true
            }
            msg => self.changed(msg),
        }
    }

    fn view(&self, _: &Context<Self>) -> Html {
        View { quiz: self.model.quiz(), text: self.model.text(), on: &self.on }
            .scene(&self.model.scene())
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            ctx.props().stage.show();
            history::sync(self.model.at());
            self.speak();
        }
        let before = std::mem::replace(&mut self.shown, Self::shown(&self.model));
        if self.shown.at != before.at || self.shown.shared != before.shared {
            focus::heading(HEADING);
        } else if self.shown.attempted && !before.attempted {
            focus::first_choice();
        }
    }
}

fn picks(quiz: &Quiz, early: &[(String, String)]) -> Vec<Pick> {
    early
        .iter()
        .filter_map(|(question, choice)| {
            let question = quiz.questions.iter().position(|q| q.id.as_str() == question)?;
            let choices = &quiz.questions[question].choices;
            let choice = choices.iter().position(|c| c.id.as_str() == choice)?;
            Some(Pick { question, choice })
        })
        .collect()
}
