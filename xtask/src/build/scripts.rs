use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::SCRIPTS;
use crate::paths::Paths;
use crate::run::run;
use crate::tools::from_npm;

/// The pages' own scripts, each with all that it imports: the first is loaded by every page of the quiz,
/// the last four by the studio's, the others by pages that ask for what is in them.
const ENTRIES: [&str; 7] = [
    "start.js",
    "theme.js",
    "session.js",
    "studio.js",
    "preview.js",
    "check-worker.js",
    "draft-frame.js",
];

/// Writes the page's scripts into a folder, each one file without a word too many.
///
/// # Errors
///
/// If esbuild is missing and cannot be had, or if a script does not parse.
pub(crate) fn bundle(paths: &Paths, out: &Path) -> Result<()> {
    for entry in ENTRIES {
        let format = if [ENTRIES[0], ENTRIES[3]].contains(&entry) { "iife" } else { "esm" };
        let mut command = esbuild(paths, &out.join(entry))?;
        // What checks their types is no setting of the bundle.
        command.args(["--bundle", &format!("--format={format}"), "--tsconfig-raw={}"]);
        run(command.arg(paths.root.join(SCRIPTS).join(entry)))?;
    }
    Ok(())
}

/// Makes the script of clinics' own pages small: it is one file, and says first which version it is and
/// where it is explained.
///
/// # Errors
///
/// If esbuild is missing and cannot be had, or the script has an error.
pub(crate) fn embed(paths: &Paths, script: &Path, out: &Path) -> Result<()> {
    let mut command = esbuild(paths, out)?;
    let banner =
        format!("--banner:js=// skin-quiz {}: docs/embedding.md", env!("CARGO_PKG_VERSION"));
    run(command.args(["--tsconfig-raw={}", &banner]).arg(script))
}

/// esbuild, told to make a script small and write it to a file.
///
/// # Errors
///
/// If it is missing and cannot be had.
pub(crate) fn esbuild(paths: &Paths, out: &Path) -> Result<Command> {
    let mut command = Command::new(from_npm(paths, ".bin/esbuild")?);
    command
        .args(["--minify", "--charset=utf8", "--legal-comments=none", "--log-level=warning"])
        .arg(format!("--outfile={}", out.display()));
    Ok(command)
}
