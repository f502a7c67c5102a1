//! How many first visits nginx serves on this machine with the shipped configuration.

mod options;
mod report;

use std::env;
use std::fs;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, ensure};
use e2e::{Files, Nginx};

use options::Options;
use report::{Counted, Report};

const SCRIPT: &str = include_str!("visits.lua");

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<ExitCode> {
    let options = Options::read(env::args().skip(1))?;
    let files = Files::from_env()?;
    let nginx = Nginx::start(files.folder(), "https://www.clinic.example").await?;
    let asked = files.first_load()?;
    let counted = counted(&nginx, &asked, &options)?;
    let failed = counted.refused + counted.broken;
    ensure!(counted.requests > 0, "nothing was asked: {}", nginx.errors()?);
    println!("{}", asked.join("\n"));
    print!("{}", Report { counted, files: asked.len(), price: options.price });
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn counted(nginx: &Nginx, asked: &[String], options: &Options) -> Result<Counted> {
    let place = tempfile::tempdir()?;
    let script = place.path().join("visits.lua");
    fs::write(&script, SCRIPT)?;
    let wrk = env::var_os("SKIN_QUIZ_WRK").context("run `cargo xtask load`")?;
    let output = Command::new(wrk)
        .args(["--threads", "1", "--connections", &options.connections.to_string()])
        .args(["--duration", &format!("{}s", options.seconds), "--script"])
        .arg(&script)
        .arg(nginx.url())
        .arg("--")
        .arg(options.visits.to_string())
        .args(asked)
        .output()
        .context("wrk does not start")?;
    let said = String::from_utf8_lossy(&output.stdout);
    let line = said.lines().find(|line| line.starts_with('{'));
    let line = line.with_context(|| format!("wrk says {said}"))?;
    Ok(serde_json::from_str(line)?)
}
