use std::error::Error;

use quiz::{Answers, Quiz};
use text::{Key, Text};
use view::{Failure, View, ViewState};
use yew::Callback;

use crate::template::{Mark, MissingMark, escaped, filled, in_language, with_marks};
use crate::{opening, render};

/// What the page is served with.
#[derive(Clone, Copy, Debug)]
pub struct Served<'a> {
    /// The quiz in its own language.
    pub quiz: &'a Quiz,
    /// The interface words in that language.
    pub text: &'a Text,
    /// The data file.
    pub data: &'a str,
    /// The file of the interface words.
    pub words: &'a str,
}

/// The page with the first question, by its template.
///
/// # Errors
///
/// If the template lacks a mark, or a file is not JSON.
pub async fn page(template: &str, served: Served<'_>) -> Result<String, Box<dyn Error>> {
    let Served { quiz, text, data, words } = served;
    let on = Callback::noop();
    let view = View { quiz, text, on: &on, result: Some(view::result) };
    let first = view.scene(&ViewState {
        answers: &Answers::none(quiz),
        at: 0,
        attempted: false,
        shared: None,
        notice: None,
        stepped: false,
        along: false,
    });
    let opening = opening::json(data, words)?;
    let brings_along = if opening.is_some() { "inline" } else { "none" };
    let parts = [
        (Mark::Language, in_language(&quiz.language)),
        (Mark::Title, escaped(quiz.title.as_str())),
        (Mark::Languages, escaped(&languages(quiz))),
        (Mark::BringsAlong, brings_along.to_owned()),
        (Mark::FirstQuestion, pressable(&render(first).await, text)?),
        (Mark::Opening, opening.unwrap_or_else(|| "{}".to_owned())),
        (Mark::Failure, render(view.failure(&Failure::ALL)).await),
        (Mark::NoScript, render(view.no_script()).await),
    ];
    Ok(with_marks(template, &parts)?)
}

/// The first question, whose Continue shows that it was pressed before any script has come.
fn pressable(question: &str, text: &Text) -> Result<String, MissingMark> {
    let question = filled(
        question,
        "<button type=\"submit\" id=\"continue\"",
        "<button type=\"button\" id=\"continue\" popovertarget=\"moment\" popovertargetaction=\"show\"",
    )?;
    let question =
        question.replace("<img ", "<img loading=\"lazy\" ").replace("<footer>", "<footer hidden>");
    let moment = escaped(text.get(Key::Moment));
    Ok(format!("{question}<p id=\"moment\" class=\"notice\" popover=\"manual\">{moment}</p>"))
}

/// The tags of every language, the quiz's own first.
fn languages(quiz: &Quiz) -> String {
    let others = quiz.languages.iter().map(|language| language.tag.as_str());
    let others = others.filter(|tag| *tag != quiz.language);
    std::iter::once(quiz.language.as_str()).chain(others).collect::<Vec<_>>().join(" ")
}
