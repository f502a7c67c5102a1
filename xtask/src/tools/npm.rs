use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use super::install::install;
use crate::places::Places;
use crate::run::{heading, output, run, which};

/// Makes wasm small.
pub(crate) const BINARYEN: NpmPackage =
    NpmPackage { name: "binaryen", version: "132.0.0", file: ".bin/wasm-opt" };

/// Makes one small script of several.
pub(crate) const ESBUILD: NpmPackage =
    NpmPackage { name: "esbuild", version: "0.28.2", file: ".bin/esbuild" };

/// Looks for what shuts people out.
pub(crate) const AXE: NpmPackage =
    NpmPackage { name: "axe-core", version: "4.14.1", file: "axe-core/axe.min.js" };

/// A package from npm's registry.
#[derive(Debug)]
pub(crate) struct NpmPackage {
    name: &'static str,
    /// The one version that is used.
    pub(crate) version: &'static str,
    /// What is wanted of it, below `node_modules`.
    file: &'static str,
}

impl NpmPackage {
    /// The path of the file that is wanted; the package is fetched first where the cache lacks it.
    ///
    /// # Errors
    ///
    /// If it cannot be fetched.
    pub(crate) fn ready(&self, places: &Places) -> Result<PathBuf> {
        need_node()?;
        let folder = format!("{}-{}", self.name, self.version);
        let place = places.cache.join("npm").join(folder);
        install(&place, |at| self.check(at), |new| self.make(new))?;
        Ok(self.path(&place))
    }

    fn path(&self, place: &Path) -> PathBuf {
        place.join("node_modules").join(self.file)
    }

    fn check(&self, place: &Path) -> Result<()> {
        let manifest = place.join("node_modules").join(self.name).join("package.json");
        let manifest = std::fs::read_to_string(manifest)?;
        let version = format!("\"version\": \"{}\"", self.version);
        if !manifest.contains(&version) {
            bail!("{} is not version {}", self.name, self.version);
        }
        let file = self.path(place);
        if self.file.starts_with(".bin/") {
            output(Command::new(file).arg("--version"))?;
        } else if !file.is_file() {
            bail!("{} lacks {}", self.name, self.file);
        }
        Ok(())
    }

    fn make(&self, new: &Path) -> Result<()> {
        let Self { name, version, .. } = self;
        heading(&format!("fetching {name} {version} for all clones: seconds, once"));
        std::fs::create_dir_all(new)?;
        run(npm_install(new).arg(format!("{name}@{version}")))
    }
}

/// npm, told to install into a folder that is there.
pub(super) fn npm_install(into: &Path) -> Command {
    let mut fetch = Command::new("npm");
    fetch
        .current_dir(into)
        .args(["install", "--prefix"])
        .arg(into)
        .args(["--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts"])
        .args(["--loglevel", "error"]);
    fetch
}

/// # Errors
///
/// If Node or npm is missing.
pub(super) fn need_node() -> Result<()> {
    if which("node").is_none() || which("npm").is_none() {
        bail!("Node with npm is missing: install it from https://nodejs.org");
    }
    Ok(())
}
