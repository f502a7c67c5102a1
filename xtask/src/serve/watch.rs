use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Result;
use notify_debouncer_full::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};

use super::server::OVERLAYS;

/// Saving several files at once is one change.
const QUIET: Duration = Duration::from_millis(200);
const WATCHED: [&str; 7] =
    ["src", "crates", "static", "web/src", "index.html", "studio.html", "Cargo.toml"];

/// Calls a function whenever a file changed that is built, until the watcher is dropped. What the server
/// overlays needs no build.
///
/// # Errors
///
/// If the system lets nothing be watched.
pub(super) fn watch(
    root: &Path,
    on_change: impl Fn() + Send + 'static,
) -> Result<Debouncer<RecommendedWatcher, RecommendedCache>> {
    let root = root.canonicalize()?;
    let watched = WATCHED.map(|name| root.join(name));
    let overlays = OVERLAYS.map(|name| root.join("static").join(name));
    let folders = watched.clone().into_iter().filter(|path| path.is_dir());
    let counts = move |path: &PathBuf| {
        let within = |folders: &[PathBuf]| folders.iter().any(|folder| path.starts_with(folder));
        within(&watched) && !within(&overlays)
    };
    let mut watcher = new_debouncer(QUIET, None, move |result: DebounceEventResult| {
        let events = result.unwrap_or_default();
        // Building reads every file, which is an event too.
        let mut changes = events.iter().filter(|event| !event.kind.is_access());
        if changes.any(|event| event.paths.iter().any(&counts)) {
            on_change();
        }
    })?;
    watcher.watch(&root, RecursiveMode::NonRecursive)?;
    for folder in folders {
        watcher.watch(folder, RecursiveMode::Recursive)?;
    }
    Ok(watcher)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::mpsc::channel;

    use super::*;

    #[test]
    fn only_what_is_built_counts() {
        let root = std::env::temp_dir().join(format!("xtask-watch-{}", std::process::id()));
        for folder in ["src/deep", "crates", "web/src", "static/data", "docs"] {
            fs::create_dir_all(root.join(folder)).expect("a folder");
        }
        fs::write(root.join("src/deep/a.rs"), "a").expect("a file");
        let (sender, changes) = channel();
        let _watcher =
            watch(&root, move || sender.send(()).unwrap_or_default()).expect("a watcher");

        for path in ["static/data/quiz.json", "docs/a.md", "README.md"] {
            fs::write(root.join(path), "no matter").expect("a file");
        }
        fs::read(root.join("src/deep/a.rs")).expect("a file");
        assert!(changes.recv_timeout(5 * QUIET).is_err(), "nothing that is built has changed");
        for path in ["src/deep/a.rs", "web/src/start.js", "index.html"] {
            fs::write(root.join(path), "changed").expect("a file");
            changes.recv_timeout(25 * QUIET).expect(path);
            while changes.recv_timeout(5 * QUIET).is_ok() {}
        }
        fs::remove_dir_all(root).expect("a removed folder");
    }
}
