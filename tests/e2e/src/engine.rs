use std::env;
use std::ffi::OsString;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, headless.
    Chromium,
    /// Firefox, headless.
    Firefox,
    /// WebKitGTK's MiniBrowser, on a display.
    WebKit,
}

/// How long Firefox's driver may wait for a page, in milliseconds. Where the page itself travels on,
/// as from an entry of an earlier load, it would wait for ever after having arrived.
const TRAVEL_MS: u32 = 10_000;

const CHROMIUM: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
];

impl Engine {
    /// The engine that `SKIN_QUIZ_BROWSER` names.
    ///
    /// # Errors
    ///
    /// If it is unset or names no engine.
    pub fn from_env() -> Result<Self> {
        let name = env::var("SKIN_QUIZ_BROWSER").unwrap_or_default();
        Self::from_name(&name).with_context(|| {
            format!(
                "SKIN_QUIZ_BROWSER is {name:?}, not chromium, firefox or webkit: \
                 run `cargo xtask test browser`, which sets all that these tests need"
            )
        })
    }

    /// The engine of a name: `chromium`, `firefox` or `webkit`.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "chromium" => Some(Self::Chromium),
            "firefox" => Some(Self::Firefox),
            "webkit" => Some(Self::WebKit),
            _ => None,
        }
    }

    /// Its driver, to listen on this port of 127.0.0.1.
    pub(crate) fn driver(self, port: u16) -> Result<Command> {
        let (variable, arguments) = match self {
            Self::Chromium => ("SKIN_QUIZ_CHROMEDRIVER", vec![format!("--port={port}")]),
            Self::Firefox => (
                "SKIN_QUIZ_GECKODRIVER",
                vec![format!("--port={port}"), "--allow-system-access".to_owned()],
            ),
            Self::WebKit => (
                "SKIN_QUIZ_WEBKITDRIVER",
                vec!["--host=127.0.0.1".to_owned(), format!("--port={port}")],
            ),
        };
        let mut command = Command::new(named(variable)?);
        command.args(arguments);
        if self == Self::WebKit {
            // Sharing what is painted by way of a graphics card takes as long again without one.
            command.env("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
        }
        Ok(command)
    }

    pub(crate) fn capabilities(self, more: &[&str]) -> Result<Map<String, Value>> {
        let arguments = [&CHROMIUM[..], more].concat();
        let wanted = match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:chromeOptions": {
                    "binary": text(named("SKIN_QUIZ_CHROMIUM")?)?,
                    "args": arguments,
                },
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "timeouts": {"pageLoad": TRAVEL_MS},
                "moz:firefoxOptions": {
                    "binary": text(named("SKIN_QUIZ_FIREFOX")?)?,
                    "args": ["-headless"],
                },
            }),
            Self::WebKit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": {
                    "binary": text(named("SKIN_QUIZ_MINIBROWSER")?)?,
                    "args": ["--automation"],
                },
            }),
        };
        match wanted {
            Value::Object(wanted) => Ok(wanted),
            _ => bail!("capabilities are an object"),
        }
    }
}

/// The program that a variable names.
pub(crate) fn named(variable: &str) -> Result<OsString> {
    env::var_os(variable)
        .with_context(|| format!("{variable} is not set: run `cargo xtask test`, which sets it"))
}

fn text(path: OsString) -> Result<String> {
    path.into_string().ok().context("the browser's path is not UTF-8")
}
