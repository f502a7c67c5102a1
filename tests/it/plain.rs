use quiz::Quiz;
use scraper::{Html, Selector};
use text::{Key, Text};
use view::View;
use yew::Callback;

use crate::files;
use crate::wait::wait_for;

#[test]
fn it_says_everything_that_the_quiz_asks_and_tells() {
    for language in ["en", "es", "ar"] {
        let (quiz, text) = (quiz(language), files::words(language));
        let said = said(&html(&quiz, &text));
        for words in words(&quiz) {
            assert!(said.contains(&flat(&words)), "{language}: {words} is not said");
        }
    }
}

#[test]
fn it_says_what_it_is_and_who_has_reviewed_it() {
    let (quiz, text) = (quiz("en"), files::words("en"));
    let said = said(&html(&quiz, &text));
    let checked = text.fill(Key::Checked, &[("date", &text.date(quiz.checked))]);
    for words in [text.get(Key::NotAdvice), text.get(Key::NotReviewed), &checked] {
        assert!(said.contains(words), "{words}");
    }
    assert!(!said.to_lowercase().contains("suitable"));
}

#[test]
fn whoever_must_not_book_reads_so_before_any_invitation() {
    let (quiz, text) = (quiz("en"), files::words("en"));
    let html = html(&quiz, &text);
    let booking = &quiz.clinic.booking.as_ref().expect("one can book").href;
    assert_eq!(html.matches(booking.as_str()).count(), 1);
    let at = |what: &str| html.find(what).unwrap_or_else(|| panic!("no {what}"));
    let holds = html.rfind("data-caution").expect("cautions");
    assert!(holds < at("please do not book"));
    assert!(at("please do not book") < at("id=\"contact\""));
    assert!(at("id=\"contact\"") < at(booking));
}

#[test]
fn a_rule_names_the_choices_that_speak_for_it() {
    let html = html(&quiz("en"), &files::words("en"));
    let page = Html::parse_document(&html);
    let conditions = |selector: &str| -> Vec<String> {
        let selector = Selector::parse(selector).expect("a selector of this file");
        page.select(&selector).map(|it| flat(&it.text().collect::<String>())).collect()
    };
    assert_eq!(
        conditions("[data-plan=wrinkles-mild] .for"),
        ["How much do you notice the lines? A little"]
    );
    let marks = conditions("[data-caution=dark-marks] .for");
    assert_eq!(marks.len(), 2, "{marks:?}");
    assert_eq!(marks[0].matches(';').count(), 2, "{marks:?}");
}

fn quiz(language: &str) -> Quiz {
    if language == "en" { files::quiz(files::SKIN) } else { files::translated(language) }
}

fn html(quiz: &Quiz, text: &Text) -> String {
    let view = View { quiz, text, on: &Callback::noop(), result: Some(view::result) };
    wait_for(page::render(view.plain(&[])))
}

fn said(html: &str) -> String {
    flat(&Html::parse_document(html).root_element().text().collect::<String>())
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every text of a quiz, but for those that speak to somebody who gave an answer.
fn words(quiz: &Quiz) -> Vec<String> {
    let mut words = [&quiz.title, &quiz.purpose].map(|it| it.as_str().to_owned()).to_vec();
    for question in &quiz.questions {
        words.push(question.title.as_str().to_owned());
        for choice in &question.choices {
            words.push(choice.label.as_str().to_owned());
            words.extend(choice.hint.iter().map(|hint| hint.as_str().to_owned()));
        }
    }
    for ending in &quiz.endings {
        words.extend([&ending.title, &ending.text].map(|text| text.as_str().to_owned()));
    }
    for benefit in &quiz.benefits {
        words.push(benefit.title.as_str().to_owned());
        words.extend([&benefit.may, &benefit.not, &benefit.evidence_text].map(|it| it.plain()));
    }
    for plan in &quiz.plans {
        words.extend(plan.borrowed.iter().chain(&plan.note).map(|it| it.as_str().to_owned()));
    }
    words.extend(quiz.cautions.iter().map(|caution| caution.text.plain()));
    words.extend(quiz.care.iter().map(|care| care.text.plain()));
    words.extend(quiz.ask.iter().chain(&quiz.notes).map(|note| note.text.plain()));
    words.extend(quiz.sources.iter().map(|source| source.title.clone()));
    let clinic = &quiz.clinic;
    let links = clinic.booking.iter().chain(&clinic.contact);
    words.extend(links.map(|link| link.label.as_str().to_owned()));
    words
}
