use std::path::PathBuf;
use std::pin::Pin;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result};
use e2e::{Browser, Engine, Files};
use libtest_mimic::{Arguments, Failed, Trial};
use tokio::runtime::Runtime;
use tokio::time::timeout;

use crate::code;
use crate::package::Package;
use crate::server::Database;

/// Longer than any test takes.
const PATIENCE: Duration = Duration::from_secs(600);

/// A test and its name.
pub(crate) type Test = (&'static str, for<'a> fn(&'a Stage) -> Acting<'a>);
type Acting<'a> = Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// What all tests share: a browser and a database.
pub(crate) struct Stage {
    pub(crate) browser: Browser,
    pub(crate) database: Database,
}

impl Stage {
    async fn start() -> Result<Self> {
        let browser = Browser::start(Engine::Chromium).await?;
        Ok(Self { browser, database: Database::start()? })
    }
}

/// The plug-in with the built quiz in it.
pub(crate) fn package() -> Result<Package> {
    Package::new(Files::from_env()?.folder())
}

/// A folder of the project.
pub(crate) fn project(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(name)
}

/// Runs the tests one after the other.
pub(crate) fn run(tests: &[Test]) -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads = Some(1);
    let runtime = match Runtime::new() {
        Ok(runtime) => Arc::new(runtime),
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    let stage = Arc::new(Mutex::new(None));
    let is_left_out = |test: &Test| test.0 == "code::analysed" && !code::has_analyser();
    let trials = tests
        .iter()
        .map(|test| trial(*test, &runtime, &stage).with_ignored_flag(is_left_out(test)))
        .collect();
    let conclusion = libtest_mimic::run(&arguments, trials);
    let stage = stage.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let Some(Stage { browser, .. }) = stage
        && let Err(error) = runtime.block_on(browser.end())
    {
        eprintln!("the browser did not end by itself: {error:#}");
    }
    conclusion.exit_code()
}

fn trial((name, test): Test, runtime: &Arc<Runtime>, stage: &Arc<Mutex<Option<Stage>>>) -> Trial {
    let (runtime, stage) = (Arc::clone(runtime), Arc::clone(stage));
    Trial::test(name, move || {
        let mut place = stage.lock().unwrap_or_else(PoisonError::into_inner);
        let act = async {
            let stage = match place.take() {
                Some(stage) => place.insert(stage),
                None => place.insert(Stage::start().await?),
            };
            stage.browser.open_tab().await.context("a fresh tab")?;
            timeout(PATIENCE, test(stage)).await.context("no end")?
        };
        runtime.block_on(act).map_err(|error| Failed::from(format!("{error:#}")))
    })
}
