use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::run::{heading, output, run, which};

/// Sees to it that Rust can compile for the browser.
///
/// # Errors
///
/// If the wasm target is missing and cannot be added.
pub(crate) fn need_wasm_target(root: &Path) -> Result<()> {
    if sysroot(root)?.join("lib/rustlib/wasm32-unknown-unknown/lib").is_dir() {
        return Ok(());
    }
    if which("rustup").is_none() {
        bail!(
            "Rust's target wasm32-unknown-unknown is missing: install Rust by https://rustup.rs, which brings it"
        );
    }
    heading("adding Rust's wasm target: seconds, once");
    rustup(root, &["target", "add", "wasm32-unknown-unknown"])
}

/// Sees to it that Rust's standard library can be rebuilt.
///
/// # Errors
///
/// If its source is missing and cannot be added.
pub(crate) fn need_rust_src(root: &Path) -> Result<()> {
    if sysroot(root)?.join("lib/rustlib/src/rust/library/Cargo.lock").is_file() {
        return Ok(());
    }
    if which("rustup").is_none() {
        bail!("rust-src is missing, and so is rustup, which would bring it: https://rustup.rs");
    }
    heading("adding the source of Rust's standard library: seconds, once");
    rustup(root, &["component", "add", "rust-src"])
}

/// All that `rustc` says of itself.
///
/// # Errors
///
/// If there is no `rustc`.
pub(crate) fn rustc_version(root: &Path) -> Result<String> {
    output(Command::new("rustc").current_dir(root).arg("-vV"))
}

fn sysroot(root: &Path) -> Result<PathBuf> {
    let mut ask = Command::new("rustc");
    let path = output(ask.current_dir(root).args(["--print", "sysroot"]))
        .context("Rust is missing: install it by https://rustup.rs")?;
    Ok(path.into())
}

fn rustup(root: &Path, arguments: &[&str]) -> Result<()> {
    run(Command::new("rustup").current_dir(root).args(arguments))
}
