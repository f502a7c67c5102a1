use skin_quiz::data::{self, Node, Problem};
use skin_quiz::text::Text;

use crate::{expected, files};

#[test]
fn of_quizzes() {
    check("tests/problems/quiz", |file| data::quiz(file).map(drop));
}

#[test]
fn of_texts() {
    check("tests/problems/text", |file| Text::new(file).map(drop));
}

fn check(folder: &str, read: fn(&Node) -> Result<(), Vec<Problem>>) {
    let found: Vec<(String, String)> = files::stems(folder, "json")
        .into_iter()
        .map(|mistake| {
            let file = files::node(&format!("{folder}/{mistake}.json"));
            let problems = read(&file).expect_err(&mistake);
            (mistake, problems.iter().map(|problem| format!("{problem}\n")).collect())
        })
        .collect();
    expected::check(folder, "txt", &found);
}
