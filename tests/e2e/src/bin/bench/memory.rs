use anyhow::{Context, Result};
use e2e::Browser;
use serde_json::{Value, json};

const SUM: &str =
    "function() { return this.reduce((sum, { buffer }) => sum + buffer.byteLength, 0) }";

/// What a page holds after a forced collection, in bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Memory {
    pub(crate) heap: f64,
    pub(crate) wasm: f64,
}

impl Memory {
    /// Asks Chromium.
    ///
    /// # Errors
    ///
    /// If it refuses.
    pub(crate) async fn of(browser: &Browser) -> Result<Self> {
        browser.cdp("HeapProfiler.collectGarbage", json!({})).await?;
        let used = browser.cdp("Runtime.getHeapUsage", json!({})).await?;
        let heap = used["usedSize"].as_f64().context("no size of the heap")?;
        let kind = json!({"expression": "WebAssembly.Memory.prototype"});
        let kind = browser.cdp("Runtime.evaluate", kind).await?;
        let kind = json!({"prototypeObjectId": object(&kind["result"])?});
        let all = browser.cdp("Runtime.queryObjects", kind).await?;
        let sum = json!({
            "objectId": object(&all["objects"])?,
            "functionDeclaration": SUM,
            "returnByValue": true,
        });
        let sum = browser.cdp("Runtime.callFunctionOn", sum).await?;
        let wasm = sum["result"]["value"].as_f64().context("no size of the memories")?;
        Ok(Self { heap, wasm })
    }
}

fn object(remote: &Value) -> Result<&Value> {
    remote.get("objectId").context("no object")
}
