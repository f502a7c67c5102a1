//! What translates pages puts its own elements in the place of every text: what is seen agrees with the
//! state even so.

use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::{Browser, ONE_CONCERN, Page, Screen, UNDER_AGE, Visit};

pub(crate) const TRANSLATE: &str = include_str!("translated.js");

/// Everything that can be read, without spaces and the signs of the translation.
const READ: &str = "
    for (const details of document.querySelectorAll('#quiz details')) details.open = true;
    return document.getElementById('quiz').innerText.replace(/[\\s§]+/g, '')";

#[browser_test(every)]
async fn every_screen_says_what_it_says_without(browser: &Browser) -> Result<()> {
    let mut plain = Vec::new();
    let page = Visit::new(browser)?.open().await?;
    walked(&page, &mut plain).await?;
    browser.open_tab().await?;
    let page = Visit::new(browser)?.open().await?;
    page.js::<()>(TRANSLATE, &[]).await?;
    let mut translated = Vec::new();
    walked(&page, &mut translated).await?;
    ensure!(plain.len() == translated.len());
    for (plain, translated) in plain.iter().zip(&translated) {
        ensure!(plain == translated, "without: {plain}\nwith: {translated}");
    }
    let complaints = page.complaints().await?;
    ensure!(complaints.is_empty(), "{complaints:?}");
    Ok(())
}

/// A question without an answer, another language and back, every step to a result, what the result can
/// do, a changed answer, and an ending.
async fn walked(page: &Page<'_>, read: &mut Vec<String>) -> Result<()> {
    page.until("the program runs", |seen| seen.loaded).await?;
    let mut note = async |page: &Page<'_>| {
        page.painted().await?;
        read.push(page.js(READ, &[]).await?);
        anyhow::Ok(())
    };
    page.tap("#continue").await?;
    page.until("an error", |seen| seen.error.is_some()).await?;
    note(page).await?;
    page.walk(&ONE_CONCERN[..2]).await?;
    for tag in ["es", "ar", "en"] {
        page.tap(&format!("#language-{tag}")).await?;
        page.until_js("the language", &format!("return document.documentElement.lang === '{tag}'"))
            .await?;
        note(page).await?;
    }
    page.walk_and(&ONE_CONCERN[2..], &mut note).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    page.tap("#along").await?;
    note(page).await?;
    page.tap("#language-es").await?;
    page.until_js("Spanish", "return document.documentElement.lang === 'es'").await?;
    note(page).await?;
    page.tap("#restart").await?;
    page.at("concerns").await?;
    page.walk(UNDER_AGE).await?;
    page.until("the ending", |seen| seen.screen == Screen::Ending).await?;
    note(page).await?;
    page.tap("#clear").await?;
    page.at("concerns").await?;
    note(page).await
}
