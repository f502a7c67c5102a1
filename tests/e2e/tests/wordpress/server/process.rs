use std::fs;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

const PATIENCE: Duration = Duration::from_secs(60);
const PAUSE: Duration = Duration::from_millis(20);

/// A server that runs. It is asked to end when this is dropped, and waited for.
#[derive(Debug)]
pub(crate) struct Process {
    child: Child,
    log: PathBuf,
}

impl Process {
    /// Starts a server whose words go into a file, and waits until it is ready.
    pub(crate) fn start(
        command: &mut Command,
        log: PathBuf,
        is_ready: impl Fn() -> bool,
    ) -> Result<Self> {
        let file = fs::File::create(&log)?;
        command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file);
        // Apache ends its whole group when it is asked to end.
        command.process_group(0);
        let child = command.spawn().with_context(|| format!("{command:?} does not start"))?;
        let mut process = Self { child, log };
        let end = Instant::now() + PATIENCE;
        while !is_ready() {
            if let Some(ended) = process.child.try_wait()? {
                bail!("{command:?} ended ({ended}): {}", process.log());
            }
            if Instant::now() > end {
                bail!("{command:?} is not ready within {PATIENCE:?}: {}", process.log());
            }
            sleep(PAUSE);
        }
        Ok(process)
    }

    /// What it said.
    pub(crate) fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let id = self.child.id().to_string();
        let asked = Command::new("kill").args(["-TERM", &id]).status();
        let end = Instant::now() + PATIENCE;
        while asked.is_ok() && Instant::now() < end {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return;
            }
            sleep(PAUSE);
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
