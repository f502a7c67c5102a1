mod count;
mod part;
mod report;

use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::browsers::{Browser, Browsers};
use crate::build::{self, Flavour};
use crate::places::Places;
use crate::run::{cargo, copied, heading, run};
use crate::size;
use crate::tools::need_wasm_target;
use count::Count;
pub(crate) use part::{Chosen, Part};
use report::{Report, Row};

/// Runs the chosen parts, each whatever became of the others, and sums them up.
///
/// # Errors
///
/// If nothing can be run at all. Failing tests are told of by the exit code.
pub(crate) fn test(places: &Places, chosen: &Chosen) -> Result<ExitCode> {
    let mut session = Session { places, chosen, built: false, browsers: None };
    let mut report = Report::default();
    for &part in &chosen.parts {
        heading(&part.to_string());
        let started = Instant::now();
        let result = session.run(part);
        if let Err(error) = &result {
            eprintln!("error: {error:#}");
        }
        report.add(Row {
            name: part.to_string(),
            result: result.map_err(|error| format!("{error:#}")),
            time: started.elapsed(),
        });
    }
    print!("\n{report}");
    Ok(report.exit_code())
}

struct Session<'a> {
    places: &'a Places,
    chosen: &'a Chosen,
    built: bool,
    browsers: Option<Browsers>,
}

impl Session<'_> {
    /// Runs one part and says what ran.
    fn run(&mut self, part: Part) -> Result<String> {
        match part {
            Part::Fmt => self.quiet(&[&["fmt", "--all", "--check"]]),
            Part::Clippy => self.clippy(),
            Part::Pure => self.tests(&["--no-default-features"]),
            Part::Snapshots => self.tests(&["--no-default-features", "--features", "ssr"]),
            Part::Build => self.build(),
            Part::Size => self.size(),
            Part::Site => self.tests(&["--package", "site", "--package", "xtask"]),
            Part::Browser(browser) => self.browser(browser),
        }
    }

    fn quiet(&self, commands: &[&[&str]]) -> Result<String> {
        for arguments in commands {
            run(cargo(&self.places.root).args(*arguments))?;
        }
        Ok(String::new())
    }

    fn clippy(&self) -> Result<String> {
        need_wasm_target(&self.places.root)?;
        let strict = ["--", "-D", "warnings"];
        let pure = ["clippy", "--all-targets", "--no-default-features"];
        let ssr = [&pure[..], &["--features", "ssr"]].concat();
        let wasm = ["clippy", "--lib", "--bins", "--target", "wasm32-unknown-unknown"];
        let others =
            ["clippy", "--all-targets", "--package=xtask", "--package=site", "--package=e2e"];
        let commands = [&pure[..], &ssr, &wasm, &others].map(|one| [one, &strict].concat());
        self.quiet(&commands.each_ref().map(Vec::as_slice))
    }

    fn tests(&self, arguments: &[&str]) -> Result<String> {
        let mut command = cargo(&self.places.root);
        command.arg("test").args(arguments);
        self.count(&mut command)
    }

    fn count(&self, command: &mut std::process::Command) -> Result<String> {
        command.args(["--no-fail-fast", "--"]).args(&self.chosen.arguments);
        let (succeeded, text) = copied(command)?;
        let count = Count::of(&text);
        if !succeeded && !count.has_failed() {
            bail!("no result, see above what went wrong ({count})");
        }
        if !succeeded {
            bail!("{count}");
        }
        if count.is_empty() && self.chosen.arguments.is_empty() {
            bail!("no test ran");
        }
        Ok(count.to_string())
    }

    fn build(&mut self) -> Result<String> {
        build::build(self.places, Flavour::DEFAULT)?;
        self.built = true;
        Ok(String::new())
    }

    fn size(&self) -> Result<String> {
        self.need_build()?;
        size::check(self.places)
    }

    fn browser(&mut self, browser: Browser) -> Result<String> {
        self.need_build()?;
        if self.browsers.is_none() {
            let wanted = self.chosen.browsers();
            self.browsers = Some(Browsers::set_up(self.places, &wanted)?);
        }
        let browsers = self.browsers.as_ref().context("no browsers")?;
        let mut command = cargo(&self.places.root);
        command.args(["test", "--package", "e2e"]);
        browsers.set(&mut command, browser)?;
        self.count(&mut command)
    }

    fn need_build(&self) -> Result<()> {
        if !self.built {
            bail!("not run, for dist/ could not be built");
        }
        Ok(())
    }
}
