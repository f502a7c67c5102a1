use check::ProofMode;

use super::Update;
use crate::effect::Effect;

impl Update<'_> {
    /// Checks without the proof, and shows the quiz as it is now.
    pub(super) fn check(&mut self) {
        if let Some(open) = &mut self.editor.open {
            open.check(ProofMode::Skip, self.today);
        }
        self.previews = true;
        self.effects.push(Effect::Mark("checked"));
    }

    /// Checks and proves.
    pub(super) fn prove(&mut self) {
        if let Some(open) = &mut self.editor.open {
            open.check(ProofMode::Run, self.today);
        }
    }
}
