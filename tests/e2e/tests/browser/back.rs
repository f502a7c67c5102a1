//! Walks are tapped here: WebKit's Back passes over entries that came of no visitor's act.

use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::{Browser, ONE_CONCERN, Page, Screen, Step, UNDER_AGE, Visit};

const WALKED: usize = 4;

#[browser_test(every)]
async fn back_goes_back_one_question_and_out_after_the_first(browser: &Browser) -> Result<()> {
    went_back(Visit::new(browser)?).await?;
    Ok(())
}

pub(crate) async fn went_back(visit: Visit<'_>) -> Result<Page<'_>> {
    let page = visit.come_near().await?;
    back_to_before(&page).await?;
    Ok(page)
}

#[browser_test(every)]
async fn back_in_a_frame_goes_back_one_question_and_out_after_the_first(
    browser: &Browser,
) -> Result<()> {
    let page = Visit::new(browser)?.framed(390, 700).come_near().await?;
    back_to_before(&page).await
}

#[browser_test(every)]
async fn forward_goes_on_again(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.come_near().await?;
    walked(&page).await?;
    for (question, _) in ONE_CONCERN[..WALKED].iter().rev() {
        page.back().await?;
        page.at(question).await?;
    }
    for (question, _) in &ONE_CONCERN[1..=WALKED] {
        page.forward().await?;
        page.at(question).await?;
    }
    page.walk(&ONE_CONCERN[WALKED..]).await?;
    ensure!(page.seen().await?.screen == Screen::Result);
    Ok(())
}

#[browser_test(every)]
async fn an_answer_no_longer_asked_is_kept(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.open().await?;
    page.tap_through(&[("concerns", &["wrinkles", "pores"]), ("wrinkles-look", &["severe"])])
        .await?;
    page.at("pores-look").await?;
    for question in ["wrinkles-look", "concerns"] {
        page.back().await?;
        page.at(question).await?;
    }
    page.tap_choice("concerns", "wrinkles").await?;
    page.until("no lines", |seen| seen.checked == ["pores"]).await?;
    page.tap("#continue").await?;
    page.at("pores-look").await?;
    page.back().await?;
    page.at("concerns").await?;
    page.tap_choice("concerns", "wrinkles").await?;
    page.tap("#continue").await?;
    let seen = page.at("wrinkles-look").await?;
    ensure!(seen.checked == ["severe"], "{seen:?}");
    Ok(())
}

#[browser_test(every)]
async fn the_own_back_keeps_the_history_in_step(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.come_near().await?;
    walked(&page).await?;
    let entries = page.js::<usize>("return history.length", &[]).await?;
    for (question, _) in ONE_CONCERN[1..WALKED].iter().rev() {
        page.tap("#back").await?;
        page.at(question).await?;
    }
    page.tap_through(&ONE_CONCERN[1..2]).await?;
    page.at(ONE_CONCERN[2].0).await?;
    let now = page.js::<usize>("return history.length", &[]).await?;
    ensure!(now <= entries, "{now} entries after {entries}");
    for (question, _) in ONE_CONCERN[..2].iter().rev() {
        page.back().await?;
        page.at(question).await?;
    }
    out(&page).await
}

#[browser_test(every)]
async fn back_from_the_result_and_from_an_ending(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.open().await?;
    tapped_at_the_end(&page, ONE_CONCERN).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    page.back().await?;
    let seen = page.at("habits").await?;
    ensure!(seen.checked == ["none"], "{seen:?}");
    page.client().refresh().await?;
    page.until("a new start", |seen| seen.loaded && seen.asks("concerns")).await?;
    tapped_at_the_end(&page, UNDER_AGE).await?;
    page.until("the ending", |seen| seen.screen == Screen::Ending).await?;
    page.back().await?;
    let seen = page.at("age").await?;
    ensure!(seen.checked == ["under-18"], "{seen:?}");
    Ok(())
}

#[browser_test(every)]
async fn back_leaves_after_a_reload_in_mid_walk(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.come_near().await?;
    page.visit().await?;
    page.until("the program runs", |seen| seen.loaded).await?;
    page.tap_through(&ONE_CONCERN[..WALKED]).await?;
    page.client().refresh().await?;
    page.until("a new start", |seen| seen.loaded && seen.asks("concerns")).await?;
    out(&page).await
}

#[browser_test(every)]
async fn back_while_loading(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.come_near().await?;
    let hold = page.site.hold(&page.files.wasm);
    page.visit().await?;
    hold.arrived().await;
    page.tap_choice("concerns", "pores").await?;
    page.tap("#continue").await?;
    out(&page).await?;
    page.forward().await?;
    hold.release();
    page.until("the program runs", |seen| seen.loaded && seen.screen == Screen::Question).await?;
    page.back_to_first().await?;
    page.walk(&UNDER_AGE[..2]).await?;
    page.at("sun").await?;
    Ok(())
}

async fn tapped_at_the_end(page: &Page<'_>, walk: &[Step]) -> Result<()> {
    let (start, end) = walk.split_at(walk.len() - 2);
    page.walk(start).await?;
    page.tap_through(end).await
}

async fn back_to_before(page: &Page<'_>) -> Result<()> {
    walked(page).await?;
    for (question, choices) in ONE_CONCERN[..WALKED].iter().rev() {
        page.back().await?;
        let seen = page.at(question).await?;
        ensure!(seen.checked == *choices, "{seen:?}");
    }
    out(page).await
}

async fn walked(page: &Page<'_>) -> Result<()> {
    page.visit().await?;
    page.until("the program runs", |seen| seen.loaded).await?;
    page.tap_through(&ONE_CONCERN[..WALKED]).await?;
    page.at(ONE_CONCERN[WALKED].0).await?;
    Ok(())
}

async fn out(page: &Page<'_>) -> Result<()> {
    page.back().await?;
    page.outside().await?;
    page.until("the page before", |seen| seen.heading.as_deref() == Some("Before")).await?;
    Ok(())
}
