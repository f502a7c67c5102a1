use quiz::{Outcome, Walk};
use text::{Key, short};
use yew::{Html, html};

use super::{HEADING, View, ViewState, attr};

/// The whole result: a [`ShowResult`](super::ShowResult).
pub fn result(view: &View, walk: &Walk, scene: &ViewState) -> Html {
    match scene.shared {
        Some(shared) => view.outcome(&Outcome::from_shared(view.quiz, shared), None, scene),
        None => view.outcome(&Outcome::new(view.quiz, walk.counted()), Some(walk), scene),
    }
}

impl View<'_> {
    /// The result; without a walk it is one that a link carried.
    fn outcome(&self, outcome: &Outcome, walk: Option<&Walk>, scene: &ViewState) -> Html {
        let along = scene.along.then(|| short(self.quiz, outcome, self.text));
        let along = along.as_deref();
        html! {
            <main class="result" key="result">
                <header>
                    <h1 id={HEADING} tabindex="-1">{ self.title(outcome) }</h1>
                    <p class="soft">
                        { attr(self.text.get(Key::NotAdvice)) }{ " " }
                        { self.text.fill(Key::Checked, &[("date", &self.text.date(self.quiz.checked))]) }{ " " }
                        { self.review() }
                    </p>
                </header>
                <div class="columns">
                    <div>
                        { self.cautions(outcome) }
                        { self.benefits(outcome) }
                        { self.course(outcome) }
                        { self.care(outcome) }
                        { self.ask(outcome) }
                        { self.good_to_know(outcome) }
                        { self.sources(outcome) }
                    </div>
                    <aside>
                        if let Some(walk) = walk {
                            { self.answers(walk) }
                        }
                        { self.next(outcome, scene.notice, along) }
                    </aside>
                </div>
                { self.first_step(outcome, along) }
            </main>
        }
    }

    fn title(&self, outcome: &Outcome) -> Html {
        let title = self.text.result_title(self.quiz, outcome);
        self.marked(title.into(), self.quiz.result_title.is_untranslated())
    }

    pub(super) fn review(&self) -> String {
        match &self.quiz.reviewed {
            Some(review) => self
                .text
                .fill(Key::Reviewed, &[("who", &review.by), ("date", &self.text.date(review.on))]),
            None => self.text.get(Key::NotReviewed).to_owned(),
        }
    }

    fn ask(&self, outcome: &Outcome) -> Html {
        if outcome.ask.is_empty() {
            return Html::default();
        }
        html! {
            <section id="ask">
                <h2>{ attr(self.text.get(Key::Ask)) }</h2>
                <ul>
                    for note in &outcome.ask {
                        <li>{ self.prose(&note.text) }</li>
                    }
                </ul>
            </section>
        }
    }

    fn good_to_know(&self, outcome: &Outcome) -> Html {
        if outcome.notes.is_empty() {
            return Html::default();
        }
        html! {
            <section id="notes">
                <h2>{ attr(self.text.get(Key::Notes)) }</h2>
                for note in &outcome.notes {
                    <p>{ self.prose(&note.text) }</p>
                }
            </section>
        }
    }
}
