use anyhow::Result;
use browser_test::browser_test;
use e2e::Browser;
use fantoccini::key::Key;

use super::person::{click, opened, type_keys, value, wait, write};

#[browser_test(every)]
async fn keys_alone_find_a_text_and_go_to_its_field(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    let ctrl_k = "dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, cancelable: true }))";
    page.js::<()>(ctrl_k, &[]).await?;
    wait(&page, "the field", "document.activeElement.id === 'search'").await?;
    type_keys(&page, "keloid").await?;
    wait(&page, "a place", "document.querySelector('#hits .place')").await?;
    page.press(&[Key::Escape]).await?;
    wait(&page, "closed", "!document.getElementById('search')").await?;
    click(&page, "find").await?;
    write(&page, "search", "clinic.example").await?;
    wait(&page, "a place", "document.querySelector('#hits .place')").await?;
    page.press(&[Key::Enter]).await?;
    wait(&page, "its field", "document.activeElement.value?.includes('clinic.example')").await?;
    wait(&page, "closed again", "!document.getElementById('search')").await
}

#[browser_test(every)]
async fn back_and_a_reload_stay_in_the_studio(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    click(&page, "go-sources").await?;
    click(&page, "f-sources-1-open").await?;
    wait(&page, "its address", "location.hash === '#item/sources/1'").await?;
    page.js::<()>("history.back()", &[]).await?;
    wait(&page, "the list", "document.getElementById('heading').textContent === 'Sources'").await?;
    page.js::<()>("history.forward()", &[]).await?;
    wait(&page, "the source", "document.getElementById('f-sources-1-title')").await?;
    page.client().refresh().await?;
    page.until_loaded_js(
        "the source again",
        "return document.getElementById('f-sources-1-title') !== null",
    )
    .await
}

#[browser_test(every)]
async fn back_to_the_first_page_keeps_forward(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    let start: String =
        page.js("return document.getElementById('heading').textContent", &[]).await?;
    click(&page, "go-sources").await?;
    wait(&page, "its address", "location.hash === '#part/sources'").await?;
    page.js::<()>("history.back()", &[]).await?;
    let is_start = format!("document.getElementById('heading').textContent === {start:?}");
    wait(&page, "the first page", &is_start).await?;
    page.js::<()>("history.forward()", &[]).await?;
    wait(&page, "the list", "document.getElementById('heading').textContent === 'Sources'").await
}

#[browser_test(firefox)]
async fn somebody_new_is_shown_around_once(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    let shown = "document.getElementById('tour')";
    wait(&page, "nothing for somebody who knows it", &format!("!{shown}")).await?;
    page.js::<()>("localStorage.removeItem('skin-quiz-studio-tour'); location.reload()", &[])
        .await?;
    page.until_loaded_js("the offer", &format!("return {shown} !== null")).await?;
    for step in 1..=5 {
        click(&page, "tour-next").await?;
        let says = format!("{shown}.textContent.startsWith('{step} of 5')");
        wait(&page, "the next step", &says).await?;
    }
    click(&page, "tour-next").await?;
    wait(&page, "the end", &format!("!{shown}")).await?;
    page.client().refresh().await?;
    page.until_loaded_js("the studio", "return performance.getEntriesByName('ready').length > 0")
        .await?;
    wait(&page, "nothing once it was seen", &format!("!{shown}")).await
}

#[browser_test(firefox)]
async fn a_concern_is_added_by_its_name(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    click(&page, "go-concerns").await?;
    write(&page, "new-concern", "Dark spots").await?;
    click(&page, "add-concern").await?;
    wait(&page, "its page", "location.hash === '#concern/5'").await?;
    let label = value(&page, "f-questions-0-choices-5-words-label").await?;
    anyhow::ensure!(label == "Dark spots", "{label}");
    write(&page, "f-questions-0-choices-5-words-hint", "Where the sun was.").await?;
    super::person::shows(&page, "Where the sun was.").await
}

#[browser_test(chromium)]
async fn a_telephone_number_becomes_a_link_once_its_field_is_left(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    click(&page, "go-clinic").await?;
    let field = "f-clinic-booking-link";
    write(&page, field, "020 7946 0000").await?;
    anyhow::ensure!(value(&page, field).await? == "020 7946 0000");
    page.press(&[Key::Tab]).await?;
    wait(
        &page,
        "a link",
        &format!("document.getElementById('{field}').value === 'tel:02079460000'"),
    )
    .await
}
