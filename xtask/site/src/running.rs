use std::io;
use std::sync::Arc;

use tokio::sync::watch;

use crate::handle::Server;
use crate::overrides::Hold;
use crate::path::key;
use crate::port::Port;
use crate::requests::Logged;

/// A site that is being served. When this is dropped it stops, and with it the port that it has to itself.
#[derive(Debug)]
pub struct Running {
    url: String,
    server: Arc<Server>,
    stop: watch::Sender<bool>,
    port: Option<Port>,
}

impl Running {
    pub(crate) fn new(url: String, server: Arc<Server>, stop: watch::Sender<bool>) -> Self {
        Self { url, server, stop, port: None }
    }

    /// Lets the site have its port to itself.
    pub(crate) fn with_port(mut self, port: Port) -> Self {
        self.port = Some(port);
        self
    }

    /// The site's address, with its sub-path and a `/` at the end.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Every request so far, the oldest first.
    pub fn requests(&self) -> Vec<Logged> {
        self.server.log.all()
    }

    /// Forgets the requests so far.
    pub fn clear_requests(&self) {
        self.server.log.clear();
    }

    /// From now on serves `body` at `path`.
    pub fn set_file(&self, path: &str, body: impl Into<Vec<u8>>) {
        self.server.overrides().at(key(path)).set_body(body.into());
    }

    /// From now on answers `path` with 404.
    pub fn set_missing(&self, path: &str) {
        self.server.overrides().at(key(path)).set_missing();
    }

    /// From now on serves `path` with this `Content-Type`.
    pub fn set_content_type(&self, path: &str, content_type: &str) {
        self.server.overrides().at(key(path)).set_content_type(content_type);
    }

    /// From now on holds back every answer to `path`, until the handle is released or dropped.
    #[must_use = "the answers are held back only while the handle lives"]
    pub fn hold(&self, path: &str) -> Hold {
        self.server.overrides().at(key(path)).hold()
    }

    /// Serves `path` as it is on disk again.
    pub fn restore(&self, path: &str) {
        self.server.overrides().remove(&key(path));
    }

    /// Stops; answers that are held back are never given.
    pub fn shut(&self) {
        self.stop.send_replace(true);
        if let Some(port) = &self.port {
            port.close();
        }
    }

    /// Stops and waits until the port is closed and every connection ended.
    ///
    /// # Errors
    ///
    /// What the server failed of, if it did.
    pub async fn stop(mut self) -> io::Result<()> {
        self.shut();
        match self.port.take() {
            Some(port) => port.closed().await,
            None => Ok(()),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop.send_replace(true);
    }
}
