//! Walks are tapped here: WebKit's Back passes over entries that came of no visitor's act.

use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::{Browser, ONE_CONCERN, Page, Screen, Visit};
use serde_json::{Value, json};

const WALKED: usize = 2;

#[browser_test(every)]
async fn a_foreign_state_leaves_the_quiz_right(browser: &Browser) -> Result<()> {
    for state in [json!({"foreign": 1}), json!("foreign"), Value::Null, json!("skin-quiz -1")] {
        browser.open_tab().await?;
        let page = walked(browser).await?;
        page.js::<()>("history.replaceState(arguments[0], '')", &[state]).await?;
        page.tap_through(&ONE_CONCERN[WALKED..=WALKED]).await?;
        backs_lead_out(&page).await?;
    }
    Ok(())
}

#[browser_test(every)]
async fn a_foreign_entry_leaves_the_quiz_right(browser: &Browser) -> Result<()> {
    let page = walked(browser).await?;
    let asked = page.seen().await?.question;
    page.js::<()>("history.pushState({foreign: 1}, '', '#foreign')", &[]).await?;
    page.back().await?;
    page.until("the same question", |seen| seen.question == asked).await?;
    page.forward().await?;
    page.until("the same question", |seen| seen.question == asked).await?;
    page.walk(&ONE_CONCERN[WALKED..]).await?;
    ensure!(page.seen().await?.screen == Screen::Result);
    backs_lead_out(&page).await
}

#[browser_test(every)]
async fn a_stale_position_leaves_the_quiz_right(browser: &Browser) -> Result<()> {
    let page = walked(browser).await?;
    page.js::<()>("history.replaceState('skin-quiz 99', '')", &[]).await?;
    page.client().refresh().await?;
    page.until("a new start", |seen| seen.loaded && seen.asks("concerns")).await?;
    page.tap_through(&ONE_CONCERN[..WALKED]).await?;
    page.back().await?;
    page.at(ONE_CONCERN[WALKED - 1].0).await?;
    backs_lead_out(&page).await
}

#[browser_test(every)]
async fn coming_back_from_another_page_leaves_the_quiz_right(browser: &Browser) -> Result<()> {
    let page = walked(browser).await?;
    page.client().goto(&format!("{}before.html", page.site.url())).await?;
    page.back().await?;
    page.until("the quiz", |seen| seen.loaded && seen.screen == Screen::Question).await?;
    page.back_to_first().await?;
    page.tap_through(&ONE_CONCERN[..WALKED]).await?;
    page.back().await?;
    page.at(ONE_CONCERN[WALKED - 1].0).await?;
    backs_lead_out(&page).await
}

async fn walked(browser: &Browser) -> Result<Page<'_>> {
    let page = Visit::new(browser)?.come_near().await?;
    page.visit().await?;
    page.until("the program runs", |seen| seen.loaded).await?;
    page.tap_through(&ONE_CONCERN[..WALKED]).await?;
    page.at(ONE_CONCERN[WALKED].0).await?;
    Ok(page)
}

/// Presses Back until the quiz is left: each shows the same question or an earlier one.
async fn backs_lead_out(page: &Page<'_>) -> Result<()> {
    let place = |seen: &e2e::Seen| {
        ONE_CONCERN.iter().position(|step| seen.asks(step.0)).unwrap_or(ONE_CONCERN.len())
    };
    let mut last = place(&page.seen().await?);
    for _ in 0..ONE_CONCERN.len() + 3 {
        page.back().await?;
        let is_out = |seen: &e2e::Seen| {
            seen.heading.as_deref() == Some("Before") || seen.address == "about:blank"
        };
        let seen = page.until("a page", |seen| seen.heading.is_some() || is_out(seen)).await?;
        if is_out(&seen) {
            return Ok(());
        }
        ensure!(seen.screen == Screen::Question, "{seen:?}");
        ensure!(place(&seen) <= last, "Back went forward: {seen:?}");
        last = place(&seen);
    }
    anyhow::bail!("Back does not leave the quiz: {:?}", page.seen().await?)
}
