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
    click(&page, "preview-try").await?;
    page.js::<()>(&format!("{inner}.getElementById('choice-3').click()"), &[]).await?;
    wait(&page, "checked", &format!("{inner}.getElementById('choice-3').checked")).await?;
    page.js::<()>(&format!("{inner}.getElementById('continue').click()"), &[]).await?;
    shows(&page, "How much do you notice the pores?").await
}

#[browser_test(every)]
async fn a_press_in_the_preview_leads_to_the_field(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    shows(&page, "What would you like help with?").await?;
    let inner = "document.getElementById('preview').contentDocument";
    let press = format!("{inner}.querySelector('label.choice:nth-of-type(4) b').click()");
    page.js::<()>(&press, &[]).await?;
    let label = "document.activeElement.id === 'f-questions-0-choices-3-words-label'";
    wait(&page, "the field of its label", label).await?;
    wait(&page, "nothing picked", &format!("!{inner}.querySelector(':checked')")).await?;
    let framed = format!("{inner}.querySelector('[data-edited]')?.textContent === 'Large pores'");
    wait(&page, "framed", &framed).await?;
    click(&page, "go-notes").await?;
    click(&page, "f-notes-3-open").await?;
    page.js::<()>("document.getElementById('f-notes-3-words-text').focus()", &[]).await?;
    let in_view = format!(
        "((framed, height) => framed && framed.top >= 0 && framed.bottom <= height)({inner}.querySelector('#notes [data-edited]')?.getBoundingClientRect(), {inner}.defaultView.innerHeight)"
    );
    wait(&page, "in view, framed", &in_view).await?;
    let press = format!(
        "{inner}.querySelector('#book').dispatchEvent(new MouseEvent('click', {{ bubbles: true, cancelable: true }}))"
    );
    page.js::<()>(&press, &[]).await?;
    wait(&page, "the link", "document.activeElement.id === 'f-clinic-booking-words-label'").await
}
