use anyhow::Result;
use browser_test::browser_test;
use e2e::{Browser, Page};

use super::person::{KEPT_IN, click, holds, open, opened, saved, says, wait, write};

#[browser_test(every)]
async fn a_killed_tab_loses_nothing(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    click(&page, "go-clinic").await?;
    write(&page, "f-clinic-name", "The clinic by the sea").await?;
    let kept = "document.getElementById('state').textContent.includes('is kept')";
    wait(&page, "it is kept, with nothing else done", kept).await?;
    browser.open_tab().await?;
    open(&page).await?;
    click(&page, "go-clinic").await?;
    wait(
        &page,
        "what was typed",
        "document.getElementById('f-clinic-name')?.value === 'The clinic by the sea'",
    )
    .await?;
    wait(
        &page,
        "it is told of",
        "document.getElementById('state').textContent.includes('not saved')",
    )
    .await?;
    click(&page, "undo").await?;
    wait(
        &page,
        "the saved file",
        "document.getElementById('f-clinic-name').value === 'Your clinic'",
    )
    .await
}

#[browser_test(firefox)]
async fn a_version_comes_back(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    click(&page, "go-clinic").await?;
    write(&page, "f-clinic-name", "First").await?;
    click(&page, "save").await?;
    saved(&page, "microneedling.json").await?;
    write(&page, "f-clinic-name", "Second").await?;
    click(&page, "go-files").await?;
    let back = "document.querySelector('#versions button')";
    wait(&page, "a version", back).await?;
    page.js::<()>(&format!("{back}.click()"), &[]).await?;
    click(&page, "go-clinic").await?;
    wait(&page, "as it was", "document.getElementById('f-clinic-name')?.value === 'First'").await?;
    click(&page, "undo").await?;
    wait(&page, "as it is", "document.getElementById('f-clinic-name')?.value === 'Second'").await
}

#[browser_test(firefox)]
async fn the_last_20_versions_are_kept(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    click(&page, "go-clinic").await?;
    for number in 1..=23 {
        write(&page, "f-clinic-name", &format!("Clinic {number}.")).await?;
        click(&page, "save").await?;
        says(&page, "state", "Saved").await?;
    }
    let script = "
        const asked = indexedDB.open(arguments[0]);
        asked.onsuccess = () => {
            const all = asked.result.transaction('versions').objectStore('versions').getAll();
            all.onsuccess = () => {
                window.kept = all.result.map((it) => /Clinic [0-9]+/.exec(it)?.[0]).join();
                asked.result.close();
            };
        };
        return window.kept === arguments[1]";
    let wanted: Vec<String> = (4..=23).map(|number| format!("Clinic {number}")).collect();
    let given = [KEPT_IN.into(), wanted.join(",").into()];
    page.until_js_given("the last 20 are kept", script, &given).await?;
    open(&page).await?;
    click(&page, "go-files").await?;
    wait(&page, "20 versions", "document.querySelectorAll('#versions tbody tr').length === 20")
        .await?;
    page.js::<()>("document.querySelector('#versions tr:last-child button').click()", &[]).await?;
    click(&page, "go-clinic").await?;
    holds(&page, "f-clinic-name", "Clinic 4.").await
}

/// Names the clinic in a tab and waits until the draft is kept.
async fn drafted(page: &Page<'_>, name: &str) -> Result<()> {
    click(page, "go-clinic").await?;
    write(page, "f-clinic-name", name).await?;
    says(page, "state", "is kept").await
}

async fn named(page: &Page<'_>, name: &str) -> Result<()> {
    click(page, "go-clinic").await?;
    holds(page, "f-clinic-name", name).await
}

#[browser_test(every)]
async fn two_tabs_keep_a_draft_each(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    let first = page.client().window().await?;
    drafted(&page, "The first tab").await?;
    browser.open_another_tab().await?;
    open(&page).await?;
    says(&page, "notice", "Another tab has an unsaved draft").await?;
    named(&page, "Your clinic").await?;
    drafted(&page, "The second tab").await?;
    page.client().switch_to_window(first).await?;
    drafted(&page, "The first tab again").await?;

    browser.open_tab().await?;
    open(&page).await?;
    says(&page, "notice", "Your unsaved draft is here again").await?;
    named(&page, "The first tab again").await?;
    browser.open_another_tab().await?;
    open(&page).await?;
    says(&page, "notice", "Another tab has a draft of its own").await?;
    named(&page, "The second tab").await?;
    click(&page, "go-files").await?;
    click(&page, "draft-0").await?;
    named(&page, "The first tab again").await
}

#[browser_test(only(chromium, firefox))]
async fn a_tab_that_is_loaded_again_keeps_its_own_draft(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    let first = page.client().window().await?;
    drafted(&page, "The first tab").await?;
    browser.open_another_tab().await?;
    open(&page).await?;
    drafted(&page, "The second tab").await?;
    page.client().close_window().await?;
    page.client().switch_to_window(first).await?;
    open(&page).await?;
    named(&page, "The first tab").await
}
