use std::fs;
use std::io;
use std::path::Path;

use crate::folder;
use crate::hashed::is_hashed;

/// From how many builds a folder holds files, the newest included.
pub const KEPT: usize = 10;

/// The hashed files of the builds so far, the newest build first.
#[derive(Debug, PartialEq)]
pub(crate) struct Builds(Vec<Vec<String>>);

impl Builds {
    /// What a record says, a line for each build. Without a record, all that lies in the folder that
    /// was last written counts as one build.
    pub(crate) fn read(record: &Path, folder: &Path) -> io::Result<Self> {
        let Some(text) = folder::read(record)? else {
            return Ok(Self(vec![hashed(folder)?]));
        };
        let text = String::from_utf8_lossy(&text);
        let lines = text.lines().filter(|line| !line.is_empty());
        Ok(Self(lines.map(|line| line.split(' ').map(str::to_owned).collect()).collect()))
    }

    /// Puts the build that lies in a folder before the others, and forgets the oldest.
    pub(crate) fn add(&mut self, folder: &Path) -> io::Result<()> {
        let newest = hashed(folder)?;
        self.0.retain(|build| *build != newest);
        self.0.insert(0, newest);
        self.0.truncate(KEPT);
        Ok(())
    }

    /// Every file of every build.
    pub(crate) fn files(&self) -> impl Iterator<Item = &str> {
        self.0.iter().flatten().map(String::as_str)
    }

    pub(crate) fn write(&self, record: &Path) -> io::Result<()> {
        let lines = self.0.iter().map(|build| format!("{}\n", build.join(" ")));
        fs::write(record, lines.collect::<String>())
    }
}

fn hashed(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = folder::names(folder)?;
    names.retain(|name| is_hashed(name));
    Ok(names)
}
