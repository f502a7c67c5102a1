use percent_encoding::percent_decode_str;

/// Decodes a request's path, or gives `None` where it is one that no file can have or that could
/// lead out of the folder.
pub(crate) fn decode(raw: &str) -> Option<String> {
    let decoded = percent_decode_str(raw).decode_utf8().ok()?;
    let inner = decoded.strip_prefix('/')?;
    let inner = inner.strip_suffix('/').unwrap_or(inner);
    let safe = inner.is_empty() || inner.split('/').all(is_plain);
    safe.then(|| decoded.into_owned())
}

/// The name that a path goes by among the overrides: a folder goes by its `index.html`.
pub(crate) fn key(path: &str) -> String {
    let name = if path.ends_with('/') { "index.html" } else { "" };
    format!("{path}{name}")
}

/// A sub-path with a `/` at both ends.
pub(crate) fn prefix(sub_path: &str) -> String {
    match sub_path.trim_matches('/') {
        "" => "/".to_owned(),
        inner => format!("/{inner}/"),
    }
}

fn is_plain(part: &str) -> bool {
    !matches!(part, "" | "." | "..") && !part.contains(['\\', '\0', ':'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_leads_out_is_refused() {
        for raw in [
            "/../Cargo.toml",
            "/data/../../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/data/%2e%2e%2f%2e%2e%2fCargo.toml",
            "/..%5cCargo.toml",
            "//etc/passwd",
            "/data//etc/passwd",
            "/./index.html",
            "/a%00b",
            "/c:/windows",
            "/%ff",
            "relative",
        ] {
            assert_eq!(decode(raw), None, "{raw}");
        }
    }

    #[test]
    fn an_ordinary_path_is_decoded() {
        for (raw, expected) in [
            ("/", "/"),
            ("/index.html", "/index.html"),
            ("/demo/", "/demo/"),
            ("/a%20b/c..d.svg", "/a b/c..d.svg"),
        ] {
            assert_eq!(decode(raw).as_deref(), Some(expected));
        }
    }

    #[test]
    fn a_sub_path_has_a_slash_at_both_ends() {
        for (given, expected) in [("", "/"), ("/", "/"), ("a/b", "/a/b/"), ("/a/", "/a/")] {
            assert_eq!(prefix(given), expected);
        }
    }
}
