use std::time::Duration;

use anyhow::{Context, Result, bail};
use e2e::Browser;
use fantoccini::Locator;
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};

use crate::plan::Asked;
use crate::served::Served;
use crate::subject::Subject;

const PATIENCE: Duration = Duration::from_secs(15);
const REACH: &str = include_str!("reach.js");

/// Taps on a page as a visitor does, from the second question on.
#[derive(Debug)]
pub(crate) struct Tapper<'a> {
    pub(crate) browser: &'a Browser,
    pub(crate) served: &'a Served,
    pub(crate) subject: &'a Subject,
}

impl Tapper<'_> {
    /// Milliseconds of each step to the next question, and of the one to the end, where the plan leads
    /// there.
    ///
    /// # Errors
    ///
    /// If the page shows other words than the plan has, or if a tap leads nowhere.
    pub(crate) async fn steps(&self) -> Result<(Vec<f64>, Option<f64>)> {
        let Subject { adapter, plan, .. } = self.subject;
        let mut steps = Vec::new();
        for (asked, next) in plan.asked.iter().skip(1).zip(plan.asked.iter().skip(2)) {
            steps.push(self.step(asked, adapter.heading, &next.title).await?);
        }
        let end = match (plan.asked.last(), &plan.end) {
            (Some(last), Some(words)) => Some(self.step(last, adapter.end, words).await?),
            _ => None,
        };
        Ok((steps, end))
    }

    /// What there is on the page instead, where something went wrong.
    ///
    /// # Errors
    ///
    /// The one that is given.
    pub(crate) async fn or_seen<T>(&self, result: Result<T>) -> Result<T> {
        let Err(error) = result else { return result };
        let text = self.js("return document.body.innerText", vec![]).await.unwrap_or_default();
        Err(error.context(format!("the page shows {text}")))
    }

    /// Milliseconds from the tap that moves on until these words are painted.
    async fn step(&self, asked: &Asked, selector: &str, words: &str) -> Result<f64> {
        let step = self.stepped(asked, selector, words).await;
        self.or_seen(step).await.with_context(|| format!("from {:?} to {words:?}", asked.title))
    }

    async fn stepped(&self, asked: &Asked, selector: &str, words: &str) -> Result<f64> {
        let adapter = self.subject.adapter;
        let by_itself = adapter.moves_on && !asked.many;
        for (index, &pick) in asked.picks.iter().enumerate() {
            let shown = self.reach(adapter.choice, pick).await?;
            if index == 0 {
                asked.is_shown(&shown)?;
            }
            if by_itself {
                self.arm(selector, words).await?;
            }
            self.tap().await?;
        }
        if !by_itself {
            self.reach(adapter.next, 0).await?;
            self.arm(selector, words).await?;
            self.tap().await?;
        }
        self.served.told("step").await
    }

    async fn reach(&self, selector: &str, at: usize) -> Result<Vec<String>> {
        let end = Instant::now() + PATIENCE;
        loop {
            let shown = self.js(REACH, vec![json!(selector), json!(at)]).await?;
            if !shown.is_null() {
                return Ok(serde_json::from_value(shown)?);
            }
            if Instant::now() > end {
                bail!("number {} of {selector} cannot be tapped", at + 1);
            }
            sleep(Duration::from_millis(5)).await;
        }
    }

    async fn arm(&self, selector: &str, words: &str) -> Result<()> {
        self.served.site.clear_requests();
        self.js("stopwatch.arm(...arguments)", vec![json!(selector), json!(words)]).await?;
        Ok(())
    }

    async fn tap(&self) -> Result<()> {
        let element = self.browser.client().find(Locator::Css("[data-tap]")).await?;
        Ok(element.click().await?)
    }

    async fn js(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(self.browser.client().execute(script, arguments).await?)
    }
}
