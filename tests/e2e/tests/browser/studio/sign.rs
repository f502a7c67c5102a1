use std::fs;

use anyhow::{Context, Result, ensure};
use browser_test::browser_test;
use e2e::Browser;
use url::Url;

use super::person::{click, opened, saved, write};

/// The report is opened from where a browser puts what it saves.
#[browser_test(firefox)]
async fn the_report_is_a_page_of_its_own(browser: &Browser) -> Result<()> {
    let page = opened(browser).await?;
    click(&page, "go-start").await?;
    write(&page, "f-words-title", "What could it do for you?").await?;
    click(&page, "go-sign").await?;
    click(&page, "report").await?;
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("report.html");
    fs::write(&file, saved(&page, "report.html").await?)?;
    let address = Url::from_file_path(&file).ok().context("an address")?;
    page.client().goto(address.as_str()).await?;
    let (title, words, gone): (String, String, String) = page
        .js(
            "const gone = [...document.querySelectorAll('del')].map((it) => it.textContent);
             return [document.title, document.body.innerText, gone.join(' ')]",
            &[],
        )
        .await?;
    ensure!(title == "Report: What could it do for you?", "it is called {title}");
    ensure!(words.contains("data/microneedling.json"), "it does not name the file");
    ensure!(gone.contains("microneedling"), "nor what changed, but {gone}");
    let foreign: Vec<String> = page
        .js(
            "const loaded = [...document.querySelectorAll('script, [src], link[rel=stylesheet]')];
             const asked = performance.getEntriesByType('resource').map((it) => it.name);
             return [...loaded.map((it) => it.outerHTML), ...asked]",
            &[],
        )
        .await?;
    ensure!(foreign.is_empty(), "it needs {foreign:?}");
    Ok(())
}
