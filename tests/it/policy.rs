use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};
use view::QUESTION_STYLES;

use crate::files;

#[test]
fn hosts_allow_what_the_page_has_in_itself() {
    let script = files::text("crates/prerender/src/another_quiz.js");
    for (directive, content) in [("script-src", script), ("style-src", QUESTION_STYLES.concat())] {
        let hash = BASE64_STANDARD.encode(Sha256::digest(content));
        let allowed = format!("'sha256-{hash}'");
        for path in ["hosting/nginx.conf", "hosting/htaccess", "hosting/headers", "docs/hosting.md"]
        {
            let text = files::text(path);
            let policy = text.split(&format!("; {directive} ")).nth(1).expect("the directive");
            let named = policy.split(';').next().unwrap_or_default().matches("'sha256-").count();
            assert!(
                named == 1 && policy.contains(&allowed),
                "{path} allows something else than the page has: write {allowed} behind {directive}"
            );
        }
    }
}

#[test]
fn a_page_that_lets_in_only_what_allows_it_can_show_the_quiz() {
    let headers = [
        ["Cross-Origin-Embedder-Policy", "require-corp"],
        ["Cross-Origin-Resource-Policy", "cross-origin"],
    ];
    // A location of nginx with headers of its own has none of those around it.
    for (path, times) in
        [("hosting/nginx.conf", 2), ("hosting/htaccess", 1), ("hosting/headers", 1)]
    {
        let text = files::text(path);
        for [name, value] in headers {
            let says = |line: &&str| line.contains(name) && line.contains(value);
            let found = text.lines().filter(says).count();
            assert_eq!(found, times, "{path} says {name}: {value} so many times");
        }
    }
}
