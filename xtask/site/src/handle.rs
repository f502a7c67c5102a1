use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use axum::body::HttpBody;
use axum::extract::{Request, State};
use axum::http::header::{ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_ORIGIN};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use tokio::sync::watch;

use crate::answer::{Answer, content_type_of, failed, has_hash, not_found, redirect};
use crate::compressed::Compressed;
use crate::files::{Folders, Found};
use crate::line::Line;
use crate::live::{self, Live};
use crate::overrides::{Body, Overrides};
use crate::path::{decode, key};
use crate::requests::Log;

/// All that a running server needs to answer.
#[derive(Debug)]
pub(crate) struct Server {
    pub(crate) prefix: String,
    pub(crate) folders: Folders,
    pub(crate) headers: HeaderMap,
    pub(crate) overrides: Mutex<Overrides>,
    pub(crate) compressed: Option<Compressed>,
    pub(crate) live: Option<Live>,
    pub(crate) line: Option<Arc<Line>>,
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
    note.sent(response.body().size_hint().exact().unwrap_or_default());
    match &server.line {
        Some(line) => line.carry(response).await,
        None => response,
    }
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
        (Some(live), live::EVENTS) => live.events(server.stopped.clone()),
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
    let (body, brotli, fixed) = match changed.body {
        Body::Missing => return not_found(path),
        Body::Given(body) => (body.to_vec(), None, false),
        Body::OnDisk => match server.folders.find(path) {
            Found::File { body, brotli, overlaid } => (body, brotli, !overlaid),
            Found::Folder => return redirect(&format!("{}/", asked.uri.path())),
            Found::Nothing => return not_found(path),
        },
    };
    let content_type = changed.content_type.unwrap_or_else(|| content_type_of(&key));
    let live_page = server.live.is_some() && content_type.starts_with("text/html");
    let answer = Answer {
        headers: &server.headers,
        body: if live_page { live::inject(body, &server.prefix) } else { body },
        brotli: brotli.filter(|_| !live_page),
        content_type,
        immutable: fixed && has_hash(path),
    };
    answer
        .into_response(&asked.headers, server.compressed.as_ref())
        .await
        .unwrap_or_else(|error| failed(StatusCode::INTERNAL_SERVER_ERROR, &error.to_string()))
}
