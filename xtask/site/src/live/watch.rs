use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use tokio::sync::{broadcast, mpsc};
use tokio::time::{Instant, timeout_at};

use crate::files::Folders;

/// An editor writes a file in several steps; they are over when nothing happened for so long.
const QUIET: Duration = Duration::from_millis(50);
const LONGEST: Duration = Duration::from_millis(250);
const KEPT: usize = 16;

/// What an open page has to hear of.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Change {
    /// A file of an overlay changed.
    Data,
    /// `dist/index.html` changed.
    Page,
}

/// The watched folders of a site.
#[derive(Debug)]
pub(crate) struct Watch {
    changes: broadcast::Sender<Change>,
    page: Arc<Mutex<String>>,
}

impl Watch {
    pub(crate) fn start(folders: &Folders) -> io::Result<Self> {
        let (sender, events) = mpsc::unbounded_channel();
        let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            if let Ok(event) = event
                && !matches!(event.kind, EventKind::Access(_))
            {
                let _ = sender.send(event.paths);
            }
        });
        let (changes, _) = broadcast::channel(KEPT);
        let dist = folders.dist().canonicalize()?;
        let page = Arc::new(Mutex::new(fingerprint(&dist)));
        let overlays =
            folders.overlays().map(Path::canonicalize).collect::<io::Result<Vec<_>>>()?;
        let mut follower = Follower {
            watcher: watcher.map_err(io::Error::other)?,
            events,
            dist,
            overlays,
            page: page.clone(),
            changes: changes.clone(),
        };
        follower.watch_all().map_err(io::Error::other)?;
        tokio::spawn(follower.run());
        Ok(Self { changes, page })
    }

    pub(crate) fn subscribe(&self) -> broadcast::Receiver<Change> {
        self.changes.subscribe()
    }

    /// A name for the contents of `dist/index.html` as they are.
    pub(crate) fn page(&self) -> String {
        self.page.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

struct Follower {
    watcher: RecommendedWatcher,
    events: mpsc::UnboundedReceiver<Vec<PathBuf>>,
    dist: PathBuf,
    overlays: Vec<PathBuf>,
    page: Arc<Mutex<String>>,
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
        while let Some(paths) = self.next_paths().await {
            if paths.contains(&self.dist) {
                let _ = self.watcher.unwatch(&self.dist);
                let _ = self.watcher.watch(&self.dist, RecursiveMode::NonRecursive);
            }
            if self.page_changed() {
                let _ = self.changes.send(Change::Page);
            }
            if paths.iter().any(|path| self.is_overlaid(path)) {
                let _ = self.changes.send(Change::Data);
            }
        }
    }

    async fn next_paths(&mut self) -> Option<Vec<PathBuf>> {
        let mut paths = self.events.recv().await?;
        let last = Instant::now() + LONGEST;
        loop {
            let quiet = last.min(Instant::now() + QUIET);
            match timeout_at(quiet, self.events.recv()).await {
                Ok(Some(more)) => paths.extend(more),
                Ok(None) | Err(_) => return Some(paths),
            }
        }
    }

    fn page_changed(&self) -> bool {
        let now = fingerprint(&self.dist);
        let mut page = self.page.lock().unwrap_or_else(PoisonError::into_inner);
        let changed = !now.is_empty() && *page != now;
        if changed {
            *page = now;
        }
        changed
    }

    fn is_overlaid(&self, path: &Path) -> bool {
        self.overlays.iter().any(|overlay| path.starts_with(overlay))
    }
}

fn fingerprint(dist: &Path) -> String {
    let Ok(page) = std::fs::read(dist.join("index.html")) else {
        return String::new();
    };
    let mut hasher = DefaultHasher::new();
    page.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
