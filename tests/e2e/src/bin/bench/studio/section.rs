use std::fmt::{self, Display};
use std::thread::available_parallelism;

use super::Edited;
use crate::table::{Table, ms};
use crate::times::Times;

/// What is aimed at, in milliseconds: that it is ready, and what follows from a key, with our quiz and with
/// one of 500 questions.
const READY: f64 = 1500.0;
const KEY: [f64; 2] = [50.0, 200.0];

/// The part of `docs/benchmarks.md` about the studio.
#[derive(Debug)]
pub(crate) struct Section {
    pub(crate) date: String,
    pub(crate) chromium: String,
    pub(crate) load: String,
    pub(crate) rounds: usize,
    pub(crate) edited: Vec<Edited>,
}

impl Section {
    pub(crate) const TITLE: &str = "The studio";

    fn times(&self) -> Table {
        let mut table = Table::new(&[
            "quiz",
            "ready",
            "checked",
            "keys",
            "preview, p50",
            "preview, p95",
            "problems, p50",
            "problems, p95",
            "proof",
        ]);
        for Edited { name, ready, checked, preview, problems, proof } in &self.edited {
            let [middle, slow] =
                [0.5, 0.95].map(|share| move |times: &Times| ms(times.quantile(share)));
            let spread = |times: &Times| {
                format!("{} ({}–{})", ms(times.median()), ms(times.least()), ms(times.most()))
            };
            table.row([
                (*name).to_owned(),
                spread(ready),
                spread(checked),
                preview.len().to_string(),
                middle(preview),
                slow(preview),
                middle(problems),
                slow(problems),
                if *proof > 0.0 { ms(*proof) } else { "< 50".to_owned() },
            ]);
        }
        table
    }

    fn goals(&self) -> Table {
        let mut table = Table::new(&["goal", "ours", "500 questions"]);
        let all = || self.edited.iter().zip(KEY);
        let wanted = [
            format!("ready within {READY} ms"),
            format!("preview within {} ms at p95, or {}", KEY[0], KEY[1]),
            "problems within the same".to_owned(),
        ];
        let [ready, preview, problems] = wanted;
        let row = |wanted: String, cells: Vec<String>| [vec![wanted], cells].concat();
        table.row(row(ready, all().map(|(it, _)| met(it.ready.median(), READY)).collect()));
        let slow = |it: &Times, most| met(it.quantile(0.95), most);
        table.row(row(preview, all().map(|(it, most)| slow(&it.preview, most)).collect()));
        table.row(row(problems, all().map(|(it, most)| slow(&it.problems, most)).collect()));
        table
    }
}

impl Display for Section {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { date, chromium, load, rounds, .. } = self;
        let version = env!("CARGO_PKG_VERSION");
        let cores = available_parallelism().map_or(0, usize::from);
        write!(
            to,
            "## {}\n\n\
             Written by `cargo xtask bench --studio --write` on {date}: version {version}, Chromium {chromium}, \
             {cores} cores (load at the start: {load}). A desk's screen, nothing slowed down, nothing in the \
             cache. *Ready* is from the navigation until something can be typed, *checked* until what is wrong \
             is shown for the first time; a worker checks, and keys pressed meanwhile count at once. Both are medians of {rounds} \
             loads, with the least and the most in brackets. A key is pressed by the browser's driver when \
             all that follows from the one before is painted, in five fields, and counts from its own time \
             stamp until the preview, or what is wrong, is painted. *Proof* is how long the page then does \
             nothing else, once nobody has typed for 600 ms. All in milliseconds.\n\n{}\n{}",
            Self::TITLE,
            self.times(),
            self.goals(),
        )
    }
}

fn met(figure: f64, most: f64) -> String {
    let met = if figure <= most { "met" } else { "not met" };
    format!("{} ms, {met}", ms(figure))
}
