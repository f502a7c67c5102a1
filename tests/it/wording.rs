use std::collections::BTreeSet;

use check::{Checked, Checker, Environment, File, ProofMode};
use serde_json::{Value, json};

use crate::checked::{BESIDE, TODAY, picture};
use crate::files;

/// Sentences of the trials.
mod trials;

/// Where the sentences stand: `tests/wording/HALF/LANGUAGE/honest.txt` and `misleading.txt`.
const CORPUS: &str = "tests/wording";

/// The page with the table.
const PAGE: &str = "docs/wording.md";

const LANGUAGES: [&str; 3] = ["en", "es", "ar"];

/// So many in a hundred may be told wrongly.
const MOST: usize = 5;

/// So many sentences are checked in one file, for of a file only so many findings are told.
const AT_ONCE: usize = 30;

/// What is said of sentences of one kind.
#[derive(Default)]
struct Told {
    all: usize,
    errors: Vec<String>,
    warnings: Vec<String>,
    nothing: Vec<String>,
}

/// Sentences of a language, and what is said of them.
fn told(all: &[(&str, Vec<String>)]) -> Vec<Told> {
    let mut files = vec![file("static/data/claims.json", files::bytes("static/data/claims.json"))];
    let parts = all.iter().enumerate().flat_map(|(index, (language, sentences))| {
        sentences.chunks(AT_ONCE).map(move |part| (index, *language, part))
    });
    let parts: Vec<_> = parts.collect();
    files.extend(parts.iter().enumerate().map(|(number, (_, language, part))| {
        file(&format!("{number}.json"), quiz(language, part))
    }));
    let around = Environment { today: TODAY, picture: Some(&picture), since: None, folder: false };
    let checked = Checker::new(&files).check(&around, ProofMode::Skip);
    let mut told: Vec<Told> = all.iter().map(|_| Told::default()).collect();
    for ((index, _, part), checked) in parts.iter().zip(&checked[1..]) {
        told[*index].add(part, checked);
    }
    told
}

fn file(name: &str, bytes: Vec<u8>) -> File {
    File { name: name.to_owned(), bytes: Ok(bytes), wanted: true }
}

/// A quiz whose notes are these sentences.
fn quiz(language: &str, sentences: &[String]) -> Vec<u8> {
    let note = |(index, text)| json!({"id": format!("n{index}"), "words": {"text": text}});
    let mut quiz = files::value(BESIDE[0]);
    quiz["language"] = json!(language);
    quiz["notes"] = Value::Array(sentences.iter().enumerate().map(note).collect());
    quiz.to_string().into_bytes()
}

impl Told {
    fn add(&mut self, sentences: &[String], checked: &Checked) {
        let (mut errors, mut warnings) = (BTreeSet::new(), BTreeSet::new());
        for finding in &checked.findings {
            assert_ne!(finding.id, "file/too-many", "{}", finding.found);
            let index = finding.at.strip_prefix("notes.n").and_then(|rest| rest.split('.').next());
            let index: Option<usize> = index.and_then(|index| index.parse().ok());
            match (finding.id, index) {
                ("claims/blocked", Some(index)) => drop(errors.insert(index)),
                ("claims/doubtful", Some(index)) => drop(warnings.insert(index)),
                ("claims/pattern", _) => panic!("{}", finding.found),
                _ => {}
            }
        }
        self.all += sentences.len();
        for (index, sentence) in sentences.iter().enumerate() {
            let list = match (errors.contains(&index), warnings.contains(&index)) {
                (true, _) => &mut self.errors,
                (false, true) => &mut self.warnings,
                (false, false) => &mut self.nothing,
            };
            list.push(sentence.clone());
        }
    }
}

/// The sentences of a file; lines with `#` name their kind.
fn sentences(half: &str, language: &str, kind: &str) -> Vec<String> {
    let text = files::text(&format!("{half}/{language}/{kind}.txt"));
    let lines = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    lines.map(str::to_owned).collect()
}

fn percent(part: usize, all: usize) -> String {
    format!("{part} ({}.{} %)", part * 100 / all, part * 1000 / all % 10)
}

#[test]
fn hardly_any_honest_sentence_is_stopped_and_hardly_any_misleading_one_is_not_seen() {
    let mut table = String::from(
        "| half | language | honest lines | errors | warnings | misleading lines | unflagged |\n\
         | --- | --- | --: | --: | --: | --: | --: |\n",
    );
    let mut wrong = Vec::new();
    let halves = files::folders(CORPUS);
    let all: Vec<_> = halves.iter().flat_map(|half| LANGUAGES.map(|it| (half, it))).collect();
    assert!(!all.is_empty());
    let kinds = all.iter().flat_map(|(half, language)| {
        ["honest", "misleading"].map(|kind| (*language, sentences(half, language, kind)))
    });
    let counted = told(&kinds.collect::<Vec<_>>());
    for ((half, language), kinds) in all.iter().zip(counted.chunks(2)) {
        let [honest, misleading] = kinds else { panic!("each half has two files") };
        let name = half.rsplit('/').next().unwrap_or_default();
        table += &row(name, language, honest, misleading);
        let too_many = |part: &[String], all: usize| part.len() * 100 > all * MOST;
        if too_many(&honest.errors, honest.all) {
            wrong.push(format!("{half}/{language}, stopped: {:#?}", honest.errors));
        }
        if too_many(&misleading.nothing, misleading.all) {
            wrong.push(format!("{half}/{language}, not seen: {:#?}", misleading.nothing));
        }
    }
    written(&table);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn row(half: &str, language: &str, honest: &Told, misleading: &Told) -> String {
    format!(
        "| {half} | {language} | {} | {} | {} | {} | {} |\n",
        honest.all,
        percent(honest.errors.len(), honest.all),
        percent(honest.warnings.len(), honest.all),
        misleading.all,
        percent(misleading.nothing.len(), misleading.all),
    )
}

/// Compares the table of the page, or writes it.
fn written(table: &str) {
    let page = files::text(PAGE);
    let start = page.find("| half |").expect("the page has a table");
    let end = page[start..].find("\n\n").map_or(page.len(), |end| start + end + 1);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        let page = [&page[..start], table, &page[end..]].concat();
        std::fs::write(files::path(PAGE), page).expect("it can be written");
    } else {
        assert_eq!(&page[start..end], table, "UPDATE_EXPECT=1 writes the table");
    }
}

#[test]
fn what_is_shipped_claims_nothing() {
    let mut names = vec![files::SKIN.to_owned(), "static/data/claims.json".to_owned()];
    for language in LANGUAGES {
        names.push(format!("static/text/{language}.json"));
        names.extend(
            (language != "en").then(|| format!("static/data/microneedling.{language}.json")),
        );
    }
    let file =
        |name: &String| File { name: name.clone(), bytes: Ok(files::bytes(name)), wanted: true };
    let all: Vec<File> = names.iter().map(file).collect();
    let around = Environment { today: TODAY, picture: Some(&picture), since: None, folder: false };
    for checked in check::check(&all, &around) {
        let claims = checked.findings.iter().filter(|it| it.id.starts_with("claims/"));
        let claims = claims.map(|it| format!("{}: {}", it.at, it.found)).collect::<Vec<_>>();
        assert_eq!(claims, [""; 0], "{}", checked.name);
    }
}

fn of(sentences: [(&'static str, &[&str]); 2]) -> Vec<Told> {
    let owned = |all: &[&str]| all.iter().map(|it| (*it).to_owned()).collect();
    told(&sentences.map(|(language, all)| (language, owned(all))))
}

#[test]
fn no_honest_sentence_of_the_trials_is_stopped() {
    for told in of(trials::HONEST) {
        assert_eq!(told.errors, [""; 0]);
    }
}

#[test]
fn every_misleading_sentence_of_the_trials_is_seen() {
    for told in of(trials::MISLEADING) {
        assert_eq!(told.nothing, [""; 0]);
    }
}

#[test]
fn a_hedge_or_a_denial_frees_its_own_part_of_a_sentence_alone() {
    for (sentence, is_stopped) in [
        ("You may love it, and it will make your pores smaller.", true),
        ("It may make your pores smaller.", false),
        ("No needles in sight, and your scars are gone for good.", true),
        ("Your scars are not gone for good.", false),
        ("It is not only safe, it is guaranteed.", true),
        ("Nobody can promise you that any change you may see is permanent.", false),
        ("Guaranteed results are not possible.", false),
        ("Ask how long the guarantee lasts.", false),
        ("Is it permanent?", false),
        ("Permanent dark marks and scars have been reported.", false),
    ] {
        let told = told(&[("en", vec![sentence.to_owned()])]).remove(0);
        assert_eq!(!told.errors.is_empty(), is_stopped, "{sentence}");
    }
}
