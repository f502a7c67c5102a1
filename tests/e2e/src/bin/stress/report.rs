use std::fmt;
use std::time::Duration;

use e2e::Engine;

use crate::counted::{Counted, Crash};
use crate::options::Options;

/// How many crashes are told of, those first that a visitor saw.
const TOLD: usize = 20;

/// What was counted in one engine, for whoever reads it.
#[derive(Debug)]
pub(crate) struct Report<'a> {
    pub(crate) engine: Engine,
    pub(crate) options: &'a Options,
    pub(crate) counted: &'a Counted,
    pub(crate) took: Duration,
}

impl Report<'_> {
    /// A line about how far it is.
    pub(crate) fn progress(&self) -> String {
        let Counted { done, hidden, visible, .. } = self.counted;
        format!(
            "{}: {} of {} {}, {hidden} hidden and {visible} visible crashes, {:.1} per second",
            name(self.engine),
            grouped(*done),
            grouped(self.options.visits),
            self.options.work.name(),
            self.rate(),
        )
    }

    /// A row of a table: engine, load, how many, how many went well, hidden and visible crashes.
    pub(crate) fn row(&self) -> String {
        let Counted { version, done, ended, hidden, visible, .. } = self.counted;
        let version: Vec<&str> = version.splitn(3, '.').take(2).collect();
        let counts = [*done, *ended, *hidden, *visible].map(grouped).join(" | ");
        let engine = name(self.engine);
        format!("| {engine} {} | {} | {counts} |", version.join("."), self.load())
    }

    /// Under what circumstances.
    fn load(&self) -> String {
        let Options { busy, set, without, .. } = self.options;
        let mut load = vec![if *busy { "busy" } else { "none" }.to_owned()];
        load.extend(set.iter().map(|(name, value)| format!("{name}={value}")));
        load.extend(without.iter().map(|name| format!("without {name}")));
        load.join(", ")
    }

    fn rate(&self) -> f64 {
        f64::from(self.counted.done) / self.took.as_secs_f64()
    }

    fn of_a_thousand(&self, crashes: u32) -> f64 {
        f64::from(crashes) * 1e3 / f64::from(self.counted.done.max(1))
    }

    fn crash(&self, formatter: &mut fmt::Formatter<'_>, crash: &Crash) -> fmt::Result {
        let Crash { number, moment, hidden, message, stack } = crash;
        let seen = if *hidden { "hidden" } else { "visible" };
        let one = self.options.work.one();
        writeln!(formatter, "\n{one} {}, {moment}, {seen}: {message}", grouped(*number))?;
        stack.lines().try_for_each(|line| writeln!(formatter, "    {line}"))
    }
}

impl fmt::Display for Report<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Counted { version, done, ended, steps, hidden, visible, crashes } = self.counted;
        let work = self.options.work;
        let (took, load) = (self.took.as_secs_f64(), self.load());
        writeln!(formatter, "{} {version}, other load: {load}", name(self.engine))?;
        writeln!(formatter, "  {} {}", grouped(*done), work.name())?;
        writeln!(formatter, "  {} {}", grouped(*ended), work.ended())?;
        for (seen, count) in [("hidden", *hidden), ("visible", *visible)] {
            let share = self.of_a_thousand(count);
            let crashes = if count == 1 { "crash" } else { "crashes" };
            writeln!(
                formatter,
                "  {count} {seen} {crashes}, {share:.2} per thousand {}",
                work.name()
            )?;
        }
        writeln!(
            formatter,
            "  {took:.0} s, {:.1} {} per second, {steps} steps",
            self.rate(),
            work.name()
        )?;
        let (hidden, visible): (Vec<_>, Vec<_>) = crashes.iter().partition(|crash| crash.hidden);
        let mut told = visible.into_iter().chain(hidden).take(TOLD);
        told.try_for_each(|crash| self.crash(formatter, crash))
    }
}

fn name(engine: Engine) -> &'static str {
    match engine {
        Engine::Chromium => "Chromium",
        Engine::Firefox => "Firefox",
        Engine::WebKit => "WebKitGTK",
    }
}

/// A number with a comma between thousands.
fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::counted::Told;
    use crate::work::Work;

    fn crash(hidden: bool) -> Crash {
        Crash {
            number: 1234,
            moment: "marks".to_owned(),
            hidden,
            message: "RuntimeError: unreachable".to_owned(),
            stack: "a@quiz.js:1\nb@quiz.js:2".to_owned(),
        }
    }

    fn counted() -> Counted {
        let crashes = vec![crash(true), crash(true), crash(false)];
        let told = Told { done: 10_000, ended: 9_999, steps: 150_000, crashes, ..Told::default() };
        let mut counted = Counted { version: "2.50.1".to_owned(), ..Counted::default() };
        counted.add(&Told::default(), &told);
        counted
    }

    fn check(options: &Options, check: impl Fn(&Report<'_>)) {
        let took = Duration::from_secs(2000);
        check(&Report { engine: Engine::WebKit, options, counted: &counted(), took });
    }

    #[test]
    fn a_row_has_what_was_counted_and_under_what_circumstances() {
        check(&Options::default(), |report| {
            assert_eq!(report.row(), "| WebKitGTK 2.50 | none | 10,000 | 9,999 | 2 | 1 |");
        });
        let set = vec![("JSC_useOMGJIT".to_owned(), "0".to_owned())];
        let without = vec!["FinalizationRegistry".to_owned()];
        let options = Options { busy: true, set, without, ..Options::default() };
        let load = "busy, JSC_useOMGJIT=0, without FinalizationRegistry";
        check(&options, |report| {
            assert_eq!(
                report.row(),
                format!("| WebKitGTK 2.50 | {load} | 10,000 | 9,999 | 2 | 1 |")
            );
        });
    }

    #[test]
    fn each_crash_is_told() {
        check(&Options { busy: true, ..Options::default() }, |report| {
            let text = "\
WebKitGTK 2.50.1, other load: busy
  10,000 visits
  9,999 ended in a result
  2 hidden crashes, 0.20 per thousand visits
  1 visible crash, 0.10 per thousand visits
  2000 s, 5.0 visits per second, 150000 steps
";
            let told = report.to_string();
            assert!(told.starts_with(text), "{told}");
            let crash = "
visit 1,234, marks, visible: RuntimeError: unreachable
    a@quiz.js:1
    b@quiz.js:2
";
            assert_eq!(told[text.len()..].find(crash), Some(0), "{told}");
            assert_eq!(told.matches("\nvisit 1,234, marks, hidden: ").count(), 2, "{told}");
        });
    }

    #[test]
    fn progress_is_a_line() {
        let options = Options { visits: 20_000, work: Work::Edits, ..Options::default() };
        check(&options, |report| {
            assert_eq!(
                report.progress(),
                "WebKitGTK: 10,000 of 20,000 edits, 2 hidden and 1 visible crashes, 5.0 per second"
            );
        });
    }

    #[test]
    fn what_is_lost_is_a_visible_crash_of_one_that_did_not_end() {
        let mut counted = counted();
        let last = Told { number: 7, moment: "load".to_owned(), ..Told::default() };
        counted.lost(&last, "the browser is lost".to_owned());
        assert_eq!((counted.done, counted.ended, counted.visible), (10_001, 9_999, 2));
    }

    #[test]
    fn thousands_stand_apart() {
        for (number, text) in [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(grouped(number), text);
        }
    }
}
