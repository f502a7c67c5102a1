use anyhow::{Context, Result};
use e2e::{Browser, Page};
use serde::Deserialize;
use serde_json::json;

/// Milliseconds since the navigation began.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(crate) struct Loading {
    pub(crate) painted: f64,
    pub(crate) runs: f64,
}

/// Lets every page of this tab take its times. Nothing polls the page while a time is taken.
pub(crate) async fn install(browser: &Browser) -> Result<()> {
    let source = json!({"source": include_str!("stopwatch.js")});
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", source).await?;
    Ok(())
}

/// When the page that was just opened came.
pub(crate) async fn loading(page: &Page<'_>) -> Result<Loading> {
    let script = "stopwatch.loading.then(arguments[arguments.length - 1])";
    let given = page.client().execute_async(script, vec![]).await?;
    serde_json::from_value(given).context("no time of loading")
}

/// Milliseconds from the tap's own time until the next screen is painted.
pub(crate) async fn step(page: &Page<'_>, tap: impl Future<Output = Result<()>>) -> Result<f64> {
    page.js::<()>("stopwatch.arm()", &[]).await?;
    tap.await?;
    let script = "stopwatch.step.then(arguments[arguments.length - 1])";
    let given = page.client().execute_async(script, vec![]).await?;
    given.as_f64().context("no time of a step")
}
