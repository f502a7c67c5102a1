use text::{Key, PageKey, Text};
use yew::{Html, html};

use super::{View, attr};

/// A reason why the quiz cannot be shown, each with its words for the visitor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// A file did not arrive.
    Network,
    /// A data file is unreadable, newer than the program, or breaks a rule.
    Data,
    /// The browser refuses WebAssembly.
    Browser,
    /// The program stopped.
    Crash,
}

impl Failure {
    /// Every reason.
    pub const ALL: [Self; 4] = [Self::Network, Self::Data, Self::Browser, Self::Crash];

    /// As it is named in the page: `data-failure`.
    fn name(self) -> &'static str {
        match self {
            Self::Network => "network",
            Self::Data => "data",
            Self::Browser => "browser",
            Self::Crash => "crash",
        }
    }

    fn words(self, text: &Text) -> &str {
        match self {
            Self::Network => text.get(Key::FailedNetwork),
            Self::Data => text.page(PageKey::FailedData),
            Self::Browser => text.page(PageKey::FailedBrowser),
            Self::Crash => text.page(PageKey::FailedCrash),
        }
    }
}

impl View<'_> {
    /// What the page shows in place of the quiz, for some reasons: it stands in the page hidden,
    /// with every reason, and the start script shows the one that applies.
    pub fn failure(&self, reasons: &[Failure]) -> Html {
        let retry = html! {
            <button type="button" data-retry="">{ attr(self.text.page(PageKey::Retry)) }</button>
        };
        self.failed(reasons, retry)
    }

    /// What it shows where scripts are switched off, and nothing can be tried again.
    pub fn no_script(&self) -> Html {
        self.failed(&[Failure::Browser], Html::default())
    }

    fn failed(&self, reasons: &[Failure], retry: Html) -> Html {
        html! {
            <main class="failure">
                <div role="alert">
                    <h1 tabindex="-1">{ attr(self.text.page(PageKey::Failed)) }</h1>
                    for reason in reasons {
                        <p data-failure={reason.name()}>{ attr(reason.words(self.text)) }</p>
                    }
                </div>
                { retry }
                if let Some(contact) = &self.quiz.clinic.contact {
                    <p>
                        { self.text.fill_page(PageKey::FailedContact, &[("clinic", &self.quiz.clinic.name)]) }
                        { " " }
                        <a href={attr(&contact.href)} target="_top">{ self.words(&contact.label) }</a>
                    </p>
                }
                <p data-plain="">
                    <a href="plain.html" target="_blank">
                        { attr(self.text.page(PageKey::PlainRead)) }
                        <span class="spoken">{ " " }{ attr(self.text.get(Key::NewTab)) }</span>
                    </a>
                </p>
            </main>
        }
    }
}
