use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use super::install::install;
use crate::places::Places;
use crate::run::{cargo, heading, output, run};

/// Parts the program in what is needed at once and what is needed later.
pub(crate) const WASM_SPLIT: CargoTool = CargoTool {
    name: "wasm_split_cli_support",
    version: "0.2.4",
    features: "build-binary",
    program: "wasm-split-cli",
    minutes: 1,
};

/// Joins the program to JavaScript; its version is the one of the library in Cargo.lock.
pub(crate) const WASM_BINDGEN: CargoTool = CargoTool {
    name: "wasm-bindgen-cli",
    version: "0.2.126",
    features: "",
    program: "wasm-bindgen",
    minutes: 3,
};

/// Drives Firefox.
pub(crate) const GECKODRIVER: CargoTool = CargoTool {
    name: "geckodriver",
    version: "0.37.1",
    features: "",
    program: "geckodriver",
    minutes: 3,
};

/// A tool from the crates' registry.
#[derive(Debug)]
pub(crate) struct CargoTool {
    /// Its package.
    pub(crate) name: &'static str,
    /// The one version that is used.
    pub(crate) version: &'static str,
    features: &'static str,
    program: &'static str,
    minutes: u32,
}

impl CargoTool {
    /// The program's path; it is built first where the cache lacks it.
    ///
    /// # Errors
    ///
    /// If it cannot be built.
    pub(crate) fn ready(&self, places: &Places) -> Result<PathBuf> {
        let folder = format!("{}-{}", self.name, self.version);
        let place = places.cache.join("tools").join(folder);
        install(&place, |at| self.check(at), |new| self.make(places, new))?;
        Ok(self.path(&place))
    }

    fn path(&self, place: &Path) -> PathBuf {
        place.join("bin").join(self.program)
    }

    fn check(&self, place: &Path) -> Result<()> {
        output(Command::new(self.path(place)).arg("--help"))?;
        let installed = std::fs::read_to_string(place.join(".crates.toml"))?;
        if !installed.contains(&format!("\"{} {} (", self.name, self.version)) {
            bail!("{} is not version {}", self.name, self.version);
        }
        Ok(())
    }

    fn make(&self, places: &Places, new: &Path) -> Result<()> {
        let Self { name, version, minutes, .. } = self;
        heading(&format!(
            "building {name} {version} for all clones: about {minutes} minutes, once"
        ));
        let mut build = cargo(&places.cache);
        build
            .args(["install", "--locked", "--root"])
            .arg(new)
            .arg(format!("{name}@{version}"))
            .args(["--features", self.features])
            .env("PATH", path_with(new)?)
            .env_remove("CARGO_TARGET_DIR")
            .env_remove("RUSTFLAGS");
        run(&mut build)
    }
}

/// With the new folder on `PATH`, cargo does not ask for it to be put there.
fn path_with(new: &Path) -> Result<OsString> {
    let before = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&before).chain([new.join("bin")]);
    Ok(std::env::join_paths(folders)?)
}
