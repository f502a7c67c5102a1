use anyhow::{Context, Result, ensure};
use browser_test::browser_test;
use e2e::{ALL_CONCERNS, Browser, ONE_CONCERN, Screen, UNDER_AGE, Visit};

#[browser_test(chromium)]
async fn progress_is_said_in_words_and_never_goes_backwards(browser: &Browser) -> Result<()> {
    for walk in [ALL_CONCERNS, ONE_CONCERN, UNDER_AGE] {
        browser.open_tab().await?;
        let page = Visit::new(browser)?.open().await?;
        let mut said = Vec::new();
        page.walk_and(walk, async |page| {
            let seen = page.seen().await?;
            if seen.screen == Screen::Question {
                said.push(Progress::read(&seen.progress.context("no progress")?)?);
            }
            Ok(())
        })
        .await?;
        ensure!(said.len() == walk.len());
        for (index, progress) in said.iter().enumerate() {
            ensure!(progress.number == index + 1, "{progress:?} at {index}");
            ensure!(progress.most >= progress.number, "{progress:?}");
        }
        for pair in said.windows(2) {
            ensure!(pair[1].most <= pair[0].most, "backwards: {pair:?}");
        }
        if walk != UNDER_AGE {
            ensure!(
                said.last().is_some_and(|last| last.exact && last.number == last.most),
                "{said:?}"
            );
        }
    }
    Ok(())
}

#[derive(Debug)]
struct Progress {
    number: usize,
    most: usize,
    exact: bool,
}

impl Progress {
    /// Reads `Question 2 of at most 14`, or `Question 14 of 14`.
    fn read(words: &str) -> Result<Self> {
        let rest = words.strip_prefix("Question ").with_context(|| words.to_owned())?;
        let (number, most) = rest.split_once(" of ").with_context(|| words.to_owned())?;
        let at_most = most.strip_prefix("at most ");
        Ok(Self {
            number: number.parse()?,
            most: at_most.unwrap_or(most).parse()?,
            exact: at_most.is_none(),
        })
    }
}
