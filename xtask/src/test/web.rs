use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::run::{heading, run, which};

/// Installs what checks the page's scripts, as its lock file has it, if that is not there.
///
/// # Errors
///
/// If npm is missing or cannot install it.
pub(super) fn install(web: &Path) -> Result<()> {
    if which("node").is_none() || which("npm").is_none() {
        bail!("Node with npm is missing: install it from https://nodejs.org");
    }
    if is_installed(web) {
        return Ok(());
    }
    heading("installing what checks the page's scripts: seconds");
    let mut install = npm(web);
    run(install.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"]))
}

/// npm writes its own lock file last.
fn is_installed(web: &Path) -> bool {
    let changed = |name: &str| fs::metadata(web.join(name)).and_then(|file| file.modified()).ok();
    let (lock, installed) =
        (changed("package-lock.json"), changed("node_modules/.package-lock.json"));
    installed.is_some() && lock <= installed
}

/// A check that `package.json` has by this name.
pub(super) fn script(web: &Path, name: &str) -> Command {
    let mut command = npm(web);
    command.args(["run", "--silent", name]);
    command
}

fn npm(web: &Path) -> Command {
    let mut command = Command::new("npm");
    command.current_dir(web);
    command
}

/// The unit tests, or those whose names hold one of these words.
///
/// # Errors
///
/// If there is none.
pub(super) fn units(web: &Path, words: &[OsString]) -> Result<Command> {
    let mut command = Command::new("node");
    command.current_dir(web).args(["--test", "--test-reporter=spec"]);
    for word in words.iter().filter_map(|word| word.to_str()) {
        if !word.starts_with('-') {
            command.arg(format!("--test-name-pattern={word}"));
        }
    }
    command.args(files(&web.join("test"))?);
    Ok(command)
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("no {}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(".test.js"))
        .collect();
    files.sort();
    if files.is_empty() {
        bail!("{} has no test", folder.display());
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use super::*;

    #[test]
    fn what_is_older_than_its_lock_file_is_installed_again() {
        let web = std::env::temp_dir().join(format!("xtask-web-{}", std::process::id()));
        let _ = fs::remove_dir_all(&web);
        fs::create_dir_all(web.join("node_modules")).expect("a folder");
        let written = |name: &str, seconds: u64| {
            let file = fs::File::create(web.join(name)).expect("a file");
            let at = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
            file.set_modified(at).expect("a time");
        };
        written("package-lock.json", 1000);
        assert!(!is_installed(&web), "nothing is");
        written("node_modules/.package-lock.json", 2000);
        assert!(is_installed(&web));
        written("package-lock.json", 3000);
        assert!(!is_installed(&web), "another lock file");
        fs::remove_dir_all(web).expect("a removed folder");
    }
}
