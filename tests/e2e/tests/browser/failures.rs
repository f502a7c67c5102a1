//! What an engine says of a file that is not JSON, or has the wrong type, is tested in every engine; the other
//! causes are found by our own code.

use anyhow::{Context, Result, ensure};
use browser_test::browser_test;
use e2e::{Browser, Files, Page, Screen, Visit};
use serde_json::{Value, json};
use site::Site;

#[browser_test(firefox)]
async fn the_data_file_is_missing(browser: &Browser) -> Result<()> {
    fails(browser, "data", |site, files| site.missing(&files.quiz), &["microneedling.json", "404"])
        .await
}

#[browser_test(every)]
async fn the_data_file_is_not_json(browser: &Browser) -> Result<()> {
    let change = |site: Site, files: &Files| site.file(&files.quiz, "{\"format\": 1,}");
    fails(browser, "data", change, &["microneedling.json", "not valid JSON", "comma"]).await
}

#[browser_test(chromium)]
async fn the_data_file_is_newer(browser: &Browser) -> Result<()> {
    let changed = changed_quiz(|quiz| quiz["format"] = json!(2))?;
    let change = |site: Site, files: &Files| site.file(&files.quiz, changed);
    fails(browser, "data", change, &["microneedling.json", "format/newer"]).await
}

#[browser_test(webkit)]
async fn the_data_file_breaks_a_rule(browser: &Browser) -> Result<()> {
    let changed = changed_quiz(|quiz| {
        quiz["cautions"][0]["when"] = json!({"picked": "skin-today.nowhere"});
    })?;
    let change = |site: Site, files: &Files| site.file(&files.quiz, changed);
    fails(browser, "data", change, &["microneedling.json", "infection", "skin-today.nowhere"]).await
}

#[browser_test(chromium)]
async fn the_text_file_is_missing(browser: &Browser) -> Result<()> {
    fails(browser, "data", |site, files| site.missing(&files.text), &["text/en.json", "404"]).await
}

#[browser_test(every)]
async fn the_wasm_has_the_wrong_type(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?
        .site(|site, files| site.content_type(&files.wasm, "application/octet-stream"))
        .open()
        .await?;
    page.until("the first question", |seen| seen.asks("concerns")).await?;
    let complaints = page.complaints().await?;
    let ours =
        complaints.iter().find(|complaint| complaint.text.contains("application/octet-stream"));
    ensure!(ours.is_some_and(|ours| ours.level == "warn"), "{complaints:?}");
    page.walk(&[("concerns", &["pores"])]).await?;
    page.complaints().await?;
    Ok(())
}

#[browser_test(firefox)]
async fn a_retry_after_mending_the_data_brings_the_quiz(browser: &Browser) -> Result<()> {
    let visit = Visit::new(browser)?.site(|site, files| site.file(&files.quiz, "{"));
    let page = told(visit, "data", &["microneedling.json"]).await?;
    page.tap("#failure [data-retry]").await?;
    page.until_js("it is told of again", "return recorded.complaints.length > 0").await?;
    page.until("still a failure", |seen| seen.screen == Screen::Failure).await?;
    mended(&page, &page.files.quiz.clone()).await
}

#[browser_test(webkit)]
async fn a_retry_after_mending_the_wasm_brings_the_quiz(browser: &Browser) -> Result<()> {
    let visit =
        Visit::new(browser)?.site(|site, files| site.missing(&files.wasm).missing(&files.fallback));
    let page = told(visit, "network", &[".wasm", "404", "fallback-", "Upload"]).await?;
    mended(&page, &page.files.wasm.clone()).await
}

async fn fails(
    browser: &Browser,
    kind: &str,
    change: impl FnOnce(Site, &Files) -> Site,
    cause_and_cure: &[&str],
) -> Result<()> {
    told(Visit::new(browser)?.site(change), kind, cause_and_cure).await?;
    Ok(())
}

/// The visitor reads one reason, whom to ask, and all that the quiz would have asked and told, and can
/// try again; the console names cause and cure.
pub(crate) async fn told<'a>(
    visit: Visit<'a>,
    kind: &str,
    cause_and_cure: &[&str],
) -> Result<Page<'a>> {
    let page = visit.arrive().await?;
    let seen = page.until("the failure", |seen| seen.screen == Screen::Failure).await?;
    ensure!(seen.failure == [kind], "{seen:?}");
    page.until_js(
        "the page to read",
        "return document.querySelector('#failure .reading') !== null",
    )
    .await?;
    let shown = "
        const shown = (selector) => [...document.querySelectorAll(selector)].filter((e) => e.getClientRects().length).length;
        return [shown('[role=alert] h1'), shown('#failure [data-retry]'), shown('#failure main > p > a[href]'),
            shown('.reading #questions'), shown('.reading #sources'), shown('#quiz *')]";
    let shown: [usize; 6] = page.js(shown, &[]).await?;
    ensure!(
        shown == [1, 1, 1, 1, 1, 0],
        "headings, retries, contacts, what is asked, sources and the quiz: {shown:?}"
    );
    let complaints = page.complaints().await?;
    let errors: Vec<&str> =
        complaints.iter().filter(|c| c.level == "error").map(|c| c.text.as_str()).collect();
    ensure!(complaints.iter().all(|c| c.level != "uncaught"), "{complaints:#?}");
    let error = errors.first().with_context(|| format!("no error in {complaints:?}"))?;
    ensure!(errors.len() == 1, "{errors:#?}");
    ensure!(error.starts_with("skin-quiz: "), "{error}");
    for words in cause_and_cure {
        ensure!(error.contains(words), "the console does not say {words:?}: {error}");
    }
    Ok(page)
}

async fn mended(page: &Page<'_>, path: &str) -> Result<()> {
    page.site.restore(path);
    page.tap("#failure [data-retry]").await?;
    page.until("the quiz", |seen| seen.loaded && seen.asks("concerns")).await?;
    page.complaints().await?;
    page.walk(&[("concerns", &["pores"])]).await?;
    page.at("pores-look").await?;
    Ok(())
}

fn changed_quiz(change: impl FnOnce(&mut Value)) -> Result<String> {
    let files = Files::from_env()?;
    let mut quiz = serde_json::from_str(&files.read(&files.quiz)?)?;
    change(&mut quiz);
    Ok(quiz.to_string())
}
