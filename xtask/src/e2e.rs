use std::ffi::OsString;

use anyhow::Result;

use crate::browsers::{Browser, Browsers};
use crate::build::{self, Flavour};
use crate::paths::Paths;
use crate::run::{cargo, heading, run};

/// Builds the quiz and runs a program of package `e2e` on it, with Chromium.
///
/// # Errors
///
/// If there is no Chromium, or if the build or the program fails.
pub(crate) fn program(paths: &Paths, name: &str, arguments: &[OsString]) -> Result<()> {
    build::build(paths, Flavour::DEFAULT)?;
    let browsers = Browsers::set_up(paths, &[Browser::Chromium])?;
    let mut command = cargo(&paths.root);
    command.args(["run", "--package", "e2e", "--bin", name, "--"]).args(arguments);
    browsers.set(&mut command, Browser::Chromium)?;
    heading(name);
    run(&mut command)
}
