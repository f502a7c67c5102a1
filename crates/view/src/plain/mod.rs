mod course;
mod settle;

use quiz::{Benefit, Care, Note, Pick, Prose, Question, Quiz, Rule, Stage};
use text::{Key, PageKey};
use yew::{Html, html};

use super::{View, attr};

impl View<'_> {
    /// All that the quiz asks and tells as one page to read, which needs no program; `languages` are
    /// those that it can be read in.
    pub fn plain(&self, languages: &[&str]) -> Html {
        html! {
            <>
                <main class="result reading">
                    <header>
                        <h1>{ self.words(&self.quiz.title) }</h1>
                        <p>{ self.words(&self.quiz.purpose) }{ " " }{ attr(self.text.page(PageKey::PlainAbout)) }</p>
                        <p class="soft">
                            { attr(self.text.get(Key::NotAdvice)) }{ " " }
                            { self.text.fill(Key::Checked, &[("date", &self.text.date(self.quiz.checked))]) }{ " " }
                            { self.review() }
                            if self.quiz.translation.as_ref().is_some_and(|it| !it.reviewed) {
                                { " " }{ attr(self.text.get(Key::UntranslatedReview)) }
                            }
                        </p>
                    </header>
                    { self.every_caution() }
                    { self.every_benefit() }
                    { self.every_course() }
                    { self.every_care() }
                    { self.every_note("ask", Key::Ask, &self.quiz.ask) }
                    { self.every_note("notes", Key::Notes, &self.quiz.notes) }
                    { self.every_question() }
                    { self.whom_to_ask() }
                    { self.every_source() }
                </main>
                { self.elsewhere(languages) }
            </>
        }
    }

    fn every_benefit(&self) -> Html {
        if self.quiz.benefits.is_empty() {
            return Html::default();
        }
        html! {
            <section class="benefits" id="benefits">
                <h2>{ attr(self.text.get(Key::Benefits)) }</h2>
                for benefit in &self.quiz.benefits {
                    { self.plain_benefit(benefit) }
                }
            </section>
        }
    }

    fn plain_benefit(&self, benefit: &Benefit) -> Html {
        let prose = [&benefit.may, &benefit.evidence_text, &benefit.not];
        html! {
            <article class="benefit" data-benefit={attr(benefit.id.as_str())}>
                <h3>{ self.words(&benefit.title) }</h3>
                { self.applies(benefit.concern, &benefit.when) }
                <p>{ self.prose(&benefit.may) }</p>
                <p class="evidence">
                    { self.meter(benefit.evidence) }
                    <b>{ attr(self.text.evidence(benefit.evidence)) }</b>{ ". " }
                    { self.prose(&benefit.evidence_text) }
                </p>
                <p class="not"><b>{ attr(self.text.get(Key::Not)) }{ ": " }</b>{ self.prose(&benefit.not) }</p>
                { self.from(&benefit.sources, &prose) }
            </article>
        }
    }

    fn every_care(&self) -> Html {
        let stages = [
            (Stage::Before, Key::Before),
            (Stage::During, Key::During),
            (Stage::After, Key::After),
        ];
        if self.quiz.care.is_empty() {
            return Html::default();
        }
        html! {
            <section class="care" id="care">
                <h2>{ attr(self.text.get(Key::Care)) }</h2>
                for (stage, key) in stages {
                    { self.plain_stage(stage, key) }
                }
            </section>
        }
    }

    fn plain_stage(&self, stage: Stage, key: Key) -> Html {
        let mut care = self.quiz.care.iter().filter(|care| care.stage == stage).peekable();
        if care.peek().is_none() {
            return Html::default();
        }
        html! {
            <>
                <h3>{ attr(self.text.get(key)) }</h3>
                <ul>
                    for Care { when, text, sources, .. } in care {
                        { self.statement(when, text, sources) }
                    }
                </ul>
            </>
        }
    }

    fn every_note(&self, id: &'static str, title: Key, notes: &[Note]) -> Html {
        if notes.is_empty() {
            return Html::default();
        }
        html! {
            <section id={id}>
                <h2>{ attr(self.text.get(title)) }</h2>
                <ul>
                    for Note { when, text, sources, .. } in notes {
                        { self.statement(when, text, sources) }
                    }
                </ul>
            </section>
        }
    }

    fn statement(&self, when: &Rule, text: &Prose, sources: &[usize]) -> Html {
        html! {
            <li>
                { self.prose(text) }
                { self.answers_of(&when.speaking_for()) }
                { self.from(sources, &[text]) }
            </li>
        }
    }

    fn every_question(&self) -> Html {
        html! {
            <section id="questions">
                <h2>{ attr(self.text.page(PageKey::PlainQuestions)) }</h2>
                for question in &self.quiz.questions {
                    { self.plain_question(question) }
                }
            </section>
        }
    }

    fn plain_question(&self, question: &Question) -> Html {
        html! {
            <>
                <h3>{ self.words(&question.title) }</h3>
                { self.answers_of(&question.when.speaking_for()) }
                <ul>
                    for choice in &question.choices {
                        <li>
                            { self.words(&choice.label) }
                            if let Some(hint) = &choice.hint {
                                { " " }<small>{ self.words(hint) }</small>
                            }
                        </li>
                    }
                </ul>
            </>
        }
    }

    fn every_source(&self) -> Html {
        if self.quiz.sources.is_empty() {
            return Html::default();
        }
        html! {
            <section class="sources" id="sources">
                <h2>{ attr(self.text.get(Key::Sources)) }</h2>
                <ol>
                    for source in &self.quiz.sources {
                        <li id={["source-", source.id.as_str()].concat()}>{ self.source(source) }</li>
                    }
                </ol>
            </section>
        }
    }

    /// The concern that something is for, and the further answers that it is for.
    fn applies(&self, concern: Pick, when: &Rule) -> Html {
        let mut picks = vec![concern];
        picks.extend(when.speaking_for());
        self.answers_of(&picks)
    }

    /// Choices, behind what was asked, a line for each question.
    fn answers_of(&self, picks: &[Pick]) -> Html {
        let of_one_question = picks.chunk_by(|a, b| a.question == b.question);
        html! {
            for picks in of_one_question {
                <p class="soft for">
                    { self.words(&self.quiz.questions[picks[0].question].title) }{ " " }
                    { self.choices_of(picks) }
                </p>
            }
        }
    }

    fn choices_of(&self, picks: &[Pick]) -> Html {
        html! {
            for (index, pick) in picks.iter().enumerate() {
                { if index == 0 { "" } else { "; " } }
                <b>{ self.words(&self.quiz.questions[pick.question].choices[pick.choice].label) }</b>
            }
        }
    }

    /// Where something and its figures come from, by their numbers in the list of sources.
    fn from(&self, sources: &[usize], prose: &[&Prose]) -> Html {
        let of_figures = prose.iter().flat_map(|prose| prose.sources());
        let mut sources: Vec<usize> = sources.iter().copied().chain(of_figures).collect();
        sources.sort_unstable();
        sources.dedup();
        if sources.is_empty() {
            return Html::default();
        }
        html! {
            <p class="refs">
                { attr(self.text.get(Key::FromSources)) }
                for source in sources {
                    { " " }
                    <a href={["#source-", self.quiz.sources[source].id.as_str()].concat()}>{ source + 1 }</a>
                }
            </p>
        }
    }

    /// The quiz itself, and this page in other languages.
    fn elsewhere(&self, languages: &[&str]) -> Html {
        let shown = self.quiz.shown_language();
        let others = self.quiz.languages.iter().filter(|language| {
            language.tag != shown && languages.iter().any(|there| *there == language.tag)
        });
        html! {
            <footer>
                <a href={["index.html?lang=", shown].concat()}>{ attr(self.text.get(Key::SharedStart)) }</a>
                for other in others {
                    <a href={plain_page(self.quiz, &other.tag)} lang={attr(&other.tag)} hreflang={attr(&other.tag)}>
                        { attr(&other.name) }
                    </a>
                }
            </footer>
        }
    }
}

/// The file of the plain page in a language.
pub fn plain_page(quiz: &Quiz, language: &str) -> String {
    if language == quiz.language {
        "plain.html".to_owned()
    } else {
        format!("plain.{language}.html")
    }
}
