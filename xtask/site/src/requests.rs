use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::http::HeaderMap;
use axum::http::request::Parts;

/// A request that reached the server.
#[derive(Clone, Debug)]
pub struct Logged {
    /// `GET`, `HEAD` and so on.
    pub method: String,
    /// The whole path as the browser sent it, with the sub-path and percent signs.
    pub path: String,
    /// What followed the `?`, if there was one.
    pub query: Option<String>,
    /// The request's headers; their names are in lower case.
    pub headers: HeaderMap,
    sent: Arc<AtomicU64>,
}

impl Logged {
    /// The length of the answer's body as it was sent, in bytes; 0 until it is sent.
    pub fn sent(&self) -> u64 {
        self.sent.load(Ordering::Relaxed)
    }
}

/// Where the length of an answer is noted.
#[derive(Debug)]
pub(crate) struct Note(Arc<AtomicU64>);

impl Note {
    pub(crate) fn sent(&self, bytes: u64) {
        self.0.store(bytes, Ordering::Relaxed);
    }
}

#[derive(Debug, Default)]
pub(crate) struct Log(Mutex<Vec<Logged>>);

impl Log {
    pub(crate) fn add(&self, asked: &Parts) -> Note {
        let sent = Arc::<AtomicU64>::default();
        self.entries().push(Logged {
            sent: sent.clone(),
            method: asked.method.to_string(),
            path: asked.uri.path().to_owned(),
            query: asked.uri.query().map(str::to_owned),
            headers: asked.headers.clone(),
        });
        Note(sent)
    }

    pub(crate) fn all(&self) -> Vec<Logged> {
        self.entries().clone()
    }

    pub(crate) fn clear(&self) {
        self.entries().clear();
    }

    fn entries(&self) -> MutexGuard<'_, Vec<Logged>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
