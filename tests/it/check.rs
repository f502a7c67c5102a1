/// Broken files, what is said of them, and what `--fix` makes of them.
mod problems;

/// Broken files that cannot lie among the others.
mod made;

/// Files that are no files, and files that nobody means.
mod bytes;

/// What the reader of JSON takes for right is JSON, and the other way round.
mod json;

/// Every kind of finding is documented and has its broken file.
mod kinds;

/// The schema that editors use.
mod schema;

/// The files that are shipped.
mod shipped;

use check::{Checked, File, Format, Surroundings};
use quiz::Date;

use crate::files;

/// The files that every broken one is checked with.
const BESIDE: [&str; 3] =
    ["tests/problems/base/quiz.json", "static/data/claims.json", "static/text/en.json"];

/// A day on which none of them has expired.
const TODAY: Date = Date { year: 2026, month: 11, day: 22 };

/// Checks bytes as a file with no other beside it.
fn alone(bytes: Vec<u8>) -> Checked {
    let file = File { name: "any.json".into(), bytes: Ok(bytes), wanted: true };
    let around = Surroundings { today: TODAY, picture: Some(&picture), since: None };
    check::check(&[file], &around).remove(0)
}

/// Checks bytes as a file of this name.
fn checked(name: &str, bytes: Vec<u8>) -> Checked {
    with(&BESIDE.map(|beside| (beside, files::bytes(beside))), name, bytes)
}

/// Checks bytes as a file of this name, with these beside it.
fn with(beside: &[(&str, Vec<u8>)], name: &str, bytes: Vec<u8>) -> Checked {
    let file = |name: &str, bytes, wanted| File { name: name.to_owned(), bytes: Ok(bytes), wanted };
    let since = name.ends_with("changed.json") || name.ends_with("unsigned.json");
    let since = since.then(|| files::node(BESIDE[0]));
    let around = Surroundings { today: TODAY, picture: Some(&picture), since: since.as_ref() };
    let beside = beside.iter().map(|(name, bytes)| file(name, bytes.clone(), false));
    let all: Vec<File> = beside.chain([file(name, bytes, true)]).collect();
    check::check(&all, &around).remove(0)
}

fn picture(name: &str) -> Option<u64> {
    match name {
        "pictures/pores.svg" => Some(900),
        "pictures/heavy.svg" => Some(90_000),
        _ => None,
    }
}

fn human(checked: &Checked) -> String {
    check::report(std::slice::from_ref(checked), Format::Human { colour: false })
}
