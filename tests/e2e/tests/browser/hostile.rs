//! Scripts of the page around the quiz, frames beside it, and its own frame taken over.

use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::{Browser, ONE_CONCERN, Page, Screen, Visit};
use serde_json::{Value, json};

use crate::embed::{FIRST, arrived, fits, ready};

const FUZZ: &str = include_str!("hostile/fuzz.js");
const LIES: &str = include_str!("hostile/lies.js");
const FRAME: &str = include_str!("hostile/frame.html");

/// How many messages are sent in one call, so that none takes longer than a driver waits.
const TIMES: usize = 10_000;
const CALLS: usize = 10;

#[browser_test(every)]
async fn the_host_cannot_read_the_frame(browser: &Browser) -> Result<()> {
    let page = arrived(browser, "plain").await?;
    let read = format!(
        "const frame = {FIRST}.shadowRoot.querySelector('iframe');
         const reads = [() => frame.contentWindow.document, () => frame.contentWindow.history, () => frame.contentWindow.location.href, () => frame.contentWindow.recorded];
         const got = reads.filter((read) => {{ try {{ read(); return true; }} catch {{ return false; }} }});
         return frame.contentDocument === null && got.length === 0"
    );
    ensure!(page.js::<bool>(&read, &[]).await?, "the host reads the frame");
    page.enter().await?;
    let stored = "try { sessionStorage; return true; } catch { return false; }";
    ensure!(!page.js::<bool>(stored, &[]).await?, "the frame has a storage");
    Ok(())
}

/// What is let through is decided by our own code, in 100,000 messages: one engine is enough.
#[browser_test(firefox)]
async fn messages_change_nothing(browser: &Browser) -> Result<()> {
    let page = answered(browser).await?;
    unchanged(&page, async |page| fuzz(page, CALLS).await).await
}

#[browser_test(every)]
async fn a_frame_of_another_origin_changes_and_reads_nothing(browser: &Browser) -> Result<()> {
    let page = answered(browser).await?;
    page.site.set_file("/hostile.html", FRAME);
    let beside = "
        const frame = document.createElement('iframe');
        frame.src = `${location.origin.replace('127.0.0.1', 'localhost')}/hostile.html`;
        document.body.append(frame)";
    let messages = async |page: &Page<'_>| {
        page.js::<()>(beside, &[]).await?;
        let said = "return host.messages.filter((one) => one.startsWith('{\"got\"')).length === 1";
        page.until_js("the frame has done what it can", said).await?;
        let got = "return JSON.parse(host.messages.find((one) => one.startsWith('{\"got\"'))).got";
        let got: Vec<String> = page.js(got, &[]).await?;
        ensure!(got.is_empty(), "it reads {got:?}");
        Ok(())
    };
    unchanged(&page, messages).await
}

#[browser_test(chromium)]
async fn messages_before_the_first_hello(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.framed(390, 900).open().await?;
    page.outside().await?;
    fuzz(&page, 1).await?;
    page.enter().await?;
    page.walk(ONE_CONCERN).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    Ok(())
}

#[browser_test(webkit)]
async fn a_hello_is_held_to_its_shape(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.framed(390, 900).open().await?;
    page.outside().await?;
    let hello = "document.querySelector('iframe').contentWindow.postMessage({
        'skin-quiz': 1, kind: 'hello', booking: {}, contact: [7n], level: 7n, campaign: [
          null, 1, 'ab', {}, [], ['gclid'], ['gclid', 1], [['gclid'], 'x'], ['gclid', 'x', 'y'], ['room', '9'], ['utm_', 'z'], ['gclid', 'ok'],
        ] }, '*')";
    page.js::<()>(hello, &[]).await?;
    page.enter().await?;
    page.walk(ONE_CONCERN).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    let book = "return [...document.querySelectorAll('#book')].map(({ href }) => href)";
    let book: Vec<String> = page.js(book, &[]).await?;
    ensure!(book == ["https://clinic.example/book?gclid=ok"], "{book:?}");
    Ok(())
}

#[browser_test(every)]
async fn a_frame_that_lies_is_held_to_the_shapes(browser: &Browser) -> Result<()> {
    let page = arrived(browser, "sticky-header").await?;
    page.js::<()>(&format!("scrollTo(0, {FIRST}.getBoundingClientRect().top + scrollY + 50)"), &[])
        .await?;
    page.painted().await?;
    let before = state(&page).await?;
    page.enter().await?;
    page.js::<()>(LIES, &[]).await?;
    page.outside().await?;
    let lie = format!(
        "document.activeElement.blur();
         {FIRST}.shadowRoot.querySelector('iframe').contentWindow.postMessage('lie', '*')"
    );
    page.js::<()>(&lie, &[]).await?;
    page.until_js("it is refused", "return host.complaints.length > 0").await?;
    page.painted().await?;
    let now = state(&page).await?;
    ensure!(now == before, "before: {before:#}\nand then: {now:#}");
    Ok(())
}

/// A page whose quiz has two answers, seen from outside.
async fn answered(browser: &Browser) -> Result<Page<'_>> {
    let page = arrived(browser, "plain").await?;
    page.enter().await?;
    page.tap_through(&ONE_CONCERN[..2]).await?;
    fits(&page).await?;
    page.until("a pointer may act", |seen| !seen.guarded).await?;
    page.outside().await?;
    let told = "return host.told.filter(({ kind }) => kind === 'step').length === 3";
    page.until_js("two steps", told).await?;
    Ok(page)
}

/// Sees to it that nothing an attack does shows, neither around the frame nor in it.
async fn unchanged(
    page: &Page<'_>,
    attack: impl AsyncFnOnce(&Page<'_>) -> Result<()>,
) -> Result<()> {
    ready(page, 1).await?;
    let host = state(page).await?;
    page.enter().await?;
    let quiz = page.seen().await?;
    page.outside().await?;
    attack(page).await?;
    page.painted().await?;
    let now = state(page).await?;
    ensure!(now == host, "before: {host:#}\nand then: {now:#}");
    page.enter().await?;
    let now = page.seen().await?;
    ensure!(now == quiz, "before: {quiz:#?}\nand then: {now:#?}");
    Ok(())
}

async fn state(page: &Page<'_>) -> Result<Value> {
    let state = format!(
        "const frame = {FIRST}.shadowRoot.querySelector('iframe');
         return {{
           style: frame.style.cssText, title: frame.title, src: frame.src, sandbox: frame.getAttribute('sandbox'),
           told: host.told.filter(({{ kind }}) => kind !== 'impression'), scrolled: scrollY,
         }}"
    );
    page.js(&state, &[]).await
}

async fn fuzz(page: &Page<'_>, calls: usize) -> Result<()> {
    for call in 1..=calls {
        let done = page.client().execute_async(FUZZ, vec![json!(TIMES), json!(call)]).await?;
        ensure!(done.as_u64() == u64::try_from(TIMES).ok(), "{done}");
    }
    Ok(())
}
