use anyhow::{Context, Result, ensure};
use browser_test::browser_test;
use e2e::{Browser, Media, Page};

use super::person::{
    WORKER_STOPPED, click, holds, is_quiet, near, open, says, settled, shows, wait, write,
};

/// The path of what runs in the worker.
fn worker(page: &Page<'_>) -> Result<String> {
    let html = page.files.read("/studio.html")?;
    let rest = html.split("data-check-worker=\".").nth(1).context("a worker")?;
    Ok(rest.split('"').next().unwrap_or_default().to_owned())
}

#[browser_test(only(chromium, firefox))]
async fn nothing_waits_for_the_first_check(browser: &Browser) -> Result<()> {
    let page = near(browser, Media::default()).await?;
    let held = page.site.hold(&worker(&page)?);
    open(&page).await?;
    click(&page, "go-clinic").await?;
    write(&page, "f-clinic-name", "The clinic by the sea").await?;
    holds(&page, "f-clinic-name", "The clinic by the sea").await?;
    says(&page, "state", "not saved").await?;
    says(&page, "ready", "Not checked yet").await?;
    click(&page, "go-start").await?;
    write(&page, "f-words-title", "It cures everything.").await?;
    shows(&page, "It cures everything.").await?;
    page.js::<()>("document.activeElement.dataset.typed = 'here'", &[]).await?;
    held.release();
    says(&page, "ready", "Not ready: 1 thing to fix").await?;
    settled(&page).await?;
    wait(&page, "the focus", "document.activeElement.dataset.typed === 'here'").await?;
    is_quiet(&page).await
}

#[browser_test(only(chromium, firefox))]
async fn without_a_worker_the_page_checks(browser: &Browser) -> Result<()> {
    let page = near(browser, Media::default()).await?;
    page.site.set_missing(&worker(&page)?);
    open(&page).await?;
    settled(&page).await?;
    click(&page, "go-start").await?;
    write(&page, "f-words-title", "It cures everything.").await?;
    says(&page, "ready", "Not ready: 1 thing to fix").await?;
    settled(&page).await?;
    let complaints = page.complaints().await?;
    let is_told = complaints.iter().any(|it| it.text.contains(WORKER_STOPPED));
    ensure!(is_told, "{complaints:?}");
    Ok(())
}

#[browser_test(webkit)]
async fn webkit_checks_in_the_page(browser: &Browser) -> Result<()> {
    let page = near(browser, Media::default()).await?;
    let worker = worker(&page)?;
    open(&page).await?;
    settled(&page).await?;
    click(&page, "go-start").await?;
    write(&page, "f-words-title", "It cures everything.").await?;
    says(&page, "ready", "Not ready: 1 thing to fix").await?;
    ensure!(page.site.requests().iter().all(|it| it.path != worker), "a worker is started");
    is_quiet(&page).await
}
