//! The release is the same, whatever folder it is built in.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use dist::names;

use crate::build;
use crate::paths::Paths;
use crate::release;
use crate::run::output;

/// Where the programs are compiled. What they need of crates.io lies in one folder for all clones, so that it may
/// be taken over; the project's own crates are compiled anew.
const COMPILED: [&str; 2] = ["wasm-smallest", "wasm-studio-smallest"];

/// Writes the release, once more in another folder with a copy of the project, and compares every file.
///
/// # Errors
///
/// If a file differs, or a step fails.
pub(super) fn same(paths: &Paths) -> Result<String> {
    let seconds = release::changed(&paths.root)?;
    let there = copy(paths)?;
    let [one, other] = [release::write(paths, seconds)?, release::write(&there, seconds)?];
    let files = compared(&one, &other)?;
    build::remove(&there.root)?;
    Ok(format!("{files} files built twice"))
}

/// A copy of the project in another folder, whose path is longer.
fn copy(paths: &Paths) -> Result<Paths> {
    let root = paths.scratch("another/folder/of-the-project");
    build::remove(&root)?;
    let there =
        Paths { cargo_target: root.join("target"), cache: paths.cache.clone(), root: root.clone() };
    for name in COMPILED {
        build::replace(&paths.cargo_target.join(name), &there.cargo_target.join(name))?;
    }
    let mut listed = Command::new("git");
    listed.args(["ls-files", "--cached", "--others", "--exclude-standard"]);
    for name in output(listed.current_dir(&paths.root))?.lines() {
        let (from, to) = (paths.root.join(name), root.join(name));
        if from.is_file() {
            fs::create_dir_all(to.parent().context("no folder")?)?;
            fs::copy(&from, to).with_context(|| from.display().to_string())?;
        }
    }
    Ok(there)
}

/// How many files are the same in both folders.
fn compared(one: &Path, other: &Path) -> Result<usize> {
    let files: BTreeSet<String> = names(one)?;
    ensure!(files == names(other)?, "other files are in {}", other.display());
    let differs = |name: &&String| {
        let read = |folder: &Path| fs::read(folder.join(name));
        !matches!((read(one), read(other)), (Ok(one), Ok(other)) if one == other)
    };
    let wrong: Vec<PathBuf> = files.iter().filter(differs).map(|name| other.join(name)).collect();
    if !wrong.is_empty() {
        bail!("built in another folder it differs: {wrong:?}");
    }
    Ok(files.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_and_a_file_more_are_found() {
        let folder = tempfile::tempdir().expect("a folder");
        let [one, other] = ["one", "other"].map(|name| folder.path().join(name));
        for place in [&one, &other] {
            fs::create_dir(place).expect("a folder");
            fs::write(place.join("a.zip"), "the same").expect("it is written");
        }
        assert_eq!(compared(&one, &other).expect("no difference"), 1);
        fs::write(other.join("a.zip"), "another").expect("it is written");
        assert!(compared(&one, &other).is_err_and(|error| error.to_string().contains("a.zip")));
        fs::copy(one.join("a.zip"), other.join("a.zip")).expect("it is copied");
        fs::write(other.join("b.zip"), "").expect("it is written");
        assert!(compared(&one, &other).is_err());
    }
}
