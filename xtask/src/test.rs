mod count;
mod elsewhere;
mod part;
mod report;
mod trunk;
mod web;
mod wordpress;

use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::{Result, bail};

use crate::browsers::{Browser, Browsers};
use crate::build::{self, Flavour};
use crate::dependencies;
use crate::fuzz;
use crate::paths::Paths;
use crate::run::{cargo, copied, heading, run};
use crate::size;
use crate::system::{self, NGINX};
use crate::tools::need_wasm_target;
use count::Count;
pub(crate) use part::{Chosen, Part};
use report::{Report, Row, Verdict};

/// What needs neither the quiz nor a browser.
const TOOLS: [&str; 8] = [
    "--package=site",
    "--package=dist",
    "--package=xtask",
    "--package=e2e",
    "--lib",
    "--bins",
    "--test",
    "served",
];
const E2E: [&str; 5] = ["test", "--package", "e2e", "--test", "browser"];

/// Runs the chosen parts, each whatever became of the others, and sums them up.
///
/// # Errors
///
/// If nothing can be run at all. Failing tests are told of by the exit code.
pub(crate) fn test(paths: &Paths, chosen: &Chosen) -> Result<ExitCode> {
    let mut session = Session { paths, chosen, built: false };
    let mut report = Report::default();
    for &part in chosen.parts.iter().filter(|part| !matches!(part, Part::Browser(_))) {
        heading(&part.to_string());
        let started = Instant::now();
        let verdict = match left_out(part) {
            Some(why) => Verdict::LeftOut(why),
            None => verdict(session.run(part)),
        };
        report.add(row(part, verdict, started));
    }
    session.browsers().into_iter().for_each(|row| report.add(row));
    print!("\n{report}");
    Ok(report.exit_code())
}

/// Why a part cannot run on this machine, and need not.
fn left_out(part: Part) -> Option<String> {
    match part {
        Part::Trunk if trunk::program().is_none() => Some(trunk::MISSING.to_owned()),
        Part::WordPress => wordpress::missing(),
        _ => None,
    }
}

fn verdict(result: Result<String>) -> Verdict {
    match result {
        Ok(what) => Verdict::Passed(what),
        Err(error) => {
            eprintln!("error: {error:#}");
            Verdict::Failed(format!("{error:#}"))
        }
    }
}

fn row(part: Part, verdict: Verdict, started: Instant) -> Row {
    Row { name: part.to_string(), verdict, time: started.elapsed() }
}

struct Session<'a> {
    paths: &'a Paths,
    chosen: &'a Chosen,
    built: bool,
}

impl Session<'_> {
    /// Runs one part and says what ran.
    fn run(&mut self, part: Part) -> Result<String> {
        match part {
            Part::Fmt => self.quiet(&[&["fmt", "--all", "--check"]]),
            Part::Clippy => self.clippy(),
            Part::Dependencies => self.dependencies(),
            Part::Web => self.web(),
            Part::Native => self.native(),
            Part::Fuzz => self.fuzz(),
            Part::Build => self.build(),
            Part::Size => self.size(),
            Part::Site => self.tests(&TOOLS),
            Part::Hosting => self.hosting(),
            Part::Trunk => trunk::test(self.paths),
            Part::Release => self.release(),
            Part::WordPress => self.wordpress(),
            Part::Browser(_) => bail!("browsers are tested together"),
        }
    }

    fn quiet(&self, commands: &[&[&str]]) -> Result<String> {
        for arguments in commands {
            run(cargo(&self.paths.root).args(*arguments))?;
        }
        Ok(String::new())
    }

    fn clippy(&self) -> Result<String> {
        need_wasm_target(&self.paths.root)?;
        let programs =
            ["--package=skin-quiz", "--package=studio", "--bins", "--features=skin-quiz/parts"];
        self.quiet(&[
            &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"],
            &[
                &["clippy", "--target", "wasm32-unknown-unknown"],
                &programs[..],
                &["--", "-D", "warnings"],
            ]
            .concat(),
        ])
    }

    fn dependencies(&self) -> Result<String> {
        dependencies::check(self.paths, false)?;
        Ok(String::new())
    }

    /// The tests that need no browser. Those of `data` run on their own, for visitors have it without the
    /// messages that every other test needs.
    fn native(&self) -> Result<String> {
        let [all, alone] = [self.tests(&[])?, self.tests(&["--package=data"])?];
        Ok(format!("{all}; of data as visitors have it {alone}"))
    }

    fn tests(&self, arguments: &[&str]) -> Result<String> {
        let mut command = cargo(&self.paths.root);
        command.arg("test").args(arguments);
        self.count(&mut command, "")
    }

    /// The types, the linter and the unit tests of the page's scripts.
    fn web(&self) -> Result<String> {
        let folder = self.paths.root.join("web");
        web::install(&folder)?;
        for check in ["types", "lint"] {
            run(&mut web::script(&folder, check))?;
        }
        self.counted(&mut web::units(&folder, &self.chosen.arguments)?, "")
    }

    /// Runs tests by cargo, each line they print behind a prefix.
    fn count(&self, command: &mut Command, prefix: &str) -> Result<String> {
        command.args(["--no-fail-fast", "--"]).args(&self.chosen.arguments);
        self.counted(command, prefix)
    }

    fn counted(&self, command: &mut Command, prefix: &str) -> Result<String> {
        let (succeeded, text) = copied(command, prefix)?;
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

    fn fuzz(&self) -> Result<String> {
        fuzz::fuzz(self.paths, fuzz::BOUNDED)?;
        Ok(format!("{} inputs", fuzz::BOUNDED))
    }

    fn build(&mut self) -> Result<String> {
        build::build(self.paths, Flavour::DEFAULT)?;
        self.built = true;
        Ok(String::new())
    }

    fn size(&self) -> Result<String> {
        self.need_build()?;
        size::check(self.paths)
    }

    fn hosting(&self) -> Result<String> {
        self.need_build()?;
        system::install_missing(&NGINX, &[])?;
        let mut command = cargo(&self.paths.root);
        command.args(["test", "--package", "e2e", "--test", "hosting"]);
        system::set(&mut command, &NGINX)?;
        self.count(command.env("SKIN_QUIZ_DIST", self.paths.dist()), "")
    }

    fn release(&self) -> Result<String> {
        self.need_build()?;
        elsewhere::same(self.paths)
    }

    fn wordpress(&self) -> Result<String> {
        self.need_build()?;
        let mut command = wordpress::tests(self.paths)?;
        self.count(&mut command, "")
    }

    /// Runs the tests of all chosen browsers at once: each waits most of its time.
    fn browsers(&self) -> Vec<Row> {
        let wanted = self.chosen.browsers();
        if wanted.is_empty() {
            return Vec::new();
        }
        heading("browser");
        let started = Instant::now();
        let ready = self.need_build().and_then(|()| {
            run(cargo(&self.paths.root).args(E2E).arg("--no-run"))?;
            system::install_missing(&NGINX, &[])?;
            Browsers::set_up(self.paths, &wanted)
        });
        match ready {
            Ok(browsers) => std::thread::scope(|scope| {
                let browsers = &browsers;
                let start = |browser| scope.spawn(move || self.browser(browsers, browser));
                let running: Vec<_> = wanted.into_iter().map(start).collect();
                running.into_iter().flat_map(|running| running.join()).collect()
            }),
            Err(error) => vec![row(Part::Browser(wanted[0]), verdict(Err(error)), started)],
        }
    }

    fn browser(&self, browsers: &Browsers, browser: Browser) -> Row {
        let started = Instant::now();
        let mut command = cargo(&self.paths.root);
        command.args(E2E);
        if self.chosen.every_engine {
            command.env("SKIN_QUIZ_EVERY_ENGINE", "1");
        }
        let result = browsers
            .set(&mut command, browser)
            .and_then(|()| system::set(&mut command, &NGINX))
            .and_then(|()| self.count(&mut command, &format!("{:<9}", browser.name())));
        row(Part::Browser(browser), verdict(result), started)
    }

    fn need_build(&self) -> Result<()> {
        if !self.built {
            bail!("not run, for dist/ could not be built");
        }
        Ok(())
    }
}
