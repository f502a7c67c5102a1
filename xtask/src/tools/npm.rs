use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::install::install;
use crate::build::{Fingerprint, Tree};
use crate::paths::Paths;
use crate::run::{heading, run, which};

/// The folder whose lock file has the tools.
pub(crate) const TOOLS: &str = "xtask/npm";
const FILES: [&str; 3] = ["package.json", "package-lock.json", ".npmrc"];
/// What npm writes last.
const DONE: &str = "node_modules/.package-lock.json";

/// The path of a file among the prebuilt tools, such as `.bin/wasm-opt`; they are fetched first if the
/// cache lacks them.
///
/// # Errors
///
/// If they cannot be fetched, or if the file is not among them.
pub(crate) fn from_npm(paths: &Paths, file: &str) -> Result<PathBuf> {
    let path = node_modules(paths, &paths.root.join(TOOLS))?.join(file);
    if !path.is_file() {
        bail!("{TOOLS}/package-lock.json brings no {file}");
    }
    Ok(path)
}

/// The folder `node_modules` of exactly the packages that the lock file in `folder` names; they are
/// fetched first if the cache lacks them.
///
/// # Errors
///
/// If Node is missing, or if a package cannot be fetched or is not the one that was locked.
pub(crate) fn node_modules(paths: &Paths, folder: &Path) -> Result<PathBuf> {
    let locked = Fingerprint::of(&Tree::new(folder, &FILES), &[])?;
    let place = paths.cache.join("npm").join(locked.text());
    install(&place, is_done, |new| {
        need_node()?;
        let shown = folder.strip_prefix(&paths.root).unwrap_or(folder);
        heading(&format!("fetching the packages of {}, once: usually 10 seconds", shown.display()));
        fs::create_dir_all(new)?;
        for file in FILES {
            fs::copy(folder.join(file), new.join(file)).with_context(|| format!("no {file}"))?;
        }
        let mut fetch = Command::new("npm");
        fetch.current_dir(new).args(["ci", "--no-audit", "--no-fund", "--loglevel", "error"]);
        run(&mut fetch)
    })?;
    Ok(place.join("node_modules"))
}

fn is_done(place: &Path) -> Result<()> {
    fs::metadata(place.join(DONE)).map(drop).context("npm has not come to its end")
}

fn need_node() -> Result<()> {
    if which("node").is_none() || which("npm").is_none() {
        bail!("Node with npm is missing: install it from https://nodejs.org");
    }
    Ok(())
}
