use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;
use site::{Logged, Running, Site};
use tokio::time::{Instant, sleep};

use crate::subject::Subject;

const PATIENCE: Duration = Duration::from_secs(40);
const STOPWATCH: &str = include_str!("stopwatch.js");
const PLACE: &str = "<title>";

static VISITS: AtomicUsize = AtomicUsize::new(0);

/// What the stopwatch in the page does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Visitor {
    /// Answers the first question as soon as it is seen.
    Answers,
    /// Only looks.
    Looks,
}

/// A subject served under an address that no browser has seen, with a stopwatch in its page.
#[derive(Debug)]
pub(crate) struct Served {
    pub(crate) site: Running,
    /// What the stopwatch adds to the page, in bytes as they are sent.
    added: u64,
    /// The page as it is sent without it, in bytes.
    page: u64,
}

impl Served {
    /// # Errors
    ///
    /// If the page cannot be read or served.
    pub(crate) async fn start(subject: &Subject, visitor: Visitor) -> Result<Self> {
        Self::with(subject, visitor, |site| site).await
    }

    /// Serves other files beside it.
    ///
    /// # Errors
    ///
    /// As [`Served::start`].
    pub(crate) async fn with(
        subject: &Subject,
        visitor: Visitor,
        change: impl FnOnce(Site) -> Site,
    ) -> Result<Self> {
        let index = subject.folder.join("index.html");
        let html = fs::read_to_string(&index).with_context(|| format!("no {}", index.display()))?;
        let timed = timed(&html, subject, visitor)?;
        let page = compressed(html.as_bytes())?;
        let added = compressed(timed.as_bytes())? - page;
        let visit = VISITS.fetch_add(1, Ordering::Relaxed);
        let site = Site::new(&subject.folder)
            .brotli(true)
            .under(&format!("visit-{visit}"))
            .file("/index.html", timed);
        Ok(Self { site: change(site).start().await?, added, page })
    }

    /// Waits until the page tells a time, and gives it in milliseconds.
    ///
    /// # Errors
    ///
    /// If it does not.
    pub(crate) async fn told(&self, what: &str) -> Result<f64> {
        let ending = format!("/stopwatch/{what}");
        let end = Instant::now() + PATIENCE;
        loop {
            let requests = self.site.requests();
            if let Some(told) = requests.iter().find(|request| request.path.ends_with(&ending)) {
                return Ok(told.query.as_deref().context("no time")?.parse()?);
            }
            if Instant::now() > end {
                bail!("the page told no time for {what:?}");
            }
            sleep(Duration::from_millis(5)).await;
        }
    }

    /// What was asked for before the page told a time.
    pub(crate) fn before(&self, what: &str) -> Vec<Logged> {
        let ending = format!("/stopwatch/{what}");
        let told = |request: &Logged| request.path.ends_with(&ending);
        self.site.requests().into_iter().take_while(|request| !told(request)).collect()
    }

    /// The bytes of the answers to these, without the stopwatch.
    pub(crate) fn bytes(&self, requests: &[Logged]) -> u64 {
        let sent = requests.iter().filter(|request| !request.path.contains("/stopwatch/"));
        let page = |request: &&Logged| {
            request.sent() > 0 && self.site.url().ends_with(request.path.as_str())
        };
        let pages = requests.iter().filter(page).count() as u64;
        sent.map(Logged::sent).sum::<u64>() - pages * self.added
    }

    /// The page's bytes as they are sent, without the stopwatch.
    pub(crate) fn page(&self) -> u64 {
        self.page
    }
}

fn timed(html: &str, subject: &Subject, visitor: Visitor) -> Result<String> {
    let Subject { adapter, plan, .. } = subject;
    ensure!(html.matches(PLACE).count() == 1, "{} has not one {PLACE}", subject.name);
    let first = plan.asked.first().context("nothing is asked")?;
    let given = json!({
        "heading": adapter.heading,
        "choice": adapter.choice,
        "next": adapter.next,
        "served": adapter.served,
        "first": first.title,
        "second": plan.asked.get(1).map(|asked| &asked.title),
        "picks": (visitor == Visitor::Answers).then_some(&first.picks),
    });
    let stopwatch = STOPWATCH.replace("STOPWATCH", &given.to_string());
    Ok(html.replacen(PLACE, &format!("<script>{stopwatch}</script>{PLACE}"), 1))
}

/// The length at brotli 11, in bytes.
pub(crate) fn compressed(body: &[u8]) -> Result<u64> {
    let mut small = Vec::new();
    let best = brotli::enc::BrotliEncoderParams::default();
    brotli::BrotliCompress(&mut &*body, &mut small, &best)?;
    Ok(small.len() as u64)
}
