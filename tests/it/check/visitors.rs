use check::{Checked, Environment, File};

use crate::checked::{BESIDE, TODAY, picture};
use crate::files;

const QUIZ: &str = "site/data/test.json";
const VISITORS: &str = "tests/problems/persona/shown.json";

/// Checks the quiz that is whole, with visitors who see what they must not; only its findings are asked
/// for.
fn with(visitors: &[&str]) -> Vec<Checked> {
    let file = |name: &str, from: &str, wanted| File {
        name: name.to_owned(),
        bytes: Ok(files::bytes(from)),
        wanted,
    };
    let beside = BESIDE[1..].iter().map(|name| file(name, name, false));
    let visitors = visitors.iter().map(|name| file(name, VISITORS, false));
    let all: Vec<File> =
        [file(QUIZ, BESIDE[0], true)].into_iter().chain(beside).chain(visitors).collect();
    let around = Environment { today: TODAY, picture: Some(&picture), since: None, folder: true };
    check::check(&all, &around)
}

fn ids(checked: &[Checked]) -> Vec<(&str, &str)> {
    let ids = |file: &'_ Checked| {
        let ids = file.findings.iter().map(|it| it.id);
        ids.filter(|id| *id != "review/no-digest").collect::<Vec<_>>()
    };
    checked
        .iter()
        .flat_map(|file| ids(file).into_iter().map(|id| (file.name.as_str(), id)))
        .collect()
}

#[test]
fn they_are_sent_through_a_quiz_that_is_checked_alone() {
    let checked = with(&["site/data/test.personas.json"]);
    assert_eq!(ids(&checked), [("site/data/test.personas.json", "persona/shown")]);
    assert!(!checked.iter().all(Checked::passes));
}

#[test]
fn those_of_another_folder_are_sent_where_there_are_no_others() {
    let elsewhere = "static/data/test.personas.json";
    assert_eq!(ids(&with(&[elsewhere])), [(elsewhere, "persona/shown")]);
    let beside = "site/data/any.personas.json";
    assert_eq!(ids(&with(&[elsewhere, beside])), [(beside, "persona/shown")]);
}

#[test]
fn a_quiz_without_any_says_so() {
    assert_eq!(ids(&with(&[])), [(QUIZ, "persona/no-file")]);
}
