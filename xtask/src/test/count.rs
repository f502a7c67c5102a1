use std::fmt;

/// How many tests ran, as the test programs tell it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    passed: usize,
    failed: usize,
    ignored: usize,
}

impl Count {
    /// Adds up every line `test result: ok. 3 passed; 0 failed; 0 ignored; …`.
    pub(crate) fn of(output: &str) -> Self {
        let results = output.lines().filter_map(|line| Some(line.split_once("test result:")?.1));
        let mut count = Self::default();
        for result in results {
            for words in result.split(['.', ';']) {
                count.add(words.trim());
            }
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
        check("error: could not compile\n", "0 tests");
        assert!(Count::of("").is_empty());
    }
}
