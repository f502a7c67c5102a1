use anyhow::Result;
use browser_test::browser_test;
use e2e::{Browser, ONE_CONCERN, Visit};

#[browser_test(chromium)]
async fn none_of_these_and_the_others_exclude_each_other(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.open().await?;
    page.walk(&ONE_CONCERN[..6]).await?;
    page.at("skin-today").await?;
    let checked: [(&str, &[&str]); 7] = [
        ("infection", &["infection"]),
        ("broken", &["infection", "broken"]),
        ("none", &["none"]),
        ("unsure", &["unsure"]),
        ("none", &["none"]),
        ("flare", &["flare"]),
        ("flare", &[]),
    ];
    for (tapped, expected) in checked {
        page.tap_choice("skin-today", tapped).await?;
        let wanted = format!("{expected:?} checked after {tapped}");
        page.until(&wanted, |seen| seen.checked == expected).await?;
    }
    Ok(())
}
