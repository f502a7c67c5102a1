use anyhow::{Context, Result, ensure};
use browser_test::browser_test;
use e2e::{Axe, Browser, Media};
use serde_json::json;

use super::person::{click, near, open, opened};

#[browser_test(chromium)]
async fn it_is_clean_in_light(browser: &Browser) -> Result<()> {
    every_page(browser, Media::default()).await
}

#[browser_test(chromium)]
async fn it_is_clean_in_dark(browser: &Browser) -> Result<()> {
    every_page(browser, Media::DARK).await
}

#[browser_test(chromium)]
async fn it_is_clean_on_a_phone(browser: &Browser) -> Result<()> {
    let page = near(browser, Media::default()).await?;
    open(&page).await?;
    browser.set_viewport(390, 844).await?;
    let axe = Axe::from_env()?;
    let mut found = Vec::new();
    for id in ["go-clinic", "peek", "go-files"] {
        click(&page, id).await?;
        page.painted().await?;
        found.extend(axe.violations(&page).await?);
    }
    ensure!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

async fn every_page(browser: &Browser, media: Media) -> Result<()> {
    let page = near(browser, media).await?;
    open(&page).await?;
    let axe = Axe::from_env()?;
    let mut found = Vec::new();
    for path in [
        &["go-start"][..],
        &["go-concerns"],
        &["go-concerns", "concern-3", "delete-concern"],
        &["go-questions"],
        &["go-questions", "f-questions-0-open", "f-questions-0-choices-0-delete"],
        &["go-cautions", "f-cautions-24-open"],
        &["go-plans", "f-plans-0-open"],
        &["go-benefits", "f-benefits-0-open"],
        &["go-endings", "f-endings-0-open"],
        &["go-clinic"],
        &["go-sources"],
        &["go-languages"],
        &["go-languages", "language-es"],
        &["go-visitors"],
        &["go-visitors", "visitor-0"],
        &["go-map"],
        &["go-website"],
        &["go-problems"],
        &["go-sign"],
        &["publish"],
        &["go-files"],
        &["go-questions", "f-questions-1-up", "go-files", "open-published"],
        &["opening-stay", "save", "find"],
        &["go-start", "show-around"],
    ] {
        for id in path {
            click(&page, id).await?;
            page.painted().await?;
        }
        let violations = axe.violations(&page).await.with_context(|| format!("{path:?}"))?;
        found.extend(violations.into_iter().map(|line| format!("{path:?}: {line}")));
    }
    ensure!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

#[browser_test(every)]
async fn nothing_scrolls_sideways_on_a_tablet(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    browser.client().set_window_size(768, 1000).await?;
    let mut wide = Vec::new();
    for id in [
        "go-start",
        "go-questions",
        "go-cautions",
        "go-plans",
        "go-languages",
        "go-visitors",
        "visitor-0",
        "go-map",
        "go-website",
        "go-problems",
        "go-sign",
        "go-files",
    ] {
        click(&page, id).await?;
        page.painted().await?;
        let over: i64 =
            page.js("return document.documentElement.scrollWidth - innerWidth", &[]).await?;
        if over > 0 {
            wide.push(json!([id, over]));
        }
    }
    browser.client().set_window_size(1280, 1000).await?;
    ensure!(wide.is_empty(), "{wide:?}");
    Ok(())
}
