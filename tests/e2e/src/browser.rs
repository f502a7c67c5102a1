use std::cell::Cell;
use std::io;

use anyhow::{Context, Result};
use fantoccini::wd::WindowHandle;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use site::{Port, Running, Site};
use tokio::sync::OnceCell;

use crate::driver::Driver;
use crate::vendor::Vendor;
use crate::{Engine, Media};

/// The size of the window, which shows a desk's layout and has room for a phone's in a frame.
const WINDOW: (u32, u32) = (1280, 1000);

/// A browser with one session. It ends when this is dropped.
#[derive(Debug)]
pub struct Browser {
    engine: Engine,
    client: Client,
    home: WindowHandle,
    /// What Firefox was last told to prefer, which outlasts a tab.
    media: Cell<Media>,
    /// Where one visit after another finds the quiz, so that the browser keeps what it compiled.
    port: OnceCell<Port>,
    /// The same for pages around the quiz that have an origin of their own.
    host_port: OnceCell<Port>,
    _driver: Driver,
}

impl Browser {
    /// Starts an engine.
    ///
    /// # Errors
    ///
    /// If its driver or the browser does not start.
    pub async fn start(engine: Engine) -> Result<Self> {
        Self::start_with(engine, &[]).await
    }

    /// Starts an engine with more arguments; Chromium alone takes them.
    ///
    /// # Errors
    ///
    /// As [`Browser::start`].
    pub async fn start_with(engine: Engine, arguments: &[&str]) -> Result<Self> {
        Self::start_as(engine, arguments, &[]).await
    }

    /// Starts an engine with more variables in its environment.
    ///
    /// # Errors
    ///
    /// As [`Browser::start`].
    pub async fn start_in(engine: Engine, variables: &[(String, String)]) -> Result<Self> {
        Self::start_as(engine, &[], variables).await
    }

    async fn start_as(
        engine: Engine,
        arguments: &[&str],
        variables: &[(String, String)],
    ) -> Result<Self> {
        let driver = Driver::start(engine, variables).await?;
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(engine.capabilities(arguments)?)
            .connect(driver.url())
            .await
            .with_context(|| format!("{engine:?} does not start"))?;
        client.set_window_size(WINDOW.0, WINDOW.1).await?;
        let home = client.window().await?;
        Ok(Self {
            engine,
            client,
            home,
            media: Cell::default(),
            port: OnceCell::new(),
            host_port: OnceCell::new(),
            _driver: driver,
        })
    }

    /// Which engine it is.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Serves the quiz in the place of the visit before, at the same address.
    pub(crate) async fn serve(&self, site: Site) -> io::Result<Running> {
        self.port.get_or_try_init(|| Port::open(0)).await?.serve(site).await
    }

    /// Serves a page around the quiz in the place of the one before, at the same address.
    pub(crate) async fn serve_host(&self, site: Site) -> io::Result<Running> {
        self.host_port.get_or_try_init(|| Port::open(0)).await?.serve(site).await
    }

    /// The WebDriver session.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// The browser's version, as it names it.
    pub fn version(&self) -> String {
        let capabilities = self.client.capabilities();
        let version = capabilities.and_then(|all| all.get("browserVersion")?.as_str());
        version.unwrap_or("?").to_owned()
    }

    /// Closes every other tab and opens a new one, which has no history. In WebKit it is a window: a
    /// new tab stays behind the old one there, and nothing hidden is painted.
    ///
    /// # Errors
    ///
    /// If the browser refuses.
    pub async fn open_tab(&self) -> Result<()> {
        for window in self.client.windows().await? {
            if window != self.home {
                self.client.switch_to_window(window).await?;
                self.client.close_window().await?;
            }
        }
        self.client.switch_to_window(self.home.clone()).await?;
        self.open_another_tab().await
    }

    /// Opens a new tab, or in WebKit a window, beside those that are open.
    ///
    /// # Errors
    ///
    /// If the browser refuses.
    pub async fn open_another_tab(&self) -> Result<()> {
        let as_tab = self.engine != Engine::WebKit;
        let tab = self.client.new_window(as_tab).await?.handle;
        self.client.switch_to_window(tab).await?;
        match self.engine {
            Engine::Chromium => {
                self.cdp("Emulation.setFocusEmulationEnabled", json!({"enabled": true})).await?;
            }
            Engine::WebKit => self.client.set_window_size(WINDOW.0, WINDOW.1).await?,
            Engine::Firefox => {}
        }
        Ok(())
    }

    /// Ends the session, and with it the browser.
    ///
    /// # Errors
    ///
    /// If the browser refuses.
    pub async fn end(self) -> Result<()> {
        Ok(self.client.clone().close().await?)
    }

    /// Sends a command of the Chrome DevTools Protocol.
    ///
    /// # Errors
    ///
    /// If this is not Chromium, or it refuses.
    pub async fn cdp(&self, command: &str, parameters: Value) -> Result<Value> {
        let body = json!({"cmd": command, "params": parameters});
        Ok(self.client.issue_cmd(Vendor::new("goog/cdp/execute", body)).await?)
    }

    /// Gives the tab a viewport of any size, in Chromium.
    ///
    /// # Errors
    ///
    /// As [`Browser::cdp`].
    pub async fn set_viewport(&self, width: u32, height: u32) -> Result<()> {
        let metrics =
            json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.cdp("Emulation.setDeviceMetricsOverride", metrics).await?;
        Ok(())
    }

    /// Makes pages believe in what the visitor prefers. WebKit cannot be told; there a [`Visit`]
    /// changes the style sheet.
    ///
    /// # Errors
    ///
    /// If the browser refuses.
    ///
    /// [`Visit`]: crate::Visit
    pub async fn prefer(&self, media: Media) -> Result<()> {
        match self.engine {
            Engine::Chromium => {
                self.cdp("Emulation.setEmulatedMedia", media.as_features()).await?;
            }
            Engine::Firefox if media != self.media.get() => {
                self.client
                    .issue_cmd(Vendor::new("moz/context", json!({"context": "chrome"})))
                    .await?;
                self.client.execute(&media.as_preferences(), vec![]).await?;
                self.client
                    .issue_cmd(Vendor::new("moz/context", json!({"context": "content"})))
                    .await?;
                self.media.set(media);
            }
            Engine::Firefox | Engine::WebKit => {}
        }
        Ok(())
    }
}
