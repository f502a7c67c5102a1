//! Measures the quiz against its baselines: `bench [--studio] [--write] [--quick] [--rounds N]`.
//! `docs/benchmarks.md` says how.

mod adapter;
mod artefacts;
mod embedded;
mod engines;
mod goals;
mod growth;
mod idle;
mod measured;
mod memory;
mod options;
mod page;
mod phone;
mod plan;
mod report;
mod served;
mod studio;
mod subject;
mod table;
mod taken;
mod tapper;
mod times;
mod visits;
mod walk;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use e2e::{Browser, Engine};

use embedded::Embedded;
use measured::in_turn;
use options::Options;
use report::Report;
use studio::{Edited, Section};
use subject::Subjects;
use visits::Visits;

fn main() -> Result<()> {
    let options = Options::read(env::args().skip(1))?;
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/benchmarks.md");
    let before = fs::read_to_string(&file)?;
    let runtime = tokio::runtime::Runtime::new()?;
    let (told, page) = if options.studio {
        let told = runtime.block_on(edit(&options))?.to_string();
        let page = page::with_section(&before, Section::TITLE, &told);
        (told, page)
    } else {
        let told = runtime.block_on(measure(&options))?.to_string();
        let studio = page::section(&before, Section::TITLE);
        let page = page::with_section(&told, Section::TITLE, studio);
        (told, page)
    };
    println!("{told}");
    if options.write {
        fs::write(&file, page)?;
        println!("written to {}", file.canonicalize()?.display());
    }
    Ok(())
}

/// Measures the studio.
async fn edit(options: &Options) -> Result<Section> {
    let (dist, built) = (folder("SKIN_QUIZ_DIST")?, folder("SKIN_QUIZ_BENCH")?);
    let load = load();
    let browser = Browser::start(Engine::Chromium).await?;
    let edited = Edited::all(&browser, &dist, &built, options.rounds).await?;
    let (date, chromium) = (today(&browser).await?, browser.version());
    browser.end().await?;
    Ok(Section { date, chromium, load, rounds: options.rounds, edited })
}

async fn measure(options: &Options) -> Result<Report> {
    let built = folder("SKIN_QUIZ_BENCH")?;
    let load = load();
    let subjects = Subjects::new(&built)?;
    let browser = Browser::start(Engine::Chromium).await?;
    let date = today(&browser).await?;
    let all: Vec<_> = subjects.all().collect();
    let pictures = built.join("pictures");
    let mut five = in_turn(&browser, &all, options.rounds, Some(&pictures)).await?;
    let report = Report {
        date,
        chromium: browser.version(),
        rounds: options.rounds,
        load,
        full: five.pop().context("no full quiz")?,
        five,
        visits: Visits::of(&browser, &subjects.full).await?,
        embedded: Embedded::both(&subjects.full, options.rounds).await?,
        grown: if options.quick {
            Vec::new()
        } else {
            growth::measure(&browser, &built, options.rounds).await?
        },
        elsewhere: Vec::new(),
        artefacts: artefacts::all(&folder("SKIN_QUIZ_DIST")?)?,
    };
    browser.end().await?;
    let elsewhere = if options.quick {
        Vec::new()
    } else {
        engines::measure(&subjects, options.rounds).await?
    };
    Ok(Report { elsewhere, ..report })
}

async fn today(browser: &Browser) -> Result<String> {
    let today = "return new Date().toISOString().slice(0, 10)";
    let date = browser.client().execute(today, vec![]).await?;
    Ok(date.as_str().unwrap_or_default().to_owned())
}

fn folder(variable: &str) -> Result<PathBuf> {
    let folder = env::var_os(variable);
    Ok(folder.with_context(|| format!("{variable} is not set: run `cargo xtask bench`"))?.into())
}

/// The load average of the last minute, where the system tells it.
fn load() -> String {
    let told = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    told.split(' ').next().filter(|load| !load.is_empty()).unwrap_or("unknown").to_owned()
}
