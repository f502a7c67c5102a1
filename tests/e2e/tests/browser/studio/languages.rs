use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::Browser;

use super::person::{bring, choose, click, holds, opened, saved, says, value, write};

#[browser_test(firefox)]
async fn a_translation_goes_out_and_comes_back(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    click(&page, "go-languages").await?;
    click(&page, "language-es").await?;
    click(&page, "export").await?;
    let csv = saved(&page, "microneedling.es.csv").await?;
    ensure!(csv.contains("questions.area.title"), "{}", &csv[..400]);
    let before = value(&page, "t-questions-area-title").await?;
    let edited = csv.replacen(&before, "¿Y dónde?", 1);
    bring(&page, "import", "es.csv", &edited).await?;
    holds(&page, "t-questions-area-title", "¿Y dónde?").await?;
    click(&page, "undo").await?;
    holds(&page, "t-questions-area-title", &before).await
}

#[browser_test(chromium)]
async fn a_language_is_added_by_name_or_refused_in_words(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    click(&page, "go-languages").await?;
    page.js::<()>("document.getElementById('other-language').open = true", &[]).await?;
    write(&page, "new-tag", "german").await?;
    click(&page, "add-other").await?;
    says(&page, "notice", "“german” is not the tag of a language.").await?;
    holds(&page, "new-tag", "german").await?;
    choose(&page, "new-language", "de").await?;
    click(&page, "add-language").await?;
    says(&page, "heading", "German – Deutsch").await?;
    write(&page, "t-interface-continue", "Weiter").await?;
    holds(&page, "t-interface-continue", "Weiter").await
}
