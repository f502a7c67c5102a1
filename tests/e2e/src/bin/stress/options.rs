use anyhow::{Context, Result, bail, ensure};
use e2e::Engine;

use crate::work::Work;

const ENGINES: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

/// What is done, how often, and under what circumstances.
#[derive(Debug, PartialEq)]
pub(crate) struct Options {
    pub(crate) engines: Vec<Engine>,
    pub(crate) work: Work,
    /// How often it is done in each engine.
    pub(crate) visits: u32,
    /// After how many a browser is replaced by a fresh one.
    pub(crate) fresh: u32,
    /// How many browsers run at once.
    pub(crate) at_once: u32,
    /// Whether every core is kept busy meanwhile.
    pub(crate) busy: bool,
    /// Variables that browsers are started with.
    pub(crate) set: Vec<(String, String)>,
    /// Globals that are taken from the page before its scripts run.
    pub(crate) without: Vec<String>,
}

impl Options {
    /// Reads the command line.
    ///
    /// # Errors
    ///
    /// If it asks for what there is not.
    pub(crate) fn read(arguments: impl IntoIterator<Item = String>) -> Result<Self> {
        let mut options = Self::default();
        let mut arguments = arguments.into_iter();
        while let Some(name) = arguments.next() {
            let mut value =
                || arguments.next().with_context(|| format!("{name} lacks what it is about"));
            match name.as_str() {
                "--engine" => options.add_engines(&value()?)?,
                "--visits" => options.visits = count(&value()?)?,
                "--fresh" => options.fresh = count(&value()?)?,
                "--at-once" => options.at_once = count(&value()?)?,
                "--busy" => options.busy = true,
                "--studio" => options.work = Work::Edits,
                "--set" => options.set.push(pair(&value()?)?),
                "--without" => options.without.push(value()?),
                _ => bail!("there is no option {name}: `cargo xtask stress --help` names them all"),
            }
        }
        if options.engines.is_empty() {
            options.engines.push(Engine::WebKit);
        }
        Ok(options)
    }

    fn add_engines(&mut self, name: &str) -> Result<()> {
        let engines = match (name, Engine::from_name(name)) {
            ("all", _) => ENGINES.to_vec(),
            (_, Some(engine)) => vec![engine],
            _ => bail!("--engine takes chromium, firefox, webkit or all, not {name:?}"),
        };
        for engine in engines {
            if !self.engines.contains(&engine) {
                self.engines.push(engine);
            }
        }
        Ok(())
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            engines: Vec::new(),
            work: Work::Visits,
            visits: 1000,
            fresh: 250,
            at_once: 2,
            busy: false,
            set: Vec::new(),
            without: Vec::new(),
        }
    }
}

fn count(text: &str) -> Result<u32> {
    let count = text.parse().with_context(|| format!("{text} is no number"))?;
    ensure!(count > 0, "a number from 1 is wanted, not 0");
    Ok(count)
}

fn pair(text: &str) -> Result<(String, String)> {
    let pair = text.split_once('=').filter(|(name, _)| !name.is_empty());
    let (name, value) = pair.with_context(|| format!("--set takes NAME=VALUE, not {text:?}"))?;
    Ok((name.to_owned(), value.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Options> {
        Options::read(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn unless_asked_otherwise_webkit_is_visited_a_thousand_times() {
        let options = read("").expect("options");
        assert_eq!(options, Options { engines: vec![Engine::WebKit], ..Options::default() });
        assert_eq!((options.visits, options.fresh, options.at_once), (1000, 250, 2));
    }

    #[test]
    fn what_is_asked_for_is_read() {
        let line = "--engine firefox --visits 60 --fresh 20 --at-once 1 --busy --studio \
            --set JSC_useOMGJIT=0 --set A=b=c --without FinalizationRegistry";
        let set = [("JSC_useOMGJIT", "0"), ("A", "b=c")];
        let wanted = Options {
            engines: vec![Engine::Firefox],
            work: Work::Edits,
            visits: 60,
            fresh: 20,
            at_once: 1,
            busy: true,
            set: set.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec(),
            without: vec!["FinalizationRegistry".to_owned()],
        };
        assert_eq!(read(line).expect("options"), wanted);
    }

    #[test]
    fn each_engine_runs_once() {
        for (line, engines) in [
            ("--engine all", &ENGINES[..]),
            ("--engine webkit --engine webkit", &[Engine::WebKit]),
            ("--engine webkit --engine all", &[Engine::WebKit, Engine::Chromium, Engine::Firefox]),
        ] {
            assert_eq!(read(line).expect("options").engines, engines, "{line}");
        }
    }

    #[test]
    fn what_there_is_not_is_an_error() {
        for line in [
            "--fast",
            "--visits",
            "--visits many",
            "--fresh 0",
            "--engine opera",
            "--set JSC_useOMGJIT",
            "--set =0",
        ] {
            assert!(read(line).is_err(), "{line}");
        }
    }
}
