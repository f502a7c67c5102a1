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
    File { body: Vec<u8>, brotli: Option<Vec<u8>>, overlaid: bool },
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

    /// Reads what is at a decoded path, from the first overlay that has it, else from `dist`, there
    /// with the same as brotli where the build wrote that beside it.
    pub(crate) fn find(&self, path: &str) -> Found {
        let file = key(path);
        for overlay in &self.overlays {
            let inner = file.strip_prefix(&overlay.prefix);
            if let Some(body) = inner.and_then(|inner| read(&overlay.folder, inner)) {
                return Found::File { body, brotli: None, overlaid: true };
            }
        }
        let inner = file.trim_start_matches('/');
        match read(&self.dist, inner) {
            Some(body) => {
                let brotli = read(&self.dist, &format!("{inner}.br"));
                Found::File { body, brotli, overlaid: false }
            }
            None if self.dist.join(inner).is_dir() => Found::Folder,
            None => Found::Nothing,
        }
    }
}

fn read(folder: &Path, inner: &str) -> Option<Vec<u8>> {
    let folder = folder.canonicalize().ok()?;
    let file = folder.join(inner).canonicalize().ok()?;
    let inside = file.starts_with(&folder) && file.is_file();
    inside.then(|| std::fs::read(file).ok())?
}
