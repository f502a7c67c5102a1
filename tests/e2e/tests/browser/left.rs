//! What a quiz added to the history is no dead press once it is gone. Walks are tapped here: Back passes over
//! entries that came of no visitor's act.

use std::time::Duration;

use anyhow::{Context, Result};
use browser_test::browser_test;
use e2e::{Browser, ONE_CONCERN, Page, Visit};
use fantoccini::Locator;
use tokio::time::timeout;

const WALKED: usize = 4;
const QUIZ: &str = "document.querySelector('skin-quiz')";
/// The host has gone back over what is left of the quiz, or there is nothing of it.
const SWEPT: &str =
    "return !Object.values(history.state?.['skin-quiz'] ?? {}).some((count) => count > 0)";

#[browser_test(every)]
async fn it_is_closed(browser: &Browser) -> Result<()> {
    let page = walked(browser).await?;
    page.js::<()>(&format!("{QUIZ}.remove()"), &[]).await?;
    leads_out(&page).await
}

#[browser_test(every)]
async fn it_is_closed_after_steps_back(browser: &Browser) -> Result<()> {
    let page = walked(browser).await?;
    page.js::<()>("document.body.click()", &[]).await?;
    page.enter_anew().await?;
    for (question, _) in ONE_CONCERN[..WALKED].iter().rev() {
        page.back().await?;
        page.at(question).await?;
    }
    page.outside().await?;
    page.js::<()>(&format!("document.body.click(); {QUIZ}.remove()"), &[]).await?;
    leads_out(&page).await
}

#[browser_test(every)]
async fn it_is_moved(browser: &Browser) -> Result<()> {
    let page = walked(browser).await?;
    page.js::<()>(&format!("document.body.prepend({QUIZ})"), &[]).await?;
    starts(&page).await?;
    leads_out(&page).await
}

#[browser_test(every)]
async fn it_is_loaded_again(browser: &Browser) -> Result<()> {
    let page = walked(browser).await?;
    page.client().refresh().await?;
    starts(&page).await?;
    leads_out(&page).await
}

#[browser_test(every)]
async fn it_is_loaded_again_and_walked(browser: &Browser) -> Result<()> {
    let page = walked(browser).await?;
    page.client().refresh().await?;
    starts(&page).await?;
    leads_through(&page).await
}

#[browser_test(every)]
async fn it_is_moved_and_walked(browser: &Browser) -> Result<()> {
    let page = walked(browser).await?;
    page.js::<()>(&format!("document.body.append({QUIZ})"), &[]).await?;
    starts(&page).await?;
    leads_through(&page).await
}

#[browser_test(every)]
async fn a_single_page_site_goes_elsewhere_and_back(browser: &Browser) -> Result<()> {
    for order in ["push(); hide()", "hide(); push()", "push(); setTimeout(hide, 50)"] {
        browser.open_tab().await?;
        let page = walked(browser).await?;
        let script = format!(
            "
            const quiz = {QUIZ};
            const hide = () => quiz.replaceWith(document.createElement('hr'));
            const push = () => history.pushState({{ route: 'prices' }}, '', '#prices');
            addEventListener('popstate', () => {{
                if (location.hash) hide(); else document.querySelector('hr').replaceWith(quiz);
            }});
            document.querySelector('h1').addEventListener('click', () => {{ {order} }});"
        );
        page.js::<()>(&script, &[]).await?;
        page.client().find(Locator::Css("h1")).await?.click().await?;
        page.until_js(
            "the other route",
            "return document.querySelector('hr') && location.hash === '#prices'",
        )
        .await?;
        page.js::<()>("setTimeout(() => history.back())", &[]).await?;
        starts(&page).await?;
        leads_out(&page).await?;
    }
    Ok(())
}

#[browser_test(every)]
async fn it_is_left_and_come_back_to(browser: &Browser) -> Result<()> {
    let page = walked(browser).await?;
    page.client().goto(&format!("{}before.html?again", page.site.url())).await?;
    page.js::<()>("setTimeout(() => history.back())", &[]).await?;
    page.until_loaded_js("the page", &format!("return {QUIZ} !== null")).await?;
    page.enter().await?;
    let seen = page.until("a question", |seen| seen.loaded && seen.question.is_some()).await?;
    let first = ONE_CONCERN.iter().position(|step| seen.asks(step.0));
    for (question, _) in ONE_CONCERN[..first.unwrap_or_default()].iter().rev() {
        page.back().await?;
        page.at(question).await?;
    }
    page.outside().await?;
    leads_out(&page).await
}

async fn walked(browser: &Browser) -> Result<Page<'_>> {
    let page = Visit::new(browser)?.embedded("plain").elsewhere().come_near().await?;
    page.visit().await?;
    page.until("the program runs", |seen| seen.loaded).await?;
    page.tap_through(&ONE_CONCERN[..WALKED]).await?;
    page.at(ONE_CONCERN[WALKED].0).await?;
    page.outside().await?;
    Ok(page)
}

/// Back leads through the questions of a quiz that was just put in, and to the page before.
async fn leads_through(page: &Page<'_>) -> Result<()> {
    page.enter().await?;
    page.tap_through(&ONE_CONCERN[..2]).await?;
    page.at(ONE_CONCERN[2].0).await?;
    for (question, _) in ONE_CONCERN[..2].iter().rev() {
        page.back().await?;
        page.at(question).await?;
    }
    page.outside().await?;
    leads_out(page).await
}

/// A quiz is there and asks its first question.
async fn starts(page: &Page<'_>) -> Result<()> {
    let frame = format!("return {QUIZ}?.shadowRoot?.querySelector('iframe') != null");
    page.until_loaded_js("a frame", &frame).await?;
    page.enter().await?;
    page.until("the first question", |seen| seen.loaded && seen.asks("concerns")).await?;
    page.outside().await
}

/// One press of Back leads to the page before.
async fn leads_out(page: &Page<'_>) -> Result<()> {
    page.until_loaded_js("nothing is left of it", SWEPT).await?;
    // WebKit's driver waits for minutes if no page is loaded.
    timeout(Duration::from_secs(15), page.client().back()).await.context("a dead press")??;
    page.until("the page before", |seen| seen.heading.as_deref() == Some("Before")).await?;
    Ok(())
}
