use anyhow::Result;
use browser_test::browser_test;
use e2e::Browser;
use fantoccini::key::Key;

use super::person::{opened, says, settled, tab, type_keys, wait};

#[browser_test(every)]
async fn keys_alone_reach_and_move_things(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    tab(&page, "go-questions").await?;
    page.press(&[Key::Enter]).await?;
    wait(&page, "the heading has the focus", "document.activeElement.id === 'heading' && document.activeElement.textContent === 'Questions'").await?;
    tab(&page, "f-questions-1-down").await?;
    page.press(&[Key::Enter]).await?;
    wait(
        &page,
        "it moved",
        "document.getElementById('f-questions-2-open').textContent.includes('the lines')",
    )
    .await?;
    tab(&page, "f-questions-3-open").await?;
    page.press(&[Key::Enter]).await?;
    wait(&page, "its form", "document.getElementById('f-questions-3-words-title')").await?;
    tab(&page, "f-questions-3-words-hint").await?;
    type_keys(&page, "!").await?;
    wait(&page, "typed", "document.getElementById('f-questions-3-words-hint').value.endsWith('!')")
        .await
}

#[browser_test(every)]
async fn who_goes_on_at_once_keeps_the_focus(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    let script = "
        const observer = new MutationObserver(() => {
            const field = document.getElementById('f-clinic-name');
            if (!field) return;
            observer.disconnect();
            field.focus();
        });
        observer.observe(document.getElementById('studio'), { childList: true, subtree: true });
        document.getElementById('go-clinic').focus();
        document.getElementById('go-clinic').click();";
    page.js::<()>(script, &[]).await?;
    says(&page, "heading", "Clinic").await?;
    settled(&page).await?;
    page.painted().await?;
    wait(&page, "the focus", "document.activeElement.id === 'f-clinic-name'").await
}
