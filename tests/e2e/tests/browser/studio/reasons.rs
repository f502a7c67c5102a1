use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::{Browser, Page};
use serde_json::{Value, json};

use super::person::{click, leave, opened, saved, says, settled, wait, write};

const FIELD: &str = "f-benefits-2-words-may";

/// A doubtful word is kept with a reason, which goes into the file and can be taken back.
#[browser_test(chromium)]
async fn a_warning_stays_with_a_reason(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    let before = to_look_at(&page).await?;
    click(&page, "go-benefits").await?;
    click(&page, "f-benefits-2-open").await?;
    write(&page, FIELD, "It may help: clinically proven.").await?;
    leave(&page).await?;
    let told = format!("{FIELD}-told");
    says(&page, &told, "may claim too much").await?;
    let of_translations = 2;
    ensure!(to_look_at(&page).await? == before + of_translations + 1);
    let input = format!("document.querySelector('#{told} .because input')");
    let id: String = page.js(&format!("return {input}.id"), &[]).await?;
    write(&page, &id, "Our lawyer allowed it.").await?;
    page.js::<()>(&format!("{input}.form.requestSubmit()"), &[]).await?;
    says(&page, &told, "It stays, because: Our lawyer allowed it.").await?;
    ensure!(to_look_at(&page).await? == before + of_translations, "it still counts");

    click(&page, "save").await?;
    let file: Value = serde_json::from_str(&saved(&page, "microneedling.json").await?)?;
    let at = format!("benefits.{}.may", file["benefits"][2]["id"].as_str().unwrap_or("?"));
    let because = "Our lawyer allowed it.";
    let wanted = json!([{"warning": "claims/doubtful", "at": at, "because": because}]);
    ensure!(file["accepted"] == wanted, "{}", file["accepted"]);

    click(&page, "go-problems").await?;
    says(&page, "kept-problems", because).await?;
    page.js::<()>("document.querySelector('#kept-problems .because button').click()", &[]).await?;
    wait(&page, "it is open again", "!document.getElementById('kept-problems')").await?;
    says(&page, "all-problems", "may claim too much").await?;
    settled(&page).await?;
    ensure!(to_look_at(&page).await? == before + of_translations + 1);
    Ok(())
}

/// How many things the bar says there are to look at.
async fn to_look_at(page: &Page<'_>) -> Result<u64> {
    settled(page).await?;
    let script = "return Number(/([0-9]+) things? to look at/.exec(document.getElementById('ready').textContent)?.[1] ?? 0)";
    page.js(script, &[]).await
}
