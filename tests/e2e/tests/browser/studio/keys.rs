use anyhow::Result;
use e2e::{Browser, Page};
use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::Value;

use super::person::{opened, wait};

pub(crate) async fn keys_alone_reach_and_move_things(browser: &Browser) -> Result<()> {
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
    page.client().find(Locator::Id("f-questions-3-words-hint")).await?.send_keys("!").await?;
    wait(&page, "typed", "document.getElementById('f-questions-3-words-hint').value.endsWith('!')")
        .await
}

/// Tabs until an element has the focus.
async fn tab(page: &Page<'_>, id: &str) -> Result<()> {
    for _ in 0..160 {
        page.press(&[Key::Tab]).await?;
        if page.js::<String>("return document.activeElement.id", &[]).await? == id {
            return Ok(());
        }
    }
    let there: Value = page.js("return document.activeElement.outerHTML", &[]).await?;
    Err(anyhow::anyhow!("Tab does not reach {id}, but {there}"))
}
