use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::{ALL_CONCERNS, Browser, Page, Screen, Visit};

#[browser_test(firefox)]
async fn the_same_answers_give_the_same_result(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.open().await?;
    page.walk(ALL_CONCERNS).await?;
    let straight = result(&page).await?;

    browser.open_tab().await?;
    let page = Visit::new(browser)?.open().await?;
    page.walk(&[("concerns", &["pores"]), ("pores-look", &["severe"]), ("sun", &["type-1"])])
        .await?;
    page.walk(&[("marks", &["rarely"]), ("area", &["body"]), ("age", &["under-18"])]).await?;
    page.until("the ending", |seen| seen.screen == Screen::Ending).await?;
    page.back_to_first().await?;
    page.walk(&ALL_CONCERNS[..8]).await?;
    page.at("area").await?;
    page.tap_choice("area", "body").await?;
    page.walk(&ALL_CONCERNS[8..]).await?;
    let by_detours = result(&page).await?;

    ensure!(straight == by_detours, "{straight}\n\nand by detours\n\n{by_detours}");
    Ok(())
}

async fn result(page: &Page<'_>) -> Result<String> {
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    page.js("return document.querySelector('main').outerHTML", &[]).await
}
