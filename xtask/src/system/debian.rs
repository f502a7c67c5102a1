use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::find::{FONTS, Program, for_tests};
use crate::run::{heading, output, run, which};

/// Installs the packages that bring the wanted programs, and those besides, where they are missing
/// and may be installed; else names the command that does.
///
/// # Errors
///
/// If `apt-get` fails.
pub(crate) fn install_missing(
    wanted: impl IntoIterator<Item = &'static Program>,
    besides: &[&'static str],
) -> Result<()> {
    if !is_debian() {
        return Ok(());
    }
    let missing = missing(wanted, besides);
    if missing.is_empty() {
        return Ok(());
    }
    let Some(rights) = rights() else {
        eprintln!("packages are missing; install them by\n  {}", command(&missing));
        return Ok(());
    };
    heading(&format!("installing {}: about 2 minutes, once", missing.join(" ")));
    apt_get(rights, &["update", "-qq"])?;
    let install = ["install", "-y", "-qq", "--no-install-recommends"];
    apt_get(rights, &[&install, missing.as_slice()].concat())
}

/// What to do about a program that is not there.
pub(crate) fn cure(program: &'static Program) -> String {
    let Program { title, variable, .. } = program;
    if is_debian() {
        let command = command(&missing(for_tests().chain([program]), &FONTS));
        format!("{title} is missing: run `{command}`, or let {variable} name it")
    } else {
        format!("{title} is missing: install it, or let {variable} name it")
    }
}

fn is_debian() -> bool {
    Path::new("/etc/debian_version").exists() && which("apt-get").is_some()
}

fn missing(
    wanted: impl IntoIterator<Item = &'static Program>,
    besides: &[&'static str],
) -> Vec<&'static str> {
    let programs = wanted.into_iter().filter(|program| program.find().is_none());
    let besides = besides.iter().copied().filter(|package| !is_installed(package));
    let mut missing: Vec<_> = programs.map(|program| program.package).chain(besides).collect();
    missing.dedup();
    missing
}

fn is_installed(package: &str) -> bool {
    let mut ask = Command::new("dpkg-query");
    ask.args(["--show", "--showformat=${db:Status-Status}", package]);
    output(&mut ask).is_ok_and(|status| status == "installed")
}

fn command(packages: &[&str]) -> String {
    format!(
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends {}",
        packages.join(" ")
    )
}

/// What must stand before `apt-get` for it to be allowed, if it can be.
fn rights() -> Option<&'static [&'static str]> {
    if output(Command::new("id").arg("-u")).is_ok_and(|id| id == "0") {
        return Some(&[]);
    }
    let sudo = output(Command::new("sudo").args(["-n", "true"]));
    sudo.is_ok().then_some(&["sudo", "-n"])
}

fn apt_get(rights: &[&str], arguments: &[&str]) -> Result<()> {
    let mut words = rights.iter().chain(&[
        "env",
        "DEBIAN_FRONTEND=noninteractive",
        "apt-get",
        "-o",
        "DPkg::Lock::Timeout=300",
    ]);
    let mut apt_get = Command::new(words.next().unwrap_or(&"env"));
    run(apt_get.args(words).args(arguments))
}
