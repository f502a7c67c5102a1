use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::paths::Paths;
use crate::run::cargo;

/// Runs the native program on the data files, with one of its commands or to check them, from the folder
/// that the caller is in, and gives the code that it ends with.
///
/// # Errors
///
/// If it cannot be started.
pub(crate) fn program(
    paths: &Paths,
    name: Option<&str>,
    arguments: &[OsString],
) -> Result<ExitCode> {
    let mut command = cargo(&paths.root);
    let here = std::env::current_dir().ok().filter(|here| here.starts_with(&paths.root));
    command.current_dir(here.as_deref().unwrap_or(&paths.root));
    command.args(["run", "--quiet", "--profile", "fast", "--package", "cli"]);
    command.arg("--manifest-path").arg(paths.root.join("Cargo.toml"));
    command.arg("--").args(name).args(arguments);
    let code = command.status().context("cargo cannot be started")?.code();
    Ok(code.and_then(|code| u8::try_from(code).ok()).map_or(ExitCode::FAILURE, ExitCode::from))
}
