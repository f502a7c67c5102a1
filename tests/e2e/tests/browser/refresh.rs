use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::{Browser, Page, Visit};
use serde_json::{Value, json};

const REFRESH: &str = "dispatchEvent(new Event('skin-quiz:refresh'))";

#[browser_test(chromium)]
async fn a_changed_file_shows_and_answers_stay(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.open().await?;
    page.tap_through(&[("concerns", &["wrinkles", "pores"]), ("wrinkles-look", &["severe"])])
        .await?;
    page.at("pores-look").await?;
    let mut quiz = quiz(&page)?;
    for question in quiz["questions"].as_array_mut().into_iter().flatten() {
        question["words"]["title"] = json!("Other words?");
    }
    page.site.set_file(&page.files.quiz, quiz.to_string());
    page.js::<()>(REFRESH, &[]).await?;
    let other = |seen: &e2e::Seen| seen.heading.as_deref() == Some("Other words?");
    let seen = page.until("the new words", other).await?;
    ensure!(seen.asks("pores-look"), "{seen:?}");
    page.back().await?;
    let seen = page.at("wrinkles-look").await?;
    ensure!(other(&seen) && seen.checked == ["severe"], "{seen:?}");
    page.back().await?;
    let seen = page.at("concerns").await?;
    ensure!(seen.checked == ["wrinkles", "pores"], "{seen:?}");
    Ok(())
}

#[browser_test(webkit)]
async fn a_broken_file_changes_nothing(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.open().await?;
    page.walk(&[("concerns", &["wrinkles", "pores"])]).await?;
    let before = page.at("wrinkles-look").await?;
    let mut broken = quiz(&page)?;
    broken["questions"][0]["choices"] = json!([]);
    for content in ["{".to_owned(), broken.to_string()] {
        page.site.set_file(&page.files.quiz, content);
        page.js::<()>(REFRESH, &[]).await?;
        page.until_js("a word on the console", "return recorded.complaints.length > 0").await?;
        let complaints = page.complaints().await?;
        ensure!(complaints.iter().all(|complaint| complaint.level == "error"), "{complaints:?}");
        let seen = page.seen().await?;
        ensure!(seen.question == before.question && seen.screen == before.screen, "{seen:?}");
    }
    page.walk(&[("wrinkles-look", &["mild"])]).await?;
    page.at("pores-look").await?;
    Ok(())
}

fn quiz(page: &Page<'_>) -> Result<Value> {
    Ok(serde_json::from_str(&page.files.read(&page.files.quiz)?)?)
}
