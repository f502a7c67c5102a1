/// Plural forms, lists, dates and the result as text.
mod words;

use quiz::{Piece, Prose, Quiz, Words};
use serde_json::{Map, Value, json};

use crate::files;

#[test]
fn what_a_translation_has_is_shown_and_what_it_lacks_is_marked() {
    let quiz = translated(json!({
        "title": "Título",
        "facts.2": "Dos",
        "clinic.booking.label": "Reservar",
        "questions.concerns.choices.pores.label": "Poros",
        "care.time.text": "Dura {needling}.",
        "care.makeup.figures.wait.text": "24 horas",
    }));
    assert_eq!(shown(&quiz.title), ("Título", false));
    assert_eq!(shown(&quiz.facts[0]), ("About two minutes", true));
    assert_eq!(shown(&quiz.facts[1]), ("Dos", false));
    let booking = quiz.clinic.booking.as_ref().expect("one can book");
    assert_eq!(shown(&booking.label), ("Reservar", false));
    let pores = &quiz.questions[0].choices[3];
    assert_eq!(shown(&pores.label), ("Poros", false));
    assert_eq!(shown(&pores.short), ("large pores", true));
    assert_eq!(marks(care(&quiz, "time")), (false, vec![("10 to 30 minutes", true)]));
    assert_eq!(marks(care(&quiz, "makeup")), (true, vec![("24 horas", false)]));
    assert_eq!((quiz.shown_language(), quiz.language.as_str()), ("es", "en"));
}

#[test]
fn unknown_keys_and_empty_words_are_passed_over() {
    let quiz = translated(json!({
        "nothing.of.the.kind": "Nada", "words.title": "Nada", "id": "nada",
        "title": "", "purpose": 7, "questions.1.title": "Nada",
    }));
    assert!(!format!("{quiz:?}").to_lowercase().contains("nada"));
    assert_eq!(shown(&quiz.title), ("What could microneedling do for your skin?", true));
    assert!(quiz.purpose.is_untranslated());
}

#[test]
fn a_quiz_in_its_own_language_marks_nothing() {
    let quiz = files::quiz(files::SKIN);
    assert_eq!(untranslated(&quiz), 0);
    assert!(quiz.translation.is_none());
}

#[test]
fn the_translations_are_whole() {
    for language in ["es", "ar"] {
        let quiz = files::translated(language);
        assert_eq!(untranslated(&quiz), 0, "{language}");
        let translation = quiz.translation.as_ref().expect("it is translated");
        assert!(!translation.reviewed, "{language}");
    }
}

#[test]
fn the_quizs_own_language_stands_first_of_those_to_choose() {
    let tags = |file: &Value| -> Vec<String> {
        let node = serde_json::from_value(file.clone()).expect("any JSON is a node");
        let quiz = data::quiz(&node).unwrap_or_else(|problems| panic!("{problems:#?}"));
        quiz.languages.iter().map(|language| language.tag.clone()).collect()
    };
    let mut file = files::value(files::SKIN);
    assert_eq!(tags(&file), ["en", "es", "ar"]);
    let language = |tag| json!({"language": tag, "name": tag});
    file["languages"] = json!([language("es"), language("ar"), language("en")]);
    assert_eq!(tags(&file), ["en", "es", "ar"]);
    file["languages"] = json!([language("es")]);
    assert_eq!(tags(&file), ["en", "es"]);
    file["languages"] = json!([language("en")]);
    assert_eq!(tags(&file), [""; 0]);
}

#[test]
fn a_translation_of_something_else_does_not_fit() {
    let place = |field: &str, value: Value| {
        let mut file = overlay(json!({}));
        file[field] = value;
        let file = serde_json::from_value(file).expect("any JSON is a node");
        let read = data::translated(files::node(files::SKIN), &file);
        format!("{:?}", read.expect_err("it does not fit"))
    };
    for (field, value) in [
        ("format", json!(2)),
        ("format", json!("1")),
        ("quiz", json!("teeth-whitening")),
        ("language", json!(null)),
        ("words", json!("words")),
    ] {
        let told = place(field, value.clone());
        assert!(told.contains("is no translation of this quiz"), "{field}: {value}: {told}");
    }
    let unknown = place("words", json!({"care.time.text": "Dura {duración}."}));
    assert!(unknown.contains("{duración}"), "{unknown}");
}

/// A translation of the purpose, of half of the other words, and not of the title.
pub(crate) fn translation(file: &Value) -> Value {
    let mut texts = Vec::new();
    collect(file, "", false, &mut texts);
    let words = texts.iter().enumerate().filter(|(index, (key, _))| match key.as_str() {
        "purpose" => true,
        "title" => false,
        _ => index % 2 == 0,
    });
    let words: Map<String, Value> =
        words.map(|(_, (key, text))| (key.clone(), json!(format!("· {text}")))).collect();
    json!({"format": 1, "quiz": file["id"], "language": "eo", "words": words})
}

fn collect(value: &Value, key: &str, words: bool, into: &mut Vec<(String, String)>) {
    let below = |name: &str| format!("{key}.{name}").trim_start_matches('.').to_owned();
    match value {
        Value::String(text) if words => into.push((key.to_owned(), text.clone())),
        Value::Array(entries) => {
            for (index, entry) in entries.iter().enumerate() {
                let number = (index + 1).to_string();
                collect(entry, &below(entry["id"].as_str().unwrap_or(&number)), words, into);
            }
        }
        Value::Object(fields) => {
            for (name, value) in fields {
                let key = if name == "words" { key.to_owned() } else { below(name) };
                collect(value, &key, words || name == "words", into);
            }
        }
        _ => {}
    }
}

fn translated(words: Value) -> Quiz {
    let file = serde_json::from_value(overlay(words)).expect("any JSON is a node");
    let quiz = data::translated(files::node(files::SKIN), &file);
    quiz.unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn overlay(words: Value) -> Value {
    json!({"format": 1, "quiz": "microneedling", "language": "es", "reviewed": null, "words": words})
}

/// How many texts are marked as untranslated.
fn untranslated(quiz: &Quiz) -> usize {
    format!("{quiz:?}").matches("untranslated: true").count()
}

fn shown(words: &Words) -> (&str, bool) {
    (words.as_str(), words.is_untranslated())
}

fn care<'q>(quiz: &'q Quiz, id: &str) -> &'q Prose {
    let care = quiz.care.iter().find(|care| care.id.as_str() == id);
    &care.expect("the quiz has it").text
}

fn marks(prose: &Prose) -> (bool, Vec<(&str, bool)>) {
    let figures = prose.pieces().iter().filter_map(|piece| match piece {
        Piece::Figure(figure) => Some(shown(&figure.text)),
        Piece::Words(_) => None,
    });
    (prose.is_untranslated(), figures.collect())
}
