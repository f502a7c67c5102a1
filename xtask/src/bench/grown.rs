use anyhow::{Context, Result};
use serde_json::{Value, json};

const SYLLABLES: [&str; 16] = [
    "an", "ber", "co", "den", "el", "fo", "gar", "hin", "is", "ka", "lor", "mi", "no", "per", "ru",
    "sta",
];

/// A quiz whose questions are asked over and over until there are so many, each in other words, for
/// the same ones would cost no bytes. Rules stay with the first ones.
///
/// # Errors
///
/// If the text is not a quiz with questions.
pub(crate) fn of(quiz: &str, count: usize) -> Result<String> {
    let mut quiz: Value = serde_json::from_str(quiz)?;
    let questions = quiz["questions"].as_array().filter(|all| !all.is_empty());
    let questions = questions.context("the quiz asks nothing")?;
    let mut seed = 1;
    let numbered = |(index, question): (usize, &Value)| {
        let number = index + 1;
        let mut question = question.clone();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        if index >= questions.len() {
            question["id"] = json!(format!("{}-{number}", text(&question["id"])));
        }
        let title = format!("{number}. {}", text(&question["words"]["title"]));
        question["words"]["title"] = json!(title);
        question["words"]["hint"] = json!(said(&mut seed, 6));
        for choice in question["choices"].as_array_mut().into_iter().flatten() {
            let label = format!("{} {}", text(&choice["words"]["label"]), said(&mut seed, 2));
            choice["words"]["label"] = json!(label);
        }
        question
    };
    let grown: Vec<Value> =
        questions.iter().cycle().take(count).enumerate().map(numbered).collect();
    quiz["questions"] = json!(grown);
    Ok(serde_json::to_string_pretty(&quiz)?)
}

/// So many words that mean nothing.
fn said(seed: &mut u64, count: usize) -> String {
    let mut syllable = || {
        *seed =
            seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        SYLLABLES[usize::try_from(*seed >> 60).unwrap_or_default()]
    };
    (0..count).map(|_| [syllable(), syllable()].concat()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_question_has_an_id_and_a_title_of_its_own() {
        let five = include_str!("../../../tests/cases/five.json");
        let grown: Value = serde_json::from_str(&of(five, 12).expect("a quiz")).expect("JSON");
        let questions = grown["questions"].as_array().expect("questions");
        let of_all = |get: fn(&Value) -> &Value| {
            questions.iter().map(|question| get(question).to_string()).collect::<BTreeSet<_>>()
        };
        assert_eq!(questions.len(), 12);
        assert_eq!(of_all(|question| &question["id"]).len(), 12);
        assert_eq!(of_all(|question| &question["words"]["title"]).len(), 12);
        assert_eq!(
            (&questions[0]["id"], &questions[5]["id"]),
            (&json!("concerns"), &json!("concerns-6"))
        );
        assert_eq!(questions[5]["choices"][0]["id"], questions[0]["choices"][0]["id"]);
        assert_ne!(questions[5]["choices"], questions[0]["choices"]);
        assert!(of("{\"questions\": []}", 5).is_err());
    }
}
