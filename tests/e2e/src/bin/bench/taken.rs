use anyhow::{Context, Result};
use e2e::Browser;
use serde::Deserialize;

/// From how long a task blocks a visitor, in milliseconds.
const BLOCKS: f64 = 50.0;

/// What the stopwatch noted, in milliseconds since the navigation.
#[derive(Debug, Deserialize)]
pub(crate) struct Taken {
    /// The first question is seen.
    pub(crate) first: f64,
    /// The second one is.
    pub(crate) second: Option<f64>,
    /// The program runs.
    pub(crate) runs: Option<f64>,
    /// The navigation, in milliseconds since 1970.
    pub(crate) origin: f64,
    /// The first contentful paint.
    pub(crate) paint: Option<f64>,
    /// Whether the first answer was lost and given again.
    #[serde(default)]
    pub(crate) lost: bool,
    /// Long tasks: when they began and how long they took.
    long: Vec<(f64, f64)>,
    /// Layout shifts that no input led to: when they were, and how large.
    shifts: Vec<(f64, f64)>,
    /// Files that arrived: when they were whole, and their bytes as they were sent.
    arrived: Vec<(f64, u64)>,
}

impl Taken {
    /// Asks the page, once its visit is over.
    ///
    /// # Errors
    ///
    /// If it cannot be asked.
    pub(crate) async fn of(browser: &Browser) -> Result<Self> {
        let taken = browser.client().execute("return stopwatch.taken()", vec![]).await?;
        serde_json::from_value(taken).context("the stopwatch has not all times")
    }

    /// By how much tasks exceeded what a visitor does not notice, as far as they ran after one time
    /// and began before another.
    pub(crate) fn blocked(&self, from: f64, until: f64) -> f64 {
        let tasks = self.long.iter().filter(|(start, _)| *start < until);
        let over = tasks.map(|(start, span)| start + span - start.max(from) - BLOCKS);
        sum(over.map(|over| over.max(0.0)))
    }

    /// How much moved by itself from a time on.
    pub(crate) fn shifted(&self, from: f64) -> f64 {
        sum(self.shifts.iter().filter(|(at, _)| *at >= from).map(|(_, value)| *value))
    }

    /// The bytes of the files that were whole by a time, the page apart.
    pub(crate) fn arrived(&self, by: f64) -> u64 {
        self.arrived.iter().filter(|(end, _)| *end <= by).map(|(_, bytes)| bytes).sum()
    }
}

/// Of none it is 0, where the standard library has -0.
fn sum(all: impl Iterator<Item = f64>) -> f64 {
    all.fold(0.0, |sum, one| sum + one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_visitor_notices_counts() {
        let taken = Taken {
            first: 400.0,
            second: None,
            runs: None,
            origin: 0.0,
            paint: Some(400.0),
            lost: false,
            long: vec![(100.0, 250.0), (380.0, 100.0), (500.0, 60.0), (900.0, 51.0)],
            shifts: vec![(300.0, 0.5), (800.0, 0.25)],
            arrived: vec![(350.0, 10), (700.0, 200)],
        };
        assert_eq!(taken.blocked(400.0, f64::INFINITY).to_bits(), 41f64.to_bits());
        assert_eq!(taken.blocked(400.0, 600.0).to_bits(), 40f64.to_bits());
        assert_eq!(taken.blocked(0.0, 600.0).to_bits(), 260f64.to_bits());
        assert_eq!(taken.shifted(400.0).to_bits(), 0.25f64.to_bits());
        assert_eq!(taken.shifted(900.0).to_bits(), 0f64.to_bits());
        assert_eq!((taken.arrived(400.0), taken.arrived(700.0)), (10, 210));
    }
}
