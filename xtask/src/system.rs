mod debian;
mod find;

use std::process::Command;

use anyhow::{Result, bail};

pub(crate) use debian::{cure, install_missing};
pub(crate) use find::{
    CHROMIUM, DISPLAY, FIREFOX, FONTS, MAGO, NGINX, Program, WEBKIT, WORDPRESS, WORDPRESS_BESIDES,
    WRK,
};

/// Tells a command where programs are.
///
/// # Errors
///
/// If one is missing; the text says what to install.
pub(crate) fn set(
    command: &mut Command,
    programs: impl IntoIterator<Item = &'static Program>,
) -> Result<()> {
    for program in programs {
        match program.find() {
            Some(path) => command.env(program.variable, path),
            None => bail!("{}", cure(program)),
        };
    }
    Ok(())
}
