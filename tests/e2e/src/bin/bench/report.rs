use std::fmt::Write;
use std::thread::available_parallelism;

use e2e::Browser;
use serde_json::Value;

/// The times taken, in milliseconds, by what they were taken of.
#[derive(Debug)]
pub(crate) struct Report {
    times: Vec<(String, Vec<f64>)>,
    changed: Vec<f64>,
    chromium: String,
    walks: usize,
    slower: u32,
    pub(crate) date: Value,
}

impl Report {
    pub(crate) fn new(browser: &Browser, walks: usize, slower: u32) -> Self {
        Self {
            times: Vec::new(),
            changed: Vec::new(),
            chromium: browser.version(),
            walks,
            slower,
            date: Value::Null,
        }
    }

    pub(crate) fn add(&mut self, step: &str, time: f64) {
        match self.times.iter_mut().find(|(known, _)| known == step) {
            Some((_, times)) => times.push(time),
            None => self.times.push((step.to_owned(), vec![time])),
        }
    }

    /// Adds the time from a tap until the page was changed, though not yet painted.
    pub(crate) fn add_changed(&mut self, time: f64) {
        self.changed.push(time);
    }

    /// A table in Markdown.
    pub(crate) fn table(&self) -> String {
        let widest = self.times.iter().map(|(step, _)| step.len()).max().unwrap_or_default();
        let mut table = format!("| {:widest$} | median |    p95 |    max |\n", "step");
        let _ = writeln!(table, "| {} | -----: | -----: | -----: |", "-".repeat(widest));
        let row = |table: &mut String, step: &str, times: &[f64]| {
            let [median, most, max] = [0.5, 0.95, 1.0].map(|share| quantile(times, share));
            let _ = writeln!(table, "| {step:widest$} | {median:6.1} | {most:6.1} | {max:6.1} |");
        };
        for (step, times) in &self.times {
            row(&mut table, step, times);
        }
        row(&mut table, "every tap", &self.taps());
        row(&mut table, "every tap, until the page is changed", &self.changed);
        table
    }

    /// The whole page for `docs/benchmarks.md`.
    pub(crate) fn page(&self) -> String {
        format!(
            "# Benchmarks\n\n\
             Written by `cargo xtask bench --write`; every time in milliseconds.\n\n\
             {date}, version {version}, Chromium {chromium}, {cores} cores slowed {slower} times, \
             a screen of 390 by 844, {walks} walks with a cold cache, no delay on the network and nothing compressed. A \
             step is timed from the tap's own time stamp until the next screen is painted, loading \
             from the navigation.\n\n{table}",
            date = self.date.as_str().unwrap_or_default(),
            version = env!("CARGO_PKG_VERSION"),
            chromium = self.chromium,
            cores = available_parallelism().map_or(0, usize::from),
            slower = self.slower,
            walks = self.walks,
            table = self.table(),
        )
    }

    fn taps(&self) -> Vec<f64> {
        let taps = self.times.iter().filter(|(step, _)| step.contains(": "));
        taps.flat_map(|(_, times)| times.iter().copied()).collect()
    }
}

/// The smallest time that at least this share of all does not exceed.
fn quantile(times: &[f64], share: f64) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    let rank = (share * sorted.len() as f64).ceil() as usize;
    sorted.get(rank.saturating_sub(1)).copied().unwrap_or_default()
}
