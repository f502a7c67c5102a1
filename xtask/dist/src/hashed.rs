/// Whether a file's name holds a hash of what is in it, as in `quiz-0a1b2c3d4e5f6071_bg.wasm`.
/// The patterns in `hosting/` say the same.
pub fn is_hashed(name: &str) -> bool {
    parts(name).is_some_and(|(hash, after)| {
        (8..=16).contains(&hash.len())
            && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
            && after.bytes().all(|byte| byte.is_ascii_lowercase())
    })
}

/// The hash, and what follows it behind an underscore.
fn parts(name: &str) -> Option<(&str, &str)> {
    let (stem, extension) = name.rsplit_once('.')?;
    if !matches!(extension, "css" | "js" | "wasm") {
        return None;
    }
    let last = stem.rsplit_once('-')?.1;
    match last.split_once('_') {
        Some((_, "")) => None,
        Some(both) => Some(both),
        None => Some((last, "")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_told_from_a_word() {
        for name in ["quiz-0a1b2c3d4e5f6071.js", "quiz-a1b2c3d4_bg.wasm", "a-b-8d2e91ab.css"] {
            assert!(is_hashed(name), "{name}");
        }
        for name in [
            "index.html",
            "embed.js",
            "quiz-0a1b2c3.js",
            "quiz-0a1b2c3d4e5f60712.js",
            "quiz-0A1B2C3D.js",
            "quiz-0a1b2c3d_.js",
            "quiz-0a1b2c3d.json",
            "quiz-0a1b2c3d.js.br",
        ] {
            assert!(!is_hashed(name), "{name}");
        }
    }
}
