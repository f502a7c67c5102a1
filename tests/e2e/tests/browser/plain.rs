//! What a visitor reads where no program runs: all that the quiz asks and tells, as one page.

use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::{Axe, Browser, Files, Media, Page, Visit};
use serde_json::Value;
use site::Site;

use crate::failures::told;

const READ: &str = "return document.querySelector('#failure .reading #questions') !== null";
const THERE: &str = "return document.querySelector('body > main.reading') !== null";

#[browser_test(chromium)]
async fn neither_program_runs(browser: &Browser) -> Result<()> {
    for (visit, cause) in [
        (Visit::new(browser)?.without_web_assembly()?, "no WebAssembly"),
        (
            Visit::new(browser)?.site(|site, files| site.file(&files.wasm, "no wasm")),
            "not the file",
        ),
    ] {
        browser.open_tab().await?;
        let visit = visit.site(|site, files| site.missing(&files.fallback));
        told(visit, "browser", &[cause, "Nor could", "fallback-", "Upload", "text/javascript"])
            .await?;
    }
    Ok(())
}

#[browser_test(firefox)]
async fn neither_program_runs_on_a_clinics_page(browser: &Browser) -> Result<()> {
    let visit = Visit::new(browser)?.without_web_assembly()?.embedded("plain").site(neither);
    let page = visit.open_host().await?;
    let high = "return document.querySelector('skin-quiz').getBoundingClientRect().height > 5000
        && host.told.some(({ kind, detail }) => kind === 'error' && detail.which === 'browser')";
    page.until_js("the frame is as high as the page to read, and the host is told", high).await?;
    page.enter().await?;
    ensure!(page.js::<bool>(READ, &[]).await?, "the page is not there");
    page.complaints().await?;
    Ok(())
}

#[browser_test(webkit)]
async fn neither_program_runs_in_another_language(browser: &Browser) -> Result<()> {
    let visit = Visit::new(browser)?.without_web_assembly()?.language("ar").site(neither);
    let page = visit.arrive().await?;
    page.until_js("the page to read", READ).await?;
    let said = "const { lang, dir } = document.querySelector('.reading'); return `${lang} ${dir}`";
    ensure!(page.js::<String>(said, &[]).await? == "ar rtl", "it is not in Arabic");
    page.complaints().await?;
    Ok(())
}

#[browser_test(firefox)]
async fn a_lost_connection_asks_for_no_fallback(browser: &Browser) -> Result<()> {
    let lost = "<script>{ const { fetch } = globalThis; globalThis.fetch = (path, ...more) => \
        path.endsWith('.wasm') ? Promise.reject(new TypeError('lost')) : fetch(path, ...more) }</script><title>";
    let page =
        told(Visit::new(browser)?.html("<title>", lost)?, "network", &["did not arrive"]).await?;
    let asked = page.site.requests().iter().any(|request| request.path == page.files.fallback);
    ensure!(!asked, "the fallback was asked for");
    Ok(())
}

#[browser_test(chromium)]
async fn nothing_but_the_reason_comes(browser: &Browser) -> Result<()> {
    let visit = Visit::new(browser)?.without_web_assembly()?.site(neither);
    let page = visit.site(|site, _| site.missing("/plain.html")).arrive().await?;
    page.until("the failure", |seen| seen.failure == ["browser"]).await?;
    let link = "const link = document.querySelector('#failure [data-plain] a');
        return link.getClientRects().length > 0 && new URL(link.href).pathname === '/plain.html'";
    ensure!(page.js::<bool>(link, &[]).await?, "there is no link to it");
    page.complaints().await?;
    Ok(())
}

/// Nothing in a sandbox without scripts leads anywhere by itself: there is a link.
#[browser_test(every)]
async fn scripts_are_off(browser: &Browser) -> Result<()> {
    let host = "<!doctype html><title>Off</title><iframe sandbox=\"allow-same-origin\" src=\"./\"></iframe>";
    let page =
        Visit::as_built(browser)?.site(|site, _| site.file("/off.html", host)).arrive().await?;
    page.client().goto(&format!("{}off.html", page.site.url())).await?;
    let link = "const link = document.querySelector('iframe')?.contentDocument?.querySelector('noscript a[href=\"plain.html\"]');
        return (link?.getClientRects().length ?? 0) > 0";
    page.until_js("the link to the page to read", link).await
}

/// As a browser without scripts has it: `noscript` counts, and nothing else runs.
#[browser_test(every)]
async fn a_page_without_scripts_leads_there(browser: &Browser) -> Result<()> {
    let visit = Visit::as_built(browser)?
        .html("<noscript><meta", "<meta")?
        .html("<script async", "<script type=\"none\" async")?;
    let page = visit.arrive().await?;
    page.until("the page to read", |seen| seen.address.ends_with("/plain.html")).await?;
    page.until_js("its words", THERE).await
}

#[browser_test(chromium)]
async fn it_is_whole_in_each_language(browser: &Browser) -> Result<()> {
    for (file, root) in
        [("plain.html", "en "), ("plain.es.html", "es "), ("plain.ar.html", "ar rtl")]
    {
        browser.open_tab().await?;
        let page = open(Visit::as_built(browser)?.fragment(file)).await?;
        let head = "
            const { lang, dir } = document.documentElement;
            const all = (selector, attribute) => [...document.querySelectorAll(selector)].map((one) => one.getAttribute(attribute));
            return {
                root: `${lang} ${dir}`, scripts: document.scripts.length,
                canonical: all('link[rel=canonical]', 'href'),
                alternates: all('link[hreflang]', 'hreflang'), files: all('link[hreflang]', 'href'),
                description: document.querySelector('meta[name=description]').content.length > 20,
                lost: all('a[href^=\"#\"]', 'href').filter((link) => !document.querySelector(link)),
                foreign: performance.getEntriesByType('resource').filter(({ name }) => !name.startsWith(location.origin)).length,
            }";
        let head: Value = page.js(head, &[]).await?;
        let wanted = serde_json::json!({
            "root": root, "scripts": 0, "canonical": [file],
            "alternates": ["en", "es", "ar"], "files": ["plain.html", "plain.es.html", "plain.ar.html"],
            "description": true, "lost": [], "foreign": 0,
        });
        ensure!(head == wanted, "{file}: {head:#}");
        let links = page.js::<usize>("return document.querySelectorAll('footer > a').length", &[]);
        ensure!(links.await? == 3, "{file}: the quiz and two languages");
    }
    Ok(())
}

#[browser_test(chromium)]
async fn it_is_clean_in_light(browser: &Browser) -> Result<()> {
    clean(browser, Axe::from_env()?, |visit| Ok(visit)).await
}

#[browser_test(chromium)]
async fn it_is_clean_in_dark(browser: &Browser) -> Result<()> {
    clean(browser, Axe::from_env()?.of_colours(), |visit| Ok(visit.media(Media::DARK))).await
}

#[browser_test(chromium)]
async fn it_is_clean_in_print(browser: &Browser) -> Result<()> {
    clean(browser, Axe::from_env()?.of_colours(), |visit| {
        let style = visit.files().read(&visit.files().whole_style)?;
        ensure!(style.contains("@media print"), "nothing is printed otherwise");
        Ok(visit.site(|site, files| {
            site.file(&files.whole_style, style.replace("@media print", "@media all"))
        }))
    })
    .await
}

#[browser_test(webkit)]
async fn nothing_scrolls_sideways_at_320(browser: &Browser) -> Result<()> {
    for file in ["plain.html", "plain.ar.html"] {
        browser.open_tab().await?;
        let page = open(Visit::as_built(browser)?.framed(320, 600).fragment(file)).await?;
        let wide = "const { scrollWidth, clientWidth } = document.documentElement; return [scrollWidth, clientWidth]";
        let [scrolled, wide]: [u32; 2] = page.js(wide, &[]).await?;
        ensure!(scrolled <= wide && wide <= 320, "{file}: {scrolled} of {wide}");
    }
    Ok(())
}

/// The data arrives, and no program.
fn neither(site: Site, files: &Files) -> Site {
    site.missing(&files.fallback)
}

async fn clean(
    browser: &Browser,
    axe: Axe,
    make: impl Fn(Visit<'_>) -> Result<Visit<'_>>,
) -> Result<()> {
    for file in ["plain.html", "plain.ar.html"] {
        browser.open_tab().await?;
        let page = open(make(Visit::as_built(browser)?)?.fragment(file)).await?;
        let found = axe.violations(&page).await?;
        ensure!(found.is_empty(), "{file}: {}", found.join("\n"));
    }
    Ok(())
}

async fn open(visit: Visit<'_>) -> Result<Page<'_>> {
    let page = visit.arrive().await?;
    page.until_js("the page to read", THERE).await?;
    Ok(page)
}
