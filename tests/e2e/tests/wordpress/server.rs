//! WordPress as Debian packages it, behind its own Apache and MariaDB on this machine alone.

mod apache;
mod database;
mod owner;
mod process;
mod tree;

pub(crate) use apache::{Allows, Apache, free_port};
pub(crate) use database::Database;
pub(crate) use owner::own;
pub(crate) use tree::{Setup, WordPress};

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};

/// The program or file that a variable names.
pub(crate) fn named(variable: &str) -> Result<PathBuf> {
    let path = env::var_os(variable);
    path.map(PathBuf::from)
        .with_context(|| format!("{variable} is not set: run `cargo xtask test wordpress`"))
}
