//! Broken files, what is said of them, and what `--fix` makes of them.

/// Broken files that cannot lie among the others.
mod made;

use std::slice;

use check::{Checked, Format};
use libtest_mimic::{Failed, Trial};

use crate::checked::checked;
use crate::expected::{no_other, same, test};
use crate::files;

pub(crate) fn tests() -> Vec<Trial> {
    files::folders("tests/problems").iter().flat_map(|folder| of(folder)).collect()
}

fn of(folder: &str) -> Vec<Trial> {
    let name = |stem: &str| format!("{folder}/{stem}");
    let stems = files::stems(folder, "json");
    let made = made::ALL.iter().filter(|(group, ..)| folder.ends_with(&format!("/{group}")));
    let all: Vec<String> =
        stems.iter().cloned().chain(made.clone().map(|(_, stem, _)| (*stem).to_owned())).collect();
    let files =
        stems.iter().map(|stem| name(stem)).map(|name| test(&name.clone(), move || file(&name)));
    let made = made.map(|(_, stem, made)| {
        let name = name(stem);
        test(&name.clone(), move || said(&name, &made()))
    });
    let others = ["txt", "fixed"].map(|extension| no_other(folder, extension, all.clone()));
    files.chain(made).chain(others).collect()
}

fn file(name: &str) -> Result<(), Failed> {
    let json = format!("{name}.json");
    let first = checked(&json, files::bytes(&json));
    said(name, &first)?;
    let mut mended = first.fixed();
    for _ in 0..4 {
        mended = mended.and_then(|text| checked(&json, text.into_bytes()).fixed());
    }
    mended.map_or(Ok(()), |_| Err("it can be mended for ever".into()))
}

fn said(name: &str, checked: &Checked) -> Result<(), Failed> {
    let human = check::report(slice::from_ref(checked), Format::Human { colour: false });
    same(&format!("{name}.txt"), Some(human))?;
    same(&format!("{name}.fixed"), checked.fixed())
}
