use anyhow::{Context, Result};
use serde_json::{Value, json};

/// A quiz whose questions are asked over and over until there are so many.
///
/// # Errors
///
/// If the text is not a quiz with questions.
pub(crate) fn of(quiz: &str, count: usize) -> Result<String> {
    let mut quiz: Value = serde_json::from_str(quiz)?;
    let questions = quiz["questions"].as_array().filter(|all| !all.is_empty());
    let questions = questions.context("the quiz asks nothing")?;
    let numbered = |(index, question): (usize, &Value)| {
        let number = index + 1;
        let mut question = question.clone();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        question["id"] = json!(format!("{}-{number}", text(&question["id"])));
        let title = format!("{number}. {}", text(&question["words"]["title"]));
        question["words"]["title"] = json!(title);
        question
    };
    let grown: Vec<Value> =
        questions.iter().cycle().take(count).enumerate().map(numbered).collect();
    quiz["questions"] = json!(grown);
    Ok(serde_json::to_string_pretty(&quiz)?)
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
        assert_eq!(questions[5]["choices"], questions[0]["choices"]);
        assert!(of("{\"questions\": []}", 5).is_err());
    }
}
