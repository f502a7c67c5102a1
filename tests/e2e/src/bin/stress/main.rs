//! Does the same thousands of times in a browser, visits to the quiz or edits in the studio, and counts
//! crashes of the program: those that a visitor sees, and those that the page hides by starting the program
//! again.

mod busy;
mod counted;
mod crew;
mod options;
mod report;
mod stage;
mod work;

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;

use anyhow::{Context, Result};
use e2e::Engine;

use busy::Busy;
use crew::Crew;
use options::Options;
use report::Report;

#[tokio::main]
async fn main() -> Result<ExitCode> {
    let options = Rc::new(Options::read(env::args().skip(1))?);
    let dist = env::var_os("SKIN_QUIZ_DIST");
    let dist: PathBuf = dist.context("SKIN_QUIZ_DIST is not set: run `cargo xtask stress`")?.into();
    let _busy = options.busy.then(Busy::start);
    let mut rows = Vec::new();
    let mut all_ended = true;
    for &engine in &options.engines {
        let (row, have_ended) = stressed(engine, &options, &dist).await?;
        rows.push(row);
        all_ended &= have_ended;
    }
    println!("{}", rows.join("\n"));
    Ok(if all_ended { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Does all of it in one engine and tells of it; gives a row for a table, and whether all went well.
async fn stressed(engine: Engine, options: &Rc<Options>, dist: &Path) -> Result<(String, bool)> {
    let site = stage::serve(dist, options).await?;
    let crew = Rc::new(Crew::new(engine, options.clone(), site.url()));
    let worked = crew
        .work(|counted, took| {
            site.clear_requests();
            eprintln!("{}", Report { engine, options, counted, took }.progress());
        })
        .await;
    let (counted, took) = crew.counted();
    let report = Report { engine, options, counted: &counted, took };
    println!("{report}");
    worked?;
    Ok((report.row(), counted.ended == options.visits))
}
