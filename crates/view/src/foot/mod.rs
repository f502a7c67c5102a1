use quiz::Language;
use text::Key;
use yew::{Html, html};

use super::{Notice, View, attr};

impl View<'_> {
    /// Below every screen: the languages to choose from, and what is to be said of this one.
    pub(super) fn foot(&self, notice: Option<&Notice>) -> Html {
        let languages = &self.quiz.languages;
        let unreviewed = self.quiz.translation.as_ref().is_some_and(|it| !it.reviewed);
        if languages.is_empty() && !unreviewed {
            return Html::default();
        }
        html! {
            <footer>
                if !languages.is_empty() {
                    <div role="group" aria-label={attr(self.text.get(Key::Language))}>
                        for language in languages {
                            { self.language(language) }
                        }
                    </div>
                }
                if notice == Some(&Notice::NoLanguage) {
                    { self.said(Key::FailedNetwork) }
                }
                if unreviewed {
                    <p class="soft" key={self.quiz.shown_language()}>{ attr(self.text.get(Key::UntranslatedReview)) }</p>
                }
            </footer>
        }
    }

    /// The start script brings the files of the one that is pressed, before the program runs too.
    fn language(&self, language: &Language) -> Html {
        let shown = language.tag == self.quiz.shown_language();
        let name = if shown { self.text.get(Key::LanguageName) } else { &language.name };
        html! {
            <button type="button" class="plain" id={["language-", &language.tag].concat()}
                lang={attr(&language.tag)} aria-current={shown.then_some("true")}>
                { attr(name) }
            </button>
        }
    }
}
