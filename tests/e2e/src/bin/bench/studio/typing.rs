use std::time::Duration;

use anyhow::{Result, bail};
use e2e::Browser;
use fantoccini::Locator;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tokio::time::{Instant, sleep};

const PATIENCE: Duration = Duration::from_secs(60);
const STOPWATCH: &str = include_str!("stopwatch.js");

/// What is typed into each field.
const WORDS: &str = "Is it so for you";
/// Fields whose texts the preview shows: what leads to them, and their ids.
const FIELDS: [(&[&str], &str); 5] = [
    (&["go-questions", "f-questions-0-open"], "f-questions-0-words-title"),
    (&["go-questions", "f-questions-8-open"], "f-questions-8-words-hint"),
    (&["go-questions", LAST], "f-questions-LAST-words-title"),
    (&["go-cautions", "f-cautions-5-open"], "f-cautions-5-words-title"),
    (&["go-benefits", "f-benefits-0-open"], "f-benefits-0-words-may"),
];
/// The last thing of a list, whatever its number.
const LAST: &str = "f-questions-LAST-open";

/// What followed from a key, in milliseconds after it.
#[derive(Debug, Deserialize)]
pub(crate) struct Key {
    pub(crate) preview: f64,
    pub(crate) problems: f64,
}

/// Types into the studio that a browser shows.
#[derive(Debug)]
pub(crate) struct Typist<'a>(&'a Browser);

impl<'a> Typist<'a> {
    /// Puts a stopwatch into the page.
    ///
    /// # Errors
    ///
    /// If the browser refuses.
    pub(crate) async fn new(browser: &'a Browser) -> Result<Self> {
        browser.client().execute(STOPWATCH, vec![]).await?;
        Ok(Self(browser))
    }

    /// Types into every field, a key at a time.
    ///
    /// # Errors
    ///
    /// If a field is not there, or if nothing follows from a key.
    pub(crate) async fn everywhere(&self) -> Result<Vec<Key>> {
        let mut keys = Vec::new();
        for (way, field) in FIELDS {
            for id in way {
                let click = format!("{}?.click(); return true", element(id));
                until::<Value>(self.0, id, &format!("return {} && true", element(id))).await?;
                self.0.client().execute(&click, vec![]).await?;
            }
            let id: String =
                until(self.0, field, &format!("return {}?.id ?? null", element(field))).await?;
            let input = self.0.client().find(Locator::Id(&id)).await?;
            for key in WORDS.chars() {
                input.send_keys(&key.to_string()).await?;
                keys.push(until(self.0, &id, "return stopwatch.followed()").await?);
            }
        }
        Ok(keys)
    }

    /// Waits until everything is proved, and tells how long that kept the page from doing anything else.
    ///
    /// # Errors
    ///
    /// If it is not.
    pub(crate) async fn proof(&self) -> Result<f64> {
        until(self.0, "everything is proved", "return stopwatch.proved()").await
    }
}

/// The element of an id; `LAST` in it is the last number for which there is one.
fn element(id: &str) -> String {
    match id.split_once("LAST") {
        None => format!("document.getElementById('{id}')"),
        Some((before, after)) => {
            format!("[...document.querySelectorAll(`[id^='{before}'][id$='{after}']`)].at(-1)")
        }
    }
}

/// What a script gives as soon as it is not null.
///
/// # Errors
///
/// If it stays so.
pub(crate) async fn until<T: DeserializeOwned>(
    browser: &Browser,
    wanted: &str,
    script: &str,
) -> Result<T> {
    let end = Instant::now() + PATIENCE;
    loop {
        let given = browser.client().execute(script, vec![]).await?;
        if !given.is_null() {
            return Ok(serde_json::from_value(given)?);
        }
        if Instant::now() > end {
            bail!("waited for: {wanted}");
        }
        sleep(Duration::from_millis(5)).await;
    }
}
