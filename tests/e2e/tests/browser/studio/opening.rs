use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::{Browser, Media, Page};

use super::person::{
    QUIZ, bring, click, holds, near, open, open_with, opened, saved, says, settled, wait, write,
};

#[browser_test(firefox)]
async fn a_broken_file_is_repaired(browser: &Browser) -> Result<()> {
    let page = near(browser, Media::default()).await?;
    let whole = page.files.read(QUIZ)?;
    page.site.set_file(QUIZ, whole.replacen("\"version\":", "\"version\" \"x\":", 1));
    page.client().goto(&format!("{}studio.html", page.site.url())).await?;
    wait(&page, "the file as text", "document.getElementById('raw')").await?;
    wait(
        &page,
        "where",
        "document.querySelector('#all-problems li')?.textContent.includes('Line ')",
    )
    .await?;
    page.js::<()>(
        "const area = document.getElementById('raw');
         area.value = arguments[0];
         area.dispatchEvent(new InputEvent('input', { bubbles: true }))",
        &[whole.into()],
    )
    .await?;
    wait(&page, "the forms", "document.getElementById('f-words-title')").await
}

/// Waits until the first page of a quiz is shown, as it is when a file was opened from another page.
async fn begins(page: &Page<'_>) -> Result<()> {
    wait(page, "the first page", "document.getElementById('f-words-title')").await
}

#[browser_test(firefox)]
async fn an_own_file_is_opened_and_a_new_one_begun(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    let own = page.files.read(QUIZ)?.replacen("Your clinic", "A clinic of mine", 1);
    click(&page, "go-files").await?;
    bring(&page, "file", "microneedling (1).json", &own).await?;
    begins(&page).await?;
    click(&page, "go-clinic").await?;
    holds(&page, "f-clinic-name", "A clinic of mine").await?;
    click(&page, "go-languages").await?;
    wait(
        &page,
        "its translations",
        "document.getElementById('language-es')?.textContent.includes('Every text is translated')",
    )
    .await?;
    click(&page, "go-files").await?;
    write(&page, "new-title", "Chemical peel").await?;
    click(&page, "new").await?;
    wait(
        &page,
        "the example",
        "document.getElementById('state').textContent.includes('1 file not saved')",
    )
    .await?;
    settled(&page).await?;
    wait(
        &page,
        "it is ready",
        "document.getElementById('ready').textContent.startsWith('Not ready, still missing')",
    )
    .await?;
    click(&page, "go-files").await?;
    click(&page, "open-published").await?;
    click(&page, "go-clinic").await?;
    holds(&page, "f-clinic-name", "Your clinic").await
}

#[browser_test(every)]
async fn a_file_is_dropped_anywhere_on_the_page(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    click(&page, "go-clinic").await?;
    let own = page.files.read(QUIZ)?.replacen("Your clinic", "A clinic of mine", 1);
    let drop = "
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([arguments[0]], 'microneedling (1).json'));
        const takes = (kind) => !document.querySelector('nav').dispatchEvent(
            new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
        return ['dragover', 'drop'].map(takes)";
    let takes: [bool; 2] = page.js(drop, &[own.into()]).await?;
    ensure!(takes == [true; 2], "the browser would leave the page for the file: {takes:?}");
    begins(&page).await?;
    click(&page, "go-clinic").await?;
    holds(&page, "f-clinic-name", "A clinic of mine").await?;
    says(&page, "state", "Saved").await
}

#[browser_test(firefox)]
async fn nothing_but_published_files_is_asked_for(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    page.site.clear_requests();
    click(&page, "go-clinic").await?;
    write(&page, "f-clinic-name", "Quiet").await?;
    click(&page, "save").await?;
    saved(&page, "microneedling.json").await?;
    settled(&page).await?;
    let asked: Vec<String> = page.site.requests().iter().map(|it| it.path.clone()).collect();
    let foreign = asked.iter().any(|path| page.files.read(path).is_err());
    ensure!(!foreign, "{asked:?}");
    let all: Vec<String> = page
        .js("return performance.getEntriesByType('resource').map((it) => it.name).filter((it) => !it.startsWith(location.origin) && !it.startsWith('data:'))", &[])
        .await?;
    ensure!(all.is_empty(), "{all:?}");
    Ok(())
}

/// Another quiz beside the published one, with a translation and a test visitor.
async fn with_spring(page: &Page<'_>) -> Result<()> {
    for (ending, id) in [("", "\"id\""), (".es", "\"quiz\""), (".personas", "\"quiz\"")] {
        let file = page.files.read(&format!("/data/microneedling{ending}.json"))?;
        let [from, to] = ["microneedling", "spring"].map(|name| format!("{id}: \"{name}\""));
        ensure!(file.contains(&from), "{ending} names no quiz");
        let file = file.replacen(&from, &to, 1).replacen("Your clinic", "Spring", 1);
        page.site.set_file(&format!("/data/spring{ending}.json"), file);
    }
    Ok(())
}

#[browser_test(firefox)]
async fn the_address_names_another_data_file(browser: &Browser) -> Result<()> {
    let page = near(browser, Media::default()).await?;
    with_spring(&page).await?;
    open_with(&page, "?data=spring").await?;
    click(&page, "go-languages").await?;
    says(&page, "language-es", "Every text is translated").await?;
    says(&page, "language-ar", "missing").await?;
    wait(&page, "test visitors", "document.getElementById('preview-persona')").await?;
    click(&page, "go-clinic").await?;
    holds(&page, "f-clinic-name", "Spring").await?;
    write(&page, "f-clinic-name", "Summer").await?;
    says(&page, "state", "is kept").await?;

    open(&page).await?;
    says(&page, "state", "Saved").await?;
    click(&page, "go-clinic").await?;
    holds(&page, "f-clinic-name", "Your clinic").await?;
    open_with(&page, "?data=spring.json").await?;
    click(&page, "go-clinic").await?;
    holds(&page, "f-clinic-name", "Summer").await?;
    click(&page, "save").await?;
    ensure!(saved(&page, "spring.json").await?.contains("\"Summer\""));
    says(&page, "notice", "in the place of data/spring.json").await
}

#[browser_test(chromium)]
async fn an_address_that_names_no_file_begins_it(browser: &Browser) -> Result<()> {
    let page = near(browser, Media::default()).await?;
    open_with(&page, "?data=autumn").await?;
    says(&page, "notice", "There is no data/autumn.json").await?;
    open_with(&page, "?data=../autumn").await?;
    click(&page, "go-clinic").await?;
    holds(&page, "f-clinic-name", "Your clinic").await?;
    let complaints = page.complaints().await?;
    ensure!(complaints.len() == 1 && complaints[0].text.contains("../autumn"), "{complaints:?}");
    Ok(())
}
