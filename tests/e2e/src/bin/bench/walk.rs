use anyhow::{Context, Result};
use e2e::{Browser, Engine};

use crate::memory::Memory;
use crate::phone;
use crate::served::{Served, Visitor};
use crate::subject::Subject;
use crate::taken::Taken;
use crate::tapper::Tapper;

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
