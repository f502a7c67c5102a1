use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::Browser;

use super::person::{bring, click, holds, opened, saved, value};

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
