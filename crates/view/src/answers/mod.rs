use quiz::{Pick, Picks, Walk};
use text::Key;
use yew::{Html, html};

use super::{Event, View, attr};

impl View<'_> {
    /// What the visitor answered, each with a way to change it.
    pub(super) fn answers(&self, walk: &Walk) -> Html {
        html! {
            <section class="answers" id="answers">
                <details>
                    <summary><h2>{ attr(self.text.get(Key::YourAnswers)) }</h2></summary>
                    <dl>
                        for (at, &question) in walk.asked().iter().enumerate() {
                            { self.answer(at, question, walk.counted().of(question)) }
                        }
                    </dl>
                </details>
                { self.tool("restart", Key::Restart, Event::Restarted) }
                { self.tool("clear", Key::Clear, Event::Cleared) }
            </section>
        }
    }

    fn answer(&self, at: usize, question: usize, picks: Picks) -> Html {
        let asked = &self.quiz.questions[question];
        let label = self.text.fill(Key::ChangeWhat, &[("question", asked.title.as_str())]);
        html! {
            <div>
                <dt>{ self.words(&asked.title) }</dt>
                <dd>
                    for (index, choice) in picks.iter().enumerate() {
                        { if index == 0 { "" } else { "; " } }{ self.words(&asked.choices[choice].label) }
                    }
                </dd>
                <dd>
                    <button type="button" class="plain" aria-label={label} onclick={self.emits(Event::Reopened(at))}>
                        { attr(self.text.get(Key::Change)) }
                    </button>
                </dd>
            </div>
        }
    }

    /// Which answers led to something, and where it comes from.
    pub(super) fn why(&self, because: &[Pick], sources: &[usize]) -> Html {
        if because.is_empty() && sources.is_empty() {
            return Html::default();
        }
        html! {
            <details class="why">
                <summary>{ attr(self.text.get(Key::Why)) }</summary>
                if !because.is_empty() {
                    <p>{ attr(self.text.get(Key::Because)) }</p>
                    <ul>
                        for pick in because {
                            <li>{ self.words(&self.quiz.questions[pick.question].choices[pick.choice].label) }</li>
                        }
                    </ul>
                }
                if !sources.is_empty() {
                    <p>{ attr(self.text.get(Key::FromSources)) }</p>
                    <ul>
                        for &source in sources {
                            <li>{ self.source(&self.quiz.sources[source]) }</li>
                        }
                    </ul>
                }
            </details>
        }
    }
}
