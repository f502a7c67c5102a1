use percent_encoding::percent_decode_str;

/// Decodes a request's path; gives `None` if it is not UTF-8 or has an empty part, which no file has.
pub(crate) fn decode(raw: &str) -> Option<String> {
    let decoded = percent_decode_str(raw).decode_utf8().ok()?;
    let is_file = decoded.starts_with('/') && !decoded.contains("//");
    is_file.then(|| decoded.into_owned())
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

#[cfg(test)]
mod tests {
    use super::*;

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
        for raw in ["//etc/passwd", "/data//a.json", "/%ff", "relative"] {
            assert_eq!(decode(raw), None, "{raw}");
        }
    }

    #[test]
    fn a_sub_path_has_a_slash_at_both_ends() {
        for (given, expected) in [("", "/"), ("/", "/"), ("a/b", "/a/b/"), ("/a/", "/a/")] {
            assert_eq!(prefix(given), expected);
        }
    }
}
