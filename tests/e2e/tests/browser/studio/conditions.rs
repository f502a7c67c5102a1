use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::Browser;
use serde_json::{Value, json};

use super::person::{add, choose, click, count, opened, saved, says, wait};

/// Pores, but none of two reasons: a condition inside of another.
#[browser_test(firefox)]
async fn a_condition_is_put_inside_of_another(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    click(&page, "go-cautions").await?;
    let new = count(&page, "cautions").await?;
    add(&page, "cautions", "Something to settle").await?;
    let when = format!("f-cautions-{new}-when");
    choose(&page, &format!("{when}-add"), "concerns.pores").await?;
    click(&page, &format!("{when}-nest")).await?;
    says(&page, &when, "Still to fill in").await?;
    choose(&page, &format!("{when}-1-add"), "health.pregnant").await?;
    wait(&page, "a part", &format!("document.getElementById('{when}-1-0-relation')")).await?;
    choose(&page, &format!("{when}-1-add"), "age.18-21").await?;
    wait(&page, "another", &format!("document.getElementById('{when}-1-1-relation')")).await?;
    choose(&page, &format!("{when}-1-join"), "none").await?;
    wait(&page, "the join", &format!("document.getElementById('{when}-1-join').value === 'none'"))
        .await?;
    click(&page, "save").await?;
    let file: Value = serde_json::from_str(&saved(&page, "microneedling.json").await?)?;
    let rule = &file["cautions"][new]["when"];
    let wanted = json!({"all": [
        {"picked": "concerns.pores"},
        {"not": {"pickedAny": ["health.pregnant", "age.18-21"]}},
    ]});
    ensure!(*rule == wanted, "{rule}");
    Ok(())
}
