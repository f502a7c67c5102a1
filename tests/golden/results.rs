//! The result of a visit as text, in each language.

use libtest_mimic::Trial;
use quiz::{Answers, Outcome, Walk};

use crate::visitor::pick_of;
use crate::{expected, files};

/// Answers that give every kind of line of a result as text.
const ANSWERS: &str = "concerns.wrinkles concerns.pores wrinkles-look.mild pores-look.moderate sun.type-5 \
     marks.easily area.face age.22-plus skin-today.infection medicines.none health.none habits.sun";

pub(crate) fn tests() -> Vec<Trial> {
    expected::tests("tests/languages", "txt", ["ar", "en", "es"].map(str::to_owned).to_vec(), texts)
}

/// The result of a visit as text, whole and then in short.
fn texts(language: &str) -> String {
    let quiz =
        if language == "en" { files::quiz(files::SKIN) } else { files::translated(language) };
    let answers = ANSWERS.split_whitespace().fold(Answers::none(&quiz), |answers, name| {
        let pick = pick_of(&quiz, name);
        answers.after(&quiz, pick.question, pick.choice)
    });
    let walk = Walk::new(&quiz, &answers);
    let (outcome, words) = (Outcome::new(&quiz, walk.counted()), files::words(language));
    [text::summary(&quiz, &outcome, &words), text::short(&quiz, &outcome, &words)].join("\n---\n")
}
