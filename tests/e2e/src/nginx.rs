use std::fs;
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use tempfile::TempDir;
use tokio::time::{Instant, sleep};

use crate::driver::free_port;
use crate::engine::named;
use crate::visit::replaced;

const SHIPPED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../hosting/nginx.conf");
/// What a clinic writes its own address over.
const CLINIC: &str = "https://www.clinic.example";
const PATIENCE: Duration = Duration::from_secs(30);

/// The real nginx with the shipped configuration, on 127.0.0.1. It ends when this is dropped.
#[derive(Debug)]
pub struct Nginx {
    process: Child,
    url: String,
    place: TempDir,
}

impl Nginx {
    /// Serves a folder to a clinic, as only the marked line of the configuration says otherwise.
    ///
    /// # Errors
    ///
    /// If nginx is missing, or refuses the configuration.
    pub async fn start(folder: &Path, clinic: &str) -> Result<Self> {
        let place = tempfile::tempdir()?;
        let port = free_port()?;
        let shipped = fs::read_to_string(SHIPPED).context("no hosting/nginx.conf")?;
        let edited = place.path().join("skin-quiz.conf");
        fs::write(&edited, replaced(&shipped, CLINIC, clinic)?)?;
        let whole = place.path().join("nginx.conf");
        fs::write(&whole, around(&edited, folder, place.path(), port)?)?;
        let errors = place.path().join("errors");
        let process = Command::new(named("SKIN_QUIZ_NGINX")?)
            .args([Path::new("-p"), place.path(), Path::new("-c"), &whole])
            .args([Path::new("-e"), &errors])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("nginx does not start")?;
        let mut nginx = Self { process, url: format!("http://127.0.0.1:{port}/"), place };
        nginx.wait_until_ready(port).await?;
        Ok(nginx)
    }

    /// The site's address, with a `/` at the end.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// What it complained of.
    ///
    /// # Errors
    ///
    /// If that cannot be read.
    pub fn errors(&self) -> Result<String> {
        Ok(fs::read_to_string(self.place.path().join("errors"))?)
    }

    async fn wait_until_ready(&mut self, port: u16) -> Result<()> {
        let end = Instant::now() + PATIENCE;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if let Some(ended) = self.process.try_wait()? {
                bail!("nginx ended ({ended}): {}", self.errors()?);
            }
            if Instant::now() > end {
                bail!("nginx did not answer within {PATIENCE:?}");
            }
            sleep(Duration::from_millis(5)).await;
        }
        Ok(())
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What a system's own configuration has around the shipped one: one process, no rights needed.
fn around(shipped: &Path, folder: &Path, place: &Path, port: u16) -> Result<String> {
    let brotli = named("SKIN_QUIZ_NGINX_BROTLI")?;
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("    {kind}_temp_path {}/{kind};\n", place.display()))
        .concat();
    Ok(format!(
        "load_module {};\ndaemon off;\nmaster_process off;\npid {}/pid;\n\
         events {{ worker_connections 512; }}\n\
         http {{\n    access_log off;\n    sendfile on;\n    tcp_nopush on;\n{temporary}    \
         server {{\n        listen 127.0.0.1:{port};\n        root {};\n        include {};\n    }}\n}}\n",
        Path::new(&brotli).display(),
        place.display(),
        folder.display(),
        shipped.display(),
    ))
}
