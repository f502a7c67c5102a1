use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::swap::remove;

/// Makes the folder `to` the same as `from`, or removes it where there is no `from`.
///
/// # Errors
///
/// If a file cannot be read or written.
pub(crate) fn replace(from: &Path, to: &Path) -> Result<()> {
    remove(to)?;
    if from.is_dir() {
        copy(from, to).with_context(|| format!("{} cannot be copied", from.display()))?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
