//! What a review covers: which edits end it, and which leave it as it is.

use data::{Digest, Node, TextDigest};
use serde_json::{Value, json};

use crate::files;

const QUIZ: &str = "tests/problems/base/quiz.json";

fn quiz() -> Value {
    serde_json::from_str(&files::text(QUIZ)).expect("JSON")
}

fn node(value: &Value) -> Node {
    check::node(value.to_string().as_bytes()).expect("a data file")
}

fn digest(value: &Value) -> Digest {
    Digest::of_quiz(&node(value))
}

/// The quiz with a value at a place, given as a JSON pointer.
fn with(pointer: &str, to: Value) -> Value {
    let mut edited = quiz();
    let (parent, field) = pointer.rsplit_once('/').expect("a pointer");
    let parent = edited.pointer_mut(parent).unwrap_or_else(|| panic!("{pointer}"));
    match field.parse::<usize>() {
        Ok(index) => parent[index] = to,
        Err(_) => parent[field] = to,
    }
    edited
}

#[test]
fn words_figures_rules_and_sources_are_covered() {
    let edits = [
        ("/words/title", json!("What can it do?")),
        ("/words/facts/0", json!("About two minutes")),
        ("/words/facts", json!(["For adults", "About a minute"])),
        ("/clinic/booking/words/label", json!("Book, half price")),
        ("/questions/0/kind", json!("one")),
        ("/questions/1/when", json!(null)),
        ("/questions/2/choices/0/words/label", json!("Pregnant or breastfeeding")),
        ("/questions/2/choices/0/words/hint", json!("Or trying")),
        ("/questions/2/choices/0/exclusive", json!(true)),
        ("/cautions/0/level", json!("ask")),
        ("/cautions/0/when", json!({"picked": "health.allergy"})),
        ("/cautions/0/when", json!({"not": {"picked": "health.pregnant"}})),
        ("/cautions/0/sources", json!([])),
        ("/cautions", json!([])),
        (
            "/endings",
            json!([{"id": "a", "when": {"picked": "health.pregnant"}, "words": {"title": "a", "text": "b"}}]),
        ),
        ("/benefits/0/evidence", json!("strong")),
        ("/benefits/0/figures/0/words/text", json!("200 people")),
        ("/plans/1/sessions", json!([3, 5])),
        ("/plans/1/sessions", json!([4, 3])),
        ("/plans/0/rednessMaxDays", json!(0)),
        ("/sources/0/link", json!("https://doi.org/10.1000/2")),
        ("/sources/0/unconfirmed", json!(true)),
        ("/accepted", json!([{"warning": "words/hard", "because": "It is a name."}])),
        ("/language", json!("en-GB")),
        ("/id", json!("other")),
    ];
    for (at, to) in edits {
        let edited = with(at, to);
        assert_ne!(digest(&edited), digest(&quiz()), "{at}");
    }
}

#[test]
fn the_clinic_its_links_looks_and_days_are_not_covered() {
    let edits = [
        ("/clinic/name", json!("Another clinic")),
        ("/clinic/booking/link", json!("https://clinic.example/other")),
        ("/clinic/contact/link", json!("tel:+15550101")),
        ("/questions/0/choices/0/picture", json!("pictures/other.svg")),
        ("/questions/0/choices/0/swatch", json!("#aabbcc")),
        ("/version", json!("2026-11-20")),
        ("/checked", json!("2026-11-20")),
        ("/reviewed", json!(null)),
        ("/$schema", json!("quiz.schema.json")),
        ("/languages", json!([{"language": "en", "name": "English"}])),
    ];
    for (at, to) in edits {
        let edited = with(at, to);
        assert_eq!(digest(&edited), digest(&quiz()), "{at}");
    }
}

#[test]
fn it_is_the_same_however_the_file_is_written() {
    let plain = quiz();
    assert_eq!(Digest::of_quiz(&files::node(QUIZ)), digest(&plain), "other spaces");
    let Value::Object(fields) = plain.clone() else { panic!("an object") };
    let turned: Vec<String> =
        fields.iter().rev().map(|(name, value)| format!("{name:?}: {value}")).collect();
    let turned = format!("{{{}}}", turned.join(", "));
    let turned = check::node(turned.as_bytes()).expect("JSON");
    assert_eq!(Digest::of_quiz(&turned), digest(&plain), "another order of fields");
    for (at, to) in [
        ("/questions/0/choices/0/exclusive", json!(false)),
        ("/questions/0/when", json!(null)),
        ("/cautions/0/figures", json!([])),
    ] {
        assert_eq!(digest(&with(at, to)), digest(&plain), "{at} is written out");
    }
}

/// What was signed stays signed with the next release.
#[test]
fn digests_stay_what_they_are() {
    assert_eq!(digest(&quiz()).to_string(), "1db3e327e3bc8ba2");
    assert_eq!(TextDigest::of("See a clinician first.").to_string(), "361c4cd2");
}

fn signed(quiz: &Value) -> Value {
    let mut signed = quiz.clone();
    let digest = digest(quiz).to_string();
    signed["reviewed"] = json!({"by": "Dr A. Example", "on": "2026-11-10", "digest": digest});
    signed
}

fn is_shown_as_reviewed(quiz: &Value) -> bool {
    data::quiz(&node(quiz)).expect("a quiz").reviewed.is_some()
}

#[test]
fn visitors_read_a_name_only_over_what_was_signed() {
    let mut quiz = signed(&quiz());
    assert!(is_shown_as_reviewed(&quiz));
    quiz["clinic"]["contact"]["link"] = json!("tel:+15550199");
    assert!(is_shown_as_reviewed(&quiz), "a new telephone number");
    quiz["cautions"][0]["words"]["text"] = json!("Ask first.");
    assert!(!is_shown_as_reviewed(&quiz), "a word was edited");
    quiz["cautions"][0]["words"]["text"] = json!("See a clinician first.");
    assert!(is_shown_as_reviewed(&quiz), "and written again as it was");
    for written in [json!(null), json!(""), json!("0"), json!("0123456789abcdef")] {
        quiz["reviewed"]["digest"] = written.clone();
        assert!(!is_shown_as_reviewed(&quiz), "{written}");
    }
}

fn translation(words: &Value, from: &Value) -> Value {
    json!({"format": 1, "quiz": "test", "language": "es", "reviewed": null, "words": words,
        "translatedFrom": from})
}

#[test]
fn a_translation_is_reviewed_with_its_quiz() {
    let (quiz, words) = (quiz(), json!({"cautions.pregnant.text": "Pregunta a un médico."}));
    let mut spanish = translation(&words, &json!({}));
    let digest = Digest::of_translation(digest(&quiz), &node(&spanish)).to_string();
    spanish["reviewed"] = json!({"by": "A. Example", "on": "2026-11-10", "digest": digest});
    let is_reviewed = |quiz: &Value, spanish: &Value| {
        let translated = data::translated(node(quiz), &node(spanish)).expect("a quiz");
        translated.translation.as_ref().is_some_and(|it| it.reviewed)
    };
    assert!(is_reviewed(&quiz, &spanish));
    assert!(!is_reviewed(&with("/cautions/0/level", json!("ask")), &spanish), "the quiz changed");
    spanish["translatedFrom"] = json!({"cautions.pregnant.text": "12345678"});
    assert!(is_reviewed(&quiz, &spanish), "what it was made from is no word of it");
    spanish["words"]["cautions.pregnant.text"] = json!("Ven cuando quieras.");
    assert!(!is_reviewed(&quiz, &spanish), "the translation changed");
}

#[test]
fn a_text_of_safety_that_changed_is_shown_as_it_is_now() {
    let words = json!({
        "cautions.pregnant.title": "Espera un poco",
        "questions.health.title": "¿Qué es cierto?",
        "benefits.pores.title": "Poros más suaves",
    });
    let of = |text: &str| TextDigest::of(text).to_string();
    let shown = |from: &Value| {
        let spanish = node(&translation(&words, from));
        let quiz = data::translated(node(&quiz()), &spanish).expect("a quiz");
        [
            quiz.cautions[0].title.as_str().to_owned(),
            quiz.questions[2].title.as_str().to_owned(),
            quiz.benefits[0].title.as_str().to_owned(),
        ]
    };
    let spanish = ["Espera un poco", "¿Qué es cierto?", "Poros más suaves"];
    assert_eq!(shown(&json!({})), spanish, "it is not known what they were made from");
    let current = json!({
        "cautions.pregnant.title": of("Wait until later"),
        "questions.health.title": of("Which of these are true?"),
        "benefits.pores.title": of("Softer pores"),
    });
    assert_eq!(shown(&current), spanish);
    let old = json!({
        "cautions.pregnant.title": of("Wait a little"),
        "questions.health.title": of("Which of these is true?"),
        "benefits.pores.title": of("Soft pores"),
    });
    let english = ["Wait until later", "Which of these are true?", "Poros más suaves"];
    assert_eq!(shown(&old), english);
}
