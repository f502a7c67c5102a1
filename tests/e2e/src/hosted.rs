use std::cell::Cell;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use site::{Running, Site};
use tempfile::TempDir;

use crate::visit::{HOST_RECORDER, RECORDER, replaced};
use crate::{Browser, Files, Nginx, Page};

const LEAK: &str = include_str!("leak.js");

/// The built site, with scripts that note what it does, behind the real nginx; and a clinic's server
/// beside it, at another origin.
#[derive(Debug)]
pub struct Hosted {
    nginx: Nginx,
    clinic: Running,
    files: Files,
    _folder: TempDir,
}

impl Hosted {
    /// Starts both.
    ///
    /// # Errors
    ///
    /// If there is no built site, or if a server does not start.
    pub async fn start() -> Result<Self> {
        let files = Files::from_env()?;
        let folder = tempfile::tempdir()?;
        let place = &folder.path().join("quiz");
        copied(files.folder(), place)?;
        let noted = "<script src=\"recorder.js\"></script><script src=\"leak.js\"></script><title>";
        let page = replaced(files.html(), "<title>", noted)?;
        let page = replaced(&page, "<div id=\"quiz\"><main", "<div id=\"quiz\"><main data-served")?;
        for (name, text) in [("index.html", &*page), ("recorder.js", RECORDER), ("leak.js", LEAK)] {
            fs::write(place.join(name), text)?;
        }
        for ending in ["br", "gz"] {
            fs::remove_file(place.join("index.html").with_extension(format!("html.{ending}")))?;
        }
        let own = folder.path().join("clinic");
        fs::create_dir(&own)?;
        let clinic = Site::new(own).file("/host.js", HOST_RECORDER).start().await?;
        let nginx = Nginx::start(place, clinic.url().trim_end_matches('/')).await?;
        let hosted = Self { nginx, clinic, files, _folder: folder };
        hosted.clinic.set_file("/host.html", hosted.host());
        Ok(hosted)
    }

    /// Opens the quiz itself.
    ///
    /// # Errors
    ///
    /// If the browser refuses.
    pub async fn open(self, browser: &Browser) -> Result<HostedPage<'_>> {
        let address = self.nginx.url().to_owned();
        self.visit(browser, address, false).await
    }

    /// Opens the clinic's page with the quiz in it, and stays outside its frame.
    ///
    /// # Errors
    ///
    /// If the browser refuses.
    pub async fn open_embedded(self, browser: &Browser) -> Result<HostedPage<'_>> {
        let address = format!("{}host.html", self.clinic.url());
        self.visit(browser, address, true).await
    }

    /// Opens the same page at another origin, that of a stranger.
    ///
    /// # Errors
    ///
    /// If the browser refuses.
    pub async fn open_at_a_strangers(self, browser: &Browser) -> Result<HostedPage<'_>> {
        let address = format!("{}host.html", self.clinic.url()).replace("127.0.0.1", "localhost");
        self.visit(browser, address, true).await
    }

    async fn visit(
        self,
        browser: &Browser,
        address: String,
        framed: bool,
    ) -> Result<HostedPage<'_>> {
        let Self { nginx, clinic: site, files, _folder } = self;
        browser.client().goto(&address).await?;
        let page = Page {
            browser,
            site,
            _host: None,
            files,
            framed,
            entered: Cell::default(),
            is_inside: Cell::default(),
            address,
        };
        Ok(HostedPage { page, _nginx: nginx, _folder })
    }

    /// A clinic's page as docs/embedding.md has it, whose own policy allows no more than is said there.
    fn host(&self) -> String {
        let quiz = self.nginx.url();
        let origin = quiz.trim_end_matches('/');
        format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; \
             script-src 'self' {origin}; frame-src {origin}\">\
             <link rel=\"icon\" href=\"data:,\"><script src=\"host.js\"></script><title>A clinic</title>\
             <script type=\"module\" async src=\"{quiz}embed.js\"></script></head>\
             <body><h1>A clinic</h1><skin-quiz src=\"{quiz}\"></skin-quiz></body></html>"
        )
    }
}

/// A page that is served by nginx; its `site` is the clinic's.
#[derive(Debug)]
pub struct HostedPage<'a> {
    /// The page.
    pub page: Page<'a>,
    _nginx: Nginx,
    _folder: TempDir,
}

/// Copies a folder's files into another folder.
///
/// # Errors
///
/// If one cannot be read or written.
pub fn copied(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("no {}", from.display()))? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copied(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
