use anyhow::Result;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;

use crate::Page;

impl Page<'_> {
    /// Presses keys, one after the other, wherever the focus is.
    ///
    /// # Errors
    ///
    /// If the browser refuses.
    pub async fn press(&self, keys: &[Key]) -> Result<()> {
        self.typed(keys.iter().map(|key| char::from(*key))).await
    }

    /// Presses the space bar.
    ///
    /// # Errors
    ///
    /// If the browser refuses.
    pub async fn press_space(&self) -> Result<()> {
        self.typed([' ']).await
    }

    async fn typed(&self, keys: impl IntoIterator<Item = char>) -> Result<()> {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for value in keys {
            actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        Ok(self.client().perform_actions(actions).await?)
    }
}
