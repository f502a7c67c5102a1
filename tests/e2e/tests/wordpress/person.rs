use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use e2e::{Browser, Step, walked};
use fantoccini::{Client, Locator};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};

use crate::server::WordPress;

/// Longer than anything takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);
const PAUSE: Duration = Duration::from_millis(50);
/// Notes what a page shows, whenever a frame shows something else.
const WATCH: &str = "
    globalThis.shownTexts = [];
    requestAnimationFrame(function look() {
      const text = `${document.title}\\n${document.body?.innerText}`;
      if (shownTexts.at(-1) !== text) shownTexts.push(text);
      requestAnimationFrame(look);
    })";
const PUBLISH: &str = include_str!("publish.js");

/// Somebody at a browser, on a website.
#[derive(Clone)]
pub(crate) struct Person<'a> {
    browser: &'a Browser,
    /// The website's address, without a `/` at the end.
    site: String,
}

/// What the plug-in's route answered.
#[derive(Debug, Deserialize)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Value,
}

impl<'a> Person<'a> {
    /// A visitor, whom nobody knows.
    pub(crate) async fn visitor(browser: &'a Browser, site: &'a WordPress) -> Result<Self> {
        browser.client().goto(&format!("{}/wp-login.php", site.url())).await?;
        browser.client().delete_all_cookies().await?;
        Ok(Self::on(browser, site.url()))
    }

    /// Somebody on any website, whose address has no `/` at the end.
    pub(crate) fn on(browser: &'a Browser, site: String) -> Self {
        Self { browser, site }
    }

    /// Somebody who signs in. Their password is their name.
    pub(crate) async fn signed_in(
        browser: &'a Browser,
        site: &'a WordPress,
        name: &str,
    ) -> Result<Self> {
        let person = Self::visitor(browser, site).await?;
        person.open("/wp-login.php").await?;
        let script = "
            for (const field of ['user_login', 'user_pass']) document.getElementById(field).value = arguments[0];
            document.getElementById('loginform').submit();";
        person.client().execute(script, vec![json!(name)]).await?;
        person.until("to be signed in", "return location.pathname.startsWith('/wp-admin')").await?;
        Ok(person)
    }

    pub(crate) fn client(&self) -> &Client {
        self.browser.client()
    }

    /// Opens a page of the site.
    pub(crate) async fn open(&self, path: &str) -> Result<()> {
        let url =
            if path.starts_with("http") { path.to_owned() } else { [&self.site, path].concat() };
        Ok(self.client().goto(&url).await?)
    }

    /// Runs a script, the body of a function, in the page.
    pub(crate) async fn js(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        let given = self.client().execute(script, arguments.to_vec()).await;
        given.with_context(|| format!("from {script}"))
    }

    /// Waits until a script gives something true, on whatever page comes, and gives that.
    pub(crate) async fn until(&self, wanted: &str, script: &str) -> Result<Value> {
        let end = Instant::now() + PATIENCE;
        loop {
            let given = self.client().execute(script, Vec::new()).await;
            match &given {
                Ok(value) if !matches!(value, Value::Null | Value::Bool(false)) => {
                    return Ok(value.clone());
                }
                _ if Instant::now() > end => {
                    let page = self.js("return location + document.body.innerText", &[]).await;
                    bail!("waited for {wanted}, but got {given:?} on {page:#?}");
                }
                _ => sleep(PAUSE).await,
            }
        }
    }

    /// Presses what a selector finds.
    pub(crate) async fn press(&self, selector: &str) -> Result<()> {
        let found = self.client().find(Locator::Css(selector)).await;
        let found = found.with_context(|| format!("no {selector}"))?;
        Ok(found.click().await?)
    }

    /// Writes into a field.
    pub(crate) async fn write(&self, selector: &str, text: &str) -> Result<()> {
        let found = self.client().find(Locator::Css(selector)).await;
        let field = found.with_context(|| format!("no {selector}"))?;
        field.clear().await?;
        Ok(field.send_keys(text).await?)
    }

    /// What the page shows.
    pub(crate) async fn words(&self) -> Result<String> {
        let words = self.js("return document.body.innerText", &[]).await?;
        Ok(words.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the quiz on the page is shown, and enters its frame.
    pub(crate) async fn enter_quiz(&self) -> Result<()> {
        self.until("the quiz", "return document.querySelector('skin-quiz')?.dataset.shown").await?;
        let quiz = self.client().find(Locator::Css("skin-quiz")).await?;
        let frame = quiz.shadow_root().await?.find(Locator::Css("iframe")).await?;
        frame.enter_frame().await?;
        let runs = "return performance.getEntriesByName('skin-quiz:whole').length > 0";
        self.until("the program", runs).await?;
        Ok(())
    }

    /// Opens a page, walks through the quiz on it and gives the address to book at.
    pub(crate) async fn walk(&self, page: &str, steps: &[Step]) -> Result<String> {
        self.open(page).await?;
        self.enter_quiz().await?;
        let failed = walked(self.client(), steps).await?;
        ensure!(failed.is_none(), "{failed:?} in {}", self.words().await?);
        let link = "return document.querySelector('#quiz main.result #book')?.href";
        let link = self.until("a result with a link to book", link).await?;
        self.leave().await?;
        Ok(link.as_str().unwrap_or_default().to_owned())
    }

    /// The title of the quiz on a page.
    pub(crate) async fn title(&self, page: &str) -> Result<String> {
        self.open(page).await?;
        self.enter_quiz().await?;
        let title = self.js("return document.querySelector('#quiz h1').innerText", &[]).await?;
        self.leave().await?;
        Ok(title.as_str().unwrap_or_default().to_owned())
    }

    /// Opens the quiz itself over a slow network, and gives every text that its page has shown, frame by frame,
    /// until all of the program is there.
    pub(crate) async fn slowly(&self, page: &str) -> Result<Vec<String>> {
        let watch = json!({"source": WATCH});
        let added = self.browser.cdp("Page.addScriptToEvaluateOnNewDocument", watch).await?;
        let network = |latency: i32, bytes: i32| json!({"offline": false, "latency": latency, "downloadThroughput": bytes, "uploadThroughput": bytes});
        self.browser.cdp("Network.enable", json!({})).await?;
        self.browser.cdp("Network.emulateNetworkConditions", network(300, 50_000)).await?;
        self.open(page).await?;
        let runs =
            "return performance.getEntriesByName('skin-quiz:whole').length > 0 && shownTexts";
        let seen = self.until("the program", runs).await?;
        self.browser.cdp("Network.emulateNetworkConditions", network(0, -1)).await?;
        self.browser.cdp("Page.removeScriptToEvaluateOnNewDocument", added).await?;
        Ok(serde_json::from_value(seen)?)
    }

    /// Leaves the frame.
    pub(crate) async fn leave(&self) -> Result<()> {
        Ok(self.client().clone().enter_parent_frame().await?)
    }

    /// Opens the studio's page and waits until the studio is there.
    pub(crate) async fn open_studio(&self) -> Result<()> {
        self.open("/wp-admin/admin.php?page=skin-quiz").await?;
        let shown = "return document.querySelector('#skin-quiz-studio')?.contentDocument?.querySelector('#studio')?.children.length > 0";
        self.until("the studio", shown).await?;
        Ok(())
    }

    /// What the studio is told when it says that it is ready.
    pub(crate) async fn told(&self) -> Result<Value> {
        self.say(json!({"skinQuizStudio": "ready"}), "host").await
    }

    /// Publishes by the page, as the studio does.
    pub(crate) async fn publish_by_page(
        &self,
        version: &Value,
        files: &[(&str, &str)],
    ) -> Result<Value> {
        let files: Vec<_> =
            files.iter().map(|(path, text)| json!({"path": path, "content": text})).collect();
        let message = json!({"skinQuizStudio": "publish", "request": 7, "version": version, "note": "A change", "signed": false, "files": files});
        self.say(message, "published").await
    }

    /// Says something to the page from the studio's frame, and gives the answer.
    async fn say(&self, message: Value, wanted: &str) -> Result<Value> {
        self.client().find(Locator::Css("#skin-quiz-studio")).await?.enter_frame().await?;
        let script = "
            const [message, wanted, done] = arguments;
            addEventListener('message', function hear({ data, source, origin }) {
              if (source !== parent || origin !== location.origin) return;
              if (data.skinQuizStudio !== wanted && data.skinQuizStudio !== 'refused') return;
              removeEventListener('message', hear);
              done(data);
            });
            for (const file of message.files ?? []) file.content = new TextEncoder().encode(file.content).buffer;
            parent.postMessage(message, location.origin);";
        let answer = self.client().execute_async(script, vec![message, json!(wanted)]).await?;
        self.leave().await?;
        Ok(answer)
    }

    /// Sends files to the plug-in's route from the studio's page.
    pub(crate) async fn send(&self, request: &Value) -> Result<Answer> {
        let answer = self.client().execute_async(PUBLISH, vec![request.clone()]).await?;
        Ok(serde_json::from_value(answer)?)
    }
}
