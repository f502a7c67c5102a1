use anyhow::{Result, ensure};
use browser_test::browser_test;
use e2e::{ALL_CONCERNS, Browser, Screen, Visit};
use serde::Deserialize;
use serde_json::json;

use crate::embed::ready;

const WANDER: &str = include_str!("wander.js");
const COUNT: &str = include_str!("count.js");

/// How many steps are taken in one call, so that none takes longer than a driver waits.
const LEG: usize = 100;
const LEGS: usize = 10;

/// The same of the page around the quiz.
const AROUND: &str = "
    const { shadowRoot } = document.querySelector('skin-quiz');
    const elements = [document, shadowRoot].flatMap((root) => [...root.querySelectorAll('*')]);
    return { elements: elements.length, listeners: counted.listeners, memory: 0 }";

#[derive(Debug, Deserialize)]
struct Leg {
    wrong: Vec<String>,
    #[serde(flatten)]
    left: Left,
}

/// What a leak would let grow: elements of a page, listeners, and bytes of the program's memory.
#[derive(Debug, Deserialize, PartialEq)]
struct Left {
    elements: usize,
    listeners: i64,
    memory: usize,
}

impl Left {
    /// What never differs after the same steps.
    fn counted(&self) -> (usize, i64) {
        (self.elements, self.listeners)
    }
}

/// A leak would be our own: one engine is enough.
#[browser_test(firefox)]
async fn a_thousand_steps_leave_nothing_behind(browser: &Browser) -> Result<()> {
    let counted = "<script src=\"count.js\"></script><title>";
    let page = Visit::new(browser)?
        .html("<title>", counted)?
        .site(|site, _| site.file("/count.js", COUNT).file("/demo/count.js", COUNT))
        .embedded("plain")
        .written("<title>", counted)
        .open_host()
        .await?;
    ready(&page, 1).await?;
    page.enter().await?;
    page.until("the program runs", |seen| seen.loaded).await?;
    // The longest walk takes the most memory there is to take; what grows after it is a leak.
    page.walk(ALL_CONCERNS).await?;
    page.until("the result", |seen| seen.screen == Screen::Result).await?;
    page.back_to_first().await?;
    let mut left = Vec::new();
    let mut around = Vec::new();
    for _ in 0..LEGS {
        let leg = page.client().execute_async(WANDER, vec![json!(LEG)]).await?;
        let leg: Leg = serde_json::from_value(leg)?;
        ensure!(leg.wrong.is_empty(), "the height is wrong after a step: {:?}", leg.wrong);
        left.push(leg.left);
        page.outside().await?;
        around.push(page.js::<Left>(AROUND, &[]).await?);
        page.enter().await?;
    }
    let (half, end) = (&left[LEGS / 2 - 1], &left[LEGS - 1]);
    ensure!(half.memory > 0 && half.listeners > 0, "{half:?} counts nothing");
    ensure!(
        half.counted() == end.counted(),
        "after half of the steps {half:?}, in the end {end:?}"
    );
    // Beside a load the program's memory may grow once, and then no more: one page of 64 KiB in 1 of 4 runs of
    // 4,000 steps. A leak lets it grow again.
    let mut levels = left.chunk_by(|one, next| one.memory == next.memory);
    ensure!(levels.any(|legs| legs.len() >= LEGS / 2), "the memory goes on growing: {left:?}");
    let (half, end) = (&around[LEGS / 2 - 1], &around[LEGS - 1]);
    ensure!(half.elements > 10 && half.listeners > 0, "around it, {half:?} counts nothing");
    ensure!(half == end, "around it, after half of the steps {half:?}, in the end {end:?}");
    Ok(())
}
