use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use super::install::install;
use super::npm::{need_node, npm_install};
use crate::build::{Fingerprint, Tree};
use crate::places::Places;
use crate::run::{heading, run};

const MANIFEST: &str = "package.json";

#[derive(Deserialize)]
struct Manifest {
    dependencies: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct Installed {
    version: String,
}

/// The folder `node_modules` of the packages that a folder's manifest pins; they are fetched first
/// where the cache lacks them.
///
/// # Errors
///
/// If they cannot be fetched.
pub(crate) fn peers(places: &Places, folder: &Path) -> Result<PathBuf> {
    need_node()?;
    let manifest = folder.join(MANIFEST);
    let wanted: Manifest = read(&manifest)?;
    let fingerprint = Fingerprint::of(&Tree::new(folder, &[MANIFEST]), &[])?;
    let place = places.cache.join("npm").join(format!("peers-{}", fingerprint.text()));
    let make = |new: &Path| {
        heading("fetching what the quiz is measured against, for all clones: seconds, once");
        fs::create_dir_all(new)?;
        fs::copy(&manifest, new.join(MANIFEST))?;
        run(&mut npm_install(new))
    };
    install(&place, |at| wanted.check(at), make)?;
    Ok(place.join("node_modules"))
}

impl Manifest {
    fn check(&self, place: &Path) -> Result<()> {
        for (name, version) in &self.dependencies {
            let manifest = place.join("node_modules").join(name).join(MANIFEST);
            let installed: Installed = read(&manifest)?;
            ensure!(
                installed.version == *version,
                "{name} is version {}, not {version}",
                installed.version
            );
        }
        Ok(())
    }
}

fn read<T: serde::de::DeserializeOwned>(file: &Path) -> Result<T> {
    let text = fs::read_to_string(file).with_context(|| format!("no {}", file.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} cannot be read", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_pinned_version_is_taken() {
        let place = std::env::temp_dir().join(format!("xtask-peers-{}", std::process::id()));
        let package = place.join("node_modules/@of/peer");
        fs::create_dir_all(&package).expect("a folder");
        let wanted: Manifest =
            serde_json::from_str(r#"{"dependencies": {"@of/peer": "1.2.3"}}"#).expect("a manifest");
        assert!(wanted.check(&place).is_err());
        let write = |version: &str| {
            let text = format!("{{\"name\": \"@of/peer\", \"version\": \"{version}\"}}");
            fs::write(package.join(MANIFEST), text).expect("a file");
        };
        write("1.2.4");
        assert!(wanted.check(&place).is_err());
        write("1.2.3");
        assert!(wanted.check(&place).is_ok());
        fs::remove_dir_all(place).expect("a removed folder");
    }
}
