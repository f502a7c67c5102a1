use std::fmt;
use std::process::ExitCode;
use std::time::Duration;

/// What became of one part.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) name: String,
    /// What ran, or what went wrong.
    pub(crate) result: Result<String, String>,
    pub(crate) time: Duration,
}

/// The summary of a test run.
#[derive(Debug, Default)]
pub(crate) struct Report(Vec<Row>);

impl Report {
    pub(crate) fn add(&mut self, row: Row) {
        self.0.push(row);
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        if self.failed() == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }

    fn failed(&self) -> usize {
        self.0.iter().filter(|row| row.result.is_err()).count()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for row in &self.0 {
            let (result, what) = match &row.result {
                Ok(what) => ("passed", what),
                Err(what) => ("FAILED", what),
            };
            let line = format!(
                "{:<18} {result} {:>6.1} s  {}",
                row.name,
                row.time.as_secs_f32(),
                what.lines().next().unwrap_or_default()
            );
            writeln!(formatter, "{}", line.trim_end())?;
        }
        let failed = self.failed();
        writeln!(formatter, "{} passed, {failed} failed", self.0.len() - failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_counts_the_parts() {
        let row = |name: &str, result: Result<&str, &str>| Row {
            name: name.to_owned(),
            result: result.map(str::to_owned).map_err(str::to_owned),
            time: Duration::from_millis(1500),
        };
        let mut report = Report::default();
        report.add(row("fmt", Ok("")));
        report.add(row("fuzz", Ok("31 tests")));
        assert_eq!(report.exit_code(), ExitCode::SUCCESS);
        report.add(row("browser:webkit", Err("2 tests, 1 failed\nmore")));
        assert_eq!(report.exit_code(), ExitCode::FAILURE);
        assert_eq!(
            report.to_string(),
            "fmt                passed    1.5 s\n\
             fuzz               passed    1.5 s  31 tests\n\
             browser:webkit     FAILED    1.5 s  2 tests, 1 failed\n\
             2 passed, 1 failed\n"
        );
    }
}
