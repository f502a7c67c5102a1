use std::sync::OnceLock;

use check::Checked;

use super::made::made;
use super::{checked, human};
use crate::{expected, files};

/// What was found in one file.
struct Case {
    folder: String,
    stem: String,
    checked: Checked,
}

fn cases() -> &'static [Case] {
    static CASES: OnceLock<Vec<Case>> = OnceLock::new();
    CASES.get_or_init(|| {
        let of = |folder: String| {
            let stems = files::stems(&folder, "json").into_iter();
            stems.map(move |stem| {
                let name = format!("{folder}/{stem}.json");
                Case { folder: folder.clone(), stem, checked: checked(&name, files::bytes(&name)) }
            })
        };
        let made = made().into_iter().map(|(folder, stem, checked)| Case {
            folder: format!("tests/problems/{folder}"),
            stem: stem.to_owned(),
            checked,
        });
        files::folders("tests/problems").into_iter().flat_map(of).chain(made).collect()
    })
}

fn check(extension: &str, text: impl Fn(&Case) -> Option<String>) {
    for folder in files::folders("tests/problems") {
        let cases = cases().iter().filter(|case| case.folder == folder);
        let found: Vec<(String, String)> =
            cases.filter_map(|case| Some((case.stem.clone(), text(case)?))).collect();
        expected::check(&folder, extension, &found);
    }
}

#[test]
fn each_is_told_of() {
    check("txt", |case| Some(human(&case.checked)));
}

#[test]
fn what_can_be_meant_in_one_way_is_mended() {
    check("fixed", |case| case.checked.fixed());
}

#[test]
fn mending_comes_to_an_end() {
    for case in cases() {
        let name = format!("{}/{}.json", case.folder, case.stem);
        if !files::path(&name).exists() {
            continue;
        }
        let mut mended = case.checked.fixed();
        for _ in 0..4 {
            mended = mended.and_then(|text| checked(&name, text.into_bytes()).fixed());
        }
        assert_eq!(mended, None, "{name} can be mended for ever");
    }
}
