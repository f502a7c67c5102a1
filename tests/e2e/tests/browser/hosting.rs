use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use browser_test::browser_test;
use dist::{Release, is_hashed};
use e2e::{Browser, Files, Hosted, ONE_CONCERN, Page, Screen, Visit, copied};
use serde_json::json;
use site::Site;

const HOSTING: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../hosting");

#[browser_test(every)]
async fn the_quiz_works_under_its_policy(browser: &Browser) -> Result<()> {
    let hosted = Hosted::start().await?.open(browser).await?;
    walked(&hosted.page).await
}

#[browser_test(every)]
async fn the_quiz_works_in_a_clinics_page_under_both_policies(browser: &Browser) -> Result<()> {
    let hosted = Hosted::start().await?.open_embedded(browser).await?;
    ready(&hosted.page).await?;
    hosted.page.enter().await?;
    walked(&hosted.page).await?;
    hosted.page.outside().await?;
    let refused: Vec<String> = hosted.page.js("return host.refused", &[]).await?;
    ensure!(refused.is_empty(), "the clinic's policy refused {refused:?}");
    let sandbox = "return document.querySelector('skin-quiz').shadowRoot.querySelector('iframe').getAttribute('sandbox')";
    let sandbox: String = hosted.page.js(sandbox, &[]).await?;
    ensure!(!sandbox.contains("allow-same-origin"), "the frame had to be opened: {sandbox}");
    Ok(())
}

#[browser_test(every)]
async fn only_a_named_site_may_show_it(browser: &Browser) -> Result<()> {
    let hosted = Hosted::start().await?.open_at_a_strangers(browser).await?;
    let page = &hosted.page;
    page.until_js(
        "the frame is there",
        "return document.querySelector('skin-quiz')?.shadowRoot?.querySelector('iframe') != null",
    )
    .await?;
    let loaded = "const [done] = arguments;
        const frame = document.querySelector('skin-quiz').shadowRoot.querySelector('iframe');
        frame.addEventListener('load', done);
        frame.src = frame.src";
    page.client().execute_async(loaded, vec![]).await?;
    let told: Vec<String> = page.js("return host.messages", &[]).await?;
    ensure!(told.is_empty(), "the quiz in a stranger's frame says {told:?}");
    Ok(())
}

#[browser_test(every)]
async fn nothing_can_be_sent_away(browser: &Browser) -> Result<()> {
    let hosted = Hosted::start().await?.open_embedded(browser).await?;
    let page = &hosted.page;
    ready(page).await?;
    page.enter().await?;
    page.tap_through(&ONE_CONCERN[..2]).await?;
    let away = page.site.url().to_owned();
    page.js::<()>("leak(arguments[0], 'wrinkles')", &[json!(away)]).await?;
    let refused = "
        const seen = recorded.complaints.filter(({ level }) => level === 'policy').map(({ text }) => text.split(' ')[0]);
        return arguments[0].every((one) => seen.filter((other) => other === one).length >= arguments[0].filter((other) => other === one).length)";
    page.until_js_given("the policy refuses each attempt", refused, &[json!(REFUSED)])
        .await
        .with_context(|| format!("the other server got {:?}", leaked(page)))?;
    page.complaints().await?;
    page.js::<()>("location.href = `${arguments[0]}leak/navigation?wrinkles`", &[json!(away)])
        .await?;
    page.outside().await?;
    let refused = "return host.refused.some((one) => one.startsWith('frame-src'))";
    page.until_js("the clinic's policy refuses the navigation", refused).await?;
    let leaked = leaked(page);
    ensure!(leaked.is_empty(), "the other server got {leaked:?}");
    Ok(())
}

/// The attempts that arrived.
fn leaked(page: &Page<'_>) -> Vec<String> {
    let paths = page.site.requests().into_iter().map(|asked| asked.path);
    paths.filter(|path| path.contains("leak")).collect()
}

/// What every engine tells of, once for each attempt.
const REFUSED: &[&str] = &[
    "connect-src",
    "connect-src",
    "connect-src",
    "connect-src",
    "connect-src",
    "img-src",
    "img-src",
    "style-src-elem",
    "script-src-elem",
    "script-src-elem",
    "frame-src",
    "font-src",
    "form-action",
];

#[browser_test(firefox)]
async fn a_new_deployment_passes_a_page_that_loads(browser: &Browser) -> Result<()> {
    let files = Files::from_env()?;
    let folder = tempfile::tempdir()?;
    let served = folder.path().join("served");
    copied(files.folder(), &served)?;
    without_studio(&served)?;
    let visit = Visit::as_built(browser)?
        .html("<div id=\"quiz\"><main", "<div id=\"quiz\"><main data-served")?;
    let page = visit
        .site(|_, _| Site::new(&served).header("Cache-Control", "no-cache"))
        .come_near()
        .await?;
    let hold = page.site.hold(&page.files.wasm);
    page.visit().await?;
    hold.arrived().await;
    deploy_another(folder.path(), &served)?;
    hold.release();
    page.until("the program runs", |seen| seen.loaded).await?;
    walked(&page).await
}

/// Takes away what no visitor loads and what takes long to be compressed.
fn without_studio(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with("studio") {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Puts a build in which every hashed file has another name in the place of the one that is served.
fn deploy_another(folder: &Path, served: &Path) -> Result<()> {
    let next = folder.join("next");
    copied(served, &next)?;
    let mut html = fs::read_to_string(next.join("index.html"))?;
    for entry in fs::read_dir(served)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if is_hashed(name.trim_end_matches(".br").trim_end_matches(".gz")) {
            let other = otherwise_hashed(&name);
            fs::rename(next.join(&name), next.join(&other))?;
            html = html.replace(&name, &other);
        }
    }
    fs::write(next.join("index.html"), html)?;
    let record = folder.join("record");
    Release { next: &next, current: served, hosting: Path::new(HOSTING), record: &record }
        .prepare()?;
    fs::remove_dir_all(served)?;
    fs::rename(&next, served)?;
    Ok(())
}

fn otherwise_hashed(name: &str) -> String {
    let (before, hash) = name.rsplit_once('-').unwrap_or_default();
    let other = if hash.starts_with('0') { '1' } else { '0' };
    format!("{before}-{other}{}", &hash[1..])
}

async fn ready(page: &Page<'_>) -> Result<()> {
    page.until_js("the quiz is ready", "return host.told.some(({ kind }) => kind === 'ready')")
        .await
}

async fn walked(page: &Page<'_>) -> Result<()> {
    page.until("the program runs", |seen| seen.loaded).await?;
    page.walk(ONE_CONCERN).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    Ok(())
}
