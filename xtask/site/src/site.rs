use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use tokio::sync::watch;

use crate::compressed::Compressed;
use crate::files::Folders;
use crate::handle::Server;
use crate::live::Live;
use crate::overrides::Overrides;
use crate::path::{key, prefix};
use crate::port::Port;
use crate::requests::Log;
use crate::running::Running;
use crate::throttle::Throttle;

/// What is to be served. Every path given here begins with `/` and is counted from the site's own
/// root, whatever sub-path [`Site::under`] puts it under.
#[derive(Debug)]
pub struct Site {
    folders: Folders,
    overrides: Overrides,
    headers: HeaderMap,
    prefix: String,
    port: u16,
    brotli: bool,
    live: bool,
    throttle: Option<Arc<Throttle>>,
}

impl Site {
    /// A site that serves the files of `dist`, under `/`, on a port that the system picks.
    pub fn new(dist: impl Into<PathBuf>) -> Self {
        Self {
            folders: Folders::new(dist.into()),
            overrides: Overrides::default(),
            headers: HeaderMap::new(),
            prefix: "/".to_owned(),
            port: 0,
            brotli: false,
            live: false,
            throttle: None,
        }
    }

    /// Serves what is under `path` from `folder`, where it has the file, before `dist`.
    #[must_use]
    pub fn overlay(mut self, path: &str, folder: impl Into<PathBuf>) -> Self {
        self.folders.overlay(path, folder.into());
        self
    }

    /// Serves `body` instead of the file at `path`.
    #[must_use]
    pub fn file(mut self, path: &str, body: impl Into<Vec<u8>>) -> Self {
        self.overrides.at(key(path)).set_body(body.into());
        self
    }

    /// Answers `path` with 404.
    #[must_use]
    pub fn missing(mut self, path: &str) -> Self {
        self.overrides.at(key(path)).set_missing();
        self
    }

    /// Serves `path` with this `Content-Type` instead of the right one.
    #[must_use]
    pub fn content_type(mut self, path: &str, content_type: &str) -> Self {
        self.overrides.at(key(path)).set_content_type(content_type);
        self
    }

    /// Adds a header to every answer.
    ///
    /// # Panics
    ///
    /// If `name` or `value` is not one that HTTP allows.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let name: HeaderName = name.parse().expect("a header name that HTTP allows");
        let value: HeaderValue = value.parse().expect("a header value that HTTP allows");
        self.headers.append(name, value);
        self
    }

    /// Serves the site from a sub-path such as `/some/clinic/`; all else is 404.
    #[must_use]
    pub fn under(mut self, sub_path: &str) -> Self {
        self.prefix = prefix(sub_path);
        self
    }

    /// Whether a browser that accepts brotli gets it: what the build wrote as `.br` beside a file,
    /// else compressed once (quality 11) and kept, what was given by [`Site::file`] at the start.
    #[must_use]
    pub fn brotli(mut self, brotli: bool) -> Self {
        self.brotli = brotli;
        self
    }

    /// Lets no more than so many bytes a second go out, all answers together.
    #[must_use]
    pub fn bandwidth(mut self, bytes_per_second: u32) -> Self {
        self.throttle = Some(Arc::new(Throttle::new(bytes_per_second)));
        self
    }

    /// Whether an open page hears of changed files: `skin-quiz:refresh` on its window when a file of
    /// an overlay changes, a reload when its own file in `dist` does.
    #[must_use]
    pub fn live(mut self, live: bool) -> Self {
        self.live = live;
        self
    }

    /// Listens on this port, or on the next free one above it.
    #[must_use]
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Starts to serve.
    ///
    /// # Errors
    ///
    /// If `dist` or an overlay's folder is not there, if no port is free, or if a live site's
    /// folders cannot be watched.
    pub async fn start(self) -> io::Result<Running> {
        let port = Port::open(self.port).await?;
        let running = port.serve(self).await?;
        Ok(running.with_port(port))
    }

    pub(crate) fn prefix(&self) -> &str {
        &self.prefix
    }

    pub(crate) async fn server(self, stopped: watch::Receiver<bool>) -> io::Result<Server> {
        self.folders.check()?;
        let live = if self.live { Some(Live::watch(&self.folders)?) } else { None };
        let compressed =
            if self.brotli { Some(Compressed::of(self.overrides.given()).await?) } else { None };
        Ok(Server {
            prefix: self.prefix,
            folders: self.folders,
            headers: self.headers,
            overrides: self.overrides.into(),
            compressed,
            live,
            throttle: self.throttle,
            log: Log::default(),
            stopped,
        })
    }
}
