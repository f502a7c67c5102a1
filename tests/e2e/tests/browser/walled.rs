//! The wall between the page and the quiz: what the frame is allowed, and when it is given an origin.

use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::{Browser, ONE_CONCERN, Page, Screen, Visit};
use serde_json::{Value, json};

use crate::embed::{FIRST, fits, ready};

const ALLOWED: &str = "allow-scripts allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox \
    allow-top-navigation-by-user-activation";

/// What a browser does to a fetch of the program that the network fails, and to no other.
const BLIP: &str = "<script>{ const { fetch } = globalThis; globalThis.fetch = (path, how = {}) => \
    path.endsWith('.wasm') && how.mode !== 'no-cors' ? Promise.reject(new TypeError('a blip')) : fetch(path, how) }</script><title>";

#[browser_test(every)]
async fn the_frame_is_allowed_what_it_needs(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.embedded("plain").open_host().await?;
    ready(&page, 1).await?;
    ensure!(sandbox(&page).await? == ALLOWED, "{}", sandbox(&page).await?);
    let others = format!(
        "const frame = {FIRST}.shadowRoot.querySelector('iframe');
         return frame.getAttributeNames().filter((name) => !['src', 'style', 'title'].includes(name)).sort().map((name) => `${{name}}=${{frame.getAttribute(name)}}`)"
    );
    let others: Vec<String> = page.js(&others, &[]).await?;
    let wanted = [
        "allow=clipboard-write",
        "referrerpolicy=no-referrer",
        &format!("sandbox={ALLOWED}"),
        "scrolling=no",
    ];
    ensure!(others == wanted, "{others:?}");
    Ok(())
}

#[browser_test(every)]
async fn a_blip_of_the_network_leaves_it_standing(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.html("<title>", BLIP)?.embedded("plain").open_host().await?;
    told_in_the_frame(&page).await
}

#[browser_test(every)]
async fn a_quiz_that_never_starts_is_told_of(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?
        .site(|site, files| site.missing(&files.start))
        .embedded("plain")
        .clock_by_hand()
        .open_host()
        .await?;
    page.until_js("it is waited for", "return host.waiting(8000) === 1").await?;
    page.js::<()>("host.elapse(8000)", &[]).await?;
    page.until_js("it is told", "return host.told.length > 0").await?;
    ensure!(told(&page).await? == json!([["error", "network"]]), "{}", told(&page).await?);
    ensure!(sandbox(&page).await? == ALLOWED, "the wall fell");
    own_content_is_shown(&page).await
}

#[browser_test(every)]
async fn without_cors_on_the_pages_own_server_it_is_opened(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?
        .site(|site, _| site.header("Access-Control-Allow-Origin", "https://elsewhere.example"))
        .embedded("plain")
        .clock_by_hand()
        .open_host()
        .await?;
    page.until_js(
        "it is opened",
        &format!(
            "host.elapse(8000); return {FIRST}.shadowRoot?.querySelector('iframe')?.sandbox.contains('allow-same-origin') ?? false"
        ),
    )
    .await?;
    page.enter().await?;
    page.until("the program runs", |seen| seen.loaded).await?;
    page.walk(ONE_CONCERN).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    fits(&page).await
}

/// The frame was met, then opened anew with an origin, and there it does not start.
#[browser_test(every)]
async fn a_second_load_that_fails_is_told_of(browser: &Browser) -> Result<()> {
    let mute = "<script>if (origin !== 'null') document.querySelector = () => null</script><title>";
    let page = Visit::new(browser)?
        .html("<title>", mute)?
        .site(|site, _| site.header("Access-Control-Allow-Origin", "https://elsewhere.example"))
        .embedded("plain")
        .elsewhere()
        .written("type=\"module\" ", "")
        .clock_by_hand()
        .open_host()
        .await?;
    let opened = format!(
        "return ({FIRST}.shadowRoot?.querySelector('iframe')?.sandbox.contains('allow-same-origin') ?? false) && host.waiting(8000) === 1"
    );
    page.until_js("it is opened and loaded", &opened).await?;
    let error = "host.elapse(8000); return host.told.some(({ kind }) => kind === 'error')";
    page.until_js("an error is told", error).await
}

#[browser_test(every)]
async fn storage_on_the_pages_own_server_is_refused(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?
        .embedded("plain")
        .written("<skin-quiz src", "<skin-quiz storage=\"session\" src")
        .open_host()
        .await?;
    ready(&page, 1).await?;
    ensure!(sandbox(&page).await? == ALLOWED, "{}", sandbox(&page).await?);
    page.enter().await?;
    page.until("the program runs", |seen| seen.loaded).await?;
    let complaints = page.complaints().await?;
    let told = complaints.iter().any(|one| one.text.contains("storage=\"session\" is not used"));
    ensure!(told, "nobody is told: {complaints:?}");
    Ok(())
}

async fn told_in_the_frame(page: &Page<'_>) -> Result<()> {
    let error = "return host.told.some(({ kind }) => kind === 'error')";
    page.until_js("an error is told", error).await?;
    ensure!(sandbox(page).await? == ALLOWED, "the wall fell");
    page.enter().await?;
    let seen = page.until("the failure", |seen| seen.screen == Screen::Failure).await?;
    ensure!(seen.failure == ["network"], "{seen:?}");
    page.complaints().await?;
    Ok(())
}

async fn sandbox(page: &Page<'_>) -> Result<String> {
    let sandbox =
        format!("return {FIRST}.shadowRoot.querySelector('iframe').getAttribute('sandbox')");
    page.js(&sandbox, &[]).await
}

async fn told(page: &Page<'_>) -> Result<Value> {
    page.js("return host.told.map(({ kind, detail }) => [kind, detail.which])", &[]).await
}

async fn own_content_is_shown(page: &Page<'_>) -> Result<()> {
    let shown = format!("return {FIRST}.querySelector('a').getClientRects().length > 0");
    ensure!(page.js::<bool>(&shown, &[]).await?, "the own content is gone");
    Ok(())
}
