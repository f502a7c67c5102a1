use std::convert::Infallible;
use std::io;
use std::time::Duration;

use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use tokio::sync::{broadcast, mpsc};
use tokio_stream::StreamExt;
use tokio_stream::wrappers::UnboundedReceiverStream;

use super::watch::{Change, Watch};
use crate::files::Folders;

/// Where the script is served that a live page loads.
pub(crate) const SCRIPT: &str = "/live.js";
/// Where the stream of changes is served.
pub(crate) const EVENTS: &str = "/live";

const RECONNECT: Duration = Duration::from_millis(300);
/// A browser passes over an event without data.
const NOT_EMPTY: &str = "changed";

/// Tells open pages about changed files.
#[derive(Debug)]
pub(crate) struct Live {
    watch: Watch,
}

impl Live {
    pub(crate) fn watch(folders: &Folders) -> io::Result<Self> {
        let watch = Watch::start(folders)?;
        Ok(Self { watch })
    }

    /// The stream of changes that the page of this file in `dist` has to hear of; it ends when the server
    /// stops.
    pub(crate) fn events(
        &self,
        file: Option<&str>,
        stopped: tokio::sync::watch::Receiver<bool>,
    ) -> Response {
        let file = file.unwrap_or("index.html").to_owned();
        let changes = self.watch.subscribe();
        let (sender, receiver) = mpsc::unbounded_channel();
        let version = self.watch.version(&file);
        let ready = Event::default().event("ready").data(version).retry(RECONNECT);
        if sender.send(ready).is_ok() {
            tokio::spawn(forward(file, changes, sender, stopped));
        }
        let stream = UnboundedReceiverStream::new(receiver).map(Ok::<_, Infallible>);
        Sse::new(stream).keep_alive(KeepAlive::default()).into_response()
    }
}

async fn forward(
    file: String,
    mut changes: broadcast::Receiver<Change>,
    page: mpsc::UnboundedSender<Event>,
    mut stopped: tokio::sync::watch::Receiver<bool>,
) {
    loop {
        let change = tokio::select! {
            change = changes.recv() => change,
            () = page.closed() => return,
            _ = stopped.wait_for(|stopped| *stopped) => return,
        };
        let event = match change {
            Ok(Change::Data) => Event::default().event("refresh").data(NOT_EMPTY),
            Ok(Change::Page(changed)) if changed != file => continue,
            Ok(Change::Page(changed)) => Event::default().event("reload").data(changed),
            Err(broadcast::error::RecvError::Lagged(_)) => {
                Event::default().event("reload").data(&file)
            }
            Err(broadcast::error::RecvError::Closed) => return,
        };
        let _ = page.send(event);
    }
}

/// The script that a live page loads.
pub(crate) fn script() -> Response {
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("text/javascript; charset=utf-8")),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (headers, include_str!("live.js")).into_response()
}

/// Adds the script to a page, before the end of its body.
pub(crate) fn inject(page: Vec<u8>, prefix: &str) -> Vec<u8> {
    let tag = format!("<script type=\"module\" src=\"{prefix}live.js\"></script>");
    let end = b"</body>";
    let at = page
        .windows(end.len())
        .rposition(|window| window.eq_ignore_ascii_case(end))
        .unwrap_or(page.len());
    [&page[..at], tag.as_bytes(), &page[at..]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_goes_before_the_end_of_the_body() {
        let tag = "<script type=\"module\" src=\"/q/live.js\"></script>";
        for (page, expected) in [
            ("<p>a</p></body>", format!("<p>a</p>{tag}</body>")),
            ("a</body>b</BODY>", format!("a</body>b{tag}</BODY>")),
            ("no body", format!("no body{tag}")),
        ] {
            assert_eq!(inject(page.into(), "/q/"), expected.into_bytes());
        }
    }
}
