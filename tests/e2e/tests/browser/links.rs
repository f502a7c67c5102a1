use anyhow::{Context, Result, ensure};
use browser_test::browser_test;
use e2e::{ALL_CONCERNS, Browser, Screen, Visit, with};

use crate::result::{STUB_CLIPBOARD, count};

#[browser_test(chromium)]
async fn a_stale_link_is_told_of(browser: &Browser) -> Result<()> {
    for fragment in ["#r1.microneedling.old.gone", "#r9.microneedling.pores.pores", "#r1"] {
        browser.open_tab().await?;
        let page = Visit::new(browser)?.fragment(fragment).open().await?;
        let seen = page.until("a notice", |seen| seen.notice.is_some()).await?;
        ensure!(seen.asks("concerns"), "{seen:?}");
        page.walk(&ALL_CONCERNS[..1]).await?;
        page.until("no notice", |seen| seen.notice.is_none()).await?;
    }
    Ok(())
}

#[browser_test(firefox)]
async fn somebody_elses_fragment_is_ignored(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.fragment("#heading-of-the-clinic").open().await?;
    let seen = page.seen().await?;
    ensure!(seen.asks("concerns") && seen.notice.is_none(), "{seen:?}");
    Ok(())
}

#[browser_test(chromium)]
async fn a_shared_link_shows_the_result_without_cautions(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.open().await?;
    page.walk(&with(ALL_CONCERNS, ("health", &["pregnant", "keloid"]))).await?;
    page.js::<()>(STUB_CLIPBOARD, &[]).await?;
    let address = page.seen().await?.address;
    page.tap("#share").await?;
    page.until("a notice", |seen| seen.notice.is_some()).await?;
    ensure!(page.seen().await?.address == address, "sharing changed the address");
    let link: String = page.js("return window.copied", &[]).await?;
    let fragment = link.strip_prefix(&address).with_context(|| link.clone())?.to_owned();
    for word in ["pregnant", "keloid", "blood", "health", "type-4", "22"] {
        ensure!(!fragment.contains(word), "{fragment} tells {word}");
    }
    let benefits = count(&page, "[data-benefit]").await?;
    let plans = count(&page, "[data-plan]").await?;

    browser.open_tab().await?;
    let page = Visit::new(browser)?.fragment(&fragment).open().await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    ensure!(count(&page, "[data-caution]").await? == 0, "a caution is shown");
    ensure!(count(&page, "#book").await? == 0, "one can book");
    ensure!(count(&page, "#answers").await? == 0, "answers are shown");
    ensure!(count(&page, "[data-benefit]").await? == benefits && benefits > 4);
    ensure!(count(&page, "[data-plan]").await? == plans && plans > 4);
    page.tap("#restart").await?;
    let seen = page.at("concerns").await?;
    ensure!(seen.checked.is_empty(), "{seen:?}");
    page.walk(&ALL_CONCERNS[..1]).await?;
    page.at("wrinkles-look").await?;
    Ok(())
}

#[browser_test(firefox)]
async fn a_sub_path_serves_everything(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.site(|site, _| site.under("/a/b/")).open().await?;
    ensure!(page.seen().await?.address.ends_with("/a/b/"));
    page.walk(ALL_CONCERNS).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    let blank = "return [...document.images].filter((image) => !image.complete || !image.naturalWidth).length === 0";
    page.until_js("every picture", blank).await?;
    let strays: Vec<String> = page
        .site
        .requests()
        .into_iter()
        .map(|request| request.path)
        .filter(|path| !path.starts_with("/a/b/"))
        .collect();
    ensure!(strays.is_empty(), "asked outside the sub-path: {strays:?}");
    Ok(())
}
