use std::time::Duration;

use anyhow::{Context, Error, Result, bail};
use fantoccini::error::{CmdError, ErrorStatus};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};

use crate::Page;

const WAIT: &str = include_str!("wait.js");

/// Longer than anything takes on a busy machine; a wait that reaches it fails.
const PATIENCE: Duration = Duration::from_secs(30);

/// How soon a page is asked again that could not be asked, as it is while another one takes its place.
const PAUSE: Duration = Duration::from_millis(20);

/// A script that is run in the page again and again, the body of a function.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Probe<'a> {
    pub(crate) script: &'a str,
    pub(crate) arguments: &'a [Value],
    /// Whether it may throw before the wait is over.
    pub(crate) may_throw: bool,
    /// The JSON that it gives until the wait is over, if that is always the same; else empty.
    pub(crate) pending: &'static str,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Outcome {
    Json(String),
    Threw(String),
}

/// Whether the driver has no longer the frame that it was in.
fn is_forgotten(error: &Error) -> bool {
    let error = error.downcast_ref::<CmdError>();
    matches!(error, Some(CmdError::Standard(it)) if it.error == ErrorStatus::NoSuchWindow)
}

impl Page<'_> {
    /// Waits in the page until a probe gives a value that is as wanted.
    ///
    /// Gives `None` if it does not within the patience.
    ///
    /// # Errors
    ///
    /// If the probe throws though it may not, or gives something of another type.
    pub(crate) async fn wait_for<T: DeserializeOwned>(
        &self,
        probe: Probe<'_>,
        is_wanted: impl Fn(&T) -> bool,
    ) -> Result<Option<T>> {
        let end = Instant::now() + PATIENCE;
        let mut known = probe.pending.to_owned();
        while Instant::now() < end {
            match self.changed(probe, &known, end).await {
                Ok(Some(Outcome::Json(json))) => {
                    let value: Result<T> = serde_json::from_str(&json)
                        .with_context(|| format!("{json} from {}", probe.script));
                    match value {
                        Ok(value) if is_wanted(&value) => return Ok(Some(value)),
                        Err(error) if !probe.may_throw => return Err(error),
                        _ => known = json,
                    }
                }
                Ok(Some(Outcome::Threw(error))) if !probe.may_throw => {
                    bail!("{error} from {}", probe.script)
                }
                // A page that is left ends the scripts that run in it.
                Ok(_) => sleep(PAUSE).await,
                Err(error) => {
                    sleep(PAUSE).await;
                    if is_forgotten(&error) {
                        self.remember_frame().await;
                    }
                }
            }
        }
        Ok(None)
    }

    /// What a probe gives as soon as it is not `known`, or at the end; `None` if the page was left.
    async fn changed(
        &self,
        probe: Probe<'_>,
        known: &str,
        end: Instant,
    ) -> Result<Option<Outcome>> {
        let left = u64::try_from(end.saturating_duration_since(Instant::now()).as_millis())?;
        let script = format!("const probe = function () {{ {} }};\n{WAIT}", probe.script);
        let arguments = vec![json!(known), json!(left), json!(probe.arguments)];
        let outcome = self.client().execute_async(&script, arguments).await?;
        Ok(serde_json::from_value(outcome)?)
    }
}
