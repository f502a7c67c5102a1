use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use axum::body::{Body, HttpBody, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_ENCODING,
    CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_MODIFIED_SINCE, IF_NONE_MATCH, LAST_MODIFIED, VARY,
};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use tokio::sync::watch;
use tower_http::services::ServeFile;

use crate::answer::{
    accepts_brotli, cache_control, content_type_of, failed, has_hash, header_value, is_text,
    not_found, redirect,
};
use crate::compressed::Compressed;
use crate::files::{Folders, Found};
use crate::live::{self, Live};
use crate::overrides::{self, Overrides};
use crate::path::{decode, key};
use crate::requests::Log;
use crate::throttle::Throttle;

/// All that a running server needs to answer.
#[derive(Debug)]
pub(crate) struct Server {
    pub(crate) prefix: String,
    pub(crate) folders: Folders,
    pub(crate) headers: HeaderMap,
    pub(crate) overrides: Mutex<Overrides>,
    pub(crate) compressed: Option<Compressed>,
    pub(crate) live: Option<Live>,
    pub(crate) throttle: Option<Arc<Throttle>>,
    pub(crate) log: Log,
    pub(crate) stopped: watch::Receiver<bool>,
}

impl Server {
    pub(crate) fn overrides(&self) -> MutexGuard<'_, Overrides> {
        self.overrides.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn stop(&self) {
        let _ = self.stopped.clone().wait_for(|stopped| *stopped).await;
    }
}

/// The site that is served at the moment, if there is one yet.
#[derive(Debug, Default)]
pub(crate) struct Current(RwLock<Option<Arc<Server>>>);

impl Current {
    pub(crate) fn set(&self, server: Arc<Server>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Some(server);
    }

    fn get(&self) -> Option<Arc<Server>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Answers one request.
pub(crate) async fn handle(State(current): State<Arc<Current>>, request: Request) -> Response {
    let (asked, _) = request.into_parts();
    let Some(server) = current.get() else {
        return not_found(asked.uri.path());
    };
    let note = server.log.add(&asked);
    let mut response = match asked.method {
        Method::GET | Method::HEAD => route(&server, &asked).await,
        Method::OPTIONS => StatusCode::NO_CONTENT.into_response(),
        _ => failed(StatusCode::METHOD_NOT_ALLOWED, "only files are served here"),
    };
    let headers = response.headers_mut();
    let anyone = HeaderValue::from_static("*");
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, anyone.clone());
    headers.insert(ACCESS_CONTROL_ALLOW_HEADERS, anyone);
    headers.extend(server.headers.clone());
    note.sent(length(&response));
    match &server.throttle {
        Some(throttle) => throttle.limit(response).await,
        None => response,
    }
}

/// The length of a body in bytes, as far as it is known before it is sent.
fn length(response: &Response) -> u64 {
    let told =
        response.headers().get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok());
    told.or(response.body().size_hint().exact()).unwrap_or_default()
}

async fn route(server: &Server, asked: &Parts) -> Response {
    let raw = asked.uri.path();
    let Some(inner) = raw.strip_prefix(server.prefix.trim_end_matches('/')) else {
        return not_found(raw);
    };
    if inner.is_empty() {
        return redirect(&server.prefix);
    }
    let Some(path) = decode(inner) else {
        return not_found(raw);
    };
    match (&server.live, path.as_str()) {
        (Some(live), live::EVENTS) => live.events(asked.uri.query(), server.stopped.clone()),
        (Some(_), live::SCRIPT) => live::script(),
        _ => serve(server, asked, &path).await,
    }
}

async fn serve(server: &Server, asked: &Parts, path: &str) -> Response {
    let key = key(path);
    let gate = server.overrides().get(&key).gate;
    if let Some(gate) = gate {
        tokio::select! {
            () = gate.pass() => {}
            () = server.stop() => {
                return failed(StatusCode::SERVICE_UNAVAILABLE, "the server was stopped");
            }
        }
    }
    let changed = server.overrides().get(&key);
    let content_type = changed.content_type.unwrap_or_else(|| content_type_of(&key));
    let answer = Answer {
        headers: &server.headers,
        is_live: server.live.is_some() && content_type.starts_with("text/html"),
        compressed: server.compressed.as_ref().filter(|_| is_text(&content_type)),
        content_type,
    };
    let found = match changed.body {
        overrides::Body::Missing => return not_found(path),
        overrides::Body::Given(body) => Ok(Body::from(body.to_vec()).into_response()),
        overrides::Body::OnDisk => match server.folders.find(path) {
            Found::Folder => return redirect(&format!("{}/", asked.uri.path())),
            Found::Nothing => return not_found(path),
            Found::File { path, overlaid } => answer.file(asked, &path, overlaid).await,
        },
    };
    let response = match found {
        Ok(response) => answer.complete(response, asked, &server.prefix).await,
        Err(error) => Err(error),
    };
    response.unwrap_or_else(|error| failed(StatusCode::INTERNAL_SERVER_ERROR, &error.to_string()))
}

/// How a file goes to the browser.
struct Answer<'a> {
    content_type: String,
    /// Those that the site adds.
    headers: &'a HeaderMap,
    /// Whether it is a page that hears of changed files.
    is_live: bool,
    compressed: Option<&'a Compressed>,
}

impl Answer<'_> {
    /// A file, or what the build compressed of it. It is dated by its `ETag` alone.
    async fn file(&self, asked: &Parts, path: &Path, overlaid: bool) -> io::Result<Response> {
        let mut file = ServeFile::new(path);
        if self.compressed.is_some() && !overlaid && !self.is_live {
            file = file.precompressed_br();
        }
        let mut request = Request::from_parts(asked.clone(), Body::empty());
        request.headers_mut().remove(IF_MODIFIED_SINCE);
        let mut response = file.try_call(request).await?.map(Body::new);
        response.headers_mut().remove(LAST_MODIFIED);
        let immutable = !overlaid && has_hash(path);
        response.headers_mut().insert(CACHE_CONTROL, cache_control(immutable));
        Ok(response)
    }

    /// The answer with what this server adds: its script, brotli and headers.
    async fn complete(
        self,
        response: Response,
        asked: &Parts,
        prefix: &str,
    ) -> io::Result<Response> {
        let (mut head, body) = response.into_parts();
        head.headers.entry(CACHE_CONTROL).or_insert(cache_control(false));
        head.headers.insert(CONTENT_TYPE, header_value(&self.content_type));
        if self.compressed.is_some() {
            head.headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
        }
        if asked.method != Method::GET || head.status != StatusCode::OK {
            return Ok(Response::from_parts(head, body));
        }
        let mut whole = bytes(body).await?;
        if self.is_live {
            whole = live::inject(whole, prefix);
        }
        let is_small = head.headers.contains_key(CONTENT_ENCODING);
        let brotli = self.compressed.filter(|_| !is_small && accepts_brotli(&asked.headers));
        let etag = self.etag(&whole, brotli.is_some());
        head.headers.insert(ETAG, etag.clone());
        head.headers.remove(CONTENT_LENGTH);
        if asked.headers.get(IF_NONE_MATCH) == Some(&etag) {
            head.status = StatusCode::NOT_MODIFIED;
            return Ok(Response::from_parts(head, Body::empty()));
        }
        if let Some(brotli) = brotli {
            whole = brotli.get(whole).await?;
            head.headers.insert(CONTENT_ENCODING, HeaderValue::from_static("br"));
        }
        Ok(Response::from_parts(head, whole.into()))
    }

    /// Stands for all of an answer, its headers too: one site after another is served at a port, and a browser
    /// that is told that nothing changed keeps the headers that it has.
    fn etag(&self, body: &[u8], is_brotli: bool) -> HeaderValue {
        let mut hasher = DefaultHasher::new();
        (body, &self.content_type, is_brotli).hash(&mut hasher);
        for (name, value) in self.headers {
            (name, value).hash(&mut hasher);
        }
        header_value(&format!("\"{:016x}\"", hasher.finish()))
    }
}

async fn bytes(body: Body) -> io::Result<Vec<u8>> {
    to_bytes(body, usize::MAX).await.map(Vec::from).map_err(io::Error::other)
}
