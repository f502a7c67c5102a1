//! axe reads the document and its styles, which are the same in every engine: one is enough.

use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::{
    ALL_CONCERNS, Axe, Browser, Files, Media, ONE_CONCERN, Page, Screen, UNDER_AGE, Visit, with,
};
use site::Site;

#[browser_test(chromium)]
async fn every_screen_is_clean_in_light(browser: &Browser) -> Result<()> {
    every_screen(browser, Media::default()).await
}

#[browser_test(chromium)]
async fn every_screen_is_clean_in_dark(browser: &Browser) -> Result<()> {
    every_screen(browser, Media::DARK).await
}

#[browser_test(chromium)]
async fn a_moment_is_clean_in_light(browser: &Browser) -> Result<()> {
    a_moment(browser, Media::default()).await
}

#[browser_test(chromium)]
async fn a_moment_is_clean_in_dark(browser: &Browser) -> Result<()> {
    a_moment(browser, Media::DARK).await
}

#[browser_test(chromium)]
async fn every_failure_is_clean_in_light(browser: &Browser) -> Result<()> {
    every_failure(browser, Media::default()).await
}

#[browser_test(chromium)]
async fn every_failure_is_clean_in_dark(browser: &Browser) -> Result<()> {
    every_failure(browser, Media::DARK).await
}

async fn every_screen(browser: &Browser, media: Media) -> Result<()> {
    let axe = axe_for(media)?;
    let mut found = Vec::new();
    let page = Visit::new(browser)?.media(media).open().await?;
    scheme_is(&page, media).await?;
    page.walk_and(ALL_CONCERNS, async |page| check(page, &axe, &mut found).await).await?;

    let open = "for (const details of document.querySelectorAll('details')) details.open = true";
    page.js::<()>(open, &[]).await?;
    page.js::<()>("Object.defineProperty(navigator, 'clipboard', { value: undefined })", &[])
        .await?;
    page.tap("#copy").await?;
    page.until("the text to select", |seen| seen.notice.is_some()).await?;
    check(&page, &axe, &mut found).await?;

    page.back_to_first().await?;
    page.walk(&with(ALL_CONCERNS, ("health", &["pregnant", "keloid"]))).await?;
    check(&page, &axe, &mut found).await?;

    let page = again(browser, page, Visit::new(browser)?.media(media)).await?;
    page.tap("#continue").await?;
    page.until("what to mend", |seen| seen.error.is_some()).await?;
    check(&page, &axe, &mut found).await?;
    page.walk(UNDER_AGE).await?;
    page.until("the ending", |seen| seen.screen == Screen::Ending).await?;
    check(&page, &axe, &mut found).await?;

    let stale = Visit::new(browser)?.media(media).fragment("#r1.microneedling.old.gone");
    let page = again(browser, page, stale).await?;
    check(&page, &axe, &mut found).await?;
    let shared = Visit::new(browser)?.media(media).fragment("#r1.microneedling.pores.pores");
    let page = again(browser, page, shared).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    check(&page, &axe, &mut found).await?;
    ensure!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

async fn a_moment(browser: &Browser, media: Media) -> Result<()> {
    let page = Visit::new(browser)?.media(media).come_near().await?;
    let hold = page.site.hold(&page.files.later);
    page.visit().await?;
    scheme_is(&page, media).await?;
    page.until("the program runs", |seen| seen.begun).await?;
    page.walk(ONE_CONCERN).await?;
    page.until_js("a moment", "return document.querySelector('#quiz .moment') !== null").await?;
    let mut found = Vec::new();
    check(&page, &axe_for(media)?, &mut found).await?;
    ensure!(found.is_empty(), "{}", found.join("\n"));
    hold.release();
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    Ok(())
}

/// A site that is served otherwise.
type Change = fn(Site, &Files) -> Site;

/// The dark scheme changes nothing but colours.
fn axe_for(media: Media) -> Result<Axe> {
    let axe = Axe::from_env()?;
    Ok(if media.dark { axe.of_colours() } else { axe })
}

async fn every_failure(browser: &Browser, media: Media) -> Result<()> {
    let axe = axe_for(media)?;
    let mut found = Vec::new();
    let reading = "return document.querySelector('#failure .reading') !== null";
    let link = "return document.querySelector('#failure:not([hidden]) [data-plain] a') !== null";
    let changes: [(Change, &str); 3] = [
        (|site, files| site.missing(&files.quiz).missing("/plain.html"), link),
        (|site, files| site.missing(&files.wasm).missing(&files.fallback), reading),
        (
            |site, files| {
                site.file(&files.wasm, "").missing(&files.fallback).missing("/plain.html")
            },
            link,
        ),
    ];
    for (change, there) in changes {
        browser.open_tab().await?;
        let page = Visit::new(browser)?.media(media).site(change).arrive().await?;
        page.until_js("what is told", there).await?;
        check(&page, &axe, &mut found).await?;
        page.complaints().await?;
    }
    ensure!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

async fn again<'a>(browser: &Browser, before: Page<'_>, visit: Visit<'a>) -> Result<Page<'a>> {
    drop(before);
    browser.open_tab().await?;
    visit.open().await
}

pub(crate) async fn check(page: &Page<'_>, axe: &Axe, found: &mut Vec<String>) -> Result<()> {
    page.still().await?;
    let seen = page.seen().await?;
    let at = format!("{:?} {}", seen.screen, seen.question.or(seen.notice).unwrap_or_default());
    found.extend(axe.violations(page).await?.iter().map(|violation| format!("{at}: {violation}")));
    Ok(())
}

async fn scheme_is(page: &Page<'_>, media: Media) -> Result<()> {
    let paper: String =
        page.js("return getComputedStyle(document.body).backgroundColor", &[]).await?;
    let sum: u32 =
        paper.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse::<u32>().ok()).sum();
    ensure!((sum < 380) == media.dark, "the page is {paper} for {media:?}");
    Ok(())
}
