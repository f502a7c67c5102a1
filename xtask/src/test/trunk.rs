use std::ffi::OsStr;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use super::E2E;
use super::count::Count;
use crate::browsers::{Browser, Browsers};
use crate::paths::Paths;
use crate::run::{cargo, copied, run, start, which};

pub(super) const MISSING: &str = "Trunk is not installed: `cargo install --locked trunk`";

/// Where `Trunk.toml` puts the site.
const SITE: &str = "target/trunk";
/// The browser test that walks to a result.
const WALK: &str = "result::without_a_hold_one_can_book";
/// Where Trunk's own script hears of new builds.
const RELOAD: &str = ".well-known/trunk/ws";
/// How long the first build may take.
const PATIENCE: Duration = Duration::from_secs(900);

/// Trunk, if it is on `PATH`.
pub(super) fn program() -> Option<PathBuf> {
    which("trunk")
}

/// Walks to a result on the page that `trunk build --release` writes, and looks at the one that
/// `trunk serve` shows.
///
/// # Errors
///
/// If Trunk or Chromium is missing, if a build fails, or if a page is not as it should be.
pub(super) fn test(paths: &Paths) -> Result<String> {
    let trunk = program().context(MISSING)?;
    let trunk = |arguments: &[&str]| {
        let mut command = Command::new(&trunk);
        command.current_dir(&paths.root).args(arguments);
        command
    };
    run(&mut trunk(&["build", "--release"]))?;
    walk(paths, &paths.root.join(SITE))?;
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
    let mut serve = trunk(&["serve", "--address", "127.0.0.1", "--port", &port.to_string()]);
    let mut server = Server(start(&mut serve)?);
    let page = server.page(port)?;
    ensure!(page.contains("id=\"continue\""), "`trunk serve` shows no first question");
    ensure!(page.contains(RELOAD), "the page of `trunk serve` does not reload");
    Ok("built and walked to a result; served".to_owned())
}

fn walk(paths: &Paths, site: &Path) -> Result<()> {
    let browsers = Browsers::set_up(paths, &[Browser::Chromium])?;
    let mut command = cargo(&paths.root);
    command.args(E2E).args(["--", "--include-ignored", WALK]);
    browsers.set(&mut command, Browser::Chromium)?;
    let (succeeded, text) = copied(command.env("SKIN_QUIZ_DIST", OsStr::new(site)), "")?;
    ensure!(succeeded, "the page of `trunk build --release` cannot be walked to a result");
    ensure!(!Count::of(&text).is_empty(), "there is no test {WALK} any more");
    Ok(())
}

/// A running `trunk serve`, which ends when this is dropped.
struct Server(Child);

impl Server {
    /// The page, once it is built.
    fn page(&mut self, port: u16) -> Result<String> {
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            if let Some(status) = self.0.try_wait()? {
                bail!("`trunk serve` ended ({status})");
            }
            match asked(port) {
                Ok(answer)
                    if answer.starts_with("HTTP/1.0 200") || answer.starts_with("HTTP/1.1 200") =>
                {
                    return Ok(answer);
                }
                _ => sleep(Duration::from_millis(200)),
            }
        }
        bail!("`trunk serve` showed nothing within {} s", PATIENCE.as_secs())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn asked(port: u16) -> std::io::Result<String> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    write!(stream, "GET / HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\nAccept: text/html\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}
