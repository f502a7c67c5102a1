use yew::{Html, html};

use super::{TOUR, View};
use crate::model::Tour;
use crate::msg::ShowMsg;

impl View<'_> {
    /// Shows somebody new around, a step at a time.
    pub(super) fn tour(&self) -> Html {
        let Some(step) = self.editor.tour else { return Html::default() };
        let number = Tour::STEPS.iter().position(|it| *it == step);
        let next = match (number, step.next()) {
            (None, _) => "Show me around",
            (_, Some(_)) => "Next",
            (_, None) => "Done",
        };
        html! {
            <section class="tour" aria-labelledby={TOUR} onkeydown={self.escaped(ShowMsg::ShownAround(None))}>
                <p id={TOUR} tabindex="-1">
                    if let Some(number) = number { <b>{ format!("{} of {}. ", number + 1, Tour::STEPS.len()) }</b> }
                    { step.words() }
                </p>
                <div class="row">
                    <button type="button" id="tour-next" class="small" onclick={self.sends(ShowMsg::ShownAround(step.next()))}>{ next }</button>
                    if step.next().is_some() {
                        <button type="button" id="tour-close" class="small" onclick={self.sends(ShowMsg::ShownAround(None))}>{ if number.is_none() { "No, thanks" } else { "Close" } }</button>
                    }
                </div>
            </section>
        }
    }
}
