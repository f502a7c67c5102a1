//! What is handed out to clinics: a zip for any server, and one for WordPress; and what is in them.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use dist::Archive;
use sha2::{Digest, Sha256};

use crate::build::{self, Flavour};
use crate::dependencies;
use crate::paths::Paths;
use crate::run::heading;

/// The folder with settings for servers, and with the page that says what to do with the zip.
const HOSTING: &str = "hosting";

/// Builds the quiz and writes both zips, the bills of materials and the checksums of all into
/// `target/release-files`.
///
/// # Errors
///
/// As for [`changed`] and [`write`].
pub(crate) fn release(paths: &Paths) -> Result<()> {
    write(paths, changed(&paths.root)?).map(|_| ())
}

/// The same with a time for every file, in seconds since 1970, so that the same code gives the same bytes. Gives
/// the folder.
///
/// # Errors
///
/// If the build fails, or a file cannot be written.
pub(crate) fn write(paths: &Paths, seconds: i64) -> Result<PathBuf> {
    build::build(paths, Flavour::DEFAULT)?;
    let version = env!("CARGO_PKG_VERSION");
    let dist = paths.dist();
    let [quiz, studio] = dependencies::bills(paths, seconds)?;
    let deployment = Archive::deployment(&paths.root.join(HOSTING), &dist, version)?;
    let plugin = plugin(&paths.root, &dist, version)?;
    let out = paths.scratch("release-files");
    build::remove(&out)?;
    fs::create_dir_all(&out)?;
    heading("writing what is handed out");
    put(
        &out,
        [
            (format!("skin-quiz-{version}.zip"), deployment.zip(seconds)?),
            (format!("skin-quiz-wordpress-{version}.zip"), plugin.zip(seconds)?),
            (format!("skin-quiz-{version}.cdx.json"), quiz.into_bytes()),
            (format!("skin-quiz-studio-{version}.cdx.json"), studio.into_bytes()),
        ],
    )?;
    Ok(out)
}

/// Writes files by their names, and their checksums beside them.
fn put(out: &Path, files: [(String, Vec<u8>); 4]) -> Result<()> {
    let mut sums = String::new();
    for (name, content) in files {
        let sum: String =
            Sha256::digest(&content).iter().map(|byte| format!("{byte:02x}")).collect();
        writeln!(sums, "{sum}  {name}")?;
        println!("{:>11} bytes  {}", content.len(), out.join(&name).display());
        fs::write(out.join(name), content)?;
    }
    Ok(fs::write(out.join("SHA256SUMS"), sums)?)
}

fn plugin(root: &Path, dist: &Path, version: &str) -> Result<Archive> {
    let plugin = root.join("wordpress/skin-quiz");
    let header = fs::read_to_string(plugin.join("skin-quiz.php"))?;
    let is_this = header.lines().any(|line| {
        line.contains(" Version: ") && line.split_whitespace().next_back() == Some(version)
    });
    ensure!(is_this, "the header of skin-quiz.php has another version than {version}");
    Ok(Archive::plugin(&plugin, &root.join(HOSTING).join("htaccess"), dist)?)
}

/// When the code was changed last, in seconds since 1970: `SOURCE_DATE_EPOCH`, or the time of the last commit.
///
/// # Errors
///
/// If there is neither.
pub(crate) fn changed(root: &Path) -> Result<i64> {
    if let Ok(seconds) = std::env::var("SOURCE_DATE_EPOCH") {
        return seconds.parse().context("SOURCE_DATE_EPOCH is no number of seconds");
    }
    let asked = Command::new("git").args(["log", "-1", "--format=%ct"]).current_dir(root).output();
    let asked = asked.context("git is not there: set SOURCE_DATE_EPOCH to seconds since 1970")?;
    let seconds = String::from_utf8_lossy(&asked.stdout).trim().parse();
    seconds.context("there is no commit: set SOURCE_DATE_EPOCH to seconds since 1970")
}
