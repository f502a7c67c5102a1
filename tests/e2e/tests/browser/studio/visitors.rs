use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::Browser;
use serde_json::{Value, json};

use super::person::{click, opened, saved, says, settled, shows, wait};

/// An edit that a test visitor would see is told; what is right is expected at a press.
#[browser_test(firefox)]
async fn a_made_up_visitor_is_led_through_the_quiz(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    click(&page, "go-visitors").await?;
    click(&page, "visitor-0").await?;
    wait(&page, "an answer", "document.getElementById('v-wrinkles-look-mild')?.checked").await?;
    says(&page, "visitor-end", "comes to the result").await?;
    click(&page, "v-health-pregnant").await?;
    shows(&page, "pregnan").await?;
    wait(&page, "told", "document.querySelector('#form > .told .error')").await?;
    wait(&page, "bad", "document.getElementById('ready').textContent.startsWith('Not ready')")
        .await?;
    click(&page, "expect-this").await?;
    settled(&page).await?;
    wait(
        &page,
        "good",
        "document.getElementById('ready').textContent.startsWith('Not ready, still missing')",
    )
    .await?;
    click(&page, "save").await?;
    let file = saved(&page, "microneedling.personas.json").await?;
    let file: Value = serde_json::from_str(&file)?;
    let first = &file["personas"][0];
    ensure!(first["answers"]["health"] == json!(["pregnant"]), "{first}");
    let has = |list: &str, thing: &str| {
        first[list].as_array().is_some_and(|all| all.contains(&json!(thing)))
    };
    ensure!(has("shows", "cautions.pregnant") && !has("shows", "booking"), "{first}");
    Ok(())
}
