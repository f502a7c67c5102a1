use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// A name for the contents of files.
#[derive(Debug, PartialEq)]
pub(crate) struct Fingerprint(String);

impl Fingerprint {
    /// # Errors
    ///
    /// If a file cannot be read.
    pub(crate) fn of(tree: &Tree, besides: &[&str]) -> Result<Self> {
        let mut hasher = DefaultHasher::new();
        besides.hash(&mut hasher);
        for (name, file) in tree.files()? {
            name.hash(&mut hasher);
            fs::read(&file)
                .with_context(|| format!("{} cannot be read", file.display()))?
                .hash(&mut hasher);
        }
        Ok(Self(format!("{:016x}", hasher.finish())))
    }

    pub(crate) fn text(&self) -> &str {
        &self.0
    }

    pub(crate) fn is_in(&self, stamp: &Path) -> bool {
        fs::read_to_string(stamp).is_ok_and(|written| written == self.0)
    }

    /// # Errors
    ///
    /// If the file cannot be written.
    pub(crate) fn write(&self, stamp: &Path) -> Result<()> {
        fs::write(stamp, &self.0).with_context(|| format!("{} cannot be written", stamp.display()))
    }
}

/// Files of a folder, without hidden ones.
#[derive(Debug)]
pub(crate) struct Tree {
    root: PathBuf,
    with: Vec<String>,
    without: Vec<PathBuf>,
}

impl Tree {
    /// The files and folders of `root` that are named; those that are not there count for nothing.
    pub(crate) fn new(root: &Path, names: &[&str]) -> Self {
        Self { root: root.to_owned(), with: Vec::new(), without: Vec::new() }.and(names)
    }

    pub(crate) fn and(mut self, names: &[&str]) -> Self {
        self.with.extend(names.iter().map(|&name| name.to_owned()));
        self
    }

    pub(crate) fn without(mut self, names: &[&str]) -> Self {
        self.without = names.iter().map(|name| self.root.join(name)).collect();
        self
    }

    /// Every file with its path below the root, in order.
    fn files(&self) -> Result<Vec<(PathBuf, PathBuf)>> {
        let mut found = Vec::new();
        for name in &self.with {
            self.add(&self.root.join(name), &mut found)?;
        }
        found.sort();
        Ok(found)
    }

    fn add(&self, path: &Path, found: &mut Vec<(PathBuf, PathBuf)>) -> Result<()> {
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if hidden || self.without.iter().any(|without| without == path) {
            return Ok(());
        }
        if path.is_dir() {
            let entries =
                fs::read_dir(path).with_context(|| format!("{} is unreadable", path.display()))?;
            for entry in entries {
                self.add(&entry?.path(), found)?;
            }
        } else if path.is_file() {
            let name = path.strip_prefix(&self.root)?.to_owned();
            found.push((name, path.to_owned()));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_counts_changes_it() {
        let root = std::env::temp_dir().join(format!("xtask-tree-{}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        let write = |name: &str, text: &str| {
            let file = root.join(name);
            fs::create_dir_all(file.parent().expect("a parent")).expect("a folder");
            fs::write(file, text).expect("a file");
        };
        let now = |besides: &[&str]| {
            let tree = Tree::new(&root, &["src", "static", "none"]).without(&["static/data"]);
            Fingerprint::of(&tree, besides).expect("a fingerprint")
        };
        write("src/a.rs", "a");
        write("src/deep/b.rs", "b");
        write("static/data/q.json", "{}");
        let first = now(&["x"]);

        write("static/data/q.json", "{ }");
        write("src/.a.rs.swp", "editor");
        write("README.md", "elsewhere");
        assert_eq!(first, now(&["x"]));

        assert_ne!(first, now(&["y"]));
        write("src/a.rs", "");
        write("src/deep/b.rs", "ab");
        let second = now(&["x"]);
        assert_ne!(first, second);
        fs::rename(root.join("src/a.rs"), root.join("src/c.rs")).expect("a new name");
        assert_ne!(second, now(&["x"]));
        write("static/icon.svg", "new");
        let third = now(&["x"]);
        fs::remove_file(root.join("static/icon.svg")).expect("a file gone");
        assert_ne!(third, now(&["x"]));
        fs::remove_dir_all(root).expect("a removed folder");
    }
}
