use browser::studio::frame::Frame;
use quiz::Pick;
use quiz::link::Opened;
use view::{Event, Failure, View};
use visit::{Model, Msg, Renewal, update};
use yew::{Callback, Component, Context, Html, Properties, html};

use crate::model::Preview;

/// What the preview shows, and where.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PreviewProps {
    pub(crate) preview: Preview,
    pub(crate) frame: Frame,
    /// Says that another screen is drawn.
    pub(crate) drawn: Callback<()>,
}

/// The quiz as a visitor has it, in a frame: what they do in it is done in this visit alone.
pub(crate) struct PreviewPage {
    model: Model,
    on: Callback<Event>,
    touched: Option<Pick>,
    /// The visit and the screen that were drawn last.
    drawn: Option<(u32, usize)>,
}

impl PreviewPage {
    fn led_to(shown: &Preview) -> Model {
        let model = Model::new(shown.quiz.clone(), shown.text.clone(), Opened::Nothing);
        let picks = (0..shown.quiz.questions.len()).flat_map(|question| {
            shown.answers.of(question).iter().map(move |choice| Pick { question, choice })
        });
        let model = update(&model, Msg::TookOver(picks.collect(), false));
        update(&model, Msg::Moved(shown.at))
    }
}

impl Component for PreviewPage {
    type Message = Event;
    type Properties = PreviewProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self {
            model: Self::led_to(&ctx.props().preview),
            on: ctx.link().callback(|event| event),
            touched: None,
            drawn: None,
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &PreviewProps) -> bool {
        let shown = &ctx.props().preview;
        self.model = if shown.visit == old.preview.visit {
            update(
                &self.model,
                Msg::GotFiles(Renewal::silent(shown.quiz.clone(), shown.text.clone())),
            )
        } else {
            Self::led_to(shown)
        };
        true
    }

    fn update(&mut self, _: &Context<Self>, event: Event) -> bool {
        match event {
            Event::Touched(pick) => self.touched = Some(pick),
            Event::Typed => self.touched = None,
            Event::Clicked(pick) if self.touched.take() == Some(pick) => {
                self.model = update(&self.model, Msg::Tapped(pick));
            }
            Event::Printed
            | Event::Copied
            | Event::CopiedShort
            | Event::SharedLink
            | Event::Clicked(_) => {
                return false;
            }
            event => self.model = update(&self.model, Msg::Event(event)),
        }
        true
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        let PreviewProps { preview, frame, drawn } = ctx.props();
        let screen = Some((preview.visit, self.model.at()));
        if self.drawn != screen {
            self.drawn = screen;
            frame.to_top();
            drawn.emit(());
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let (quiz, text) = (self.model.quiz(), self.model.text());
        let view = View { quiz, text, on: &self.on, result: Some(view::result) };
        if ctx.props().preview.fails {
            return html! { <section id="failure">{ view.failure(&[Failure::Network]) }</section> };
        }
        html! { { view.scene(&self.model.scene()) } }
    }
}
