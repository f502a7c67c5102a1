use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Puts the folder `next` in the place of `current`, by renaming, so that at no time a half of it
/// is seen there.
///
/// # Errors
///
/// If a folder cannot be renamed or removed.
pub(crate) fn swap(next: &Path, current: &Path, old: &Path) -> Result<()> {
    remove(old)?;
    if current.exists() {
        rename(current, old)?;
    }
    rename(next, current)?;
    remove(old)
}

/// Removes a folder that may not be there.
///
/// # Errors
///
/// If it is there and cannot be removed.
pub(crate) fn remove(folder: &Path) -> Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    fs::remove_dir_all(folder).with_context(|| format!("{} cannot be removed", folder.display()))
}

fn rename(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to)
        .with_context(|| format!("{} cannot take the name {}", from.display(), to.display()))
}
