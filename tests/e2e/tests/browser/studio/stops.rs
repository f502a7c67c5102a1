use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::{Browser, Page, TRAP};

use super::person::{click, holds, opened_with, opened_with_trap, says, wait, write};

const NAME: &str = "f-clinic-name";

#[browser_test(every)]
async fn the_last_key_is_safe(browser: &Browser) -> Result<()> {
    for moment in ["before", "after"] {
        browser.open_tab().await?;
        let page = opened_with_trap(browser).await?;
        click(&page, "go-clinic").await?;
        write(&page, NAME, "The clinic by the sea").await?;
        type_and_stop(&page, "The clinic by the sea, and the hill", moment).await?;
        again(&page).await?;
        holds(&page, NAME, "The clinic by the sea, and the hill").await?;
        says(&page, "notice", "started again").await?;
        wait(&page, "the focus", &format!("document.activeElement.id === '{NAME}'")).await?;
        write(&page, NAME, "Another").await?;
        says(&page, "state", "not saved").await?;
        holds(&page, NAME, "Another").await?;
    }
    Ok(())
}

/// The first call of the program that starts again stops it too: what was typed is not in its field yet.
const TWICE: &str = "
    const [stops, at] = [Number(sessionStorage.stops ?? 0), 'stops'];
    if (stops === 1) trap.at(1, 'before');
    if (stops > 0) sessionStorage.setItem(at, stops + 1);";

#[browser_test(webkit)]
async fn the_last_key_is_safe_if_it_stops_while_it_starts_again(browser: &Browser) -> Result<()> {
    let page = opened_with(browser, &format!("{TRAP}{{{TWICE}}}")).await?;
    click(&page, "go-clinic").await?;
    write(&page, NAME, "The clinic by the sea").await?;
    page.js::<()>("sessionStorage.setItem('stops', 1)", &[]).await?;
    type_and_stop(&page, "The clinic by the sea, and the hill", "before").await?;
    wait(&page, "two stops", "sessionStorage.stops === '3'").await?;
    holds(&page, NAME, "The clinic by the sea, and the hill").await?;
    wait(&page, "the focus", &format!("document.activeElement.id === '{NAME}'")).await
}

#[browser_test(chromium)]
async fn after_three_times_the_draft_can_be_saved(browser: &Browser) -> Result<()> {
    let page = opened_with_trap(browser).await?;
    click(&page, "go-clinic").await?;
    write(&page, NAME, "The clinic by the sea").await?;
    for _ in 0..2 {
        stop(&page).await?;
        again(&page).await?;
        holds(&page, NAME, "The clinic by the sea").await?;
    }
    stop(&page).await?;
    says(&page, "failed", "three times").await?;
    page.complaints().await?;
    let draft = "
        const done = arguments[arguments.length - 1];
        const link = document.querySelector('#studio a[download=\"microneedling.json\"]');
        link.click();
        setTimeout(() => done(saved['microneedling.json'].includes('The clinic by the sea')), 50);";
    let draft = page.client().execute_async(draft, vec![]).await?;
    ensure!(draft == true, "the draft is not saved");
    Ok(())
}

async fn type_and_stop(page: &Page<'_>, text: &str, moment: &str) -> Result<()> {
    let script = "
        const [id, text, moment] = arguments;
        const field = document.getElementById(id);
        if (!field) return false;
        document.body.dataset.before = '';
        trap.at(1, moment);
        field.focus();
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        return true";
    page.until_js_given("its field", script, &[NAME.into(), text.into(), moment.into()]).await
}

async fn stop(page: &Page<'_>) -> Result<()> {
    page.js("document.body.dataset.before = ''; trap.now()", &[]).await
}

/// Waits until the studio is there again.
async fn again(page: &Page<'_>) -> Result<()> {
    let ready = "return !('before' in document.body.dataset)
        && performance.getEntriesByName('ready').length > 0";
    page.until_loaded_js("the studio again", ready).await
}
