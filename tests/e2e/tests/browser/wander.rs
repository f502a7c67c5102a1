use anyhow::{Context, Result, ensure};
use e2e::{Browser, Visit};
use serde::Deserialize;
use serde_json::json;

use crate::embed::ready;

const WANDER: &str = include_str!("wander.js");
const COUNT: &str = include_str!("count.js");

/// How many steps are taken in one call, so that none takes longer than a driver waits.
const LEG: usize = 250;
const LEGS: usize = 8;

#[derive(Debug, Deserialize)]
struct Told {
    wrong: Vec<String>,
    seen: Vec<Seen>,
}

#[derive(Debug, Deserialize, PartialEq)]
struct Seen {
    elements: usize,
    listeners: i64,
    memory: usize,
}

pub(crate) async fn a_thousand_steps_leave_nothing_behind(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?
        .html("<title>", "<script src=\"count.js\"></script><title>")?
        .site(|site, _| site.file("/count.js", COUNT))
        .embedded("plain")
        .open_host()
        .await?;
    ready(&page, 1).await?;
    page.enter().await?;
    page.until("the program runs", |seen| seen.loaded).await?;
    let mut seen = Vec::new();
    for _ in 0..LEGS {
        let told = page.client().execute_async(WANDER, vec![json!(LEG)]).await?;
        let told: Told = serde_json::from_value(told)?;
        ensure!(told.wrong.is_empty(), "the height is wrong after a step: {:?}", told.wrong);
        seen.push(told.seen);
    }
    let first =
        seen[0].last().context("the first leg never came back to an empty first question")?;
    let last = seen.last().and_then(|leg| leg.last()).context("nor did the last leg")?;
    ensure!(first.memory > 0 && first.listeners > 0, "{first:?} counts nothing");
    ensure!(
        first == last,
        "something grows: {:?}",
        seen.iter().map(|leg| leg.last()).collect::<Vec<_>>()
    );
    Ok(())
}
