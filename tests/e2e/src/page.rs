use std::cell::Cell;
use std::time::Duration;

use anyhow::{Context, Error, Result, anyhow};
use fantoccini::Client;
use fantoccini::error::CmdError;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use site::Running;
use tokio::net::TcpStream;
use tokio::time::sleep;

use crate::visit::EMBEDDED;
use crate::wait::Probe;
use crate::{Browser, Engine, Files, Screen, Seen};

const SEEN: &str = include_str!("seen.js");
const NOTED: &str = "
    const at = ({ name, startTime }) => `${name} at ${Math.round(startTime)} ms`;
    const { visibilityState: visibility, readyState, documentElement: root } = document;
    const arrived = ({ name, responseEnd }) => `${name.split('/').at(-1)} at ${Math.round(responseEnd)} ms`;
    return {
        view: `${innerWidth}x${innerHeight}`, content: root.getBoundingClientRect().height,
        clientWidth: root.clientWidth, clientHeight: root.clientHeight, scrollHeight: root.scrollHeight,
        files: performance.getEntriesByType('resource').map(arrived),
        complaints: globalThis.recorded?.complaints,
        presses: globalThis.recorded?.presses,
        marks: performance.getEntriesByType('mark').map(at),
        now: performance.now(), visibility, readyState,
    }";

/// The quiz, open in a tab, and the site it comes from.
#[derive(Debug)]
pub struct Page<'a> {
    pub(crate) browser: &'a Browser,
    /// The site, whose files can be broken and mended.
    pub site: Running,
    /// The site of the page around it, where that is another one.
    pub(crate) _host: Option<Running>,
    /// The files of the built site.
    pub files: Files,
    pub(crate) framed: bool,
    /// Which of several embedded quizzes was entered last.
    pub(crate) entered: Cell<usize>,
    /// Whether it has not been left since.
    pub(crate) is_inside: Cell<bool>,
    pub(crate) address: String,
}

/// Something said on the console, or an error that nobody caught.
#[derive(Clone, Debug, Deserialize)]
pub struct Complaint {
    /// `error`, `warn`, `info`, `uncaught`, or `policy` for what the Content-Security-Policy refused.
    pub level: String,
    /// Its words.
    pub text: String,
}

impl Page<'_> {
    /// The WebDriver session.
    pub fn client(&self) -> &Client {
        self.browser.client()
    }

    /// The browser.
    pub fn browser(&self) -> &Browser {
        self.browser
    }

    /// Runs a script, the body of a function, in the page.
    ///
    /// # Errors
    ///
    /// If it throws, or gives something else than asked for.
    pub async fn js<T: DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> Result<T> {
        let given = self.client().execute(script, arguments.to_vec()).await;
        serde_json::from_value(given.with_context(|| format!("from {script}"))?)
            .with_context(|| format!("from {script}"))
    }

    /// What is on the page now.
    ///
    /// # Errors
    ///
    /// If the page cannot be asked.
    pub async fn seen(&self) -> Result<Seen> {
        self.js(SEEN, &[]).await
    }

    /// Waits until what is seen is as wanted, and gives it.
    ///
    /// # Errors
    ///
    /// If it does not become so; the error tells what was seen instead.
    pub async fn until(&self, wanted: &str, is_so: impl Fn(&Seen) -> bool) -> Result<Seen> {
        let probe = Probe { script: SEEN, arguments: &[], may_throw: true, pending: "" };
        match self.wait_for(probe, is_so).await? {
            Some(seen) => Ok(seen),
            None => Err(self.missed(wanted).await),
        }
    }

    /// Waits until a question is asked.
    ///
    /// # Errors
    ///
    /// If it is not.
    pub async fn at(&self, question: &str) -> Result<Seen> {
        self.until(&format!("question {question}"), |seen| seen.asks(question)).await
    }

    /// Waits until a script gives true; `false` and `null` are not yet.
    ///
    /// # Errors
    ///
    /// If it does not, or throws.
    pub async fn until_js(&self, wanted: &str, script: &str) -> Result<()> {
        self.until_js_given(wanted, script, &[]).await
    }

    /// Waits until a script gives true for some arguments.
    ///
    /// # Errors
    ///
    /// As [`Page::until_js`].
    pub async fn until_js_given(
        &self,
        wanted: &str,
        script: &str,
        arguments: &[Value],
    ) -> Result<()> {
        self.until_true(wanted, Probe { script, arguments, may_throw: false, pending: "false" })
            .await
    }

    /// Waits until a script gives true on a page that is loaded again meanwhile.
    ///
    /// # Errors
    ///
    /// If it does not.
    pub async fn until_loaded_js(&self, wanted: &str, script: &str) -> Result<()> {
        self.until_true(wanted, Probe { script, arguments: &[], may_throw: true, pending: "false" })
            .await
    }

    async fn until_true(&self, wanted: &str, probe: Probe<'_>) -> Result<()> {
        match self.wait_for(probe, |is_so: &Option<bool>| *is_so == Some(true)).await? {
            Some(_) => Ok(()),
            None => Err(self.missed(wanted).await),
        }
    }

    /// What there was instead of what was waited for, and what the page noted on its time line.
    async fn missed(&self, wanted: &str) -> Error {
        let seen = self.seen().await;
        let noted = self.js::<Value>(NOTED, &[]).await;
        anyhow!("waited for: {wanted}\nbut saw: {seen:#?}\nand the page noted: {noted:#?}")
    }

    /// Waits until what was done so far is painted: its effects have run, and events it caused have
    /// come.
    ///
    /// # Errors
    ///
    /// If the page cannot be asked.
    pub async fn painted(&self) -> Result<()> {
        let script = "
            const done = arguments[arguments.length - 1];
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))";
        self.client().execute_async(script, vec![]).await?;
        Ok(())
    }

    /// Waits until nothing on the page moves.
    ///
    /// # Errors
    ///
    /// If something moves on and on.
    pub async fn still(&self) -> Result<()> {
        self.painted().await?;
        self.until_js("nothing moves", "return document.getAnimations().length === 0").await
    }

    /// Where the page scrolled or the focus went since it was loaded: `scroll` or `focusin`.
    ///
    /// # Errors
    ///
    /// If the page cannot be asked.
    pub async fn moved(&self, kind: &str) -> Result<Vec<String>> {
        let script = "return recorded.moves.filter((move) => move.startsWith(arguments[0]))";
        self.js(script, &[kind.into()]).await
    }

    /// Goes back, by the quiz's own means, until the first question is asked.
    ///
    /// # Errors
    ///
    /// If it is not reached.
    pub async fn back_to_first(&self) -> Result<()> {
        loop {
            let seen =
                self.until("a screen", |seen| seen.loaded && seen.screen != Screen::None).await?;
            if seen.asks("concerns") {
                return Ok(());
            }
            let script =
                "(document.getElementById('back') ?? document.getElementById('restart')).click()";
            self.js::<()>(script, &[]).await?;
            self.until("a step back", |now| now.heading != seen.heading).await?;
        }
    }

    /// Enters the frame again if it was forgotten, as WebKit's driver does if the page around it writes into its
    /// own history.
    pub(crate) async fn remember_frame(&self) {
        if self.is_inside.get() && self.travels_by_script() && self.outside().await.is_ok() {
            // A page that is being left has no frame any more.
            let _ = self.enter_at(self.entered.get()).await;
            self.is_inside.set(true);
        }
    }

    /// WebKit's driver waits for ever for a frame that travels and loads nothing.
    fn travels_by_script(&self) -> bool {
        self.framed && self.browser.engine() == Engine::WebKit
    }

    /// Enters the frame again, once it was loaded anew.
    ///
    /// # Errors
    ///
    /// If it is not there.
    pub async fn enter_anew(&self) -> Result<()> {
        self.outside().await?;
        self.enter().await
    }

    /// Enters the frame again, unless the quiz was or is just being left.
    async fn enter_again(&self) -> Result<()> {
        self.outside().await?;
        if self.framed
            && self.has_frame().await?
            && let Err(error) = self.enter().await
            && self.has_frame().await?
        {
            return Err(error);
        }
        Ok(())
    }

    /// Whether the page that is there, or comes next, shows the quiz in a frame.
    async fn has_frame(&self) -> Result<bool> {
        let script = format!("return document.querySelector('iframe, {EMBEDDED}') !== null");
        let probe = Probe { script: &script, arguments: &[], may_throw: true, pending: "" };
        self.wait_for(probe, |_| true).await?.context("no page that can be asked")
    }

    /// Ends the server of the quiz and waits until nobody answers there.
    ///
    /// # Errors
    ///
    /// If its address is none.
    pub async fn server_dies(&self) -> Result<()> {
        self.site.shut();
        let address = self.site.url().trim_start_matches("http://").trim_end_matches('/');
        while TcpStream::connect(address).await.is_ok() {
            sleep(Duration::from_millis(5)).await;
        }
        Ok(())
    }

    /// Leaves the frame that the quiz is in, if it is in one.
    ///
    /// # Errors
    ///
    /// If the browser refuses.
    pub async fn outside(&self) -> Result<()> {
        if self.framed {
            self.is_inside.set(false);
            let window = self.client().window().await?;
            self.client().switch_to_window(window).await?;
        }
        Ok(())
    }

    /// Presses the browser's Back.
    ///
    /// # Errors
    ///
    /// If the browser refuses.
    pub async fn back(&self) -> Result<()> {
        if self.travels_by_script() {
            self.outside().await?;
            self.js::<()>("setTimeout(() => history.back())", &[]).await?;
        } else {
            arrived(self.client().back().await)?;
        }
        self.enter_again().await
    }

    /// Presses the browser's Forward.
    ///
    /// # Errors
    ///
    /// If the browser refuses.
    pub async fn forward(&self) -> Result<()> {
        if self.travels_by_script() {
            self.outside().await?;
            self.js::<()>("setTimeout(() => history.forward())", &[]).await?;
        } else {
            arrived(self.client().forward().await)?;
        }
        self.enter_again().await
    }

    /// What was complained of since this was last asked. A test that does not ask fails by it.
    ///
    /// # Errors
    ///
    /// If the page cannot be asked.
    pub async fn complaints(&self) -> Result<Vec<Complaint>> {
        self.js("return recorded.complaints.splice(0)", &[]).await
    }
}

/// A driver that saw no page load has travelled all the same; what is there now is asserted by tests.
fn arrived(travelled: Result<(), CmdError>) -> Result<()> {
    match travelled {
        Err(error) if error.is_timeout() => Ok(()),
        travelled => Ok(travelled?),
    }
}
