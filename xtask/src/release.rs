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

/// The page that says what to do with the zip. `{version}` stands for the version.
const GUIDE: &str = "hosting/start-here.html";
/// Settings for servers, with the names that they have in the zip.
const SETTINGS: [(&str, &str); 3] = [
    ("hosting/htaccess", "settings/apache.htaccess"),
    ("hosting/nginx.conf", "settings/nginx.conf"),
    ("hosting/headers", "settings/_headers"),
];

/// Builds the quiz and writes both zips, the bills of materials and the checksums of all into `target/release-files`.
///
/// # Errors
///
/// If the build fails, or nobody knows when the code was changed last: that is the time of the files, so that
/// the same code gives the same bytes.
pub(crate) fn release(paths: &Paths) -> Result<()> {
    build::build(paths, Flavour::DEFAULT)?;
    let version = env!("CARGO_PKG_VERSION");
    let seconds = changed(&paths.root)?;
    let dist = paths.root.join("dist");
    let [quiz, studio] = dependencies::bills(paths, seconds)?;
    let files = [
        (
            format!("skin-quiz-{version}.zip"),
            deployment(&paths.root, &dist, version)?.zip(seconds)?,
        ),
        (
            format!("skin-quiz-wordpress-{version}.zip"),
            plugin(&paths.root, &dist, version)?.zip(seconds)?,
        ),
        (format!("skin-quiz-{version}.cdx.json"), quiz.into_bytes()),
        (format!("skin-quiz-studio-{version}.cdx.json"), studio.into_bytes()),
    ];
    let out = folder(paths);
    build::remove(&out)?;
    fs::create_dir_all(&out)?;
    let mut sums = String::new();
    heading("writing what is handed out");
    for (name, content) in files {
        let sum: String =
            Sha256::digest(&content).iter().map(|byte| format!("{byte:02x}")).collect();
        writeln!(sums, "{sum}  {name}")?;
        println!("{:>11} bytes  {}", content.len(), out.join(&name).display());
        fs::write(out.join(name), content)?;
    }
    fs::write(out.join("SHA256SUMS"), sums)?;
    Ok(())
}

fn folder(paths: &Paths) -> PathBuf {
    paths.root.join("target/release-files")
}

/// The quiz in a folder to upload, what to do with it, and settings beside it.
fn deployment(root: &Path, dist: &Path, version: &str) -> Result<Archive> {
    let mut archive = Archive::default();
    archive.add_program(dist, "skin-quiz/", true)?;
    let guide = fs::read_to_string(root.join(GUIDE)).context(GUIDE)?;
    let guide = guide.replace("{version}", version).into_bytes();
    archive.files.insert("start-here.html".to_owned(), guide);
    for (from, to) in SETTINGS {
        archive.files.insert(to.to_owned(), fs::read(root.join(from)).context(from)?);
    }
    Ok(archive)
}

fn plugin(root: &Path, dist: &Path, version: &str) -> Result<Archive> {
    let plugin = root.join("wordpress/skin-quiz");
    let header = fs::read_to_string(plugin.join("skin-quiz.php"))?;
    let is_this = header.lines().any(|line| {
        line.contains(" Version: ") && line.split_whitespace().next_back() == Some(version)
    });
    ensure!(is_this, "the header of skin-quiz.php has another version than {version}");
    Ok(Archive::plugin(&plugin, &root.join("hosting/htaccess"), dist)?)
}

/// When the code was changed last, in seconds since 1970: `SOURCE_DATE_EPOCH`, or the time of the last commit.
fn changed(root: &Path) -> Result<i64> {
    if let Ok(seconds) = std::env::var("SOURCE_DATE_EPOCH") {
        return seconds.parse().context("SOURCE_DATE_EPOCH is no number of seconds");
    }
    let asked = Command::new("git").args(["log", "-1", "--format=%ct"]).current_dir(root).output();
    let asked = asked.context("git is not there: set SOURCE_DATE_EPOCH to seconds since 1970")?;
    let seconds = String::from_utf8_lossy(&asked.stdout).trim().parse();
    seconds.context("there is no commit: set SOURCE_DATE_EPOCH to seconds since 1970")
}
