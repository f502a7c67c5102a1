use std::collections::BTreeSet;

use check::kinds;

use crate::files;

fn known() -> BTreeSet<String> {
    kinds().iter().map(|kind| kind.id.to_owned()).collect()
}

fn is_id(word: &str) -> bool {
    let fits = |part: &str| {
        !part.is_empty()
            && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    word.split_once('/').is_some_and(|(group, name)| fits(group) && fits(name))
}

#[test]
fn every_kind_is_documented_and_no_other() {
    let guide = files::text("docs/editing.md");
    let documented: BTreeSet<String> = guide
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once('`').map(|(id, _)| id.to_owned()))
        .filter(|id| is_id(id))
        .collect();
    assert_eq!(documented, known());
}

#[test]
fn the_program_says_these_kinds_and_no_other() {
    let said: BTreeSet<String> = ["crates/check/src", "crates/data/src"]
        .into_iter()
        .flat_map(sources)
        .filter(|name| !name.ends_with("src/kinds.rs"))
        .flat_map(|name| {
            let text = files::text(&name);
            text.split('"').map(str::to_owned).collect::<Vec<_>>()
        })
        .filter(|word| is_id(word) && known().iter().any(|id| group(id) == group(word)))
        .collect();
    assert_eq!(said, known());
}

fn sources(folder: &str) -> Vec<String> {
    let files = files::stems(folder, "rs").into_iter().map(|stem| format!("{folder}/{stem}.rs"));
    files.chain(files::folders(folder).iter().flat_map(|folder| sources(folder))).collect()
}

fn group(id: &str) -> &str {
    id.split('/').next().unwrap_or_default()
}

#[test]
fn every_kind_has_a_broken_file() {
    let told: String = files::folders("tests/problems")
        .into_iter()
        .flat_map(|folder| {
            let text = |stem| files::text(&format!("{folder}/{stem}.txt"));
            files::stems(&folder, "txt").into_iter().map(text).collect::<Vec<_>>()
        })
        .collect();
    let missing: Vec<String> =
        known().into_iter().filter(|id| !told.contains(&format!("[{id}]"))).collect();
    assert_eq!(missing, [""; 0]);
}
