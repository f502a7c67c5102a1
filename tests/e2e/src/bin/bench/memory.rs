use anyhow::{Context, Result};
use e2e::Browser;
use serde_json::json;

/// What a page holds after a forced collection, in bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Memory {
    pub(crate) heap: f64,
    pub(crate) wasm: f64,
}

impl Memory {
    /// Asks Chromium, and the stopwatch.
    ///
    /// # Errors
    ///
    /// If it refuses.
    pub(crate) async fn of(browser: &Browser) -> Result<Self> {
        let wasm = browser.client().execute("return stopwatch.memory()", vec![]).await?;
        browser.cdp("HeapProfiler.collectGarbage", json!({})).await?;
        let used = browser.cdp("Runtime.getHeapUsage", json!({})).await?;
        Ok(Self {
            heap: used["usedSize"].as_f64().context("no size of the heap")?,
            wasm: wasm.as_f64().context("no size of the memories")?,
        })
    }
}
