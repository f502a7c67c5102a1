use spreadsheet::{export, import};

use super::Given;
use crate::{expected, files};

/// A case is an exported file with some of it edited: `before -> after` on a line each.
#[test]
fn each_is_told_and_nothing_is_taken() {
    let given = Given::new();
    let sheet = export(&given.texts("es"));
    let case = |stem: String| {
        let mut edited = sheet.clone();
        for line in files::text(&format!("tests/cases/spreadsheet/{stem}.edit")).lines() {
            let (before, after) = line.split_once(" -> ").expect("an edit");
            assert!(edited.contains(before), "{stem}: {before} is not in the sheet");
            edited = edited.replacen(before, after, 1);
        }
        let refusals = import(&given.texts("es"), edited.as_bytes()).expect_err(&stem);
        let told: Vec<String> = refusals.iter().map(|refusal| format!("{refusal}\n")).collect();
        (stem, told.concat())
    };
    let found: Vec<_> =
        files::stems("tests/cases/spreadsheet", "edit").into_iter().map(case).collect();
    expected::check("tests/cases/spreadsheet", "txt", &found);
}

#[test]
fn a_file_of_other_letters_is_refused() {
    let given = Given::new();
    let told = import(&given.texts("es"), b"key,base text,translation\r\ntitle,\xe9,\xe9\r\n");
    let told = told.expect_err("latin-1").remove(0).to_string();
    let wanted = "The file is no UTF-8. Save it as \"CSV UTF-8\", so that every letter survives.";
    assert_eq!(told, wanted);
}

#[test]
fn nothing_at_all_is_refused() {
    let given = Given::new();
    let told = import(&given.texts("es"), b"").expect_err("empty").remove(0).to_string();
    let wanted = "The first row has no column \"key\". Keep the first row as it was exported, \
                  and name the language it is for.";
    assert_eq!(told, wanted);
}
