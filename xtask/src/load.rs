use std::ffi::OsString;

use anyhow::Result;

use crate::build::{self, Flavour};
use crate::paths::Paths;
use crate::run::{cargo, heading, run};
use crate::system::{self, NGINX, WRK};

/// Builds the quiz and measures how many visits nginx serves on this machine.
///
/// # Errors
///
/// If nginx or wrk is missing, or if the build or the measurement fails.
pub(crate) fn load(paths: &Paths, arguments: &[OsString]) -> Result<()> {
    build::build(paths, Flavour::DEFAULT)?;
    let programs = || NGINX.iter().chain([&WRK]);
    system::install_missing(programs(), &[])?;
    let mut command = cargo(&paths.root);
    command
        .args(["run", "--package", "e2e", "--bin", "load", "--"])
        .args(arguments)
        .env("SKIN_QUIZ_DIST", paths.dist());
    system::set(&mut command, programs())?;
    heading("load");
    run(&mut command)
}
