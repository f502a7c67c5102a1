use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::run::start;
use crate::system::{DISPLAY, cure};

/// A screen that nobody sees. It goes when this is dropped.
#[derive(Debug)]
pub(crate) struct Display {
    server: Child,
    name: String,
}

impl Display {
    /// Starts one under a free number; gives none where browsers need none.
    ///
    /// # Errors
    ///
    /// If Xvfb is missing or does not start.
    pub(crate) fn start() -> Result<Option<Self>> {
        if !cfg!(target_os = "linux") {
            return Ok(None);
        }
        let Some(xvfb) = DISPLAY.find() else {
            bail!("{}", cure(&DISPLAY));
        };
        let mut command = Command::new(xvfb);
        command
            .args(["-displayfd", "1", "-screen", "0", "1600x1400x24"])
            .args(["-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut server = start(&mut command)?;
        let stdout = server.stdout.take().context("Xvfb says nothing")?;
        let mut number = String::new();
        BufReader::new(stdout).read_line(&mut number)?;
        if number.trim().is_empty() {
            bail!("Xvfb did not start ({})", server.wait()?);
        }
        let name = format!(":{}", number.trim());
        Ok(Some(Self { server, name }))
    }

    pub(crate) fn set(&self, command: &mut Command) {
        command.env("DISPLAY", &self.name).env_remove("WAYLAND_DISPLAY");
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
