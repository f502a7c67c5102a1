use anyhow::Result;
use browser_test::browser_test;
use e2e::Browser;

use super::person::{choose, click, opened, shows, wait, write};

#[browser_test(every)]
async fn the_preview_follows_each_keystroke(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    click(&page, "go-questions").await?;
    click(&page, "f-questions-8-open").await?;
    shows(&page, "Which area do you have in mind?").await?;
    write(&page, "f-questions-8-words-title", "Where would it be?").await?;
    shows(&page, "Where would it be?").await?;
    click(&page, "go-cautions").await?;
    click(&page, "f-cautions-5-open").await?;
    shows(&page, "You told us you are pregnant or breastfeeding").await?;
    choose(&page, "preview-language", "ar").await?;
    let rtl = "document.getElementById('preview').contentDocument.documentElement.dir === 'rtl'";
    wait(&page, "from right to left", rtl).await?;
    click(&page, "preview-dark").await?;
    let dark = "document.getElementById('preview').contentDocument.documentElement.dataset.theme === 'dark'";
    wait(&page, "dark", dark).await
}

#[browser_test(firefox)]
async fn the_preview_can_be_used(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    shows(&page, "What would you like help with?").await?;
    let inner = "document.getElementById('preview').contentDocument";
    page.js::<()>(&format!("{inner}.getElementById('choice-3').click()"), &[]).await?;
    wait(&page, "checked", &format!("{inner}.getElementById('choice-3').checked")).await?;
    page.js::<()>(&format!("{inner}.getElementById('continue').click()"), &[]).await?;
    shows(&page, "How much do you notice the pores?").await
}
