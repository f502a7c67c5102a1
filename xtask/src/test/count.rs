use std::fmt;

/// How many tests ran, as the test programs tell it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    passed: usize,
    failed: usize,
    ignored: usize,
}

impl Count {
    /// Adds up every line `test result: ok. 3 passed; 0 failed; 0 ignored; …`, and the last lines of
    /// Node's tests, `ℹ pass 3` or `# pass 3`.
    pub(crate) fn of(output: &str) -> Self {
        let results = output.lines().filter_map(|line| Some(line.split_once("test result:")?.1));
        let mut count = Self::default();
        for result in results {
            for words in result.split(['.', ';']) {
                count.add(words.trim());
            }
        }
        let marked = |line: &str| {
            let line = line.strip_prefix("ℹ ").or_else(|| line.strip_prefix("# "))?;
            let (what, number) = line.split_once(' ')?;
            Some((what.to_owned(), number.trim().parse().ok()?))
        };
        for (what, number) in output.lines().filter_map(marked) {
            count.add_node(&what, number);
        }
        count
    }

    /// Whether no test ran.
    pub(crate) fn is_empty(&self) -> bool {
        self.passed + self.failed == 0
    }

    /// Whether a test failed.
    pub(crate) fn has_failed(&self) -> bool {
        self.failed > 0
    }

    fn add_node(&mut self, what: &str, number: usize) {
        match what {
            "pass" => self.passed += number,
            "fail" | "cancelled" => self.failed += number,
            "skipped" => self.ignored += number,
            _ => {}
        }
    }

    fn add(&mut self, words: &str) {
        let Some((number, what)) = words.split_once(' ') else {
            return;
        };
        let number: usize = number.parse().unwrap_or_default();
        match what {
            "passed" => self.passed += number,
            "failed" => self.failed += number,
            "ignored" => self.ignored += number,
            _ => {}
        }
    }
}

impl fmt::Display for Count {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} tests", self.passed + self.failed)?;
        if self.failed > 0 {
            write!(formatter, ", {} failed", self.failed)?;
        }
        if self.ignored > 0 {
            write!(formatter, ", {} ignored", self.ignored)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_test_program_is_counted() {
        let check = |output: &str, expected: &str| {
            assert_eq!(Count::of(output).to_string(), expected);
        };
        check(
            "running 3 tests\ntest a ... ok\n\n\
             test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s\n\n\
             test result: FAILED. 10 passed; 2 failed; 1 ignored; 0 measured; 5 filtered out; finished in 1.50s\n",
            "15 tests, 2 failed, 1 ignored",
        );
        check(
            "test result: \x1b[32mok\x1b[m. 4 passed; 0 failed; 0 ignored; 0 measured\n",
            "4 tests",
        );
        check(
            "✔ pass 7 (1 ms)\nℹ tests 53\nℹ suites 0\nℹ pass 50\nℹ fail 1\nℹ cancelled 1\n\
             ℹ skipped 2\nℹ todo 0\nℹ duration_ms 16029.9\n",
            "52 tests, 2 failed, 2 ignored",
        );
        check("ok 1 - pass 7\n# tests 2\n# pass 2\n# fail 0\n# skipped 0\n", "2 tests");
        check("error: could not compile\n", "0 tests");
        assert!(Count::of("").is_empty());
    }
}
