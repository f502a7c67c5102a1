use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use super::install::install;
use crate::paths::Paths;
use crate::run::{cargo, heading, output, run};

/// A program of crates.io, compiled once for all clones: no registry has it compiled for Linux.
pub(crate) struct Crate {
    /// Its name and version, as cargo takes them.
    package: &'static str,
    /// The program that it has.
    program: &'static str,
    /// Features that it needs, besides its own.
    features: &'static [&'static str],
    /// What makes it print its version.
    version: &'static [&'static str],
    /// What it takes on two cores.
    minutes: u8,
}

/// On npm its installers fetch it from elsewhere, and on `PyPI` it is for Windows alone.
const GECKODRIVER: Crate =
    Crate { package: "geckodriver@0.37.1", program: "geckodriver", minutes: 6, ..PLAIN };
const ABOUT: Crate =
    Crate { package: "cargo-about@0.9.3", program: "cargo-about", features: &["cli"], ..PLAIN };
const CYCLONEDX: Crate = Crate {
    package: "cargo-cyclonedx@0.5.9",
    program: "cargo-cyclonedx",
    version: &["cyclonedx", "--version"],
    ..PLAIN
};
const DENY: Crate = Crate { package: "cargo-deny@0.20.2", program: "cargo-deny", ..PLAIN };
const PLAIN: Crate =
    Crate { package: "", program: "", features: &[], version: &["--version"], minutes: 4 };

/// The path of the program that drives Firefox, compiled first if the cache lacks it.
///
/// # Errors
///
/// If it does not compile.
pub(crate) fn geckodriver(paths: &Paths) -> Result<PathBuf> {
    GECKODRIVER.path(paths)
}

/// Writes the notices of everything that a program is made of.
///
/// # Errors
///
/// If it does not compile.
pub(crate) fn cargo_about(paths: &Paths) -> Result<PathBuf> {
    ABOUT.path(paths)
}

/// Writes bills of materials.
///
/// # Errors
///
/// If it does not compile.
pub(crate) fn cargo_cyclonedx(paths: &Paths) -> Result<PathBuf> {
    CYCLONEDX.path(paths)
}

/// Checks licences, duplicates, sources and known vulnerabilities of every dependency.
///
/// # Errors
///
/// If it does not compile.
pub(crate) fn cargo_deny(paths: &Paths) -> Result<PathBuf> {
    DENY.path(paths)
}

impl Crate {
    fn path(&self, paths: &Paths) -> Result<PathBuf> {
        let place = paths.cache.join("tools").join(self.package.replace('@', "-"));
        let program = |place: &Path| place.join("bin").join(self.program);
        let check =
            |place: &Path| output(Command::new(program(place)).args(self.version)).map(drop);
        install(&place, check, |new| self.compile(paths, new))?;
        Ok(program(&place))
    }

    fn compile(&self, paths: &Paths, place: &Path) -> Result<()> {
        heading(&format!(
            "compiling {} for all clones, once: usually {} minutes on two cores",
            self.package, self.minutes
        ));
        let mut install = cargo(&paths.cache);
        install.args(["install", "--locked", self.package, "--root"]).arg(place);
        if !self.features.is_empty() {
            install.arg("--features").arg(self.features.join(","));
        }
        run(install.env_remove("CARGO_TARGET_DIR").env_remove("RUSTFLAGS"))
    }
}
