use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use notify_debouncer_full::notify::{self, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};
use tokio::sync::{broadcast, mpsc};

use crate::files::Folders;

/// An editor writes a file in several steps; they are over when nothing happened for so long.
const QUIET: Duration = Duration::from_millis(50);
const KEPT: usize = 16;

/// What an open page has to hear of.
#[derive(Clone, Debug)]
pub(crate) enum Change {
    /// A file of an overlay changed.
    Data,
    /// The page of this name in `dist` changed.
    Page(String),
}

/// The hash of each page that lies in `dist` itself, by its file name.
type Pages = BTreeMap<String, String>;

/// The watched folders of a site.
#[derive(Debug)]
pub(crate) struct Watch {
    changes: broadcast::Sender<Change>,
    pages: Arc<Mutex<Pages>>,
}

impl Watch {
    pub(crate) fn start(folders: &Folders) -> io::Result<Self> {
        let (sender, events) = mpsc::unbounded_channel();
        let watcher = new_debouncer(QUIET, None, move |result: DebounceEventResult| {
            let events = result.unwrap_or_default();
            let changes = events.into_iter().filter(|event| !event.kind.is_access());
            let paths: Vec<_> = changes.flat_map(|event| event.event.paths).collect();
            if !paths.is_empty() {
                let _ = sender.send(paths);
            }
        });
        let (changes, _) = broadcast::channel(KEPT);
        let dist = folders.dist().canonicalize()?;
        let pages = Arc::new(Mutex::new(pages(&dist)));
        let overlays =
            folders.overlays().map(Path::canonicalize).collect::<io::Result<Vec<_>>>()?;
        let mut follower = Follower {
            watcher: watcher.map_err(io::Error::other)?,
            events,
            dist,
            overlays,
            pages: pages.clone(),
            changes: changes.clone(),
        };
        follower.watch_all().map_err(io::Error::other)?;
        tokio::spawn(follower.run());
        Ok(Self { changes, pages })
    }

    pub(crate) fn subscribe(&self) -> broadcast::Receiver<Change> {
        self.changes.subscribe()
    }

    /// A name for the contents of a page in `dist` as they are, empty if there is none.
    pub(crate) fn version(&self, file: &str) -> String {
        locked(&self.pages).get(file).cloned().unwrap_or_default()
    }
}

struct Follower {
    watcher: Debouncer<RecommendedWatcher, RecommendedCache>,
    events: mpsc::UnboundedReceiver<Vec<PathBuf>>,
    dist: PathBuf,
    overlays: Vec<PathBuf>,
    pages: Arc<Mutex<Pages>>,
    changes: broadcast::Sender<Change>,
}

impl Follower {
    /// A build swaps the whole of `dist`, which only its parent folder tells of.
    fn watch_all(&mut self) -> notify::Result<()> {
        for overlay in &self.overlays {
            self.watcher.watch(overlay, RecursiveMode::Recursive)?;
        }
        if let Some(parent) = self.dist.parent() {
            self.watcher.watch(parent, RecursiveMode::NonRecursive)?;
        }
        self.watcher.watch(&self.dist, RecursiveMode::NonRecursive)
    }

    async fn run(mut self) {
        while let Some(paths) = self.events.recv().await {
            if paths.contains(&self.dist) {
                let _ = self.watcher.unwatch(&self.dist);
                let _ = self.watcher.watch(&self.dist, RecursiveMode::NonRecursive);
            }
            for page in self.changed_pages() {
                let _ = self.changes.send(Change::Page(page));
            }
            if paths.iter().any(|path| self.is_overlaid(path)) {
                let _ = self.changes.send(Change::Data);
            }
        }
    }

    /// The pages that are not as they were; one that is gone counts when it is there again.
    fn changed_pages(&self) -> Vec<String> {
        let mut before = locked(&self.pages);
        let now = pages(&self.dist).into_iter();
        let changed: Vec<_> = now.filter(|(name, hash)| before.get(name) != Some(hash)).collect();
        before.extend(changed.iter().cloned());
        changed.into_iter().map(|(name, _)| name).collect()
    }

    fn is_overlaid(&self, path: &Path) -> bool {
        self.overlays.iter().any(|overlay| path.starts_with(overlay))
    }
}

fn pages(dist: &Path) -> Pages {
    let files = std::fs::read_dir(dist).into_iter().flatten().flatten();
    files.filter_map(|file| page(&file.path())).collect()
}

fn page(path: &Path) -> Option<(String, String)> {
    path.extension().filter(|extension| *extension == "html")?;
    let mut hasher = DefaultHasher::new();
    std::fs::read(path).ok()?.hash(&mut hasher);
    Some((path.file_name()?.to_str()?.to_owned(), format!("{:016x}", hasher.finish())))
}

fn locked(pages: &Mutex<Pages>) -> MutexGuard<'_, Pages> {
    pages.lock().unwrap_or_else(PoisonError::into_inner)
}
