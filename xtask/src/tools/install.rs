use std::fs::{self, File, TryLockError};
use std::path::Path;

use anyhow::{Context, Result};

/// Makes `place` whole, once, whoever else is at it: `make` fills a folder beside it, which takes
/// its name only when `check` finds nothing wrong with it.
///
/// # Errors
///
/// What `make` or `check` says, or that a folder cannot be written.
pub(crate) fn install(
    place: &Path,
    check: impl Fn(&Path) -> Result<()>,
    make: impl FnOnce(&Path) -> Result<()>,
) -> Result<()> {
    if check(place).is_ok() {
        return Ok(());
    }
    let name = place.file_name().context("a place without a name")?;
    let parent = place.parent().context("a place without a folder")?;
    let beside = |prefix: &str| {
        let mut hidden = std::ffi::OsString::from(prefix);
        hidden.push(name);
        parent.join(hidden)
    };
    fs::create_dir_all(parent).with_context(|| unwritable(parent))?;
    let _lock = lock(&beside(".lock-"))?;
    if check(place).is_ok() {
        return Ok(());
    }
    let new = beside(".new-");
    for leftover in [place, &new] {
        if leftover.exists() {
            fs::remove_dir_all(leftover).with_context(|| unwritable(leftover))?;
        }
    }
    make(&new)?;
    check(&new)?;
    fs::rename(&new, place).with_context(|| unwritable(place))
}

fn lock(path: &Path) -> Result<File> {
    let file = File::create(path).with_context(|| unwritable(path))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            eprintln!("waiting for another set-up of the same tool to end");
            file.lock().with_context(|| unwritable(path))?;
        }
        Err(TryLockError::Error(error)) => return Err(error).context(unwritable(path)),
    }
    Ok(file)
}

fn unwritable(path: &Path) -> String {
    format!(
        "{} cannot be written: free it, or set SKIN_QUIZ_CACHE to a folder of yours",
        path.display()
    )
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::path::PathBuf;

    use anyhow::bail;

    use super::*;

    fn fresh(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        folder
    }

    fn has_tool(place: &Path) -> Result<()> {
        fs::read(place.join("tool")).map(drop).map_err(Into::into)
    }

    fn make_tool(place: &Path) -> Result<()> {
        fs::create_dir_all(place)?;
        Ok(fs::write(place.join("tool"), "whole")?)
    }

    #[test]
    fn a_half_made_tool_is_never_taken_for_a_whole_one() {
        let folder = fresh("half");
        let place = folder.join("tool-1");
        let interrupted = install(&place, has_tool, |new| {
            make_tool(new)?;
            bail!("interrupted")
        });
        assert!(interrupted.is_err() && !place.exists());
        let wrong = install(&place, has_tool, |new| Ok(fs::create_dir_all(new)?));
        assert!(wrong.is_err() && !place.exists());

        install(&place, has_tool, |new| {
            assert!(!new.exists());
            make_tool(new)
        })
        .expect("a mended set-up");
        assert!(has_tool(&place).is_ok());
        fs::remove_dir_all(folder).expect("a removed folder");
    }

    #[test]
    fn a_whole_tool_is_made_once_by_many() {
        let folder = fresh("once");
        let place = folder.join("tool-1");
        let made = std::sync::Mutex::new(0);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    let make = |new: &Path| {
                        *made.lock().expect("a lock") += 1;
                        make_tool(new)
                    };
                    install(&place, has_tool, make).expect("a set-up");
                });
            }
        });
        assert_eq!(*made.lock().expect("a lock"), 1);
        fs::remove_dir_all(folder).expect("a removed folder");
    }

    #[test]
    fn a_broken_tool_is_made_anew() {
        let folder = fresh("broken");
        let place = folder.join("tool-1");
        fs::create_dir_all(place.join("old")).expect("a folder");
        let made = Cell::new(false);
        install(&place, has_tool, |new| {
            made.set(true);
            make_tool(new)
        })
        .expect("a set-up");
        assert!(made.get() && !place.join("old").exists());
        fs::remove_dir_all(folder).expect("a removed folder");
    }
}
