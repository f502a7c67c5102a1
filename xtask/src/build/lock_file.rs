use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::tools::WASM_BINDGEN;

#[derive(Deserialize)]
struct LockFile {
    package: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
}

/// Sees to it that the program and the tool that joins it to JavaScript are of one version.
///
/// # Errors
///
/// If they are not, or if `Cargo.lock` cannot be read.
pub(crate) fn check(root: &Path) -> Result<()> {
    let text = std::fs::read_to_string(root.join("Cargo.lock"))
        .context("Cargo.lock cannot be read: run this by `cargo xtask`, which writes it")?;
    check_text(&text)
}

fn check_text(text: &str) -> Result<()> {
    let lock: LockFile = toml::from_str(text).context("Cargo.lock is broken")?;
    let versions: Vec<_> = lock
        .package
        .into_iter()
        .filter(|package| package.name == "wasm-bindgen")
        .map(|package| package.version)
        .collect();
    if versions != [WASM_BINDGEN.version] {
        bail!(
            "Cargo.lock has wasm-bindgen {}, the tool is {}: pin wasm-bindgen to ={} in Cargo.toml, \
             or change WASM_BINDGEN in xtask/src/tools/cargo_tool.rs",
            versions.join(" and "),
            WASM_BINDGEN.version,
            WASM_BINDGEN.version,
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_version_is_refused() {
        let lock = |version: &str| {
            format!(
                "version = 4\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"{version}\"\n\
                 [[package]]\nname = \"yew\"\nversion = \"0.23.0\"\n"
            )
        };
        assert!(check_text(&lock(WASM_BINDGEN.version)).is_ok());
        let error = check_text(&lock("0.2.1")).expect_err("a refusal").to_string();
        assert!(error.starts_with("Cargo.lock has wasm-bindgen 0.2.1, the tool is"));
        assert!(check_text("nothing").is_err());
    }
}
