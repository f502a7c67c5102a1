use check::{Checked, Environment, File};
use quiz::Date;

use crate::files;

/// The files that every broken one is checked with.
pub(crate) const BESIDE: [&str; 3] =
    ["tests/problems/base/quiz.json", "static/data/claims.json", "static/text/en.json"];

/// A day on which none of them has expired.
pub(crate) const TODAY: Date = Date { year: 2026, month: 11, day: 22 };

/// What is found in every case, as none has the digests of its own content, but those of the name.
const OF_DIGESTS: [&str; 3] =
    ["review/no-digest", "translation/review-changed", "translation/no-source"];

/// Checks bytes as a file of this name.
pub(crate) fn checked(name: &str, bytes: Vec<u8>) -> Checked {
    with(&BESIDE.map(|beside| (beside, files::bytes(beside))), name, bytes)
}

/// Checks bytes as a file of this name, with these beside it.
pub(crate) fn with(beside: &[(&str, Vec<u8>)], name: &str, bytes: Vec<u8>) -> Checked {
    let file = |name: &str, bytes, wanted| File { name: name.to_owned(), bytes: Ok(bytes), wanted };
    let since = before(name).map(|name| files::node(&name));
    let since = since.as_ref();
    let around = Environment { today: TODAY, picture: Some(&picture), since, folder: false };
    let beside = beside.iter().map(|(name, bytes)| file(name, bytes.clone(), false));
    let all: Vec<File> = beside.chain([file(name, bytes, true)]).collect();
    let mut checked = check::check(&all, &around).remove(0);
    if !name.contains("digest") {
        checked.findings.retain(|finding| !OF_DIGESTS.contains(&finding.id));
    }
    checked
}

/// The earlier edition that a broken file is compared with, if it is: its own, or the quiz that is whole.
fn before(name: &str) -> Option<String> {
    let own = name.replace(".json", ".before");
    let is_compared = name.contains("/safety/") || name.ends_with("changed.json");
    is_compared.then(|| if files::path(&own).exists() { own } else { BESIDE[0].to_owned() })
}

pub(crate) fn picture(name: &str) -> Option<u64> {
    match name {
        "pictures/pores.svg" => Some(900),
        "pictures/heavy.svg" => Some(90_000),
        _ => None,
    }
}
