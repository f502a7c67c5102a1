use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::Browser;
use serde_json::{Value, json};

use super::person::{bring, choose, click, holds, opened, saved, shows, value, wait, write};

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
async fn translated_words_of_the_interface_are_previewed(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    choose(&page, "preview-language", "es").await?;
    shows(&page, "Continuar").await?;
    click(&page, "go-languages").await?;
    click(&page, "language-es").await?;
    click(&page, "export").await?;
    let csv = saved(&page, "microneedling.es.csv").await?;
    bring(&page, "import", "es.csv", &csv.replacen("Continuar", "Adelante", 1)).await?;
    shows(&page, "Adelante").await?;
    click(&page, "undo").await?;
    shows(&page, "Continuar").await
}

#[browser_test(chromium)]
async fn a_review_of_a_translation_is_written_into_it(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    click(&page, "go-languages").await?;
    click(&page, "language-es").await?;
    write(&page, "translator", "Dra. A. Ejemplo").await?;
    click(&page, "reviewed").await?;
    wait(
        &page,
        "who reviewed it",
        "document.querySelector('[for=translator]').textContent.includes('Reviewed by Dra. A. Ejemplo')",
    )
    .await?;
    click(&page, "save").await?;
    let today: String = page.js("return new Date().toLocaleDateString('sv')", &[]).await?;
    let review = json!({"by": "Dra. A. Ejemplo", "on": today});
    let overlay: Value = serde_json::from_str(&saved(&page, "microneedling.es.json").await?)?;
    ensure!(overlay["reviewed"] == review, "{}", overlay["reviewed"]);
    let mut before: Value = serde_json::from_str(&page.files.read("/data/microneedling.es.json")?)?;
    before["reviewed"] = review;
    ensure!(overlay == before, "more than the review was changed");
    Ok(())
}
