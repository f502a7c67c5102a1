use anyhow::{Result, bail};
use fantoccini::Client;
use serde_json::json;

use crate::Page;

const WALK: &str = include_str!("walk.js");

/// A question and the choices to pick, by their ids.
pub type Step = (&'static str, &'static [&'static str]);

/// Every concern: the longest walk there is.
pub const ALL_CONCERNS: &[Step] = &[
    ("concerns", &["wrinkles", "texture", "acne-scars", "pores", "brightness"]),
    ("wrinkles-look", &["mild"]),
    ("texture-look", &["moderate"]),
    ("acne-scars-look", &["severe"]),
    ("pores-look", &["mild"]),
    ("brightness-look", &["mild"]),
    ("sun", &["type-4"]),
    ("marks", &["easily"]),
    ("area", &["face", "neck"]),
    ("age", &["22-plus"]),
    ("skin-today", &["none"]),
    ("medicines", &["blood-thinners"]),
    ("health", &["none"]),
    ("habits", &["sun", "actives"]),
];

/// One concern and nothing to be careful of.
pub const ONE_CONCERN: &[Step] = &[
    ("concerns", &["wrinkles"]),
    ("wrinkles-look", &["mild"]),
    ("sun", &["type-2"]),
    ("marks", &["rarely"]),
    ("area", &["face"]),
    ("age", &["22-plus"]),
    ("skin-today", &["none"]),
    ("medicines", &["none"]),
    ("health", &["none"]),
    ("habits", &["none"]),
];

/// A visitor who is too young.
pub const UNDER_AGE: &[Step] = &[
    ("concerns", &["pores"]),
    ("pores-look", &["mild"]),
    ("sun", &["unsure"]),
    ("marks", &["unsure"]),
    ("area", &["body"]),
    ("age", &["under-18"]),
];

/// A walk with one question answered otherwise.
pub fn with(walk: &[Step], step: Step) -> Vec<Step> {
    walk.iter().map(|&old| if old.0 == step.0 { step } else { old }).collect()
}

/// Walks by script in the frame or page that a session is in, as [`Page::walk`] does; gives what went wrong.
///
/// # Errors
///
/// If the browser refuses.
pub async fn walked(client: &Client, steps: &[Step]) -> Result<Option<String>> {
    let failed = client.execute_async(WALK, vec![json!(steps)]).await?;
    Ok(failed.as_str().map(str::to_owned))
}

impl Page<'_> {
    /// Walks by script, to get somewhere: picks these choices and no others, and presses Continue,
    /// without a pointer and without keys.
    ///
    /// # Errors
    ///
    /// If a question is not the one to answer, or nothing follows it.
    pub async fn walk(&self, steps: &[Step]) -> Result<()> {
        match walked(self.client(), steps).await? {
            None => Ok(()),
            Some(failed) => bail!("{failed}, and there was {:#?}", self.seen().await?),
        }
    }

    /// Walks as [`Page::walk`] does and leaves the frame, once the page around it has heard of the steps:
    /// the driver takes the focus along, and without it the page brings nothing into view.
    ///
    /// # Errors
    ///
    /// As [`Page::walk`] and [`Page::outside`].
    pub async fn walk_and_leave(&self, steps: &[Step]) -> Result<()> {
        self.walk(steps).await?;
        self.painted().await?;
        self.outside().await
    }

    /// Walks as [`Page::walk`] does and does something on every screen, the last included.
    ///
    /// # Errors
    ///
    /// As [`Page::walk`], or what is done.
    pub async fn walk_and(
        &self,
        steps: &[Step],
        mut act: impl AsyncFnMut(&Self) -> Result<()>,
    ) -> Result<()> {
        for step in steps {
            self.at(step.0).await?;
            act(self).await?;
            self.walk(&[*step]).await?;
        }
        act(self).await
    }

    /// Whether several choices can be picked.
    ///
    /// # Errors
    ///
    /// If the page cannot be asked.
    pub async fn asks_many(&self) -> Result<bool> {
        self.js("return document.querySelector('fieldset input[type=checkbox]') !== null", &[])
            .await
    }

    /// Walks by pointer: taps every choice that is not picked, and Continue where a tap does not
    /// move on.
    ///
    /// # Errors
    ///
    /// As [`Page::walk`].
    pub async fn tap_through(&self, steps: &[Step]) -> Result<()> {
        for (question, choices) in steps {
            let seen = self.at(question).await?;
            let many = self.asks_many().await?;
            for choice in
                choices.iter().filter(|&id| !many || !seen.checked.iter().any(|c| c == id))
            {
                self.tap_choice(question, choice).await?;
            }
            if many {
                self.tap("#continue").await?;
            }
            self.until(&format!("a step on from {question}"), |seen| !seen.asks(question)).await?;
        }
        Ok(())
    }
}
