use quiz::{Choice, Kind, Pick, Picks, Question, Walk};
use text::Key;
use yew::{Html, SubmitEvent, html};

use super::{Event, HEADING, Notice, View, ViewState, attr};

impl View<'_> {
    pub(super) fn question(&self, walk: &Walk, index: usize, scene: &ViewState) -> Html {
        let question = &self.quiz.questions[index];
        let picks = scene.answers.of(index);
        let wrong = scene.attempted && picks.is_empty();
        let progress = walk.progress(self.quiz, scene.at);
        let last = progress.number == progress.at_most;
        html! {
            <main class="question">
                { self.notice(scene.notice) }
                if scene.at == 0 {
                    { self.intro() }
                }
                { self.progress(progress, last) }
                <form key={question.id.as_str()} method="dialog" novalidate=true autocomplete="off"
                    class={if scene.stepped { "stepped" } else { "" }}
                    onsubmit={self.on.reform(|event: SubmitEvent| {
                        event.prevent_default();
                        Event::Continued
                    })} onkeydown={self.emits(Event::Typed)}>
                    <fieldset aria-describedby={if wrong { "hint error" } else { "hint" }}>
                        <legend>{ self.legend(question, scene.at == 0) }</legend>
                        <p id="hint" class="soft">{ question.hint.as_ref().map(|hint| self.words(hint)) }</p>
                        if scene.notice == Some(&Notice::Updated) {
                            { self.said(Key::Updated) }
                        }
                        if wrong {
                            <p id="error" role="alert">
                                { attr(self.text.get(match question.kind {
                                    Kind::One => Key::ChooseOne,
                                    Kind::Many => Key::ChooseMany,
                                })) }
                            </p>
                        }
                        for (choice, item) in question.choices.iter().enumerate() {
                            { self.choice(question, Pick { question: index, choice }, item, picks, wrong) }
                        }
                    </fieldset>
                    <div class="bar">
                        <button type="submit" id="continue" key={if last { "last" } else { "" }}>
                            { attr(self.text.get(if last { Key::SeeResult } else { Key::Continue })) }
                        </button>
                        if scene.at > 0 {
                            <button type="button" id="back" class="plain" onclick={self.emits(Event::WentBack)}>
                                { attr(self.text.get(Key::Back)) }
                            </button>
                        }
                        <p class="soft">{ attr(self.text.get(Key::Private)) }</p>
                    </div>
                </form>
            </main>
        }
    }

    fn intro(&self) -> Html {
        html! {
            <header class="intro">
                <h1>{ self.words(&self.quiz.title) }</h1>
                <p>{ self.words(&self.quiz.purpose) }</p>
                <ul>
                    for fact in &self.quiz.facts {
                        <li>{ self.words(fact) }</li>
                    }
                </ul>
            </header>
        }
    }

    fn legend(&self, question: &Question, below_title: bool) -> Html {
        let title = self.words(&question.title);
        html! {
            <>
                if let Some(part) = &question.part {
                    <span class="part">{ self.words(part) }</span>
                }
                if below_title {
                    <h2 id={HEADING} tabindex="-1">{ title }</h2>
                } else {
                    <h1 id={HEADING} tabindex="-1">{ title }</h1>
                }
            </>
        }
    }

    fn choice(
        &self,
        question: &Question,
        pick: Pick,
        choice: &Choice,
        picks: Picks,
        wrong: bool,
    ) -> Html {
        let many = question.kind == Kind::Many;
        let id = format!("choice-{}", pick.choice);
        html! {
            <label class="choice" key={choice.id.as_str()} onpointerdown={self.emits(Event::Touched(pick))}>
                <input id={id} type={if many { "checkbox" } else { "radio" }}
                    name={attr(question.id.as_str())} value={attr(choice.id.as_str())}
                    checked={picks.has(pick.choice)} aria-invalid={wrong.then_some("true")}
                    onchange={self.emits(Event::Picked(pick))} onclick={self.emits(Event::Clicked(pick))} />
                { picture(choice) }
                <span>
                    <b>{ self.words(&choice.label) }</b>
                    if let Some(hint) = &choice.hint {
                        <small>{ self.words(hint) }</small>
                    }
                </span>
            </label>
        }
    }
}

fn picture(choice: &Choice) -> Html {
    match (&choice.picture, &choice.swatch) {
        (Some(picture), _) => html! { <img src={attr(picture)} alt="" width="64" height="64" /> },
        (None, Some(swatch)) => html! {
            <svg class="swatch" viewBox="0 0 2 2" aria-hidden="true">
                <circle cx="1" cy="1" r="1" fill={attr(swatch)} />
            </svg>
        },
        (None, None) => Html::default(),
    }
}
