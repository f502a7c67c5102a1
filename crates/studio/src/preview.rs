use std::rc::Rc;

use browser::studio::frame::Frame;
use quiz::link::Opened;
use quiz::{Answers, Pick, Quiz};
use text::Text;
use view::{Did, View};
use visit::{Model, Msg, update};
use yew::{Callback, Component, Context, Html, Properties, html};

/// What the preview shows.
#[derive(Clone, Properties)]
pub(super) struct Shown {
    pub(super) quiz: Rc<Quiz>,
    pub(super) text: Rc<Text>,
    /// Goes there when this number is another than before.
    pub(super) visit: u32,
    pub(super) answers: Answers,
    pub(super) at: usize,
    pub(super) frame: Frame,
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.quiz, &other.quiz)
            && Rc::ptr_eq(&self.text, &other.text)
            && self.visit == other.visit
    }
}

/// The quiz as a visitor has it, in a frame: what they do in it is done in this visit alone.
pub(super) struct Preview {
    model: Model,
    on: Callback<Did>,
    touched: Option<Pick>,
}

impl Preview {
    fn visited(shown: &Shown) -> Model {
        let model = Model::new(shown.quiz.clone(), shown.text.clone(), Opened::Nothing);
        let picks = (0..shown.quiz.questions.len()).flat_map(|question| {
            shown.answers.of(question).iter().map(move |choice| Pick { question, choice })
        });
        let model = update(&model, Msg::TookOver(picks.collect(), false));
        update(&model, Msg::Moved(shown.at))
    }
}

impl Component for Preview {
    type Message = Did;
    type Properties = Shown;

    fn create(ctx: &Context<Self>) -> Self {
        Self {
            model: Self::visited(ctx.props()),
            on: ctx.link().callback(|did| did),
            touched: None,
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Shown) -> bool {
        let shown = ctx.props();
        self.model = if shown.visit == old.visit {
            update(&self.model, Msg::GotFiles(shown.quiz.clone(), shown.text.clone()))
        } else {
            Self::visited(shown)
        };
        true
    }

    fn update(&mut self, ctx: &Context<Self>, did: Did) -> bool {
        let before = self.model.at();
        match did {
            Did::Touched(pick) => self.touched = Some(pick),
            Did::Typed => self.touched = None,
            Did::Clicked(pick) if self.touched.take() == Some(pick) => {
                self.model = update(&self.model, Msg::Tapped(pick));
            }
            Did::Printed | Did::Copied | Did::CopiedShort | Did::SharedLink | Did::Clicked(_) => {
                return false;
            }
            did => self.model = update(&self.model, Msg::Did(did)),
        }
        if self.model.at() != before {
            ctx.props().frame.to_top();
        }
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let (quiz, text) = (self.model.quiz(), self.model.text());
        let view = View { quiz, text, on: &self.on, result: Some(view::result) };
        html! { { view.scene(&self.model.scene()) } }
    }
}
