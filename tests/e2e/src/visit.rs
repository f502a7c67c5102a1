use anyhow::{Result, ensure};
use fantoccini::Locator;
use site::Site;

use crate::{Browser, Engine, Files, Media, Page};

const RECORDER: &str = include_str!("recorder.js");

/// How the quiz is served and opened.
#[derive(Debug)]
pub struct Visit<'a> {
    browser: &'a Browser,
    files: Files,
    html: String,
    site: Site,
    frame: Option<(u32, u32)>,
    fragment: String,
    media: Media,
}

impl<'a> Visit<'a> {
    /// The quiz in a window as wide as a desk's, with a script that notes what it does and a mark on
    /// the page as it was served.
    ///
    /// # Errors
    ///
    /// If the built site is not as expected.
    pub fn new(browser: &'a Browser) -> Result<Self> {
        let visit = Self::as_built(browser)?
            .html("<title>", "<script src=\"recorder.js\"></script><title>")?
            .html("<div id=\"quiz\"><main", "<div id=\"quiz\"><main data-served")?;
        Ok(visit.site(|site, _| site.file("/recorder.js", RECORDER)))
    }

    /// The quiz as a visitor gets it.
    ///
    /// # Errors
    ///
    /// If there is no built site.
    pub fn as_built(browser: &'a Browser) -> Result<Self> {
        let files = Files::from_env()?;
        Ok(Self {
            browser,
            html: files.html().to_owned(),
            site: Site::new(files.folder()),
            files,
            frame: None,
            fragment: String::new(),
            media: Media::default(),
        })
    }

    /// The files of the built site.
    pub fn files(&self) -> &Files {
        &self.files
    }

    /// Serves some files otherwise.
    #[must_use]
    pub fn site(mut self, change: impl FnOnce(Site, &Files) -> Site) -> Self {
        self.site = change(self.site, &self.files);
        self
    }

    /// Serves the page with something written in another way.
    ///
    /// # Errors
    ///
    /// If it does not stand there exactly once.
    pub fn html(mut self, from: &str, to: &str) -> Result<Self> {
        self.html = replaced(&self.html, from, to)?;
        Ok(self)
    }

    /// Opens it in an iframe of this size on another page: so narrow no window can be.
    #[must_use]
    pub fn framed(mut self, width: u32, height: u32) -> Self {
        self.frame = Some((width, height));
        self
    }

    /// Opens it at this fragment.
    #[must_use]
    pub fn fragment(mut self, fragment: &str) -> Self {
        fragment.clone_into(&mut self.fragment);
        self
    }

    /// Opens it for a visitor who prefers this.
    #[must_use]
    pub fn media(mut self, media: Media) -> Self {
        self.media = media;
        self
    }

    /// Opens it and waits until the program runs.
    ///
    /// # Errors
    ///
    /// If it does not.
    pub async fn open(self) -> Result<Page<'a>> {
        let page = self.arrive().await?;
        page.until("the program runs", |seen| seen.loaded).await?;
        Ok(page)
    }

    /// Opens it and waits for nothing but the page itself.
    ///
    /// # Errors
    ///
    /// If the browser refuses.
    pub async fn arrive(self) -> Result<Page<'a>> {
        let page = self.serve().await?;
        page.visit().await?;
        Ok(page)
    }

    /// Serves it and stays on another page of the site, from where one can go there.
    ///
    /// # Errors
    ///
    /// If the browser refuses.
    pub async fn come_near(self) -> Result<Page<'a>> {
        let page = self.serve().await?;
        page.browser.client().goto(&format!("{}before.html", page.site.url())).await?;
        Ok(page)
    }

    async fn serve(self) -> Result<Page<'a>> {
        let Self { browser, files, mut html, mut site, frame, fragment, media } = self;
        if browser.engine() == Engine::WebKit {
            html = media.written_into(&html);
            site = site.file(&files.style, media.written_into(&files.read(&files.style)?));
        }
        browser.prefer(media).await?;
        let (width, height) = frame.unwrap_or_default();
        let host = format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A clinic</title>\
             <link rel=\"icon\" href=\"data:,\"><style>body{{margin:0}}</style>\
             <iframe title=\"Quiz\" src=\"./{fragment}\" width=\"{width}\" height=\"{height}\" \
             style=\"display:block;border:0\"></iframe>"
        );
        let before = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Before</title>\
             <link rel=\"icon\" href=\"data:,\"><h1 id=\"heading\">Before</h1>";
        let site =
            site.file("/index.html", html).file("/host.html", host).file("/before.html", before);
        let site = site.start().await?;
        let path = if frame.is_some() { "host.html" } else { fragment.as_str() };
        let address = format!("{}{path}", site.url());
        Ok(Page { browser, site, files, framed: frame.is_some(), address })
    }
}

impl Page<'_> {
    /// Goes to the quiz from wherever the tab is.
    ///
    /// # Errors
    ///
    /// If the browser refuses.
    pub async fn visit(&self) -> Result<()> {
        self.client().goto(&self.address).await?;
        self.enter().await
    }

    /// Enters the frame that the quiz is in, if it is in one, as is needed after every load.
    ///
    /// # Errors
    ///
    /// If it is not there.
    pub async fn enter(&self) -> Result<()> {
        if self.framed {
            self.client().find(Locator::Css("iframe")).await?.enter_frame().await?;
        }
        Ok(())
    }
}

fn replaced(source: &str, from: &str, to: &str) -> Result<String> {
    ensure!(source.matches(from).count() == 1, "{from} does not stand once in the page");
    Ok(source.replacen(from, to, 1))
}
