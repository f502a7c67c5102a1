use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Where things are on this machine.
#[derive(Clone, Debug)]
pub(crate) struct Paths {
    /// The repository.
    pub(crate) root: PathBuf,
    /// The tools that all clones share.
    pub(crate) cache: PathBuf,
    /// What cargo compiles into.
    pub(crate) cargo_target: PathBuf,
}

impl Paths {
    /// # Errors
    ///
    /// If the environment names no folder for the cache.
    pub(crate) fn find() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .context("xtask lies in no folder")?
            .to_owned();
        let cache = cache(|name| std::env::var_os(name))
            .context("there is no folder for the tools: set SKIN_QUIZ_CACHE to a folder")?;
        let cargo_target = std::env::var_os("CARGO_TARGET_DIR").unwrap_or("target".into());
        Ok(Self { cache: root.join(cache), cargo_target: root.join(cargo_target), root })
    }

    /// What visitors get.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// A file or folder of ours that need not be kept.
    pub(crate) fn scratch(&self, name: &str) -> PathBuf {
        self.root.join("target").join(name)
    }
}

fn cache(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let folder = |name: &str| variable(name).filter(|value| !value.is_empty());
    if let Some(own) = folder("SKIN_QUIZ_CACHE") {
        return Some(own.into());
    }
    let standard = folder("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .filter(|path| path.is_absolute())
        .or_else(|| Some(PathBuf::from(folder("HOME")?).join(".cache")))?;
    Some(standard.join("skin-quiz"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cache_is_where_the_environment_says() {
        let check = |set: &[(&str, &str)], expected: Option<&str>| {
            let found = cache(|name| {
                let (_, value) = set.iter().find(|(key, _)| *key == name)?;
                Some(value.into())
            });
            assert_eq!(found, expected.map(PathBuf::from), "{set:?}");
        };
        let home = ("HOME", "/home/a");
        check(&[home], Some("/home/a/.cache/skin-quiz"));
        check(&[home, ("XDG_CACHE_HOME", "/x")], Some("/x/skin-quiz"));
        check(&[home, ("XDG_CACHE_HOME", "relative")], Some("/home/a/.cache/skin-quiz"));
        check(&[home, ("XDG_CACHE_HOME", "/x"), ("SKIN_QUIZ_CACHE", "/own")], Some("/own"));
        check(&[home, ("SKIN_QUIZ_CACHE", "")], Some("/home/a/.cache/skin-quiz"));
        check(&[], None);
    }
}
