use std::{env, fs};

use crate::files;

/// Fails unless the files of a folder with this extension say exactly what was found, one file for
/// each `(stem, text)`, and there is no other. With `UPDATE_EXPECT=1` it makes it so.
pub(crate) fn check(folder: &str, extension: &str, found: &[(String, String)]) {
    if env::var_os("UPDATE_EXPECT").is_some() {
        return update(folder, extension, found);
    }
    let differences: Vec<String> = found
        .iter()
        .filter_map(|(stem, found)| difference(folder, stem, extension, found))
        .collect();
    assert!(
        differences.is_empty(),
        "{}\nIf this is right, run again with UPDATE_EXPECT=1.",
        differences.join("\n")
    );
    assert_eq!(left_over(folder, extension, found), [""; 0], "{folder} has files of nothing");
}

fn difference(folder: &str, stem: &str, extension: &str, found: &str) -> Option<String> {
    let name = format!("{folder}/{stem}.{extension}");
    let Ok(expected) = fs::read_to_string(files::path(&name)) else {
        return Some(format!("{name} is missing."));
    };
    if expected == found {
        return None;
    }
    let same = expected.lines().zip(found.lines()).take_while(|(a, b)| a == b).count();
    let line = |text: &str| text.lines().nth(same).unwrap_or("(the end)").to_owned();
    Some(format!(
        "{name}:{}\n  expected: {}\n  found:    {}",
        same + 1,
        line(&expected),
        line(found)
    ))
}

fn left_over(folder: &str, extension: &str, found: &[(String, String)]) -> Vec<String> {
    let mut stems = files::stems(folder, extension);
    stems.retain(|stem| found.iter().all(|(found, _)| found != stem));
    stems
}

fn update(folder: &str, extension: &str, found: &[(String, String)]) {
    let path = |stem: &str| files::path(&format!("{folder}/{stem}.{extension}"));
    for stem in left_over(folder, extension, found) {
        fs::remove_file(path(&stem)).expect("a file of nothing can be removed");
    }
    for (stem, text) in found {
        fs::write(path(stem), text).expect("an expected file can be written");
    }
}
