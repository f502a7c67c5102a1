use std::{env, fs};

use libtest_mimic::{Failed, Trial};
use similar::TextDiff;

use crate::files;

/// A test for each of the stems, that its file of this extension says what is found, and one that the
/// folder has no other such file.
pub(crate) fn tests(
    folder: &str,
    extension: &'static str,
    stems: Vec<String>,
    found: impl Fn(&str) -> String + Clone + Send + 'static,
) -> Vec<Trial> {
    let last = no_other(folder, extension, stems.clone());
    let test = |stem: String| {
        let (case, found) = (format!("{folder}/{stem}"), found.clone());
        test(&case.clone(), move || same(&format!("{case}.{extension}"), Some(found(&stem))))
    };
    stems.into_iter().map(test).chain([last]).collect()
}

/// A test that is called as its file is.
pub(crate) fn test(name: &str, run: impl FnOnce() -> Result<(), Failed> + Send + 'static) -> Trial {
    Trial::test(name.trim_start_matches("tests/"), run)
}

/// Fails unless a file says what is found, or is not there if nothing is. With `UPDATE_EXPECT=1` it makes
/// it so.
pub(crate) fn same(name: &str, found: Option<String>) -> Result<(), Failed> {
    let path = files::path(name);
    let expected = path.exists().then(|| files::text(name));
    if expected == found {
        return Ok(());
    }
    if env::var_os("UPDATE_EXPECT").is_some() {
        match found {
            Some(found) => fs::write(path, found)?,
            None => fs::remove_file(path)?,
        }
        return Ok(());
    }
    let what = match (&expected, &found) {
        (None, _) => "is missing",
        (_, None) => "is of nothing",
        _ => "says something else",
    };
    let (expected, found) = (expected.unwrap_or_default(), found.unwrap_or_default());
    let diff = TextDiff::from_lines(&expected, &found);
    let diff = diff.unified_diff().header("expected", "found").to_string();
    Err(format!("{name} {what}.\n{diff}\nIf this is right, run again with UPDATE_EXPECT=1.").into())
}

/// A test that a folder has no file of this extension but for these stems.
pub(crate) fn no_other(folder: &str, extension: &'static str, stems: Vec<String>) -> Trial {
    let folder = folder.to_owned();
    test(&format!("{folder}/*.{extension}"), move || {
        let mut others = files::stems(&folder, extension);
        others.retain(|stem| !stems.contains(stem));
        others.iter().try_for_each(|stem| same(&format!("{folder}/{stem}.{extension}"), None))
    })
}
