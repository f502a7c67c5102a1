//! Broken files that are too large to lie among the others, that are none, or whose neighbours are
//! broken; what is said of them lies with the rest.

use check::{Checked, Environment, File, LARGEST, Unread};

use crate::checked::{BESIDE, TODAY, checked, picture, with};
use crate::files;

/// The folder, the name and what is found of one.
type Made = (&'static str, &'static str, fn() -> Checked);

pub(super) const ALL: &[Made] = &[
    ("file", "folder", || unread(Unread::Because("it is no file".into()))),
    ("file", "too-large-to-read", || unread(Unread::Large(3_000_000_000))),
    ("file", "too-large", || of("any.json", vec![b'['; LARGEST + 1])),
    ("file", "errors-after-many-warnings", || of(BESIDE[0], unused(320).into_bytes())),
    ("shape", "too-many", || of("any.json", questions(5_001))),
    ("shape", "too-many-fields", || of("any.json", fields(50_001))),
    ("shape", "too-many-values", || of("any.json", values(501_000))),
    ("shape", "too-many-in-a-text", || of(BESIDE[0], many_figures().into_bytes())),
    ("persona", "no-file", || in_folder(&[])),
    ("safety", "undecided", || since(&files::text(TANGLED), &less_tangled())),
    ("claims", "missing", || quiz(&[], &base())),
    ("claims", "missing-as-unclosed", || quiz(&[CLAIMS_UNCLOSED], &permanent())),
    ("claims", "missing-as-misspelt", || quiz(&[CLAIMS_MISSPELT], &permanent())),
    ("claims", "missing-rules", || quiz(&[CLAIMS_EMPTY], &base())),
    ("claims", "missing-statements", || quiz(&[CLAIMS_WITHOUT_STATEMENTS], &base())),
    ("claims", "pattern-too-slow", || quiz(&[CLAIMS_TOO_SLOW], &base())),
    ("claims", "missing-statements-of-a-language", || quiz(&[CLAIMS_OF_ENGLISH], &french())),
];

type Beside = (&'static str, &'static str);

const TANGLED: &str = "tests/problems/proof/undecided-hold.json";

const CLAIMS_UNCLOSED: Beside = ("static/data/claims.json", "{\"format\": 1, \"rules\": [");
const CLAIMS_MISSPELT: Beside =
    ("static/data/claims.json", "{\"format\": 1, \"rulez\": [], \"statements\": []}");
const CLAIMS_EMPTY: Beside =
    ("static/data/claims.json", "{\"format\": 1, \"rules\": [], \"statements\": []}");
const CLAIMS_WITHOUT_STATEMENTS: Beside = (
    "static/data/claims.json",
    r#"{"format": 1, "rules": [{"id": "a", "level": "warn", "patterns": ["glow"], "insteadSay": "b"}]}"#,
);
const CLAIMS_TOO_SLOW: Beside = (
    "static/data/claims.json",
    r#"{"format": 1, "rules": [{"id": "a", "level": "warn", "patterns": ["(?=(\\w+\\s*)+\\1!)"], "insteadSay": "b"}],
        "statements": [{"id": "c", "patterns": ["."], "say": "d"}]}"#,
);
const CLAIMS_OF_ENGLISH: Beside = (
    "static/data/claims.json",
    r#"{"format": 1, "rules": [{"id": "a", "level": "warn", "language": "fr", "patterns": ["glow"], "insteadSay": "b"}],
        "statements": [{"id": "c", "language": "en", "patterns": ["d"], "say": "d"}]}"#,
);

fn unread(why: Unread) -> Checked {
    let file = File { name: "static/data/any.json".into(), bytes: Err(why), wanted: true };
    let around = Environment { today: TODAY, picture: Some(&picture), since: None, folder: false };
    check::check(&[file], &around).remove(0)
}

fn of(name: &str, bytes: Vec<u8>) -> Checked {
    checked(name, bytes)
}

/// The quiz that is whole, with all that lies beside it.
fn in_folder(beside: &[Beside]) -> Checked {
    let file = |name: &str, bytes, wanted| File { name: name.to_owned(), bytes: Ok(bytes), wanted };
    let known = BESIDE.map(|name| file(name, files::bytes(name), name == BESIDE[0]));
    let beside = beside.iter().map(|(name, text)| file(name, text.as_bytes().to_vec(), false));
    let all: Vec<File> = known.into_iter().chain(beside).collect();
    let around = Environment { today: TODAY, picture: Some(&picture), since: None, folder: true };
    check::check(&all, &around).remove(0)
}

/// A quiz that is compared with an earlier edition.
fn since(before: &str, text: &str) -> Checked {
    let before = check::node(before.as_bytes());
    let file = |name: &str, bytes, wanted| File { name: name.to_owned(), bytes: Ok(bytes), wanted };
    let beside = BESIDE[1..].iter().map(|name| file(name, files::bytes(name), false));
    let quiz = file(TANGLED, text.as_bytes().to_vec(), true);
    let all: Vec<File> = [quiz].into_iter().chain(beside).collect();
    let since = before.as_ref();
    let around = Environment { today: TODAY, picture: Some(&picture), since, folder: false };
    check::check(&all, &around).remove(0)
}

fn quiz(beside: &[Beside], text: &str) -> Checked {
    let beside: Vec<(&str, Vec<u8>)> =
        beside.iter().map(|(name, text)| (*name, text.as_bytes().to_vec())).collect();
    with(&beside, BESIDE[0], text.as_bytes().to_vec())
}

fn base() -> String {
    files::text(BESIDE[0])
}

fn permanent() -> String {
    base().replace("It does not smooth them out.", "Permanent results.")
}

/// Without one of the many answers that lead to its hold.
fn less_tangled() -> String {
    let text = files::text(TANGLED);
    let less = text.replacen(", {\"picked\": \"q25.yes\"}", "", 1);
    assert_ne!(text, less);
    less
}

fn french() -> String {
    base().replace("\"language\": \"en\"", "\"language\": \"fr\"")
}

fn many_figures() -> String {
    base().replace("One study of {people}.", &"{people} ".repeat(60))
}

/// So many sources that are used nowhere, and behind them an outweighed hold.
fn unused(count: usize) -> String {
    let source = |number| {
        format!("    {{\"id\": \"s{number}\", \"title\": \"S\", \"published\": \"2020\"}},\n")
    };
    let base = base().replace(
        "{\"picked\": \"health.pregnant\"}",
        "{\"all\": [{\"picked\": \"health.pregnant\"}, {\"not\": {\"picked\": \"health.allergy\"}}]}",
    );
    let (quiz, trial) = base.split_once("  \"sources\": [\n").expect("the sources come last");
    let quiz = quiz.trim_start_matches("{\n").trim_end_matches(",\n");
    let trial = trial.trim_end_matches("\n}\n");
    let unused: String = (0..count).map(source).collect();
    format!("{{\n  \"sources\": [\n{unused}{trial},\n{quiz}\n}}\n")
}

fn questions(count: usize) -> Vec<u8> {
    format!("{{\"questions\": [{}]}}", vec!["{}"; count].join(", ")).into_bytes()
}

fn fields(count: usize) -> Vec<u8> {
    let fields: Vec<String> = (0..count).map(|number| format!("\"f{number}\": 1")).collect();
    format!("{{{}}}", fields.join(", ")).into_bytes()
}

fn values(count: usize) -> Vec<u8> {
    let list = format!("[{}]", vec!["1"; 1_000].join(", "));
    format!("[{}]", vec![list; count / 1_000].join(", ")).into_bytes()
}
