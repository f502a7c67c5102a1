//! `check sign` writes a review, and says why where it does not.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
const QUIZ: &str = "static/data/test.json";
const SPANISH: &str = "static/data/test.es.json";
const NAME: &str = "Dr B. Example, dermatologist";

/// A folder with the quiz that is whole, the wording rules and the words of the interface.
struct Site(PathBuf);

impl Site {
    fn new(name: &str) -> Self {
        let site = Self(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name));
        let _ = fs::remove_dir_all(&site.0);
        let quiz = from("tests/problems/base/quiz.json");
        site.write(QUIZ, &quiz.replace("\"2026-11-", "\"2021-11-"));
        site.write("static/pictures/pores.svg", "<svg/>");
        for name in ["static/data/claims.json", "static/text/en.json"] {
            site.write(name, &from(name));
        }
        site
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).expect("a file")
    }

    fn edit(&self, name: &str, from: &str, to: &str) {
        let text = self.read(name);
        assert!(text.contains(from), "{from}");
        self.write(name, &text.replacen(from, to, 1));
    }

    /// How it ended, and what was said.
    fn sign(&self, file: &str, by: &str) -> (i32, String) {
        let mut check = Command::new(env!("CARGO_BIN_EXE_check"));
        let check = check.args(["sign", file, "--by", by]).current_dir(&self.0);
        let output = check.output().expect("the check");
        let said = String::from_utf8(output.stderr).expect("a text");
        (output.status.code().expect("a code"), said)
    }

    fn signs(&self, file: &str, by: &str) -> String {
        let (code, said) = self.sign(file, by);
        assert_eq!(code, 0, "{said}");
        said
    }

    /// What is said where nothing is signed.
    fn refuses(&self, file: &str, by: &str, ends: i32) -> String {
        let before = fs::read(self.0.join(file)).ok();
        let (code, said) = self.sign(file, by);
        assert_eq!(code, ends, "{said}");
        assert_eq!(fs::read(self.0.join(file)).ok(), before);
        said
    }
}

fn from(name: &str) -> String {
    fs::read_to_string(Path::new(ROOT).join(name)).expect("a file")
}

fn says(said: &str, all: &[&str]) {
    for part in all {
        assert!(said.contains(part), "no {part:?} in: {said}");
    }
}

#[test]
fn it_says_what_it_wrote() {
    let site = Site::new("written");
    let said = site.signs(QUIZ, NAME);
    says(
        &said,
        &[
            "is signed by Dr B. Example, dermatologist",
            "Its \"version\" is now the day of signing",
            "it was \"2021-11-05\"",
            "takes the place of one by Dr A. Example, dermatologist",
            " remain: check static/data/test.json",
        ],
    );
    let again = site.signs(QUIZ, NAME);
    assert!(!again.contains("\"version\"") && !again.contains("the place of"), "{again}");
}

#[test]
fn a_name_that_the_check_refuses_is_not_signed() {
    let site = Site::new("names");
    for by in ["", "TODO", "x", "   ", "Dr", "Dr Name"] {
        says(&site.refuses(QUIZ, by, 2), &["does not say who it was"]);
    }
}

#[test]
fn what_is_wrong_with_a_review_keeps_nobody_from_signing_anew() {
    let site = Site::new("anew");
    for (was, is) in [("Dr A. Example, dermatologist", "TODO"), ("2021-11-10", "2999-11-10")] {
        site.edit(QUIZ, was, is);
    }
    says(&site.signs(QUIZ, NAME), &["takes the place of one by TODO"]);
}

#[test]
fn errors_are_counted_and_the_first_is_said() {
    let site = Site::new("errors");
    site.edit(QUIZ, "\"picked\": \"health.pregnant\"", "\"picked\": \"health.pregnan\"");
    site.edit(QUIZ, "\"kind\": \"one\"", "\"kind\": \"ones\"");
    says(
        &site.refuses(QUIZ, NAME, 1),
        &[
            "static/data/test.json is not signed, for 2 errors. The first, in static/data/test.json:",
            "[shape/unknown-word] question \"How noticeable are your acne scars?\"",
            "To see all of it: check static/data/test.json",
        ],
    );
    site.write(QUIZ, "{");
    says(&site.refuses(QUIZ, NAME, 1), &["[json/unclosed]"]);
}

#[test]
fn only_a_quiz_or_a_translation_is_signed() {
    let site = Site::new("others");
    site.write(
        "static/data/test.personas.json",
        "{\"format\": 1, \"quiz\": \"test\", \"personas\": []}",
    );
    for (file, what) in [
        ("static/data/test.personas.json", "has test visitors: only a quiz or a translation"),
        ("static/data/claims.json", "has wording rules: only a quiz or a translation"),
        ("static/text/en.json", "has words of the interface: only a quiz or a translation"),
        ("static/data/none.json", "there is no file static/data/none.json"),
    ] {
        says(&site.refuses(file, NAME, 2), &[what]);
    }
    says(&site.refuses(QUIZ, NAME, 1), &["[persona/none]", "in static/data/test.personas.json"]);
}

#[test]
fn errors_of_a_translation_are_said_and_keep_nobody_from_signing_the_quiz() {
    let site = Site::new("translated");
    let words =
        "{\"cautions.pregnant.text\": \"Consulta antes.\", \"cautions.other.text\": \"No.\"}";
    let file =
        "{\"format\": 1, \"quiz\": \"test\", \"language\": \"es\", \"reviewed\": null, \"words\": ";
    site.write(SPANISH, &format!("{file}{words}}}\n"));
    says(&site.signs(QUIZ, NAME), &["static/data/test.es.json, a translation of it, has 1 error."]);
    says(&site.refuses(SPANISH, NAME, 1), &["[translation/unknown]"]);
    site.edit(SPANISH, ", \"cautions.other.text\": \"No.\"", "");
    says(&site.signs(SPANISH, NAME), &["test.es.json is signed by Dr B. Example"]);
}
