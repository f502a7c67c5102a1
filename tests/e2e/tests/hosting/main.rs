//! What the real nginx sends with the shipped configuration, and that the other hosts' files say the
//! same. No browser is needed.

/// An answer, as it comes over the wire.
mod answer;
/// What becomes of a visit without a file.
#[expect(dead_code, reason = "the browser tests visit, here the list is compared with the build")]
#[path = "../browser/missing/cases.rs"]
mod cases;
/// The policies of all hosts.
mod policy;

use std::collections::{BTreeSet, HashMap};
use std::fs;

use anyhow::{Context, Result, ensure};
use e2e::{Files, Nginx};

use answer::Answer;
use cases::{CASES, FOR_NO_VISITOR};

const CLINIC: &str = "https://www.skin.example";
const FOREVER: &str = "public, max-age=31536000, immutable";
const ASKED_AGAIN: &str = "public, max-age=0, s-maxage=60, must-revalidate";

/// The site behind nginx.
struct Server {
    nginx: Nginx,
    files: Files,
}

impl Server {
    async fn start() -> Result<Self> {
        let files = Files::from_env()?;
        Ok(Self { nginx: Nginx::start(files.folder(), CLINIC).await?, files })
    }

    async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Result<Answer> {
        answer::get(self.nginx.url(), path, headers).await
    }

    fn made(&self) -> [&str; 6] {
        let files = &self.files;
        let styles = [&*files.style, &files.whole_style];
        [styles[0], styles[1], &files.start, &files.program, &files.wasm, &files.later]
    }
}

#[tokio::test]
async fn every_file_of_a_visit_has_its_type_and_may_be_read_in_a_frame() -> Result<()> {
    let server = Server::start().await?;
    let types = HashMap::from([
        ("html", "text/html; charset=utf-8"),
        ("css", "text/css; charset=utf-8"),
        ("js", "text/javascript; charset=utf-8"),
        ("wasm", "application/wasm"),
        ("json", "application/json"),
        ("svg", "image/svg+xml"),
    ]);
    for path in server.files.first_load()? {
        let answer = server.get(&path, &[]).await?;
        let extension = if path == "/" { "html" } else { path.rsplit('.').next().unwrap_or("") };
        ensure!(answer.status == 200, "{path}: {}", answer.status);
        ensure!(answer.header("content-type") == types[extension], "{path}: {answer:?}");
        ensure!(answer.header("access-control-allow-origin") == "*", "{path}: {answer:?}");
        ensure!(answer.header("x-content-type-options") == "nosniff", "{path}: {answer:?}");
        let policies = ["cross-origin-resource-policy", "cross-origin-embedder-policy"];
        let policies = policies.map(|name| answer.header(name));
        ensure!(policies == ["cross-origin", "require-corp"], "{path}: {answer:?}");
    }
    Ok(())
}

#[tokio::test]
async fn what_is_made_is_sent_as_the_build_compressed_it() -> Result<()> {
    let server = Server::start().await?;
    let page = ["/index.html", "/embed.js"];
    for path in server.made().into_iter().chain(page) {
        for (accepted, coding, ending) in
            [("gzip, deflate, br", "br", ".br"), ("gzip", "gzip", ".gz"), ("identity", "", "")]
        {
            let answer = server.get(path, &[("Accept-Encoding", accepted)]).await?;
            ensure!(answer.header("content-encoding") == coding, "{path}: {answer:?}");
            ensure!(answer.header("vary") == "Accept-Encoding", "{path}: {answer:?}");
            let file = server.files.folder().join(format!("{}{ending}", &path[1..]));
            ensure!(answer.body == fs::read(&file)?, "{path} is not {}", file.display());
        }
    }
    Ok(())
}

#[tokio::test]
async fn what_staff_edit_is_compressed_on_its_way() -> Result<()> {
    let server = Server::start().await?;
    for path in [&server.files.quiz, &server.files.text] {
        let answer = server.get(path, &[("Accept-Encoding", "gzip, deflate, br")]).await?;
        ensure!(answer.header("content-encoding") == "gzip", "{path}: {answer:?}");
        let plain = server.get(path, &[]).await?;
        ensure!(answer.body.len() < plain.body.len() / 2, "{path}: {}", answer.body.len());
        ensure!(plain.body == server.files.read(path)?.into_bytes(), "{path} is another file");
    }
    Ok(())
}

#[tokio::test]
async fn a_hashed_file_is_kept_for_ever_and_the_rest_is_asked_for_again() -> Result<()> {
    let server = Server::start().await?;
    for path in server.made() {
        let answer = server.get(path, &[]).await?;
        ensure!(answer.header("cache-control") == FOREVER, "{path}: {answer:?}");
    }
    for path in server.files.first_load()? {
        if server.made().contains(&path.as_str()) {
            continue;
        }
        let headers = [("Accept-Encoding", "gzip")];
        let first = server.get(&path, &headers).await?;
        ensure!(first.header("cache-control") == ASKED_AGAIN, "{path}: {first:?}");
        let tag = ("If-None-Match", first.header("etag"));
        let again = server.get(&path, &[headers[0], tag]).await?;
        ensure!(again.status == 304 && again.body.is_empty(), "{path}: {again:?}");
        ensure!(again.header("access-control-allow-origin") == "*", "{path}: {again:?}");
        ensure!(!again.header("content-security-policy").is_empty(), "{path}: {again:?}");
    }
    Ok(())
}

#[tokio::test]
async fn a_missing_file_can_be_told_of_and_is_not_kept() -> Result<()> {
    let server = Server::start().await?;
    for path in ["/quiz-0123456789abcdef.js", "/data/none.json"] {
        let answer = server.get(path, &[]).await?;
        ensure!(answer.status == 404, "{path}: {}", answer.status);
        ensure!(answer.header("access-control-allow-origin") == "*", "{path}: {answer:?}");
        ensure!(!answer.header("cache-control").contains("immutable"), "{path}: {answer:?}");
    }
    for path in ["/.htaccess", "/_headers", "/../nginx.conf"] {
        ensure!(server.get(path, &[]).await?.status >= 400, "{path} is sent");
    }
    Ok(())
}

#[tokio::test]
async fn the_policy_names_origin_and_clinic_and_allows_no_more() -> Result<()> {
    let server = Server::start().await?;
    let answer = server.get("/", &[]).await?;
    let origin = server.nginx.url().trim_end_matches('/');
    let [script, styles] = ["script-src", "style-src"].map(|it| server.files.allowed_hash(it));
    let [script, styles] = [script?, styles?].map(|hash| format!("'sha256-{hash}'"));
    let expected = format!(
        "default-src 'none'; script-src 'self' {origin} 'wasm-unsafe-eval' {script}; style-src 'self' {origin} {styles}; \
         img-src 'self' {origin} data:; connect-src 'self' {origin}; base-uri 'none'; \
         form-action 'none'; frame-ancestors 'self' {CLINIC}"
    );
    ensure!(answer.header("content-security-policy") == expected, "{answer:?}");
    ensure!(answer.header("referrer-policy") == "no-referrer", "{answer:?}");
    let file = fs::read_to_string(server.files.folder().join("_headers")).context("no _headers")?;
    for path in server.made() {
        let rule = format!("\n{path}\n  Cache-Control: {FOREVER}\n");
        ensure!(file.contains(&rule), "_headers lacks {rule}");
    }
    Ok(())
}

#[test]
fn every_file_of_the_build_has_a_case_of_being_missing() -> Result<()> {
    let there: BTreeSet<String> =
        cases::files(Files::from_env()?.folder())?.iter().map(|path| cases::kind(path)).collect();
    let known = CASES.iter().flat_map(|case| case.missing).chain(FOR_NO_VISITOR);
    let known: BTreeSet<String> = known.map(|&kind| kind.to_owned()).collect();
    let unknown: Vec<&String> = there.difference(&known).collect();
    let gone: Vec<&String> = known.difference(&there).collect();
    ensure!(
        unknown.is_empty() && gone.is_empty(),
        "what becomes of a visit without {unknown:?}? And what are {gone:?}?"
    );
    Ok(())
}
