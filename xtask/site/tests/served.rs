//! The server over a real connection.

mod client;
mod folder;

use client::{get, get_with, open};
use folder::Folder;
use site::{Logged, Port, Running, Site};

async fn start(site: Site) -> Running {
    site.start().await.expect("the site starts")
}

#[tokio::test]
async fn files_come_with_their_type_and_are_never_stale() {
    let dist = Folder::new(&[("index.html", "<p>"), ("quiz-0a1b2c3d4e5f.wasm", "\0asm")]);
    let site = start(Site::new(dist.path())).await;

    let page = get(&site, "/").await;
    assert_eq!((page.status, page.body.as_str()), (200, "<p>"));
    assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
    assert_eq!(page.header("cache-control"), "no-cache");
    assert_eq!(page.header("access-control-allow-origin"), "*");
    let wasm = get(&site, "/quiz-0a1b2c3d4e5f.wasm").await;
    assert_eq!(wasm.header("content-type"), "application/wasm");
    assert!(wasm.header("cache-control").contains("immutable"));
    let again = get_with(&site, "/", &[("If-None-Match", page.header("etag"))]).await;
    assert_eq!((again.status, again.body.as_str()), (304, ""));
}

#[tokio::test]
async fn nothing_outside_the_folder_is_served() {
    let whole = Folder::new(&[("secret.txt", "secret"), ("dist/index.html", "<p>")]);
    let dist = whole.path().join("dist");
    #[cfg(unix)]
    std::os::unix::fs::symlink(whole.path().join("secret.txt"), dist.join("link.txt"))
        .expect("a link");
    let site = start(Site::new(&dist).overlay("/data", &dist)).await;

    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/data/../../secret.txt",
        "/..%2fsecret.txt",
        "//../secret.txt",
        "/link.txt",
    ] {
        let answer = get(&site, path).await;
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.body.contains("secret\n"), "{path}");
    }
}

#[tokio::test]
async fn an_overlay_comes_before_dist_and_an_override_before_both() {
    let dist = Folder::new(&[("data/a.json", "dist"), ("data/b.json", "dist")]);
    let data = Folder::new(&[("a.json", "overlay")]);
    let site = start(Site::new(dist.path()).overlay("/data", data.path())).await;

    assert_eq!(get(&site, "/data/a.json").await.body, "overlay");
    assert_eq!(get(&site, "/data/b.json").await.body, "dist");
    site.set_file("/data/a.json", "given");
    assert_eq!(get(&site, "/data/a.json").await.body, "given");
    site.set_missing("/data/a.json");
    assert_eq!(get(&site, "/data/a.json").await.status, 404);
    site.set_content_type("/data/b.json", "text/plain");
    let plain = get(&site, "/data/b.json").await;
    assert_eq!(plain.header("content-type"), "text/plain");
    site.restore("/data/a.json");
    assert_eq!(get(&site, "/data/a.json").await.body, "overlay");
}

#[tokio::test]
async fn a_folder_leads_to_its_index() {
    let dist = Folder::new(&[("demo/index.html", "demo")]);
    let site = start(Site::new(dist.path()).under("/some/clinic")).await;

    assert!(site.url().ends_with("/some/clinic/"));
    let bare = get(&site, "/some/clinic/demo").await;
    assert_eq!(bare.status, 307);
    assert_eq!(bare.header("location"), "/some/clinic/demo/");
    assert_eq!(get(&site, "/some/clinic/demo/").await.body, "demo");
    assert_eq!(get(&site, "/some/clinic").await.status, 307);
    assert_eq!(get(&site, "/demo/").await.status, 404);
}

#[tokio::test]
async fn brotli_is_what_was_compressed() {
    let text = "the same words again and again ".repeat(50);
    let dist = Folder::new(&[("a.txt", &text)]);
    let site = start(Site::new(dist.path()).brotli(true)).await;

    let small = get_with(&site, "/a.txt", &[("Accept-Encoding", "gzip, br")]).await;
    assert_eq!(small.header("content-encoding"), "br");
    let mut whole = Vec::new();
    brotli::BrotliDecompress(&mut small.bytes.as_slice(), &mut whole).expect("valid brotli");
    assert_eq!(whole, text.as_bytes());
    assert_eq!(get(&site, "/a.txt").await.body, text);
}

#[tokio::test]
async fn what_the_build_compressed_is_sent_as_it_is() {
    let dist = Folder::new(&[("a.css", "a {}"), ("a.css.br", "of the build"), ("b.css", "b {}")]);
    let site = start(Site::new(dist.path()).brotli(true).file("/b.css", "given {}")).await;

    let take = [("Accept-Encoding", "br")];
    assert_eq!(get_with(&site, "/a.css", &take).await.body, "of the build");
    assert_eq!(get(&site, "/a.css").await.body, "a {}");
    site.set_file("/a.css", "changed {}");
    assert_ne!(get_with(&site, "/a.css", &take).await.body, "of the build");
    let given = get_with(&site, "/b.css", &take).await;
    assert_eq!(given.header("content-encoding"), "br");
    let sent: Vec<u64> = site.requests().iter().map(Logged::sent).collect();
    assert_eq!(sent[..2], [12, 4]);
    assert_eq!(sent[3], given.bytes.len() as u64);
}

#[tokio::test]
async fn requests_and_added_headers_are_as_sent() {
    let dist = Folder::new(&[("index.html", "<p>")]);
    let site = start(Site::new(dist.path()).header("X-Clinic", "a")).await;

    let page = get_with(&site, "/?a=1", &[("Cookie", "b=2")]).await;
    assert_eq!(page.header("x-clinic"), "a");
    let logged = site.requests();
    assert_eq!(logged.len(), 1);
    assert_eq!((&*logged[0].method, &*logged[0].path), ("GET", "/"));
    assert_eq!(logged[0].query.as_deref(), Some("a=1"));
    assert_eq!(logged[0].headers["cookie"], "b=2");
    site.clear_requests();
    assert!(site.requests().is_empty());
}

#[tokio::test]
async fn a_held_answer_waits_and_then_tells_what_is_there_now() {
    let dist = Folder::new(&[("a.json", "old")]);
    let site = start(Site::new(dist.path())).await;

    let hold = site.hold("/a.json");
    let (answer, ()) = tokio::join!(get(&site, "/a.json"), async {
        hold.arrived().await;
        site.set_file("/a.json", "new");
        hold.release();
    });
    assert_eq!(answer.body, "new");
    assert_eq!(get(&site, "/a.json").await.body, "new");
}

#[tokio::test]
async fn one_site_after_another_is_served_at_a_port() {
    let dist = Folder::new(&[("a.txt", "on disk"), ("b.txt", "on disk")]);
    let port = Port::open(0).await.expect("a free port");
    let serve = async |site: Site| port.serve(site).await.expect("the site is served");
    let first = serve(Site::new(dist.path()).file("/a.txt", "given")).await;
    assert_eq!(get(&first, "/a.txt").await.body, "given");
    let tag = get(&first, "/b.txt").await.header("etag").to_owned();

    let second = serve(Site::new(dist.path())).await;
    assert_eq!(first.url(), second.url());
    drop(first);
    assert_eq!(get(&second, "/a.txt").await.body, "on disk");
    assert_eq!(second.requests().len(), 1);
    let same = [("If-None-Match", tag.as_str())];
    assert_eq!(get_with(&second, "/b.txt", &same).await.status, 304);

    let third = serve(Site::new(dist.path()).header("X-Clinic", "a")).await;
    assert_eq!(get_with(&third, "/b.txt", &same).await.status, 200);
}

#[tokio::test]
async fn stopping_ends_what_is_held_and_what_streams() {
    let dist = Folder::new(&[("index.html", "<p>"), ("a.json", "old")]);
    let site = start(Site::new(dist.path()).live(true)).await;
    let url = site.url().to_owned();
    let mut stream = open(&url, "/live").await;
    stream.until("event: ready").await;
    let hold = site.hold("/a.json");
    let mut held = open(&url, "/a.json").await;
    hold.arrived().await;

    site.stop().await.expect("an orderly stop");
    assert!(held.rest().await.contains("503"));
    stream.rest().await;
}

#[tokio::test]
async fn an_open_page_hears_of_changed_data() {
    let dist = Folder::new(&[("index.html", "<p></body>")]);
    let data = Folder::new(&[("a.json", "old")]);
    let site = start(Site::new(dist.path()).overlay("/data", data.path()).live(true)).await;
    assert!(get(&site, "/").await.body.contains("src=\"/live.js\""));
    assert!(get(&site, "/live.js").await.body.contains("refresh"));
    let mut page = open(site.url(), "/live").await;
    page.until("event: ready").await;

    data.write("a.json", "in place");
    page.until("event: refresh\ndata: changed\n\n").await;
    data.write("a.json~", "by rename");
    data.rename("a.json~", "a.json");
    page.until("event: refresh\ndata: changed\n\n").await;
    assert_eq!(get(&site, "/data/a.json").await.body, "by rename");
}

#[tokio::test]
async fn an_open_page_hears_of_a_new_build() {
    let whole = Folder::new(&[("dist/index.html", "one"), ("next/index.html", "two")]);
    let site = start(Site::new(whole.path().join("dist")).live(true)).await;
    let mut page = open(site.url(), "/live").await;
    page.until("event: ready").await;

    whole.rename("dist", "old");
    whole.rename("next", "dist");
    page.until("event: reload\ndata: index.html\n\n").await;
    whole.write("dist/index.html", "three");
    page.until("event: reload\ndata: index.html\n\n").await;
}

#[tokio::test]
async fn a_page_reloads_only_when_its_own_file_changes() {
    let dist = Folder::new(&[("index.html", "quiz"), ("studio.html", "not built yet")]);
    let site = start(Site::new(dist.path()).live(true)).await;
    let mut quiz = open(site.url(), "/live").await;
    let mut studio = open(site.url(), "/live?studio.html").await;
    quiz.until("event: ready").await;
    studio.until("event: ready").await;

    dist.write("studio.html", "built");
    studio.until("event: reload\ndata: studio.html\n\n").await;
    dist.write("index.html", "another quiz");
    let before = quiz.until("event: reload\ndata: index.html\n\n").await;
    assert!(!before.contains("reload"), "the quiz's page was reloaded for the studio's: {before}");
}
