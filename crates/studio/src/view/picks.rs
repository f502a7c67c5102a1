use data::Node;
use editor::called;
use yew::{Component, Context, Html, Properties, html};

use super::entries;
use super::keyed_text::keyed_text;

/// What an option of [`Picks`] stands for: `question.choice`, and what it is called.
type Pick = (String, String);

/// Every choice of some questions, as options of a list to choose from. They are many, and most edits
/// change none of them: a component of its own is drawn anew only when one did.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Offered {
    /// Each question's title and its choices.
    questions: Vec<(String, Vec<Pick>)>,
    /// What is chosen; empty for nothing.
    now: String,
}

impl Offered {
    /// The choices of questions.
    pub(super) fn of(questions: &[Node], now: &str) -> Self {
        let question = |question: &Node| {
            let of = question.text("id").unwrap_or_default();
            let pick = |choice: &Node| {
                let id = choice.text("id").unwrap_or_default();
                (format!("{of}.{id}"), called(choice).to_owned())
            };
            let choices = entries(question.get("choices")).iter().map(pick).collect();
            (called(question).to_owned(), choices)
        };
        let questions = questions.iter().map(question).collect();
        Self { questions, now: now.to_owned() }
    }

    fn is_gone(&self) -> bool {
        let picks = self.questions.iter().flat_map(|(_, picks)| picks);
        !self.now.is_empty() && picks.into_iter().all(|(pick, _)| *pick != self.now)
    }
}

/// See [`Offered`].
pub(super) struct Picks;

impl Component for Picks {
    type Message = ();
    type Properties = Offered;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Offered { questions, now } = ctx.props();
        let option = |(pick, name): &Pick| {
            html! { <option value={pick.clone()} selected={pick == now}>{ name }</option> }
        };
        let group = |(title, picks): &(String, Vec<Pick>)| {
            html! { <optgroup label={title.clone()}>{ for picks.iter().map(option) }</optgroup> }
        };
        keyed_text(html! {
            <>
                if ctx.props().is_gone() { <option value={now.clone()} selected=true>{ now }{ " (gone)" }</option> }
                { for questions.iter().map(group) }
            </>
        })
    }
}
