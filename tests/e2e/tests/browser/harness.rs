use std::env;
use std::pin::Pin;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Complaint, Engine};
use fantoccini::error::CmdError;
use libtest_mimic::{Arguments, Failed, Trial};
use tokio::runtime::Runtime;
use tokio::time::error::Elapsed;
use tokio::time::timeout;

/// Longer than any test takes; a browser that answers nothing for so long is given up.
const PATIENCE: Duration = Duration::from_secs(240);

type Acting<'a> = Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// A test, registered by its attribute.
pub(crate) struct Test {
    /// Where the function is.
    pub(crate) path: &'static str,
    pub(crate) engines: Engines,
    /// What it does in a fresh tab of a browser.
    pub(crate) run: for<'a> fn(&'a Browser) -> Acting<'a>,
}

inventory::collect!(Test);

impl Test {
    /// The path without this program's name.
    fn name(&self) -> &'static str {
        self.path.split_once("::").map_or(self.path, |(_, name)| name)
    }
}

/// The engines that a test needs.
#[derive(Clone, Copy)]
pub(crate) enum Engines {
    Every,
    /// Any would do.
    One(Engine),
    /// No other can run it.
    Only(&'static [Engine]),
}

impl Engines {
    /// Whether this engine can run the test.
    fn allow(self, engine: Engine) -> bool {
        !matches!(self, Self::Only(some) if !some.contains(&engine))
    }

    /// Whether this engine is one of those that have to.
    fn need(self, engine: Engine) -> bool {
        self.allow(engine) && !matches!(self, Self::One(other) if other != engine)
    }
}

/// Runs the engine's tests one after the other in one session. Those for which another engine is enough
/// are ignored, and run by `--include-ignored` or if `SKIN_QUIZ_EVERY_ENGINE` is set.
pub(crate) fn run() -> ExitCode {
    run_in_engine().unwrap_or_else(|error| {
        eprintln!("{error:#}");
        ExitCode::FAILURE
    })
}

fn run_in_engine() -> Result<ExitCode> {
    let engine = Engine::from_env()?;
    let mut tests: Vec<&Test> = inventory::iter::<Test>.into_iter().collect();
    tests.retain(|test| test.engines.allow(engine));
    tests.sort_by_key(|test| test.name());
    let mut arguments = Arguments::from_args();
    arguments.test_threads = Some(1);
    arguments.include_ignored |= env::var_os("SKIN_QUIZ_EVERY_ENGINE").is_some();
    let stage = (!arguments.list).then(Stage::start).transpose()?;
    let stage = Arc::new(Mutex::new(stage));
    let times = Times::default();
    let trial = |test: &'static Test| {
        trial(test, &stage, &times).with_ignored_flag(!test.engines.need(engine))
    };
    let trials = tests.into_iter().map(trial).collect();
    let conclusion = libtest_mimic::run(&arguments, trials);
    print_slowest(&times);
    if let Some(stage) = stage.lock().unwrap_or_else(PoisonError::into_inner).take() {
        stage.end();
    }
    Ok(conclusion.exit_code())
}

/// A browser and the runtime it is driven by.
struct Stage {
    runtime: Runtime,
    browser: Browser,
}

impl Stage {
    fn start() -> Result<Self> {
        let runtime = Runtime::new()?;
        let browser = runtime.block_on(Browser::start(Engine::from_env()?))?;
        Ok(Self { runtime, browser })
    }

    fn end(self) {
        if let Err(error) = self.runtime.block_on(self.browser.end()) {
            eprintln!("the browser did not end by itself: {error:#}");
        }
    }

    fn run(&self, test: &Test) -> Result<Result<()>, Elapsed> {
        let act = async {
            self.browser.open_tab().await.context("a fresh tab")?;
            (test.run)(&self.browser).await?;
            nothing_complained(&self.browser).await
        };
        self.runtime.block_on(async { timeout(PATIENCE, act).await })
    }
}

/// How long each test took, in the order they ran.
type Times = Arc<Mutex<Vec<(Duration, &'static str)>>>;

/// How many of the slowest tests are reported.
const SLOWEST: usize = 8;

fn print_slowest(times: &Times) {
    let mut times = times.lock().unwrap_or_else(PoisonError::into_inner);
    times.sort_by(|one, other| other.cmp(one));
    let slowest = times.iter().take(SLOWEST);
    let slowest: Vec<String> =
        slowest.map(|(time, name)| format!("{name} {:.1} s", time.as_secs_f32())).collect();
    if !slowest.is_empty() {
        println!("slowest: {}", slowest.join(", "));
    }
}

/// What went wrong, with the kind of a driver's error: WebKit's has no words.
fn told(error: &anyhow::Error) -> String {
    match error.chain().find_map(|cause| cause.downcast_ref::<CmdError>()) {
        Some(cause) => format!("{error:#} ({cause:?})"),
        None => format!("{error:#}"),
    }
}

fn trial(test: &'static Test, stage: &Arc<Mutex<Option<Stage>>>, times: &Times) -> Trial {
    let (stage, times) = (Arc::clone(stage), Arc::clone(times));
    Trial::test(test.name(), move || {
        let started = Instant::now();
        let mut place = stage.lock().unwrap_or_else(PoisonError::into_inner);
        let failed = |error: anyhow::Error| Failed::from(told(&error));
        let stage = match place.take() {
            Some(stage) => stage,
            None => Stage::start().map_err(failed)?,
        };
        let Ok(outcome) = stage.run(test) else {
            return Err(Failed::from(format!(
                "the browser hung for {PATIENCE:?}; a new one is started"
            )));
        };
        *place = Some(stage);
        let time = (started.elapsed(), test.name());
        times.lock().unwrap_or_else(PoisonError::into_inner).push(time);
        outcome.map_err(failed)
    })
}

async fn nothing_complained(browser: &Browser) -> Result<()> {
    let script = "return globalThis.recorded?.complaints ?? []";
    let complaints = browser.client().execute(script, vec![]).await?;
    let mut complaints: Vec<Complaint> = serde_json::from_value(complaints)?;
    if browser.engine() == Engine::WebKit && complaints.iter().any(is_stop) {
        println!("WebKit stopped the program, and the quiz went on (ADR 16)");
        complaints.retain(|one| !is_stop(one) && one.level != "uncaught");
    }
    ensure!(complaints.is_empty(), "the page complained: {complaints:#?}");
    Ok(())
}

/// The console's line of a program that stopped and was replaced. WebKit makes ours stop now and then; in
/// the other engines that fails a test.
fn is_stop(complaint: &Complaint) -> bool {
    complaint.level == "warn" && complaint.text.starts_with("skin-quiz: the program stopped (")
}
