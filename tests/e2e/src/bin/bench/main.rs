//! Walks the quiz in Chromium on a phone's screen, with the processor slowed four times, and prints
//! how long a tap takes until the next question is painted. `--write` puts it into
//! `docs/benchmarks.md`.

mod report;
mod stopwatch;

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};
use e2e::{ALL_CONCERNS, Browser, Engine, Page, Visit};
use report::Report;
use serde_json::json;

const WALKS: usize = 9;
const SLOWER: u32 = 4;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let write = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => false,
        ["--write"] => true,
        _ => bail!("use: bench [--write]"),
    };
    let report = tokio::runtime::Runtime::new()?.block_on(measure())?;
    println!("{}", report.table());
    if write {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/benchmarks.md");
        fs::write(&file, report.page())?;
        println!("written to {}", file.canonicalize()?.display());
    }
    Ok(())
}

async fn measure() -> Result<Report> {
    let browser = Browser::start(Engine::Chromium).await?;
    let mut report = Report::new(&browser, WALKS, SLOWER);
    for walk in 1..=WALKS {
        eprintln!("walk {walk} of {WALKS}");
        browser.open_tab().await?;
        browser.set_viewport(390, 844).await?;
        browser.cdp("Emulation.setCPUThrottlingRate", json!({"rate": SLOWER})).await?;
        stopwatch::install(&browser).await?;
        let page = Visit::as_built(&browser)?.arrive().await?;
        let painted = stopwatch::told(&page, "painted").await?;
        report.add("first question painted, taps are kept from here", painted);
        report.add("program runs", stopwatch::told(&page, "runs").await?);
        walked(&page, &mut report).await?;
    }
    report.date =
        browser.client().execute("return new Date().toISOString().slice(0, 10)", vec![]).await?;
    browser.end().await?;
    Ok(report)
}

async fn walked(page: &Page<'_>, report: &mut Report) -> Result<()> {
    for (question, choices) in ALL_CONCERNS {
        page.at(question).await?;
        let (step, (changed, painted)) = if page.asks_many().await? {
            for choice in *choices {
                page.tap_choice(question, choice).await?;
            }
            ("Continue", stopwatch::step(page, page.tap("#continue")).await?)
        } else {
            ("a choice", stopwatch::step(page, page.tap_choice(question, choices[0])).await?)
        };
        report.add(&format!("{question}: {step}"), painted);
        report.add_changed(changed);
    }
    Ok(())
}
