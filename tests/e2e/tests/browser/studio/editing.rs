use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::{Browser, Page};
use fantoccini::key::Key;

use super::person::{click, leave, opened, saved, says, wait, write};

#[browser_test(firefox)]
async fn keys_undo_and_redo(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    click(&page, "go-clinic").await?;
    write(&page, "f-clinic-name", "Sea").await?;
    wait(&page, "typed", "document.getElementById('f-clinic-name').value === 'Sea'").await?;
    let press = "dispatchEvent(new KeyboardEvent('keydown', { key: arguments[0], ctrlKey: true, shiftKey: arguments[1], cancelable: true }))";
    page.js::<()>(press, &["z".into(), false.into()]).await?;
    wait(&page, "undone", "document.getElementById('f-clinic-name').value === 'Your clinic'")
        .await?;
    page.js::<()>(press, &["Z".into(), true.into()]).await?;
    wait(&page, "done again", "document.getElementById('f-clinic-name').value === 'Sea'").await?;
    click(&page, "undo").await?;
    wait(&page, "nothing to undo", "document.querySelector('#undo:disabled')").await?;
    wait(&page, "saved", "document.getElementById('state').textContent === 'Saved'").await
}

#[browser_test(chromium)]
async fn problems_stand_at_their_fields_and_are_mended(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    click(&page, "go-start").await?;
    write(&page, "f-words-purpose", "See  what it cures.").await?;
    leave(&page).await?;
    wait(
        &page,
        "the claim at its field",
        "document.getElementById('f-words-purpose-told')?.textContent.includes('claims too much')",
    )
    .await?;
    wait(
        &page,
        "it is marked",
        "document.getElementById('f-words-purpose').getAttribute('aria-invalid') === 'true'",
    )
    .await?;
    wait(
        &page,
        "not ready",
        "document.getElementById('ready').textContent.startsWith('Not ready')",
    )
    .await?;
    let mend = "document.querySelector('#f-words-purpose-told .mend')";
    wait(&page, "a mend", mend).await?;
    page.js::<()>(&format!("{mend}.click()"), &[]).await?;
    wait(
        &page,
        "it is mended",
        "document.getElementById('f-words-purpose').value === 'See what it cures.'",
    )
    .await?;
    click(&page, "go-problems").await?;
    wait(&page, "the list", "document.querySelector('#all-problems .error .place')").await?;
    page.js::<()>("document.querySelector('#all-problems .error .place').click()", &[]).await?;
    wait(&page, "its form", "document.getElementById('f-words-purpose')").await
}

/// What follows is asked without a browser; here, whether each control is wired.
#[browser_test(chromium)]
async fn buttons_and_forms_reach_the_editor(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    click(&page, "go-benefits").await?;
    click(&page, "f-benefits-0-delete").await?;
    click(&page, "keep").await?;
    wait(&page, "kept", "!document.getElementById('asked-text')").await?;
    click(&page, "f-benefits-0-delete").await?;
    click(&page, "delete").await?;
    wait(&page, "a step to undo", "document.querySelector('#undo:enabled')").await?;
    click(&page, "undo").await?;
    click(&page, "go-visitors").await?;
    write(&page, "add-visitor", "Is seventeen").await?;
    click(&page, "add-visitor-button").await?;
    says(&page, "heading", "is seventeen").await?;
    click(&page, "delete-visitor").await?;
    click(&page, "go-languages").await?;
    click(&page, "language-es").await?;
    write(&page, "translator", "Dra. A. Ejemplo").await?;
    click(&page, "reviewed").await?;
    let reviewed =
        "document.querySelector('[for=translator]').textContent.includes('by Dra. A. Ejemplo')";
    wait(&page, "who reviewed it", reviewed).await?;
    click(&page, "go-sign").await?;
    click(&page, "report").await?;
    ensure!(saved(&page, "report.html").await?.starts_with("<!DOCTYPE html>"));
    Ok(())
}

/// The safest button has the focus, and Escape gives it back.
#[browser_test(every)]
async fn escape_keeps_what_is_asked_about(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    click(&page, "go-benefits").await?;
    click(&page, "f-benefits-0-delete").await?;
    wait(&page, "the safest button", "document.activeElement.id === 'keep'").await?;
    page.press(&[Key::Escape]).await?;
    wait(&page, "kept", "!document.getElementById('asked-text')").await?;
    wait(&page, "back", "document.activeElement.id === 'f-benefits-0-delete'").await?;
    click(&page, "f-benefits-0-delete").await?;
    click(&page, "clean-up").await?;
    wait(&page, "a step to undo", "document.querySelector('#undo:enabled')").await?;
    wait(&page, "the heading", "document.activeElement.id === 'heading'").await?;
    click(&page, "undo").await?;
    wait(&page, "all is back", "document.getElementById('state').textContent === 'Saved'").await
}

/// Drags one line of a list onto another; no driver drags in every engine.
#[browser_test(every)]
async fn a_thing_is_dragged_to_another_place(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    click(&page, "go-benefits").await?;
    let before = names(&page).await?;
    let event = "
        const [line, kind] = arguments;
        window.dataTransfer ??= new DataTransfer();
        const event = new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true });
        return !document.querySelectorAll('.things > li')[line].dispatchEvent(event)";
    page.js::<bool>(event, &[0.into(), "dragstart".into()]).await?;
    page.painted().await?;
    ensure!(
        page.js::<bool>(event, &[2.into(), "dragover".into()]).await?,
        "nothing may be dropped there"
    );
    page.js::<bool>(event, &[2.into(), "drop".into()]).await?;
    let mut wanted = before.clone();
    wanted[..3].rotate_left(1);
    wait(&page, "a step to undo", "document.querySelector('#undo:enabled')").await?;
    let after = names(&page).await?;
    ensure!(after == wanted, "{before:?} became {after:?}");
    page.js::<bool>(event, &[0.into(), "drop".into()]).await?;
    page.painted().await?;
    ensure!(names(&page).await? == wanted, "what was let go is moved again");
    click(&page, "undo").await?;
    wait(&page, "nothing to undo", "document.querySelector('#undo:disabled')").await?;
    click(&page, "go-benefits").await?;
    ensure!(names(&page).await? == before);
    Ok(())
}

async fn names(page: &Page<'_>) -> Result<Vec<String>> {
    wait(page, "the list", "document.querySelector('.things > li')").await?;
    let script = "return [...document.querySelectorAll('.things .go')].map((it) => it.firstChild.textContent)";
    page.js(script, &[]).await
}
