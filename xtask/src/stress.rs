use std::ffi::OsString;
use std::path::{self, PathBuf};

use anyhow::{Context, Result, bail};

use crate::browsers::{Browser, Browsers};
use crate::build::{self, Flavour};
use crate::paths::Paths;
use crate::run::{cargo, heading, run};

/// Builds the quiz, unless another build is named, and visits it thousands of times.
///
/// # Errors
///
/// If a browser is missing, if the build fails, or if a visit does not end in a result.
pub(crate) fn stress(paths: &Paths, arguments: &[OsString]) -> Result<()> {
    let Asked { engines, dist, rest } = Asked::read(arguments)?;
    if dist.is_none() {
        build::build(paths, Flavour::DEFAULT)?;
    }
    let browsers = Browsers::set_up(paths, &engines)?;
    let mut command = cargo(&paths.root);
    command.args(["run", "--package", "e2e", "--bin", "stress", "--"]).args(rest);
    for &engine in &engines {
        command.args(["--engine", engine.name()]);
        browsers.set(&mut command, engine)?;
    }
    if let Some(dist) = dist {
        command.env("SKIN_QUIZ_DIST", dist);
    }
    heading("stress");
    run(&mut command)
}

/// What is to be set up, and what the program itself is asked for.
#[derive(Debug, PartialEq)]
struct Asked {
    engines: Vec<Browser>,
    dist: Option<PathBuf>,
    rest: Vec<OsString>,
}

impl Asked {
    fn read(arguments: &[OsString]) -> Result<Self> {
        let mut asked = Self { engines: Vec::new(), dist: None, rest: Vec::new() };
        let mut arguments = arguments.iter();
        while let Some(name) = arguments.next() {
            let mut value =
                || arguments.next().with_context(|| format!("{} lacks its value", name.display()));
            match name.to_str() {
                Some("--engine") => asked.engines.extend(engines(value()?)?),
                Some("--dist") => asked.dist = Some(path::absolute(value()?)?),
                _ => asked.rest.push(name.clone()),
            }
        }
        if asked.engines.is_empty() {
            asked.engines.push(Browser::WebKit);
        }
        Ok(asked)
    }
}

fn engines(name: &OsString) -> Result<Vec<Browser>> {
    if name == "all" {
        return Ok(Browser::ALL.to_vec());
    }
    match Browser::ALL.into_iter().find(|browser| name == browser.name()) {
        Some(browser) => Ok(vec![browser]),
        None => bail!("--engine takes chromium, firefox, webkit or all, not {}", name.display()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Asked> {
        Asked::read(&line.split_whitespace().map(OsString::from).collect::<Vec<_>>())
    }

    #[test]
    fn what_is_not_to_be_set_up_is_passed_on() {
        let asked = read("--busy --dist /d --engine firefox --set A=1").expect("what is asked for");
        assert_eq!(asked.engines, [Browser::Firefox]);
        assert_eq!(asked.dist, Some("/d".into()));
        assert_eq!(asked.rest, ["--busy", "--set", "A=1"]);
        assert_eq!(read("").expect("what is asked for").engines, [Browser::WebKit]);
        assert_eq!(read("--engine all").expect("what is asked for").engines, Browser::ALL);
        for line in ["--engine opera", "--engine", "--dist"] {
            assert!(read(line).is_err(), "{line}");
        }
    }
}
