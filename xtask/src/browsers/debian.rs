use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::Browser;
use super::find::{DISPLAY, Program};
use crate::run::{heading, output, run, which};

const FONTS: [&str; 2] = ["fonts-dejavu-core", "fonts-noto-core"];

/// Installs the packages that bring the wanted browsers, where they are missing and may be
/// installed; else names the command that does.
///
/// # Errors
///
/// If `apt-get` fails.
pub(crate) fn install_missing(wanted: &[Browser]) -> Result<()> {
    if !is_debian() {
        return Ok(());
    }
    let missing = missing(wanted);
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
pub(crate) fn cure(program: &Program) -> String {
    let Program { title, variable, .. } = program;
    if is_debian() {
        let command = command(&missing(&Browser::ALL));
        format!("{title} is missing: run `{command}`, or let {variable} name it")
    } else {
        format!("{title} is missing: install it, or let {variable} name it")
    }
}

fn is_debian() -> bool {
    Path::new("/etc/debian_version").exists() && which("apt-get").is_some()
}

fn missing(wanted: &[Browser]) -> Vec<&'static str> {
    let programs = wanted
        .iter()
        .flat_map(|browser| browser.programs())
        .chain([&DISPLAY])
        .filter(|program| program.find().is_none())
        .map(|program| program.package);
    let fonts = FONTS.into_iter().filter(|font| !is_installed(font));
    programs.chain(fonts).collect()
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
