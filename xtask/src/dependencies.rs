//! The libraries that the programs are made of: whether they may be in there, and what has to be said of them.

mod bill;
mod notices;

use std::process::Command;

use anyhow::{Context, Result};

use crate::paths::Paths;
use crate::run::run;
use crate::tools::cargo_deny;

pub(crate) use bill::bills;
pub(crate) use notices::{NOTICES, notices};

/// What visitors load and what staff load: the crate that it is compiled from, and its manifest.
const PROGRAMS: [(&str, &str); 2] =
    [("skin-quiz", "Cargo.toml"), ("studio", "crates/studio/Cargo.toml")];

/// Checks the licence, the origin and the number of versions of every library; and, if asked for, whether
/// one has a known vulnerability, for which the list is fetched.
///
/// # Errors
///
/// If something is not allowed by `deny.toml`, or cargo-deny cannot be had.
pub(crate) fn check(paths: &Paths, advisories: bool) -> Result<()> {
    let mut deny = Command::new(cargo_deny(paths)?);
    deny.current_dir(&paths.root).args(["--locked", "check", "--hide-inclusion-graph"]);
    deny.args(["licenses", "bans", "sources"]);
    if advisories {
        deny.arg("advisories");
    }
    run(&mut deny).context("see deny.toml")
}
