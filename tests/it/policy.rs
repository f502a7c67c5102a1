use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};
use view::QUESTION_STYLES;

use crate::files;

#[test]
fn hosts_allow_the_styles_that_the_page_has_in_itself() {
    let hash = BASE64_STANDARD.encode(Sha256::digest(QUESTION_STYLES.concat()));
    let allowed = format!("'sha256-{hash}'");
    for path in ["hosting/nginx.conf", "hosting/htaccess", "hosting/headers", "docs/hosting.md"] {
        let text = files::text(path);
        let named: Vec<&str> = text.split("'sha256-").skip(1).collect();
        assert!(
            named.len() == 1 && text.contains(&allowed),
            "{path} allows other styles than those of the page: write {allowed} behind style-src"
        );
    }
}
