use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::build::{self, Flavour};
use crate::places::Places;
use crate::run::{cargo, heading, start, which};

const QUIET: Duration = Duration::from_millis(200);
const LOOK: Duration = Duration::from_millis(500);
const OVERLAYS: [&str; 4] = ["data", "text", "pictures", "demo"];
const WATCHED: [&str; 6] = ["src", "crates", "static", "web/src", "index.html", "Cargo.toml"];

/// How to serve.
#[derive(Debug)]
pub(crate) struct Options {
    pub(crate) port: u16,
    pub(crate) open: bool,
    pub(crate) flavour: Flavour,
}

impl Default for Options {
    fn default() -> Self {
        Self { port: 8017, open: false, flavour: Flavour::DEFAULT }
    }
}

/// Builds and serves, and builds again whenever the program changes, until it is ended.
///
/// # Errors
///
/// If the first build fails or the server ends.
pub(crate) fn serve(places: &Places, options: &Options) -> Result<()> {
    let (_watcher, changes) = watch(&places.root)?;
    build::build(places, options.flavour)?;
    let (mut server, url) = server(places, options.port)?;
    println!("the quiz is at {url} (Ctrl-C ends it)");
    if options.open {
        open(&url);
    }
    loop {
        if let Some(status) = server.try_wait()? {
            bail!("the server ended ({status})");
        }
        match changes.recv_timeout(LOOK) {
            Ok(()) => {
                while changes.recv_timeout(QUIET).is_ok() {}
                rebuild(places, options.flavour);
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => bail!("the files are no longer watched"),
        }
    }
}

fn rebuild(places: &Places, flavour: Flavour) {
    if let Err(error) = build::build(places, flavour) {
        eprintln!("error: {error:#}\nthe last good build is still served");
    }
}

/// The server ends by itself when its standard input does, however this program ends.
fn server(places: &Places, port: u16) -> Result<(Child, String)> {
    heading("starting the server");
    let mut command = cargo(&places.root);
    command
        .args(["run", "--package", "site", "--bin", "serve", "--"])
        .arg(places.dist())
        .arg(port.to_string())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    for name in OVERLAYS {
        let folder = places.root.join("static").join(name);
        if folder.is_dir() {
            command.arg(format!("/{name}={}", folder.display()));
        }
    }
    let mut child = start(&mut command)?;
    let stdout = child.stdout.take().context("the server says nothing")?;
    let mut url = String::new();
    BufReader::new(stdout).read_line(&mut url)?;
    if url.is_empty() {
        bail!("the server did not start ({})", child.wait()?);
    }
    Ok((child, url.trim().to_owned()))
}

fn watch(root: &Path) -> Result<(RecommendedWatcher, Receiver<()>)> {
    let root = root.canonicalize()?;
    let (sender, changes) = channel();
    let watched = WATCHED.map(|name| root.join(name));
    let overlays = OVERLAYS.map(|name| root.join("static").join(name));
    let counts = move |path: &PathBuf| {
        let within = |folders: &[PathBuf]| folders.iter().any(|folder| path.starts_with(folder));
        within(&watched) && !within(&overlays)
    };
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        if let Ok(event) = event
            && !matches!(event.kind, EventKind::Access(_))
            && event.paths.iter().any(&counts)
        {
            let _ = sender.send(());
        }
    })?;
    watcher.watch(&root, RecursiveMode::NonRecursive)?;
    for folder in ["src", "crates", "static", "web/src"] {
        watcher.watch(&root.join(folder), RecursiveMode::Recursive)?;
    }
    Ok((watcher, changes))
}

fn open(url: &str) {
    let opener = ["xdg-open", "open"].into_iter().find_map(which);
    let shown = opener.is_some_and(|opener| {
        let quiet =
            |command: &mut Command| command.stdout(Stdio::null()).stderr(Stdio::null()).status();
        quiet(Command::new(opener).arg(url)).is_ok_and(|status| status.success())
    });
    if !shown {
        eprintln!("no browser could be opened: open {url} yourself");
    }
}
