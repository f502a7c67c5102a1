use std::process::Command;

use anyhow::Result;

use crate::browsers::{Browser, Browsers};
use crate::paths::Paths;
use crate::run::cargo;
use crate::system::{self, CHROMIUM, MAGO, NGINX, WORDPRESS, WORDPRESS_BESIDES, cure};

/// What a WordPress of the tests' own lacks on this machine, once what may be installed is.
pub(super) fn missing() -> Option<String> {
    if let Err(error) = system::install_missing(&WORDPRESS, &WORDPRESS_BESIDES) {
        return Some(format!("its packages cannot be installed: {error:#}"));
    }
    let lacks = WORDPRESS.iter().find(|program| program.find().is_none());
    lacks.map(cure)
}

/// The command that tests the plug-in in a real WordPress, with the built quiz in it, and the zip for other servers.
///
/// # Errors
///
/// If Chromium, nginx or a tool is missing.
pub(super) fn tests(paths: &Paths) -> Result<Command> {
    let browsers = Browsers::set_up(paths, &[Browser::Chromium])?;
    system::install_missing(&NGINX, &[])?;
    let mut command = cargo(&paths.root);
    command.args(["test", "--package", "e2e", "--test", "wordpress"]);
    browsers.set(&mut command, Browser::Chromium)?;
    system::set(&mut command, CHROMIUM.iter().chain(&NGINX).chain(&WORDPRESS))?;
    match MAGO.find() {
        Some(path) => command.env(MAGO.variable, path),
        None => {
            eprintln!(
                "without mago the plug-in's code is not analysed: `cargo install --locked mago@1.20.0`"
            );
            &mut command
        }
    };
    Ok(command)
}
