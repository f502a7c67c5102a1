use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::rc::Rc;
use std::time::Duration;

use anyhow::{Result, bail};
use e2e::{Browser, Engine};
use fantoccini::Client;
use tokio::task::{JoinSet, LocalSet};
use tokio::time::{Instant, interval, sleep, timeout};

use crate::counted::{Counted, Told};
use crate::options::Options;
use crate::stage;

const PROGRESS: Duration = Duration::from_secs(15);
/// How long a browser may take to answer, and a page to do anything.
const PATIENCE: Duration = Duration::from_secs(60);
/// How long a browser may take to end by itself; WebKit's one is long about a long history.
const ENDING: Duration = Duration::from_secs(10);
/// How often in a row a page may tell nothing: it gives way to another now and then.
const UNTOLD: u32 = 5;
/// How often a browser may fail to start.
const STARTS: u32 = 3;

/// The browsers of one engine, which share the work.
#[derive(Debug)]
pub(crate) struct Crew {
    engine: Engine,
    options: Rc<Options>,
    /// The page that does the work.
    address: String,
    next: Cell<u32>,
    counted: RefCell<Counted>,
    started: Instant,
}

impl Crew {
    pub(crate) fn new(engine: Engine, options: Rc<Options>, site: &str) -> Self {
        Self {
            engine,
            options,
            address: format!("{site}{}", stage::PAGE),
            next: Cell::default(),
            counted: RefCell::default(),
            started: Instant::now(),
        }
    }

    /// Works until all is done, and tells of it now and then.
    ///
    /// # Errors
    ///
    /// If no browser starts.
    pub(crate) async fn work(
        self: &Rc<Self>,
        mut tell: impl FnMut(&Counted, Duration),
    ) -> Result<()> {
        let together = LocalSet::new();
        let mut browsers = JoinSet::new();
        for _ in 0..self.options.at_once {
            let crew = self.clone();
            browsers.spawn_local_on(async move { crew.take_turns().await }, &together);
        }
        let all = async {
            let mut progress = interval(PROGRESS);
            progress.tick().await;
            loop {
                tokio::select! {
                    ended = browsers.join_next() => match ended {
                        Some(ended) => ended??,
                        None => return Ok(()),
                    },
                    _ = progress.tick() => tell(&self.counted.borrow(), self.started.elapsed()),
                }
            }
        };
        together.run_until(all).await
    }

    /// What was counted, and how long it took.
    pub(crate) fn counted(&self) -> (Counted, Duration) {
        (self.counted.take(), self.started.elapsed())
    }

    async fn take_turns(&self) -> Result<()> {
        while let Some(mut turn) = self.turn() {
            while !turn.is_empty() {
                let browser = self.started().await?;
                turn.start = self.watched(&browser, turn.clone()).await;
                let _ = timeout(ENDING, browser.end()).await;
            }
        }
        Ok(())
    }

    /// The numbers of what one browser is to do next.
    fn turn(&self) -> Option<Range<u32>> {
        let start = self.next.get();
        let Options { visits, fresh, at_once, .. } = *self.options;
        let end = visits.min(start.saturating_add(fresh.min(visits.div_ceil(at_once))));
        self.next.set(end);
        (start < end).then_some(start..end)
    }

    async fn started(&self) -> Result<Browser> {
        let mut failures = 0;
        loop {
            match Browser::start_in(self.engine, &self.options.set).await {
                Ok(browser) => {
                    self.counted.borrow_mut().version = browser.version();
                    return Ok(browser);
                }
                Err(error) if failures + 1 == STARTS => return Err(error),
                Err(error) => eprintln!("{error:#}"),
            }
            failures += 1;
        }
    }

    /// Lets a browser do these, and gives the number after the last one that it did.
    async fn watched(&self, browser: &Browser, turn: Range<u32>) -> u32 {
        let mut last = Told { number: turn.start, ..Told::default() };
        match self.watch(browser, turn.clone(), &mut last).await {
            Ok(()) => turn.end,
            Err(lost) => {
                self.counted.borrow_mut().lost(&last, format!("the browser is lost: {lost:#}"));
                turn.start + last.done + 1
            }
        }
    }

    async fn watch(&self, browser: &Browser, turn: Range<u32>, last: &mut Told) -> Result<()> {
        let client = browser.client();
        timeout(PATIENCE, client.goto(&self.address)).await??;
        let given = vec![turn.start.into(), turn.end.into()];
        timeout(PATIENCE, client.execute("begin(...arguments)", given)).await??;
        let (mut moved, mut untold) = (Instant::now(), 0);
        while !last.over {
            sleep(Duration::from_secs(1)).await;
            let now = match timeout(PATIENCE, told(client)).await? {
                Ok(now) => now,
                Err(_) if untold < UNTOLD => {
                    untold += 1;
                    continue;
                }
                Err(lost) => return Err(lost),
            };
            untold = 0;
            if (now.done, now.steps) != (last.done, last.steps) {
                moved = Instant::now();
            } else if moved.elapsed() > PATIENCE {
                bail!("nothing was done for {PATIENCE:?}");
            }
            self.counted.borrow_mut().add(last, &now);
            *last = now;
        }
        Ok(())
    }
}

async fn told(client: &Client) -> Result<Told> {
    Ok(serde_json::from_value(client.execute("return tell()", vec![]).await?)?)
}
