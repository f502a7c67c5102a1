use check::{Checked, Checker, Environment, File, ProofMode, Severity};
use serde_json::Value;

use crate::checked::{TODAY, picture};
use crate::files;

/// The shipped quiz and its translations, in which a test changes something.
struct Shipped {
    quiz: Value,
    spanish: Value,
    arabic: Value,
}

const SPANISH: &str = "static/data/microneedling.es.json";
const ARABIC: &str = "static/data/microneedling.ar.json";

impl Shipped {
    fn new() -> Self {
        let [quiz, spanish, arabic] = [files::SKIN, SPANISH, ARABIC].map(files::value);
        Self { quiz, spanish, arabic }
    }

    fn check(&self) -> Vec<Checked> {
        let written = |name: &str, value: &Value| File {
            name: name.to_owned(),
            bytes: Ok(value.to_string().into_bytes()),
            wanted: true,
        };
        let read = |name: &str| File {
            name: name.to_owned(),
            bytes: Ok(files::bytes(name)),
            wanted: false,
        };
        let around =
            Environment { today: TODAY, picture: Some(&picture), since: None, folder: false };
        let files = [
            written(files::SKIN, &self.quiz),
            written(SPANISH, &self.spanish),
            written(ARABIC, &self.arabic),
            read("static/data/claims.json"),
            read("static/text/en.json"),
            read("static/text/es.json"),
            read("static/text/ar.json"),
        ];
        Checker::new(&files).check(&around, ProofMode::Run)
    }

    /// What is said of a translation's meaning: where, and what.
    fn said(&self, file: &str) -> Vec<(String, Severity, &'static str)> {
        let checked = self.check();
        let checked = checked.iter().find(|checked| checked.name == file).expect("the file");
        let of_meaning = ["denial", "unit", "number-word", "number", "swapped"];
        let is_it =
            |id: &str| id.strip_prefix("translation/").is_some_and(|it| of_meaning.contains(&it));
        let findings = checked.findings.iter().filter(|finding| is_it(finding.id));
        findings
            .map(|it| (it.at.trim_start_matches("words.").to_owned(), it.severity, it.id))
            .collect()
    }
}

fn swap(file: &mut Value, one: &str, other: &str) {
    let words = &mut file["words"];
    let (first, second) = (words[one].clone(), words[other].clone());
    assert!(first.is_string() && second.is_string(), "{one}, {other}");
    (words[one], words[other]) = (second, first);
}

#[test]
fn the_shipped_translations_say_what_the_quiz_says() {
    let shipped = Shipped::new();
    assert_eq!([shipped.said(SPANISH), shipped.said(ARABIC)], [Vec::new(), Vec::new()]);
}

#[test]
fn texts_that_were_swapped_are_told_and_no_other() {
    let mut untold = Vec::new();
    for (one, other, is_plain) in [
        ("cautions.pregnant.text", "cautions.dark-marks.text", true),
        ("cautions.keloid.text", "cautions.blood-thinners.text", true),
        ("cautions.pregnant.title", "cautions.keloid.title", false),
        ("cautions.sun.title", "cautions.implant.title", false),
        ("questions.health.choices.pregnant.label", "questions.health.choices.immune.label", false),
        ("benefits.acne-scars.may", "benefits.acne-scars.not", false),
        ("notes.vary.text", "notes.risk.text", false),
    ] {
        for (name, is_spanish) in [(SPANISH, true), (ARABIC, false)] {
            let mut shipped = Shipped::new();
            let file = if is_spanish { &mut shipped.spanish } else { &mut shipped.arabic };
            swap(file, one, other);
            let said = shipped.said(name);
            let swapped: Vec<&str> = said
                .iter()
                .filter(|(.., id)| *id == "translation/swapped")
                .map(|(at, ..)| at.as_str())
                .collect();
            if swapped.len() != 2 || !swapped.contains(&one) || !swapped.contains(&other) {
                untold.push(format!("{name} {one}, {other}: {said:?}"));
                continue;
            }
            let has_error = said.iter().any(|(_, severity, id)| {
                *severity == Severity::Error && *id == "translation/swapped"
            });
            let may_be_error = one.starts_with("cautions.");
            assert!(has_error || !is_plain, "{name} {one}: {said:?}");
            assert!(may_be_error || !has_error, "{name} {one}: {said:?}");
        }
    }
    assert_eq!(untold, [""; 0]);
}

#[test]
fn texts_that_went_round_are_told() {
    let mut shipped = Shipped::new();
    swap(&mut shipped.spanish, "cautions.pregnant.text", "cautions.keloid.text");
    swap(&mut shipped.spanish, "cautions.keloid.text", "cautions.rf.text");
    let said = shipped.said(SPANISH);
    for key in ["cautions.pregnant.text", "cautions.keloid.text", "cautions.rf.text"] {
        let is_it =
            |(at, _, id): &(String, Severity, &str)| at == key && *id == "translation/swapped";
        assert!(said.iter().any(is_it), "{key}: {said:?}");
    }
}

#[test]
fn a_hold_that_lost_its_no_is_an_error() {
    for (key, from, to) in [
        ("cautions.pregnant.text", "No te hagas", "Hazte"),
        ("cautions.blood-thinners.text", "Nunca dejes", "Deja"),
        ("cautions.isotretinoin-now.text", "No la dejes", "Déjala"),
    ] {
        let mut shipped = Shipped::new();
        let text = shipped.spanish["words"][key].as_str().expect("a text").replacen(from, to, 1);
        assert!(text.contains(to), "{text}");
        shipped.spanish["words"][key] = text.into();
        let said = shipped.said(SPANISH);
        assert!(
            said.len() == 1 && said[0].0 == key && said[0].2 == "translation/denial",
            "{said:?}"
        );
        assert_eq!(said[0].1 == Severity::Error, to != "Deja", "{said:?}");
    }
}

/// A figure is wrong in one of three files: the two that agree are believed.
#[test]
fn where_a_figure_differs_it_is_said_which_was_changed() {
    let help = |shipped: &Shipped, file: &str| -> Vec<String> {
        let checked = shipped.check();
        let checked = checked.iter().find(|checked| checked.name == file).expect("the file");
        let findings = checked.findings.iter().filter(|it| it.id == "translation/number");
        findings.map(|it| format!("{} {}", it.found, it.help)).collect()
    };
    let key = "care.makeup.figures.wait.text";
    let mut shipped = Shipped::new();
    let cares = shipped.quiz["care"].as_array_mut().expect("a list");
    let makeup = cares.iter_mut().find(|it| it["id"] == "makeup").expect("makeup");
    makeup["figures"][0]["words"]["text"] = "48 hours".into();
    let told = help(&shipped, SPANISH);
    assert_eq!(
        told,
        ["has 24, but the quiz has 48 there. The quiz was probably changed \
        (microneedling.ar.json has 24 too). If its figure is right, write it here too, in digits."]
    );
    let mut shipped = Shipped::new();
    shipped.spanish["words"][key] = "48 horas".into();
    let told = help(&shipped, SPANISH);
    assert_eq!(
        told,
        ["has 48, but the quiz has 24 there. The translation was probably changed \
        (microneedling.ar.json has 24, as the quiz has). Write the number of the quiz, in digits."]
    );
    shipped.arabic["words"][key] = "72 ساعة".into();
    shipped.spanish["reviewed"] = serde_json::json!({"by": "A. Example", "on": "2026-11-01"});
    shipped.quiz["version"] = "2026-11-20".into();
    assert!(
        help(&shipped, SPANISH)[0].contains("it was edited after the translation was reviewed")
    );
    shipped.spanish["reviewed"] = Value::Null;
    assert!(help(&shipped, SPANISH)[0].contains("Look up in the source which is right"));
}

/// Checks the shipped quiz alone, with a Spanish caution that lost its "not" in a file of this name.
fn beside(name: &str, about: &str) -> Vec<(String, usize)> {
    let shipped = Shipped::new();
    let mut spanish = shipped.spanish;
    let text = &mut spanish["words"]["cautions.pregnant.text"];
    *text = text.as_str().expect("a text").replacen("No te hagas", "Hazte", 1).into();
    spanish["quiz"] = about.into();
    let file = |name: &str, value: &Value, wanted| File {
        name: name.to_owned(),
        bytes: Ok(value.to_string().into_bytes()),
        wanted,
    };
    let claims = files::value("static/data/claims.json");
    let files = [
        file(files::SKIN, &shipped.quiz, true),
        file("static/data/claims.json", &claims, false),
        file(name, &spanish, false),
    ];
    let around = Environment { today: TODAY, picture: Some(&picture), since: None, folder: false };
    let checked = Checker::new(&files).check(&around, ProofMode::Skip);
    let others = checked.iter().filter(|it| it.name != files::SKIN);
    others.map(|it| (it.name.clone(), it.errors().count())).collect()
}

#[test]
fn those_beside_a_quiz_are_checked_with_it() {
    let told = beside(SPANISH, "microneedling");
    assert!(matches!(&told[..], [(name, 1..)] if name == SPANISH), "{told:?}");
    let told = beside(SPANISH, "mistyped");
    assert!(matches!(&told[..], [(name, 1..)] if name == SPANISH), "{told:?}");
    assert_eq!(beside("static/data/other.es.json", "other"), []);
    assert_eq!(beside("elsewhere/microneedling.es.json", "microneedling"), []);
}
