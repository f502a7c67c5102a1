use std::sync::{Mutex, MutexGuard, PoisonError};

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
}

#[derive(Debug, Default)]
pub(crate) struct Log(Mutex<Vec<Logged>>);

impl Log {
    pub(crate) fn add(&self, asked: &Parts) {
        self.entries().push(Logged {
            method: asked.method.to_string(),
            path: asked.uri.path().to_owned(),
            query: asked.uri.query().map(str::to_owned),
            headers: asked.headers.clone(),
        });
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
