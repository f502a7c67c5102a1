mod baselines;
mod brotli;
mod grown;

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::browsers::{Browser, Browsers};
use crate::build::{self, Flavour};
use crate::paths::Paths;
use crate::run::{cargo, heading, run};

const FIVE: &str = "tests/cases/five.json";
const GROWN: [usize; 3] = [5, 50, 500];
const OURS: &str = "static/data/microneedling.json";

/// Builds the quiz and what it is measured against, and measures; or the studio alone.
///
/// # Errors
///
/// If there is no Chromium, or if a build or the measurement fails.
pub(crate) fn bench(paths: &Paths, arguments: &[OsString]) -> Result<()> {
    let is_asked = |name: &str| arguments.iter().any(|argument| argument == name);
    let (quick, studio) = (is_asked("--quick"), is_asked("--studio"));
    build::build(paths, Flavour::DEFAULT)?;
    let folder = paths.scratch("bench");
    build::remove(&folder)?;
    fs::create_dir_all(&folder)?;
    if studio {
        let ours = fs::read_to_string(paths.root.join(OURS))?;
        fs::write(folder.join("studio-500.json"), grown::of(&ours, GROWN[2])?)?;
    } else {
        heading("building what is measured");
        baselines::build(paths, &folder)?;
        ours(paths, &folder, quick)?;
        brotli::beside(&folder, &paths.dist())?;
    }

    let wanted = if quick || studio { &[Browser::Chromium][..] } else { &Browser::ALL };
    let browsers = Browsers::set_up(paths, wanted)?;
    let mut command = cargo(&paths.root);
    command.args(["run", "--package", "e2e", "--bin", "bench", "--"]).args(arguments);
    for &browser in wanted {
        match browsers.set(&mut command, browser) {
            Err(error) if browser != Browser::Chromium => eprintln!("{error:#}"),
            set => set?,
        }
    }
    heading("bench");
    run(command.env("SKIN_QUIZ_BENCH", folder))
}

fn ours(paths: &Paths, folder: &Path, quick: bool) -> Result<()> {
    let five = paths.root.join(FIVE);
    build::replace(&paths.dist(), &folder.join("full"))?;
    build::with_data(paths, Flavour::DEFAULT, &five, &folder.join("five"))?;
    for count in GROWN.into_iter().filter(|_| !quick) {
        let data = folder.join(format!("grown-{count}.json"));
        fs::write(&data, grown::of(&fs::read_to_string(&five)?, count)?)?;
        let out = folder.join(format!("grown-{count}"));
        build::with_data(paths, Flavour::DEFAULT, &data, &out)?;
    }
    Ok(())
}
