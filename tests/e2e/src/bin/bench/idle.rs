use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use e2e::Browser;

use crate::phone;
use crate::served::{Served, Visitor};
use crate::subject::Subject;
use crate::taken::Taken;

/// A load at which nobody answers.
#[derive(Debug)]
pub(crate) struct Idle {
    pub(crate) taken: Taken,
}

impl Idle {
    /// Loads a subject and waits until nothing happens any more.
    ///
    /// # Errors
    ///
    /// If the page does not show the first question, with its choices; the error names the subject.
    pub(crate) async fn of(browser: &Browser, subject: &Subject) -> Result<Self> {
        let idle = Self::looked(browser, subject).await;
        idle.with_context(|| format!("in {:?}, {}", browser.engine(), subject.name))
    }

    async fn looked(browser: &Browser, subject: &Subject) -> Result<Self> {
        phone::open(browser).await?;
        let served = Served::start(subject, Visitor::Looks).await?;
        browser.client().goto(served.site.url()).await?;
        served.told("calm").await?;
        let texts =
            "return stopwatch.all(arguments[0]).map(({ textContent }) => textContent.trim())";
        let shown = vec![subject.adapter.choice.into()];
        let shown = browser.client().execute(texts, shown).await?;
        subject.plan.asked[0].is_shown(&serde_json::from_value::<Vec<String>>(shown)?)?;
        Ok(Self { taken: Taken::of(browser).await? })
    }
}

/// Keeps a picture of what the tab shows, in a file whose folder may not be there.
///
/// # Errors
///
/// If it cannot be taken or written.
pub(crate) async fn picture(browser: &Browser, file: &Path) -> Result<()> {
    fs::create_dir_all(file.parent().unwrap_or(file))?;
    Ok(fs::write(file, browser.client().screenshot().await?)?)
}
