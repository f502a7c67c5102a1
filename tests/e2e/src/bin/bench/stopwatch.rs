use std::time::Duration;

use anyhow::{Context, Result, bail};
use e2e::{Browser, Page};
use serde_json::json;
use tokio::time::{Instant, sleep};

const PATIENCE: Duration = Duration::from_secs(30);

/// Lets every page of this tab take its times and tell them to the server: nothing asks the page
/// while a time is taken.
pub(crate) async fn install(browser: &Browser) -> Result<()> {
    let source = json!({"source": include_str!("stopwatch.js")});
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", source).await?;
    Ok(())
}

/// Milliseconds from the tap's own time until the page is changed, and until the next screen is
/// painted.
pub(crate) async fn step(
    page: &Page<'_>,
    tap: impl Future<Output = Result<()>>,
) -> Result<(f64, f64)> {
    page.js::<()>("stopwatch.arm()", &[]).await?;
    page.site.clear_requests();
    tap.await?;
    Ok((told(page, "changed").await?, told(page, "step").await?))
}

/// What the page told the server, in milliseconds.
pub(crate) async fn told(page: &Page<'_>, what: &str) -> Result<f64> {
    let path = format!("/stopwatch/{what}");
    let end = Instant::now() + PATIENCE;
    loop {
        if let Some(request) = page.site.requests().into_iter().find(|request| request.path == path)
        {
            return Ok(request.query.context("no time")?.parse()?);
        }
        if Instant::now() > end {
            bail!("the page told no time for {what}");
        }
        sleep(Duration::from_millis(5)).await;
    }
}
