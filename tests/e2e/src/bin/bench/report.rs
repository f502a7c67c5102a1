mod cost;
mod speed;

use std::fmt::{self, Display};
use std::thread::available_parallelism;

use crate::artefacts::Artefact;
use crate::embedded::Embedded;
use crate::engines::Elsewhere;
use crate::measured::Measured;
use crate::phone::{DOWN, LATENCY, SCREEN, SLOWER};
use crate::visits::Visits;

const CLINIC: &str = "The full quiz in `static/demo/plain.html`, from the navigation to that page.";
const GROWTH: &str =
    "Ours with more questions, each in other words: loading, and the first steps of a walk.";
const HOW: &str = include_str!("report/how.md");

/// All that was measured in one run.
#[derive(Debug)]
pub(crate) struct Report {
    pub(crate) date: String,
    pub(crate) chromium: String,
    pub(crate) rounds: usize,
    /// What the machine had to do besides, at the start: its load average.
    pub(crate) load: String,
    pub(crate) five: Vec<Measured>,
    pub(crate) full: Measured,
    pub(crate) visits: Visits,
    pub(crate) embedded: [Embedded; 2],
    pub(crate) grown: Vec<Measured>,
    pub(crate) elsewhere: Vec<Elsewhere>,
    pub(crate) artefacts: Vec<Artefact>,
}

const AIMED: &str = "Where a goal is not met, [ADR 15](adr/0015-where-the-time-goes.md) says what stands between, and what was tried.";

/// The page for `docs/benchmarks.md`.
impl Display for Report {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { five, full, .. } = self;
        let all = || five.iter().chain([full]);
        self.head(to)?;
        section(to, "Five questions on a slow phone", &phone(), speed::table(five, full))?;
        all().try_for_each(|one| lost(to, one))?;
        section(to, "What is aimed at", AIMED, speed::goals(five, full))?;
        section(to, "What else it costs", cost::ABOUT, cost::table(all()))?;
        section(to, "A visit again", "The full quiz; nobody answers.", cost::visits(&self.visits))?;
        section(to, "On a clinic's page", CLINIC, speed::embedded(&self.embedded))?;
        if !self.grown.is_empty() {
            section(to, "Growth", GROWTH, speed::grown(&self.grown))?;
        }
        self.elsewhere.iter().try_for_each(|engine| elsewhere(to, engine))?;
        let about = "Of `dist/`, without those of earlier builds.";
        section(to, "Every file", about, cost::artefacts(&self.artefacts))?;
        write!(to, "\n{HOW}")
    }
}

impl Report {
    fn head(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { date, chromium, rounds, load, .. } = self;
        let version = env!("CARGO_PKG_VERSION");
        let cores = available_parallelism().map_or(0, usize::from);
        write!(
            to,
            "# Benchmarks\n\n\
             Written by `cargo xtask bench --write` on {date}: version {version}, Chromium {chromium}, \
             {cores} cores (load at the start: {load}), every subject in turn, rounds: {rounds}. Times are medians in \
             milliseconds, with the least and the most in brackets; KB are 1000 bytes at brotli 11.\n",
        )
    }
}

fn section(
    to: &mut fmt::Formatter<'_>,
    title: &str,
    text: &str,
    table: impl Display,
) -> fmt::Result {
    let gap = if text.is_empty() { "" } else { "\n\n" };
    write!(to, "\n## {title}\n\n{text}{gap}{table}")
}

fn phone() -> String {
    let (width, height) = SCREEN;
    format!(
        "A screen of {width} by {height}, the processor slowed {SLOWER} times, {LATENCY} ms from a request to its answer, \
         {DOWN} kbit/s down, nothing in the cache. The words of every subject but the last are those of \
         `tests/cases/five.json`."
    )
}

fn lost(to: &mut fmt::Formatter<'_>, measured: &Measured) -> fmt::Result {
    let (walks, lost) = measured.lost();
    if lost == 0 {
        return Ok(());
    }
    let name = &measured.name;
    write!(
        to,
        "\n{name}: the first answer was lost in {lost} of {walks} walks and given again after 5 seconds.\n"
    )
}

fn elsewhere(to: &mut fmt::Formatter<'_>, engine: &Elsewhere) -> fmt::Result {
    match &engine.measured {
        Ok(five) => section(to, &engine.engine, "Nothing slowed down.", speed::elsewhere(five)),
        Err(why) => section(to, &engine.engine, "", format!("Not measured: {why}\n")),
    }
}
