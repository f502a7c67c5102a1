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

/// All that was measured in one run.
#[derive(Debug)]
pub(crate) struct Report {
    pub(crate) date: String,
    pub(crate) chromium: String,
    pub(crate) rounds: usize,
    pub(crate) five: Vec<Measured>,
    pub(crate) full: Measured,
    pub(crate) visits: Visits,
    pub(crate) embedded: [Embedded; 2],
    pub(crate) grown: Vec<Measured>,
    pub(crate) elsewhere: Vec<Elsewhere>,
    pub(crate) artefacts: Vec<Artefact>,
}

impl Report {
    fn all(&self) -> impl Iterator<Item = &Measured> {
        self.five.iter().chain([&self.full])
    }

    /// Says where answers were lost.
    fn lost(&self) -> String {
        let lost = self.all().filter_map(|measured| match measured.lost() {
            (_, 0) => None,
            (walks, lost) => Some(format!(
                "\n{}: the first answer was lost in {lost} of {walks} walks and given again after 5 seconds.\n",
                measured.name
            )),
        });
        lost.collect()
    }

    fn section(
        formatter: &mut fmt::Formatter<'_>,
        title: &str,
        text: &str,
        table: impl Display,
    ) -> fmt::Result {
        let gap = if text.is_empty() { "" } else { "\n\n" };
        write!(formatter, "\n## {title}\n\n{text}{gap}{table}")
    }
}

/// The page for `docs/benchmarks.md`.
impl Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cores = available_parallelism().map_or(0, usize::from);
        write!(
            formatter,
            "# Benchmarks\n\n\
             Written by `cargo xtask bench --write` on {}: version {}, Chromium {}, {cores} cores, {} rounds, \
             every subject once in each. Times are medians in milliseconds, with the least and the most in \
             brackets; KB are 1000 bytes at brotli 11.\n",
            self.date,
            env!("CARGO_PKG_VERSION"),
            self.chromium,
            self.rounds,
        )?;
        Self::section(
            formatter,
            "Five questions on a slow phone",
            &format!(
                "A screen of {} by {}, the processor slowed {SLOWER} times, {LATENCY} ms from a request to its answer, \
                 {DOWN} kbit/s down, nothing in the cache. The words of every subject but the last are those of \
                 `tests/cases/five.json`.",
                SCREEN.0, SCREEN.1
            ),
            speed::table(&self.five, &self.full),
        )?;
        write!(formatter, "{}", self.lost())?;
        Self::section(formatter, "The goals of issue 5", "", speed::goals(&self.five, &self.full))?;
        Self::section(formatter, "What else it costs", cost::ABOUT, cost::table(self.all()))?;
        Self::section(
            formatter,
            "A visit again",
            "The full quiz; nobody answers.",
            cost::visits(&self.visits),
        )?;
        Self::section(
            formatter,
            "On a clinic's page",
            "The full quiz in `static/demo/plain.html`, from the navigation to that page.",
            speed::embedded(&self.embedded),
        )?;
        if !self.grown.is_empty() {
            let about = "Ours with more questions: loading, and the first steps of a walk.";
            Self::section(formatter, "Growth", about, speed::grown(&self.grown))?;
        }
        for Elsewhere { engine, measured } in &self.elsewhere {
            match measured {
                Ok(five) => Self::section(
                    formatter,
                    engine,
                    "Nothing slowed down.",
                    speed::elsewhere(five),
                )?,
                Err(why) => Self::section(formatter, engine, "", format!("Not measured: {why}\n"))?,
            }
        }
        Self::section(
            formatter,
            "Every file",
            "Of `dist/`, without those of earlier builds.",
            cost::artefacts(&self.artefacts),
        )?;
        write!(formatter, "{}", include_str!("report/how.md"))
    }
}
