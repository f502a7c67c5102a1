use std::io;
use std::path::{Path, PathBuf};

use crate::path::key;

/// The folders that a site is made of.
#[derive(Debug)]
pub(crate) struct Folders {
    dist: PathBuf,
    overlays: Vec<Overlay>,
}

#[derive(Debug)]
struct Overlay {
    prefix: String,
    folder: PathBuf,
}

/// What a path leads to.
#[derive(Debug)]
pub(crate) enum Found {
    File { path: PathBuf, overlaid: bool },
    Folder,
    Nothing,
}

impl Folders {
    pub(crate) fn new(dist: PathBuf) -> Self {
        Self { dist, overlays: Vec::new() }
    }

    pub(crate) fn overlay(&mut self, path: &str, folder: PathBuf) {
        self.overlays.push(Overlay { prefix: crate::path::prefix(path), folder });
    }

    pub(crate) fn dist(&self) -> &Path {
        &self.dist
    }

    pub(crate) fn overlays(&self) -> impl Iterator<Item = &Path> {
        self.overlays.iter().map(|overlay| overlay.folder.as_path())
    }

    pub(crate) fn check(&self) -> io::Result<()> {
        for folder in self.overlays().chain([self.dist()]) {
            if !folder.is_dir() {
                return Err(io::Error::new(
                    io::ErrorKind::NotFound,
                    format!("there is no folder {}: create or build it", folder.display()),
                ));
            }
        }
        Ok(())
    }

    /// Finds the file at a decoded path in the first overlay that has it, else in `dist`.
    pub(crate) fn find(&self, path: &str) -> Found {
        let name = key(path);
        let overlaid = self.overlays.iter().find_map(|overlay| {
            inside(&overlay.folder, name.strip_prefix(&overlay.prefix)?)
                .filter(|path| path.is_file())
        });
        if let Some(path) = overlaid {
            return Found::File { path, overlaid: true };
        }
        match inside(&self.dist, name.trim_start_matches('/')) {
            Some(path) if path.is_file() => Found::File { path, overlaid: false },
            Some(_) => Found::Folder,
            None => Found::Nothing,
        }
    }
}

/// The file or folder of this name, if there is one and no link leads out of the folder.
fn inside(folder: &Path, name: &str) -> Option<PathBuf> {
    let folder = folder.canonicalize().ok()?;
    let path = folder.join(name).canonicalize().ok()?;
    path.starts_with(&folder).then_some(path)
}
