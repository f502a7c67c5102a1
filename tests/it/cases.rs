use quiz::Quiz;
use serde_json::Value;

use crate::visitor::Visitor;
use crate::{expected, files, transcript};

const TEETH: &str = "tests/cases/teeth-whitening.json";

#[test]
fn microneedling() {
    check(files::SKIN, "tests/cases/microneedling");
}

#[test]
fn teeth_whitening() {
    check(TEETH, "tests/cases/teeth-whitening");
}

#[test]
fn a_question_too_wide_to_search() {
    check("tests/cases/wide.json", "tests/cases/wide");
}

/// A case is `{"steps": […]}`; a step is `pick <choice> …`, `continue`, `answer <choice> …` for
/// both, `back`, `back to <question>`, or `on` to where the answers lead. Some case sees every
/// caution, benefit, plan and ending of the quiz.
fn check(quiz: &str, folder: &str) {
    let quiz = files::quiz(quiz);
    let found: Vec<(String, String)> = files::stems(folder, "json")
        .into_iter()
        .map(|case| {
            let file = files::value(&format!("{folder}/{case}.json"));
            (case, visit(&quiz, &file))
        })
        .collect();
    let seen: String = found.iter().map(|(_, seen)| seen.as_str()).collect();
    let unseen: Vec<String> =
        items(&quiz).into_iter().filter(|item| !seen.contains(item)).collect();
    assert_eq!(unseen, [""; 0], "{folder} lacks a case");
    expected::check(folder, "txt", &found);
}

/// Every caution, benefit, plan and ending, as a transcript begins or ends its line.
fn items(quiz: &Quiz) -> Vec<String> {
    let cautions = quiz.cautions.iter().map(|item| format!(" {}, because ", item.id.as_str()));
    let benefits = quiz.benefits.iter().map(|item| format!("evidence, {},", item.id.as_str()));
    let plans = quiz.plans.iter().map(|item| format!("\nplan {},", item.id.as_str()));
    let endings = quiz.endings.iter().map(|item| format!("\nending {}\n", item.id.as_str()));
    cautions.chain(benefits).chain(plans).chain(endings).collect()
}

fn visit(quiz: &Quiz, case: &Value) -> String {
    let mut visitor = Visitor::new(quiz);
    let mut seen = transcript::screen(quiz, &visitor.walk(), visitor.at);
    for step in case["steps"].as_array().expect("a case has steps") {
        let step = step.as_str().expect("a step is a text");
        take(&mut visitor, step);
        seen += &format!("> {step}\n{}", transcript::screen(quiz, &visitor.walk(), visitor.at));
    }
    seen
}

fn take(visitor: &mut Visitor, step: &str) {
    let words: Vec<&str> = step.split_whitespace().collect();
    match words[..] {
        ["pick", ref choices @ ..] => choices.iter().for_each(|id| visitor.pick_id(id)),
        ["answer", ref choices @ ..] => {
            choices.iter().for_each(|id| visitor.pick_id(id));
            visitor.go_on();
        }
        ["continue"] => visitor.go_on(),
        ["back"] => visitor.go_back(),
        ["back", "to", question] => back_to(visitor, question),
        ["on"] => visitor.at = visitor.walk().last(),
        _ => panic!("no such step: {step}"),
    }
}

fn back_to(visitor: &mut Visitor, id: &str) {
    let quiz = visitor.quiz;
    while visitor.question().is_none_or(|question| quiz.questions[question].id.as_str() != id) {
        assert!(visitor.at > 0, "{id} was not asked");
        visitor.go_back();
    }
}
