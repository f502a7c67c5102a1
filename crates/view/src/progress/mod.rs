use quiz::Progress;
use text::Key;
use yew::{Html, html};

use super::View;

impl View<'_> {
    pub(super) fn progress(&self, progress: Progress, exact: bool) -> Html {
        let [number, most] = [progress.number, progress.at_most].map(|n| n.to_string());
        let words = self.text.fill(
            if exact { Key::ProgressExact } else { Key::Progress },
            &[("n", &number), ("most", &most)],
        );
        let done = (100 * progress.number / progress.at_most.max(1)).to_string();
        html! {
            <div class="progress" data-number={number} data-total={most}>
                <p key={&*words}>{ words.clone() }</p>
                <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
                    <rect class="rest" width="100" height="1" />
                    <rect class="done" width={done} height="1" />
                </svg>
            </div>
        }
    }
}
