//! The plug-in's zip, put together from the plug-in's folder and a built quiz.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use dist::Archive;

const PLUGIN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../wordpress/skin-quiz");
const SETTINGS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../hosting/htaccess");
/// What the plug-in's header calls the version.
const VERSION: &str = "0.1.0";

/// The plug-in as it is shipped.
#[derive(Clone, Debug)]
pub(crate) struct Package {
    /// The contents of its files, by their names within the zip.
    pub(crate) files: Vec<(String, Vec<u8>)>,
}

impl Package {
    /// The plug-in with a built quiz in it.
    pub(crate) fn new(dist: &Path) -> Result<Self> {
        let archive = Archive::plugin(Path::new(PLUGIN), Path::new(SETTINGS), dist)?;
        let within = |(name, content): (String, Vec<u8>)| {
            (name.trim_start_matches("skin-quiz/").to_owned(), content)
        };
        Ok(Self { files: archive.files.into_iter().map(within).collect() })
    }

    /// The same with another version, by which WordPress and the plug-in know an update.
    pub(crate) fn version(mut self, version: &str) -> Self {
        for (name, content) in &mut self.files {
            if name == "skin-quiz.php" || name == "readme.txt" {
                let text = String::from_utf8_lossy(content).replace(VERSION, version);
                *content = text.into_bytes();
            }
        }
        self
    }

    /// The same with something written in another way in one of its files.
    pub(crate) fn with(mut self, file: &str, from: &str, to: &str) -> Result<Self> {
        let found = self.files.iter_mut().find(|(name, _)| name == file);
        let content = &mut found.with_context(|| format!("no {file}"))?.1;
        let text = String::from_utf8(content.clone())?;
        ensure!(text.contains(from), "no {from} in {file}");
        *content = text.replace(from, to).into_bytes();
        Ok(self)
    }

    /// Writes the zip into a folder, and gives its path.
    pub(crate) fn write(&self, folder: &Path) -> Result<PathBuf> {
        let path = folder.join("skin-quiz.zip");
        let within =
            |(name, content): &(String, Vec<u8>)| (format!("skin-quiz/{name}"), content.clone());
        let archive = Archive { files: self.files.iter().map(within).collect() };
        fs::write(&path, archive.zip(0)?)?;
        Ok(path)
    }
}
