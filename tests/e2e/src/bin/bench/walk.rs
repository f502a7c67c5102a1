use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use e2e::{Browser, Engine};
use fantoccini::Locator;
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};

use crate::memory::Memory;
use crate::phone;
use crate::plan::Asked;
use crate::served::{Served, Visitor};
use crate::subject::Subject;
use crate::taken::Taken;

const PATIENCE: Duration = Duration::from_secs(15);
const REACH: &str = include_str!("reach.js");

/// What one walk took, in milliseconds: since the navigation, or since the tap for a step.
#[derive(Debug)]
pub(crate) struct Walk {
    pub(crate) taken: Taken,
    pub(crate) second: f64,
    /// From one question to the next.
    pub(crate) steps: Vec<f64>,
    /// From the last question to the end, where the plan leads there.
    pub(crate) end: Option<f64>,
    /// Bytes of the files that were whole before the second question was shown.
    pub(crate) arrived: u64,
    /// Bytes of all that was asked for by then.
    pub(crate) asked: u64,
    /// In Chromium.
    pub(crate) memory: Option<Memory>,
}

impl Walk {
    /// Walks through a subject: the stopwatch answers the first question as soon as it is seen, then
    /// the driver taps.
    ///
    /// # Errors
    ///
    /// If the page does not show the plan's words, or if a tap leads nowhere; the error names the
    /// subject.
    pub(crate) async fn through(browser: &Browser, subject: &Subject) -> Result<Self> {
        let walk = Self::walked(browser, subject).await;
        walk.with_context(|| format!("in {:?}, {}", browser.engine(), subject.name))
    }

    async fn walked(browser: &Browser, subject: &Subject) -> Result<Self> {
        phone::open(browser).await?;
        let served = Served::start(subject, Visitor::Answers).await?;
        browser.client().goto(served.site.url()).await?;
        let tapper = Tapper { browser, served: &served, subject };
        let second = tapper.or_seen(served.told("second").await).await?;
        let asked = served.before("second");
        let (steps, end) = tapper.steps().await?;
        let taken = Taken::of(browser).await?;
        let chromium = browser.engine() == Engine::Chromium;
        Ok(Self {
            second,
            steps,
            end,
            arrived: served.page() + taken.arrived(second),
            asked: served.bytes(&asked),
            taken,
            memory: if chromium { Some(Memory::of(browser).await?) } else { None },
        })
    }
}

/// Taps on a page as a visitor does, from the second question on.
struct Tapper<'a> {
    browser: &'a Browser,
    served: &'a Served,
    subject: &'a Subject,
}

impl Tapper<'_> {
    async fn steps(&self) -> Result<(Vec<f64>, Option<f64>)> {
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

    /// What there is on the page instead, where something went wrong.
    async fn or_seen<T>(&self, result: Result<T>) -> Result<T> {
        let Err(error) = result else { return result };
        let text = self.js("return document.body.innerText", vec![]).await.unwrap_or_default();
        Err(error.context(format!("the page shows {text}")))
    }

    async fn js(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(self.browser.client().execute(script, arguments).await?)
    }
}

impl Asked {
    /// # Errors
    ///
    /// If the choices that a page shows are others.
    pub(crate) fn is_shown(&self, choices: &[String]) -> Result<()> {
        let pairs = self.choices.iter().zip(choices);
        ensure!(
            self.choices.len() == choices.len()
                && pairs.clone().all(|(words, shown)| shown.contains(words)),
            "the choices are {choices:?}, not {:?}",
            self.choices
        );
        Ok(())
    }
}
