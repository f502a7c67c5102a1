use anyhow::{Context, Result, bail, ensure};

/// How much is measured.
#[derive(Debug, PartialEq)]
pub(crate) struct Options {
    /// How often each subject is walked through.
    pub(crate) rounds: usize,
    /// Chromium alone, and no growth.
    pub(crate) quick: bool,
    /// The studio alone.
    pub(crate) studio: bool,
    /// Whether `docs/benchmarks.md` is written.
    pub(crate) write: bool,
}

impl Options {
    /// Reads the command line.
    ///
    /// # Errors
    ///
    /// If it asks for what there is not.
    pub(crate) fn read(arguments: impl IntoIterator<Item = String>) -> Result<Self> {
        let mut options = Self { rounds: 0, quick: false, studio: false, write: false };
        let mut arguments = arguments.into_iter();
        while let Some(name) = arguments.next() {
            match name.as_str() {
                "--quick" => options.quick = true,
                "--studio" => options.studio = true,
                "--write" => options.write = true,
                "--rounds" => {
                    let rounds = arguments.next().context("--rounds lacks its number")?;
                    options.rounds =
                        rounds.parse().with_context(|| format!("{rounds} is no number"))?;
                    ensure!(options.rounds > 0, "--rounds takes a number from 1");
                }
                _ => bail!("there is no option {name}: `cargo xtask bench --help` names them all"),
            }
        }
        if options.rounds == 0 {
            options.rounds = if options.quick { 3 } else { 7 };
        }
        Ok(options)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_are_as_many_as_said() {
        for (line, rounds, quick, studio, write) in [
            ("", 7, false, false, false),
            ("--quick", 3, true, false, false),
            ("--write --rounds 11", 11, false, false, true),
            ("--rounds 1 --quick", 1, true, false, false),
            ("--studio --write", 7, false, true, true),
        ] {
            let options = Options::read(line.split_whitespace().map(str::to_owned));
            assert_eq!(
                options.expect("options"),
                Options { rounds, quick, studio, write },
                "{line}"
            );
        }
        for line in ["--fast", "--rounds", "--rounds many", "--rounds 0"] {
            assert!(Options::read(line.split_whitespace().map(str::to_owned)).is_err(), "{line}");
        }
    }
}
