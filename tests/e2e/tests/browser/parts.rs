use anyhow::{Context, Result, ensure};
use browser_test::browser_test;
use e2e::{Browser, Complaint, ONE_CONCERN, Page, Screen, Visit};
use serde_json::{Value, json};

use crate::early;
use crate::embed::ready;

#[browser_test(every)]
async fn questions_need_nothing_that_comes_later(browser: &Browser) -> Result<()> {
    for held in
        [|page: &Page<'_>| page.files.later.clone(), |page: &Page<'_>| page.files.quiz.clone()]
    {
        let page = Visit::new(browser)?.come_near().await?;
        let hold = page.site.hold(&held(&page));
        page.visit().await?;
        page.walk(ONE_CONCERN).await?;
        hold.arrived().await;
        let seen = page.until("a moment", |seen| seen.heading.as_deref() == Some(MOMENT)).await?;
        ensure!(seen.screen == Screen::None && seen.focus_is("heading"), "{seen:?}");
        hold.release();
        let seen = page.until("the result", |seen| seen.screen == Screen::Result).await?;
        ensure!(seen.loaded && seen.heading.as_deref() != Some(MOMENT), "{seen:?}");
        page.until("focus on its heading", |seen| seen.focus_is("heading")).await?;
    }
    Ok(())
}

/// The page was built with a shorter safety list than the data file has by now.
#[browser_test(every)]
async fn an_answer_to_other_choices_is_asked_again_before_any_result(
    browser: &Browser,
) -> Result<()> {
    let visit = Visit::new(browser)?;
    let mut quiz: Value = serde_json::from_str(&visit.files().read(&visit.files().quiz)?)?;
    let questions = quiz["questions"].as_array_mut().context("questions")?;
    let skin = questions.iter_mut().find(|it| it["id"] == "skin-today").context("skin-today")?;
    let added = json!({"id": "added", "words": {"label": "Something new"}});
    skin["choices"].as_array_mut().context("choices")?.insert(0, added);
    let visit = visit.site(|site, files| site.file(&files.quiz, quiz.to_string()));
    let page = visit.come_near().await?;
    let hold = page.site.hold(&page.files.quiz);
    page.visit().await?;
    page.walk(ONE_CONCERN).await?;
    hold.arrived().await;
    page.until("a moment", |seen| seen.heading.as_deref() == Some(MOMENT)).await?;
    hold.release();
    let seen = page.at("skin-today").await?;
    ensure!(seen.checked.is_empty(), "{seen:?}");
    page.walk(&ONE_CONCERN[6..]).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    Ok(())
}

#[browser_test(firefox)]
async fn a_page_that_brings_nothing_along_waits_for_the_files(browser: &Browser) -> Result<()> {
    let visit = Visit::new(browser)?
        .html("data-opening=\"inline\"", "data-opening=\"none\"")?
        .html("id=\"opening\">", "id=\"other\">")?;
    early::kept_while_held(visit, |files| files.quiz.clone()).await?;
    Ok(())
}

/// The page around hears of the end when there is one.
#[browser_test(chromium)]
async fn a_moment_is_no_end(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.embedded("plain").come_near().await?;
    let hold = page.site.hold(&page.files.later);
    page.visit_host().await?;
    ready(&page, 1).await?;
    page.enter().await?;
    page.until("the program runs", |seen| seen.begun).await?;
    page.walk(ONE_CONCERN).await?;
    page.until("a moment", |seen| seen.heading.as_deref() == Some(MOMENT)).await?;
    page.painted().await?;
    page.outside().await?;
    let last = "return host.told.filter(({ kind }) => kind !== 'impression').at(-1).kind";
    let told: String = page.js(last, &[]).await?;
    ensure!(told == "step", "{told} is told of a moment");
    hold.release();
    page.until_js("the end", &format!("{last} === 'complete'")).await
}

const MOMENT: &str = "One moment, please.";

#[browser_test(webkit)]
async fn a_later_part_that_is_lost_is_tried_again(browser: &Browser) -> Result<()> {
    let visit = Visit::new(browser)?
        .site(|site, files| site.missing(&files.later).missing(&files.fallback));
    let page = visit.arrive().await?;
    page.until("the failure", |seen| seen.screen == Screen::Failure).await?;
    let complaints = page.complaints().await?;
    let is_told = |one: &Complaint| {
        one.level == "error" && one.text.contains("a part of the program did not arrive")
    };
    ensure!(complaints.iter().any(is_told), "{complaints:?}");
    page.site.restore(&page.files.later);
    page.tap("#failure [data-retry]").await?;
    page.until("the whole quiz", |seen| seen.loaded && seen.asks("concerns")).await?;
    page.walk(ONE_CONCERN).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    page.complaints().await?;
    Ok(())
}

#[browser_test(chromium)]
async fn a_retry_keeps_what_was_answered(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.come_near().await?;
    let hold = page.site.hold(&page.files.quiz);
    page.visit().await?;
    page.walk(&ONE_CONCERN[..2]).await?;
    page.at("sun").await?;
    hold.arrived().await;
    page.site.set_missing(&page.files.quiz);
    hold.release();
    page.until("the failure", |seen| seen.screen == Screen::Failure).await?;
    page.complaints().await?;
    page.site.restore(&page.files.quiz);
    page.js::<()>("document.querySelector('#failure [data-retry]').click()", &[]).await?;
    page.until("the question again", |seen| seen.loaded && seen.asks("sun")).await?;
    page.tap("#back").await?;
    let seen = page.at("wrinkles-look").await?;
    ensure!(seen.checked == ["mild"], "{seen:?}");
    Ok(())
}

#[browser_test(chromium)]
async fn early_picks_are_kept_on_a_slow_line(browser: &Browser) -> Result<()> {
    const PICKED: [&str; 3] = ["texture", "acne-scars", "brightness"];
    let visit = Visit::new(browser)?.site(|site, _| site.brotli(true).bandwidth(BYTES_PER_SECOND));
    let page = visit.at_a_port_of_its_own().come_near().await?;
    let hold = page.site.hold(&page.files.wasm);
    page.visit().await?;
    let seen = page.until("the first question", |seen| seen.asks("concerns")).await?;
    ensure!(!seen.begun, "{seen:?}");
    for choice in PICKED {
        page.tap_choice("concerns", choice).await?;
    }
    page.tap("#continue").await?;
    hold.release();
    page.at("texture-look").await?;
    page.back().await?;
    let seen = page.at("concerns").await?;
    ensure!(seen.checked == PICKED, "{seen:?}");
    page.until("the whole program", |seen| seen.loaded).await?;
    Ok(())
}

/// 0.4 Mbit/s.
const BYTES_PER_SECOND: u32 = 50_000;
