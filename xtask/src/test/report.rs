use std::fmt;
use std::process::ExitCode;
use std::time::Duration;

/// What became of one part.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) verdict: Verdict,
    pub(crate) time: Duration,
}

/// How a part ended.
#[derive(Debug)]
pub(crate) enum Verdict {
    /// With what ran.
    Passed(String),
    /// With what went wrong.
    Failed(String),
    /// Not at all, with what this machine lacks.
    LeftOut(String),
}

impl Verdict {
    fn words(&self) -> (&'static str, &str) {
        match self {
            Self::Passed(what) => ("passed", what),
            Self::Failed(what) => ("FAILED", what),
            Self::LeftOut(what) => ("left out", what),
        }
    }
}

/// The summary of a test run.
#[derive(Debug, Default)]
pub(crate) struct Report(Vec<Row>);

impl Report {
    pub(crate) fn add(&mut self, row: Row) {
        self.0.push(row);
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        let failed = self.count(|verdict| matches!(verdict, Verdict::Failed(_)));
        if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }

    fn count(&self, is_meant: fn(&Verdict) -> bool) -> usize {
        self.0.iter().filter(|row| is_meant(&row.verdict)).count()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for row in &self.0 {
            let (verdict, what) = row.verdict.words();
            let line = format!(
                "{:<18} {verdict:<8} {:>6.1} s  {}",
                row.name,
                row.time.as_secs_f32(),
                what.lines().next().unwrap_or_default()
            );
            writeln!(formatter, "{}", line.trim_end())?;
        }
        let passed = self.count(|verdict| matches!(verdict, Verdict::Passed(_)));
        let failed = self.count(|verdict| matches!(verdict, Verdict::Failed(_)));
        write!(formatter, "{passed} passed, {failed} failed")?;
        match self.0.len() - passed - failed {
            0 => writeln!(formatter),
            left_out => writeln!(formatter, ", {left_out} skipped"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_counts_the_parts() {
        let row = |name: &str, verdict: Verdict| Row {
            name: name.to_owned(),
            verdict,
            time: Duration::from_millis(1250),
        };
        let mut report = Report::default();
        report.add(row("native", Verdict::Passed("12 tests".to_owned())));
        assert_eq!(report.to_string().lines().last(), Some("1 passed, 0 failed"));
        report
            .add(row("browser:chromium", Verdict::Failed("no chromedriver\ncaused by".to_owned())));
        report.add(row("trunk", Verdict::LeftOut("Trunk is not installed".to_owned())));
        assert_eq!(
            report.to_string(),
            "native             passed      1.2 s  12 tests\n\
             browser:chromium   FAILED      1.2 s  no chromedriver\n\
             trunk              left out    1.2 s  Trunk is not installed\n\
             1 passed, 1 failed, 1 skipped\n"
        );
    }
}
