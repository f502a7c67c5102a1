mod section;
mod typing;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use e2e::Browser;
use serde::Deserialize;
use serde_json::json;
use site::{Running, Site};

use crate::times::Times;
pub(crate) use section::Section;
use typing::{Key, Typist};

const DATA: &str = "/data/microneedling.json";
/// What is measured: its name, and its data file where it is not the published one.
const QUIZZES: [(&str, Option<&str>); 2] =
    [("ours", None), ("ours, grown to 500 questions", Some("studio-500.json"))];

/// The studio with one quiz, in milliseconds.
#[derive(Debug)]
pub(crate) struct Edited {
    pub(crate) name: &'static str,
    /// From the navigation until it can be used.
    pub(crate) ready: Times,
    /// From the navigation until it was checked for the first time.
    pub(crate) checked: Times,
    /// From a key until the preview that follows from it is painted.
    pub(crate) preview: Times,
    /// From a key until what is wrong then is painted.
    pub(crate) problems: Times,
    /// How long nothing can be typed while everything is proved, when somebody pauses.
    pub(crate) proof: f64,
}

impl Edited {
    /// Opens the studio so many times, and types into it the last time, with each quiz.
    ///
    /// # Errors
    ///
    /// If it does not become ready, or does not follow what is typed.
    pub(crate) async fn all(
        browser: &Browser,
        dist: &Path,
        built: &Path,
        rounds: usize,
    ) -> Result<Vec<Self>> {
        let mut all = Vec::new();
        for (name, data) in QUIZZES {
            eprintln!("the studio, {name}");
            let data = data.map(|data| fs::read(built.join(data))).transpose()?;
            all.push(Self::of(browser, dist, name, data, rounds).await.context(name)?);
        }
        Ok(all)
    }

    async fn of(
        browser: &Browser,
        dist: &Path,
        name: &'static str,
        data: Option<Vec<u8>>,
        rounds: usize,
    ) -> Result<Self> {
        let mut loads = Vec::new();
        for _ in 1..rounds {
            loads.push(opened(browser, dist, data.clone()).await?.1);
        }
        let (_site, load) = opened(browser, dist, data).await?;
        loads.push(load);
        let typist = Typist::new(browser).await?;
        let keys = typist.everywhere().await?;
        Ok(Self {
            name,
            ready: loads.iter().map(|load| load.ready).collect(),
            checked: loads.iter().map(|load| load.checked).collect(),
            preview: keys.iter().map(|key: &Key| key.preview).collect(),
            problems: keys.iter().map(|key| key.problems).collect(),
            proof: typist.proof().await?,
        })
    }
}

#[derive(Deserialize)]
struct Load {
    ready: f64,
    checked: f64,
}

/// The files that the build compresses nothing of, for they are edited: what is given to a site by its path
/// is compressed beforehand.
fn edited(dist: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for folder in ["data", "text"] {
        for entry in fs::read_dir(dist.join(folder))? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            files.push((format!("/{folder}/{name}"), fs::read(&path)?));
        }
    }
    Ok(files)
}

/// The studio in a new tab, at an address that no browser has seen, and how long it took.
async fn opened(browser: &Browser, dist: &Path, data: Option<Vec<u8>>) -> Result<(Running, Load)> {
    browser.open_tab().await?;
    browser.cdp("Network.enable", json!({})).await?;
    browser.cdp("Network.clearBrowserCache", json!({})).await?;
    let mut site = Site::new(dist).brotli(true);
    for (path, content) in edited(dist)? {
        site = site.file(&path, content);
    }
    if let Some(data) = data {
        site = site.file(DATA, data);
    }
    let site = site.start().await?;
    browser.client().goto(&format!("{}studio.html", site.url())).await?;
    let load = "
        const [ready, checked] = ['ready', 'checked'].map((name) => performance.getEntriesByName(name)[0]?.startTime);
        return checked ? { ready, checked } : null";
    Ok((site, typing::until(browser, "the studio is ready and checked", load).await?))
}
