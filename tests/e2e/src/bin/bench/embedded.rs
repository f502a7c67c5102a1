use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Engine};
use fantoccini::Locator;
use serde::Deserialize;

use crate::phone;
use crate::served::{Served, Visitor};
use crate::subject::Subject;
use crate::taken::Taken;
use crate::times::Times;

const PAGE: &str = "demo/plain.html";
const HOST: &str = include_str!("host.js");
/// Chromium on a phone keeps a frame in the process of the page around it; elsewhere it puts it into
/// one of its own, which the driver slows down by nothing.
const TOGETHER: &str = "--disable-features=IsolateSandboxedIframes";
const ELEMENT: &str = "<skin-quiz ";

/// The quiz on a clinic's page, in milliseconds since the navigation to that page.
#[derive(Debug)]
pub(crate) struct Embedded {
    /// `lazy` or `eager`.
    pub(crate) loading: &'static str,
    pub(crate) first: Times,
    pub(crate) second: Times,
    /// Of all that was asked for by then, in bytes.
    pub(crate) asked: Times,
    /// In how many visits the first answer was lost and given again.
    pub(crate) lost: usize,
}

/// What the clinic's page noted.
#[derive(Deserialize)]
struct Host {
    /// In milliseconds since 1970.
    origin: f64,
    shown: f64,
}

impl Embedded {
    /// Opens the page in both ways, in turn.
    ///
    /// # Errors
    ///
    /// If the quiz does not show there.
    pub(crate) async fn both(subject: &Subject, rounds: usize) -> Result<[Self; 2]> {
        let browser = &Browser::start_with(Engine::Chromium, &[TOGETHER]).await?;
        let mut all = [("lazy", Vec::new()), ("eager", Vec::new())];
        for round in 1..=rounds {
            eprintln!("on a clinic's page, round {round} of {rounds}");
            for (loading, visits) in &mut all {
                let visit = visit(browser, subject, loading).await;
                visits.push(visit.with_context(|| format!("embedded, loading {loading}"))?);
            }
        }
        Ok(all.map(|(loading, visits)| Self {
            loading,
            first: visits.iter().map(|visit| visit.first).collect(),
            second: visits.iter().map(|visit| visit.second).collect(),
            asked: visits.iter().map(|visit| visit.asked).collect(),
            lost: visits.iter().filter(|visit| visit.lost).count(),
        }))
    }
}

struct Visit {
    first: f64,
    second: f64,
    asked: f64,
    lost: bool,
}

async fn visit(browser: &Browser, subject: &Subject, loading: &str) -> Result<Visit> {
    phone::open(browser).await?;
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../static/demo");
    let page = host(&fs::read_to_string(demo.join("plain.html"))?, loading)?;
    let serve = |site: site::Site| site.overlay("/demo", &demo).file(&format!("/{PAGE}"), page);
    let served = Served::with(subject, Visitor::Answers, serve).await?;
    let client = browser.client();
    client.goto(&format!("{}{PAGE}", served.site.url())).await?;
    served.told("second").await?;
    let asked = served.before("second");
    let script = "return { origin: performance.timeOrigin, shown }";
    let Host { origin, shown } = serde_json::from_value(client.execute(script, vec![]).await?)?;
    let element = client.find(Locator::Css("skin-quiz")).await?;
    let frame = element.shadow_root().await?.find(Locator::Css("iframe")).await?;
    frame.enter_frame().await?;
    let taken = Taken::of(browser).await?;
    let later = taken.origin - origin;
    Ok(Visit {
        first: shown.max(taken.first + later),
        second: taken.second.context("no second question")? + later,
        asked: served.bytes(&asked) as f64,
        lost: taken.lost,
    })
}

fn host(html: &str, loading: &str) -> Result<String> {
    ensure!(html.matches(ELEMENT).count() == 1, "{PAGE} embeds not one quiz");
    let html = html.replacen(ELEMENT, &format!("{ELEMENT}loading=\"{loading}\" "), 1);
    Ok(html.replacen("<title>", &format!("<script>{HOST}</script><title>"), 1))
}
