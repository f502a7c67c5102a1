use quiz::Quiz;
use text::Text;
use view::{View, plain_page as name};
use yew::Callback;

use crate::render;
use crate::template::{Mark, MissingMark, escaped, in_language, with_marks};

/// The plain page in the language that the quiz is in, by its template.
///
/// `languages` are the tags of all that there is such a page in.
///
/// # Errors
///
/// If the template lacks a mark.
pub async fn plain(
    template: &str,
    quiz: &Quiz,
    text: &Text,
    languages: &[&str],
) -> Result<String, MissingMark> {
    let language = quiz.shown_language();
    let view = View { quiz, text, on: &Callback::noop(), result: None };
    let link = |relation: &str, page: &str| {
        format!("<link rel=\"{relation}\" href=\"{}\">\n", name(quiz, page))
    };
    let alternates = languages
        .iter()
        .map(|other| link(&format!("alternate\" hreflang=\"{other}"), other))
        .fold(link("canonical", language), |all, one| all + &one);
    let parts = [
        (Mark::Language, in_language(language)),
        (Mark::Title, escaped(quiz.title.as_str())),
        (Mark::Description, escaped(quiz.purpose.as_str())),
        (Mark::Alternates, alternates),
        (Mark::Body, render(view.plain(languages)).await),
    ];
    with_marks(template, &parts)
}
