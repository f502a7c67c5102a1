use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, LOCATION};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use std::path::Path;

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

/// The `Content-Type` of a path's ending, with the encoding of texts.
pub(crate) fn content_type_of(path: &str) -> String {
    let mime = mime_guess::from_path(path).first_or_octet_stream();
    match mime.essence_str() {
        text if text.starts_with("text/") => format!("{text}; charset=utf-8"),
        other => other.to_owned(),
    }
}

/// Whether a file's name holds a hash of what is in it, as in `quiz-0a1b2c3d4e5f.js`.
pub(crate) fn has_hash(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.split(['-', '_', '.']).any(is_hash)
}

fn is_hash(part: &str) -> bool {
    part.len() >= 8
        && part.bytes().all(|byte| byte.is_ascii_hexdigit())
        && part.bytes().any(|byte| byte.is_ascii_digit())
        && part.bytes().any(|byte| byte.is_ascii_alphabetic())
}

pub(crate) fn is_text(content_type: &str) -> bool {
    const ENDINGS: [&str; 5] = ["wasm", "json", "javascript", "xml", "manifest"];
    content_type.starts_with("text/") || ENDINGS.iter().any(|ending| content_type.ends_with(ending))
}

pub(crate) fn accepts_brotli(asked: &HeaderMap) -> bool {
    asked
        .get_all(ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|coding| coding.split(';').next().map(str::trim) == Some("br"))
}

pub(crate) fn cache_control(immutable: bool) -> HeaderValue {
    HeaderValue::from_static(if immutable {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    })
}

fn no_store() -> [(HeaderName, HeaderValue); 1] {
    [(CACHE_CONTROL, HeaderValue::from_static("no-store"))]
}

pub(crate) fn header_value(text: &str) -> HeaderValue {
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
            assert!(has_hash(Path::new(path)), "{path}");
        }
        for path in [
            "/index.html",
            "/data/microneedling.json",
            "/plan-20260101.json",
            "/deadbeef.svg",
            "/0a1b2c3d4e5f6071/index.html",
        ] {
            assert!(!has_hash(Path::new(path)), "{path}");
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
