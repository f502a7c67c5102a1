use anyhow::{Result, ensure};
use fantoccini::Locator;
use site::{Running, Site};

use crate::{Browser, Engine, Files, Media, Page};

/// A script that, run before all others of a page, notes what the page does and complains of.
pub const RECORDER: &str = include_str!("recorder.js");
pub(crate) const HOST_RECORDER: &str = include_str!("host.js");
/// A script that, run before all others of a page, lets a test stop the program: `trap` in the page.
pub const TRAP: &str = include_str!("trap.js");
const CLOCK: &str = include_str!("clock.js");
const DEMO: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/demo");

/// A page that shows the quiz in a frame.
#[derive(Clone, Copy, Debug)]
enum Host {
    Frame(u32, u32),
    Demo(&'static str),
}

/// How the quiz is served and opened.
#[derive(Debug)]
pub struct Visit<'a> {
    browser: &'a Browser,
    files: Files,
    html: String,
    site: Site,
    host: Option<Host>,
    written: Vec<(String, String)>,
    elsewhere: bool,
    own_port: bool,
    query: String,
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
        // Another visit serves other files at the same address.
        let site = Site::new(files.folder()).header("Cache-Control", "no-cache");
        Ok(Self {
            browser,
            html: files.html().to_owned(),
            site,
            files,
            host: None,
            written: Vec::new(),
            elsewhere: false,
            own_port: false,
            query: String::new(),
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

    /// Opens it in a browser that has no WebAssembly.
    ///
    /// # Errors
    ///
    /// As [`Visit::html`].
    pub fn without_web_assembly(self) -> Result<Self> {
        self.html("<title>", "<script>delete globalThis.WebAssembly</script><title>")
    }

    /// Opens it with a script by which a test stops the program: `trap` in the page.
    ///
    /// # Errors
    ///
    /// As [`Visit::html`].
    pub fn with_trap(self) -> Result<Self> {
        let visit = self.html("<title>", "<script crossorigin src=\"trap.js\"></script><title>")?;
        Ok(visit.site(|site, _| site.file("/trap.js", TRAP)))
    }

    /// Opens it in an iframe of this size on another page: so narrow no window can be.
    #[must_use]
    pub fn framed(mut self, width: u32, height: u32) -> Self {
        self.host = Some(Host::Frame(width, height));
        self
    }

    /// Opens it on a page of `static/demo`, which embeds it as a clinic does and has a script that
    /// notes what the page is told.
    #[must_use]
    pub fn embedded(mut self, demo: &'static str) -> Self {
        self.host = Some(Host::Demo(demo));
        self
    }

    /// Writes something in another way on the page that it is embedded in.
    #[must_use]
    pub fn written(mut self, from: &str, to: &str) -> Self {
        self.written.push((from.to_owned(), to.to_owned()));
        self
    }

    /// Lets no second pass on the page that it is embedded in but by `host.elapse(milliseconds)`;
    /// `host.waiting(milliseconds)` is how much is put off for so long.
    #[must_use]
    pub fn clock_by_hand(self) -> Self {
        self.written("</title>", "</title><script src=\"clock.js\"></script>")
    }

    /// Serves the page that it is embedded in from a site of its own, as most clinics do.
    #[must_use]
    pub fn elsewhere(mut self) -> Self {
        self.elsewhere = true;
        self
    }

    /// Serves it where no other visit is served, so that nothing of it is cached and its server can end.
    #[must_use]
    pub fn at_a_port_of_its_own(mut self) -> Self {
        self.own_port = true;
        self
    }

    /// Opens it for a visitor whose page speaks this language.
    #[must_use]
    pub fn language(self, tag: &str) -> Self {
        self.query(&format!("lang={tag}"))
    }

    /// Opens it at an address with this query.
    #[must_use]
    pub fn query(mut self, query: &str) -> Self {
        self.query = format!("?{query}");
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

    /// Opens the page that it is embedded in, and stays outside its frame.
    ///
    /// # Errors
    ///
    /// If the browser refuses.
    pub async fn open_host(self) -> Result<Page<'a>> {
        let page = self.serve().await?;
        page.client().goto(&page.address).await?;
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

    async fn serve(mut self) -> Result<Page<'a>> {
        self.browser.prefer(self.media).await?;
        if self.browser.engine() == Engine::WebKit && self.media != Media::default() {
            self = self.with_media_written()?;
        }
        let Self { browser, files, html, site, host, written, elsewhere, own_port, .. } = self;
        let place = [self.query, self.fragment].concat();
        let mut site = site.file("/index.html", html).file("/before.html", BEFORE);
        let mut around = None;
        let below = match host {
            None => place,
            Some(Host::Frame(width, height)) => {
                site = site.file("/host.html", in_frame(&place, width, height));
                "host.html".to_owned()
            }
            Some(Host::Demo(name)) => {
                let path = format!("demo/{name}.html");
                let page = demo(name, &written)?;
                if elsewhere {
                    around = Some((path.clone(), page));
                } else {
                    site = with_demo(site, &path, page);
                }
                [path, place].concat()
            }
        };
        let site = if own_port { site.start().await? } else { browser.serve(site).await? };
        let host_site = match around {
            Some((path, page)) => {
                Some(browser.serve_host(site_around(&site, &files, &path, &page)).await?)
            }
            None => None,
        };
        let address = format!("{}{below}", host_site.as_ref().unwrap_or(&site).url());
        let framed = host.is_some();
        let (entered, is_inside) = Default::default();
        Ok(Page { browser, site, _host: host_site, files, framed, entered, is_inside, address })
    }

    /// Writes into page and styles what the visitor prefers.
    fn with_media_written(mut self) -> Result<Self> {
        self.html = self.media.written_into(&self.html);
        for style in [&self.files.style, &self.files.whole_style] {
            let written = self.media.written_into(&self.files.read(style)?);
            self.site = self.site.file(style, written);
        }
        Ok(self)
    }
}

/// Another page of the site, from where one can go to the quiz.
const BEFORE: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Before</title>\
    <link rel=\"icon\" href=\"data:,\"><h1 id=\"heading\">Before</h1>";

/// A site for a page around the quiz, which has nothing else.
fn site_around(quiz: &Running, files: &Files, path: &str, page: &str) -> Site {
    let page = page.replace("\"..", &format!("\"{}", quiz.url().trim_end_matches('/')));
    let empty = files.folder().join("pictures");
    let site = Site::new(empty).header("Cache-Control", "no-cache");
    with_demo(site, path, page).file("/before.html", BEFORE)
}

/// The elements that embed a quiz.
pub(crate) const EMBEDDED: &str = "skin-quiz, [data-skin-quiz]";

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

    /// Goes to the page around the quiz from wherever the tab is, and stays outside its frame.
    ///
    /// # Errors
    ///
    /// If the browser refuses.
    pub async fn visit_host(&self) -> Result<()> {
        Ok(self.client().goto(&self.address).await?)
    }

    /// Enters the frame that the quiz is in, if it is in one, as is needed after every load.
    ///
    /// # Errors
    ///
    /// If it is not there.
    pub async fn enter(&self) -> Result<()> {
        if self.framed { self.enter_at(0).await } else { Ok(()) }
    }

    /// Enters one of several frames, embedded ones first.
    ///
    /// # Errors
    ///
    /// If it is not there.
    pub async fn enter_at(&self, index: usize) -> Result<()> {
        self.entered.set(index);
        let embedded = self.client().find_all(Locator::Css(EMBEDDED)).await?;
        let frame = match embedded.get(index) {
            Some(element) => element.shadow_root().await?.find(Locator::Css("iframe")).await?,
            None => self.client().find(Locator::Css("iframe")).await?,
        };
        frame.enter_frame().await?;
        self.is_inside.set(true);
        Ok(())
    }
}

/// A page of `static/demo` with the recorder in it, which is not replaced by an address elsewhere.
fn demo(name: &str, written: &[(String, String)]) -> Result<String> {
    let page = std::fs::read_to_string(format!("{DEMO}/{name}.html"))?;
    let noted = "<script src=\"host.js\"></script><title>";
    let page = replaced(&page, "<title>", noted)?;
    written.iter().try_fold(page, |page, (from, to)| replaced(&page, from, to))
}

fn with_demo(site: Site, path: &str, page: String) -> Site {
    site.overlay("/demo", DEMO)
        .file("/demo/host.js", HOST_RECORDER)
        .file("/demo/clock.js", CLOCK)
        .file(&format!("/{path}"), page)
}

fn in_frame(place: &str, width: u32, height: u32) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A clinic</title>\
         <link rel=\"icon\" href=\"data:,\"><style>body{{margin:0}}</style>\
         <iframe title=\"Quiz\" src=\"./{place}\" width=\"{width}\" height=\"{height}\" \
         style=\"display:block;border:0\"></iframe>"
    )
}

pub(crate) fn replaced(source: &str, from: &str, to: &str) -> Result<String> {
    ensure!(source.matches(from).count() == 1, "{from} does not stand once in the page");
    Ok(source.replacen(from, to, 1))
}
