use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;

use axum::body::Body;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LOCATION,
    VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::compressed::Compressed;

/// A file on its way to the browser.
pub(crate) struct Answer<'a> {
    pub(crate) body: Vec<u8>,
    /// The same, compressed, where that is there.
    pub(crate) brotli: Option<Vec<u8>>,
    pub(crate) content_type: String,
    pub(crate) immutable: bool,
    /// Those that the site adds. They are part of what the `ETag` stands for, as a browser keeps the headers
    /// of the answer it has when it is told that nothing changed.
    pub(crate) headers: &'a HeaderMap,
}

impl Answer<'_> {
    pub(crate) async fn into_response(
        self,
        asked: &HeaderMap,
        compressed: Option<&Compressed>,
    ) -> io::Result<Response> {
        let etag = etag(&self.body);
        let whole = self.etag_with_headers(&etag);
        let compressed = compressed.filter(|_| is_text_like(&self.content_type));
        let brotli = compressed.filter(|_| accepts_brotli(asked));
        let shown = match brotli {
            Some(_) => format!("\"{whole}-br\""),
            None => format!("\"{whole}\""),
        };
        let mut response = if asked.get(IF_NONE_MATCH).is_some_and(|old| *old == shown) {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            let body = match (brotli, self.brotli) {
                (Some(_), Some(small)) => small,
                (Some(brotli), None) => brotli.get(&etag, self.body).await?,
                (None, _) => self.body,
            };
            let mut full = Response::new(Body::from(body));
            full.headers_mut().insert(CONTENT_TYPE, header_value(&self.content_type));
            if brotli.is_some() {
                full.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static("br"));
            }
            full
        };
        let headers = response.headers_mut();
        headers.insert(ETAG, header_value(&shown));
        headers.insert(CACHE_CONTROL, cache_control(self.immutable));
        if compressed.is_some() {
            headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
        }
        Ok(response)
    }

    fn etag_with_headers(&self, body: &str) -> String {
        let mut hasher = DefaultHasher::new();
        (body, &self.content_type).hash(&mut hasher);
        for (name, value) in self.headers {
            (name, value).hash(&mut hasher);
        }
        format!("{:016x}", hasher.finish())
    }
}

pub(crate) fn not_found(path: &str) -> Response {
    let text = format!("nothing is served at {path}\n");
    (StatusCode::NOT_FOUND, no_store(), text).into_response()
}

pub(crate) fn redirect(to: &str) -> Response {
    let headers = [(LOCATION, header_value(to))];
    (StatusCode::TEMPORARY_REDIRECT, headers).into_response()
}

pub(crate) fn failed(status: StatusCode, why: &str) -> Response {
    (status, no_store(), format!("{why}\n")).into_response()
}

/// The `Content-Type` that a path's ending asks for.
pub(crate) fn content_type_of(path: &str) -> String {
    let mime = mime_guess::from_path(path).first_or_octet_stream();
    match mime.essence_str() {
        text if text.starts_with("text/") => format!("{text}; charset=utf-8"),
        other => other.to_owned(),
    }
}

/// Whether a file's name holds a hash of what is in it, as in `quiz-0a1b2c3d4e5f.js`.
pub(crate) fn has_hash(path: &str) -> bool {
    path.rsplit('/').next().unwrap_or_default().split(['-', '_', '.']).any(is_hash)
}

fn is_hash(part: &str) -> bool {
    part.len() >= 8
        && part.bytes().all(|byte| byte.is_ascii_hexdigit())
        && part.bytes().any(|byte| byte.is_ascii_digit())
        && part.bytes().any(|byte| byte.is_ascii_alphabetic())
}

fn is_text_like(content_type: &str) -> bool {
    const ENDINGS: [&str; 5] = ["wasm", "json", "javascript", "xml", "manifest"];
    content_type.starts_with("text/") || ENDINGS.iter().any(|ending| content_type.ends_with(ending))
}

fn accepts_brotli(asked: &HeaderMap) -> bool {
    asked
        .get_all(ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|coding| coding.split(';').next().map(str::trim) == Some("br"))
}

pub(crate) fn etag(body: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    body.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

fn cache_control(immutable: bool) -> HeaderValue {
    HeaderValue::from_static(if immutable {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    })
}

fn no_store() -> [(axum::http::HeaderName, HeaderValue); 1] {
    [(CACHE_CONTROL, HeaderValue::from_static("no-store"))]
}

fn header_value(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).unwrap_or_else(|_| HeaderValue::from_static(""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_the_ones_that_browsers_ask_for() {
        for (path, expected) in [
            ("/index.html", "text/html; charset=utf-8"),
            ("/a.js", "text/javascript; charset=utf-8"),
            ("/a.css", "text/css; charset=utf-8"),
            ("/a_bg.wasm", "application/wasm"),
            ("/data/a.json", "application/json"),
            ("/a.svg", "image/svg+xml"),
            ("/a.png", "image/png"),
            ("/a.webp", "image/webp"),
            ("/a.ico", "image/x-icon"),
            ("/a.woff2", "font/woff2"),
            ("/a.unheard", "application/octet-stream"),
        ] {
            assert_eq!(content_type_of(path), expected, "{path}");
        }
    }

    #[test]
    fn a_hash_is_told_from_a_word() {
        for path in
            ["/quiz-0a1b2c3d4e5f6071.js", "/quiz-a1b2c3d4e5f6071_bg.wasm", "/style.8d2e91ab.css"]
        {
            assert!(has_hash(path), "{path}");
        }
        for path in [
            "/index.html",
            "/data/microneedling.json",
            "/plan-20260101.json",
            "/deadbeef.svg",
            "/0a1b2c3d4e5f6071/index.html",
        ] {
            assert!(!has_hash(path), "{path}");
        }
    }

    #[test]
    fn brotli_goes_only_to_those_who_take_it() {
        for (value, expected) in
            [("gzip, deflate, br", true), ("br;q=1.0", true), ("gzip", false), ("brotli", false)]
        {
            let asked = HeaderMap::from_iter([(ACCEPT_ENCODING, header_value(value))]);
            assert_eq!(accepts_brotli(&asked), expected, "{value}");
        }
    }
}
