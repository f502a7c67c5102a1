use anyhow::Result;
use e2e::{Browser, Engine};
use serde_json::json;

/// How much slower its processor is than this machine's.
pub(crate) const SLOWER: u32 = 4;
/// From a request to its answer, in milliseconds.
pub(crate) const LATENCY: u32 = 150;
/// In kilobits per second.
pub(crate) const DOWN: u32 = 1600;
const UP: u32 = 750;
pub(crate) const SCREEN: (u32, u32) = (390, 844);

/// Opens a tab as of a slow phone with a slow network and with nothing in its cache; in other
/// engines than Chromium an ordinary one.
///
/// # Errors
///
/// If the browser refuses.
pub(crate) async fn open(browser: &Browser) -> Result<()> {
    browser.open_tab().await?;
    if browser.engine() != Engine::Chromium {
        return Ok(());
    }
    browser.set_viewport(SCREEN.0, SCREEN.1).await?;
    browser.cdp("Emulation.setCPUThrottlingRate", json!({"rate": SLOWER})).await?;
    browser.cdp("Network.enable", json!({})).await?;
    browser.cdp("Network.clearBrowserCache", json!({})).await?;
    let bytes = |kilobits: u32| kilobits * 1000 / 8;
    let network = json!({
        "offline": false,
        "latency": LATENCY,
        "downloadThroughput": bytes(DOWN),
        "uploadThroughput": bytes(UP),
    });
    browser.cdp("Network.emulateNetworkConditions", network).await?;
    Ok(())
}
