mod display;

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::paths::Paths;
use crate::system::{self, CHROMIUM, DISPLAY, FIREFOX, FONTS, Program, WEBKIT};
use crate::tools::{from_npm, geckodriver};
use display::Display;

/// An engine that the quiz is tested in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Browser {
    Chromium,
    Firefox,
    WebKit,
}

impl Browser {
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Its name in `SKIN_QUIZ_BROWSER`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    fn programs(self) -> &'static [Program] {
        match self {
            Self::Chromium => &CHROMIUM,
            Self::Firefox => &FIREFOX,
            Self::WebKit => &WEBKIT,
        }
    }
}

/// All that browser tests need besides themselves.
#[derive(Debug)]
pub(crate) struct Browsers {
    dist: PathBuf,
    axe: PathBuf,
    geckodriver: Option<PathBuf>,
    display: Option<Display>,
}

impl Browsers {
    /// Installs what is missing, as far as that may be done, and starts a display for browsers that
    /// need one.
    ///
    /// # Errors
    ///
    /// If a tool cannot be had. A missing browser is told of by [`Browsers::set`].
    pub(crate) fn set_up(paths: &Paths, wanted: &[Browser]) -> Result<Self> {
        let programs = wanted.iter().flat_map(|browser| browser.programs());
        system::install_missing(programs.chain([&DISPLAY]), &FONTS)?;
        let firefox = wanted.contains(&Browser::Firefox);
        Ok(Self {
            dist: paths.dist(),
            axe: from_npm(paths, "axe-core/axe.min.js")?,
            geckodriver: firefox.then(|| geckodriver(paths)).transpose()?,
            display: Display::start()?,
        })
    }

    /// Sets what a program that drives `browser` is to know.
    ///
    /// # Errors
    ///
    /// If the browser or its driver is missing; the text says what to install.
    pub(crate) fn set(&self, command: &mut Command, browser: Browser) -> Result<()> {
        system::set(command, browser.programs())?;
        if let Some(geckodriver) = &self.geckodriver
            && std::env::var_os("SKIN_QUIZ_GECKODRIVER").is_none()
        {
            command.env("SKIN_QUIZ_GECKODRIVER", geckodriver);
        }
        if let Some(display) = &self.display {
            display.set(command);
        }
        command
            .env("SKIN_QUIZ_BROWSER", browser.name())
            .env("SKIN_QUIZ_DIST", &self.dist)
            .env("SKIN_QUIZ_AXE", &self.axe);
        Ok(())
    }
}
