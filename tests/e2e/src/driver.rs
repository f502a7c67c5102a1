use std::fs;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use tokio::time::{Instant, sleep};

use crate::Engine;

const PATIENCE: Duration = Duration::from_secs(30);

/// A running driver. It ends when this is dropped, and the browsers it started with it.
#[derive(Debug)]
pub(crate) struct Driver {
    process: Child,
    url: String,
}

impl Driver {
    /// Starts an engine's driver, and all that it starts, with these variables beside its own.
    pub(crate) async fn start(engine: Engine, variables: &[(String, String)]) -> Result<Self> {
        let port = free_port()?;
        let mut command = engine.driver(port)?;
        command.envs(variables.iter().map(|(name, value)| (name, value)));
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let process = command.spawn().with_context(|| format!("{command:?} does not start"))?;
        let mut driver = Self { process, url: format!("http://127.0.0.1:{port}/") };
        driver.wait_until_ready().await?;
        Ok(driver)
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    async fn wait_until_ready(&mut self) -> Result<()> {
        let client: Client<_, String> = Client::builder(TokioExecutor::new()).build_http();
        let status: http::Uri = format!("{}status", self.url).parse()?;
        let end = Instant::now() + PATIENCE;
        while !client.get(status.clone()).await.is_ok_and(|answer| answer.status().is_success()) {
            if let Some(ended) = self.process.try_wait()? {
                bail!("the driver ended ({ended}) before it answered");
            }
            if Instant::now() > end {
                bail!("the driver did not answer at {status} within {PATIENCE:?}");
            }
            sleep(Duration::from_millis(10)).await;
        }
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let browsers = descendants(self.process.id());
        let _ = self.process.kill();
        let _ = self.process.wait();
        for browser in
            browsers.iter().filter(|id| fs::exists(format!("/proc/{id}")).unwrap_or(false))
        {
            let _ = Command::new("kill").args(["-KILL", browser]).stderr(Stdio::null()).status();
        }
    }
}

/// Every process that this one started, and those that they did; none where there is no `/proc`.
fn descendants(id: u32) -> Vec<String> {
    let mut all = children(&id.to_string());
    let mut next = 0;
    while next < all.len() {
        let more = children(&all[next]);
        all.extend(more);
        next += 1;
    }
    all
}

fn children(id: &str) -> Vec<String> {
    let tasks = fs::read_dir(format!("/proc/{id}/task")).into_iter().flatten();
    tasks
        .filter_map(|task| fs::read_to_string(task.ok()?.path().join("children")).ok())
        .flat_map(|ids| ids.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

pub(crate) fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
