//! What is in the programs, for machines: a software bill of materials.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::PROGRAMS;
use crate::paths::Paths;
use crate::run::{cargo, heading, output, run};
use crate::tools::cargo_cyclonedx;

/// The name without an ending that each bill has in the folder of its crate until it is moved.
const WRITTEN: &str = "bill-of-materials";

/// The bills of materials of the two programs, as `CycloneDX` 1.5 in JSON, in the order of [`PROGRAMS`]. None
/// has a path of this machine; `seconds` since 1970 are their time.
///
/// # Errors
///
/// If cargo-cyclonedx cannot be had, or a file cannot be written beside the crates.
pub(crate) fn bills(paths: &Paths, seconds: i64) -> Result<[String; 2]> {
    heading("writing the bills of materials");
    let mut write = Command::new(cargo_cyclonedx(paths)?);
    write.current_dir(&paths.root).args(["cyclonedx", "--format", "json", "--spec-version", "1.5"]);
    write.args(["--target", "wasm32-unknown-unknown", "--no-build-deps"]);
    write.args(["--override-filename", WRITTEN]);
    let written = run(write.env("SOURCE_DATE_EPOCH", seconds.to_string()))
        .and_then(|()| PROGRAMS.iter().map(|(_, manifest)| bill(&paths.root, manifest)).collect());
    // It writes one for each crate of the workspace.
    for folder in folders(&paths.root)? {
        let _ = fs::remove_file(folder.join(WRITTEN).with_extension("json"));
    }
    let written: Vec<String> = written?;
    written.try_into().ok().context("a bill is missing")
}

fn bill(root: &Path, manifest: &str) -> Result<String> {
    let path = root.join(manifest).with_file_name(WRITTEN).with_extension("json");
    let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    Ok(text.replace(&format!("path+file://{}", root.display()), "path+file:///skin-quiz"))
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    manifest_path: PathBuf,
}

/// The folder of each crate of the workspace.
fn folders(root: &Path) -> Result<Vec<PathBuf>> {
    let mut metadata = cargo(root);
    metadata.args(["metadata", "--no-deps", "--locked", "--format-version", "1"]);
    let metadata: Metadata = serde_json::from_str(&output(&mut metadata)?)?;
    let manifests = metadata.packages.into_iter().map(|package| package.manifest_path);
    Ok(manifests.filter_map(|manifest| manifest.parent().map(Path::to_owned)).collect())
}
