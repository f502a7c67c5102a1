use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use super::install::install;
use crate::paths::Paths;
use crate::run::{cargo, heading, output, run};

/// No package registry has it compiled for Linux: on npm its installers fetch it from elsewhere, and on
/// PyPI it is for Windows alone.
const PACKAGE: &str = "geckodriver@0.37.1";

/// The path of the program that drives Firefox, compiled first if the cache lacks it.
///
/// # Errors
///
/// If it does not compile.
pub(crate) fn geckodriver(paths: &Paths) -> Result<PathBuf> {
    let place = paths.cache.join("tools").join(PACKAGE.replace('@', "-"));
    let program = |place: &std::path::Path| place.join("bin/geckodriver");
    let check =
        |place: &std::path::Path| output(Command::new(program(place)).arg("--version")).map(drop);
    install(&place, check, |new| {
        heading(&format!(
            "compiling {PACKAGE} for all clones, once: usually 6 minutes on two cores"
        ));
        let mut install = cargo(&paths.cache);
        install.args(["install", "--locked", PACKAGE, "--root"]).arg(new);
        run(install.env_remove("CARGO_TARGET_DIR").env_remove("RUSTFLAGS"))
    })?;
    Ok(program(&place))
}
