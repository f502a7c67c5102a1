use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::paths::Paths;
use crate::run::{cargo, heading, start, which};

/// What is served from `static/` as it is, whatever was built.
pub(super) const OVERLAYS: [&str; 4] = ["data", "text", "pictures", "demo"];

/// The running server. It ends by itself when its standard input does, however this program ends.
pub(super) struct Server {
    process: Child,
    url: String,
}

impl Server {
    /// Serves a folder on this port or the next free one.
    ///
    /// # Errors
    ///
    /// If the server does not compile or start.
    pub(super) fn start(paths: &Paths, folder: &Path, port: u16) -> Result<Self> {
        heading("starting the server: usually half a minute the first time, then a second");
        let mut command = cargo(&paths.root);
        command
            .args(["run", "--package", "site", "--bin", "serve", "--"])
            .arg(folder)
            .arg(port.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        for name in OVERLAYS {
            let folder = paths.root.join("static").join(name);
            if folder.is_dir() {
                command.arg(format!("/{name}={}", folder.display()));
            }
        }
        let mut process = start(&mut command)?;
        let stdout = process.stdout.take().context("the server says nothing")?;
        let mut url = String::new();
        BufReader::new(stdout).read_line(&mut url)?;
        if url.is_empty() {
            bail!("the server did not start ({})", process.wait()?);
        }
        Ok(Self { process, url: url.trim().to_owned() })
    }

    pub(super) fn url(&self) -> &str {
        &self.url
    }

    /// # Errors
    ///
    /// If the server has ended.
    pub(super) fn check(&mut self) -> Result<()> {
        match self.process.try_wait()? {
            Some(status) => bail!("the server ended ({status})"),
            None => Ok(()),
        }
    }

    /// Shows the quiz in the browser of whoever sits here.
    pub(super) fn show(&self) {
        let opener = ["xdg-open", "open"].into_iter().find_map(which);
        let shown = opener.is_some_and(|opener| {
            let mut open = Command::new(opener);
            open.arg(&self.url).stdout(Stdio::null()).stderr(Stdio::null());
            open.status().is_ok_and(|status| status.success())
        });
        if !shown {
            eprintln!("no browser could be opened: open {} yourself", self.url);
        }
    }
}
