//! Visits to quizzes.

use libtest_mimic::Trial;
use quiz::Quiz;
use serde_json::Value;

use crate::visitor::{Visitor, choice_of};
use crate::{expected, files, transcript};

pub(crate) fn tests() -> Vec<Trial> {
    let skin = of(files::SKIN, "tests/cases/microneedling");
    let teeth = of("tests/cases/teeth-whitening.json", "tests/cases/teeth-whitening");
    let too_wide_to_search = of("tests/cases/wide.json", "tests/cases/wide");
    [skin, teeth, too_wide_to_search].into_iter().flatten().collect()
}

/// A case is `{"steps": […]}`; a step is `pick <choice> …`, `continue`, `answer <choice> …` for
/// both, `back`, `back to <question>`, or `on` to where the answers lead.
fn of(quiz: &'static str, folder: &'static str) -> Vec<Trial> {
    let visited = move |case: &str| {
        visit(&files::quiz(quiz), &files::value(&format!("{folder}/{case}.json")))
    };
    let mut tests = expected::tests(folder, "txt", files::stems(folder, "json"), visited);
    tests.push(expected::test(&format!("{folder} sees everything"), move || {
        let seen = |case: &String| files::text(&format!("{folder}/{case}.txt"));
        let seen: String = files::stems(folder, "txt").iter().map(seen).collect();
        let mut unseen = items(&files::quiz(quiz));
        unseen.retain(|item| !seen.contains(item));
        assert_eq!(unseen, [""; 0], "{folder} lacks a case");
        Ok(())
    }));
    tests
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
        ["pick", ref choices @ ..] => choices.iter().for_each(|id| pick(visitor, id)),
        ["answer", ref choices @ ..] => {
            choices.iter().for_each(|id| pick(visitor, id));
            visitor.go_on();
        }
        ["continue"] => visitor.go_on(),
        ["back"] => visitor.go_back(),
        ["back", "to", question] => back_to(visitor, question),
        ["on"] => visitor.at = visitor.walk().last(),
        _ => panic!("no such step: {step}"),
    }
}

fn pick(visitor: &mut Visitor, id: &str) {
    let question = visitor.question().unwrap_or_else(|| panic!("no question to pick {id} in"));
    visitor.pick(choice_of(visitor.quiz, question, id));
}

fn back_to(visitor: &mut Visitor, id: &str) {
    let quiz = visitor.quiz;
    while visitor.question().is_none_or(|question| quiz.questions[question].id.as_str() != id) {
        assert!(visitor.at > 0, "{id} was not asked");
        visitor.go_back();
    }
}
