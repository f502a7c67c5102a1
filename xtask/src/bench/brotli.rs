use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::size::compressed;

const ENDINGS: [&str; 6] = ["html", "css", "js", "json", "svg", "wasm"];

/// Puts a compressed file beside each that lacks one, in every folder below one: the one of `dist`
/// where that is the same.
///
/// # Errors
///
/// If a file cannot be read or written.
pub(crate) fn beside(folder: &Path, dist: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if path.is_dir() {
            beside(&path, dist)?;
        } else if ENDINGS.contains(&ending) {
            let small = path.with_extension(format!("{ending}.br"));
            if !small.exists() {
                fs::write(small, of(&path, dist)?)?;
            }
        }
    }
    Ok(())
}

fn of(file: &Path, dist: &Path) -> Result<Vec<u8>> {
    let body = fs::read(file)?;
    let name = file.file_name().unwrap_or_default();
    if fs::read(dist.join(name)).is_ok_and(|built| built == body) {
        let mut small = name.to_owned();
        small.push(".br");
        if let Ok(small) = fs::read(dist.join(small)) {
            return Ok(small);
        }
    }
    compressed(&body)
}
