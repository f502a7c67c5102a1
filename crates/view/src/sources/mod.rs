use quiz::{Outcome, Source};
use text::Key;
use yew::{Html, html};

use super::{View, attr};

impl View<'_> {
    pub(super) fn sources(&self, outcome: &Outcome) -> Html {
        let sources = outcome.sources(self.quiz);
        if sources.is_empty() {
            return Html::default();
        }
        html! {
            <section class="sources" id="sources">
                <details>
                    <summary><h2>{ attr(self.text.get(Key::Sources)) }</h2></summary>
                    <ol>
                        for source in sources {
                            <li>{ self.source(source) }</li>
                        }
                    </ol>
                </details>
                <p class="soft">{ self.text.fill(Key::Checked, &[("date", &self.text.date(self.quiz.checked))]) }</p>
            </section>
        }
    }

    /// As published: nobody translates it.
    fn published(&self, text: &str) -> Html {
        let language = self.quiz.translation.as_ref().map(|_| attr(&self.quiz.language));
        html! { <bdi lang={language}>{ attr(text) }</bdi> }
    }

    /// A source: a link that opens beside the quiz, so that no answer is lost.
    pub(super) fn source(&self, source: &Source) -> Html {
        let title = self.published(&source.title);
        html! {
            <>
                if let Some(link) = &source.link {
                    <a href={attr(link)} target="_blank" rel="noopener noreferrer">
                        { title }<span class="spoken">{ " " }{ attr(self.text.get(Key::NewTab)) }</span>
                    </a>
                } else {
                    { title }
                }
                { ". " }{ self.published(&source.published) }
            </>
        }
    }
}
