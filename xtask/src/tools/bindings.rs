use std::path::Path;

use anyhow::Result;

use crate::paths::Paths;
use crate::run::{cargo, run};

/// Runs package `bindings` on a compiled program: `split`, or `web` or `bundler` for the JavaScript that
/// joins it to the page, with options. `name` is the stem of the files that it writes into `folder`.
///
/// # Errors
///
/// If it does not compile, or if the file is not a program for the browser.
pub(crate) fn bindings(
    paths: &Paths,
    command: &[&str],
    program: &Path,
    (folder, name): (&Path, &str),
) -> Result<()> {
    let mut bindings = cargo(&paths.root);
    bindings.args(["run", "--quiet", "--package", "bindings", "--"]).args(command);
    run(bindings.arg(program).arg(folder).arg(name))
}
