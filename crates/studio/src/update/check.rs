use check::ProofMode;

use super::Update;
use crate::effect::{Effect, Timer};

impl Update<'_> {
    /// Checks without the proof, and shows the quiz as it is now. What the first check needs comes before,
    /// a part at a time.
    pub(super) fn check(&mut self) {
        if let Some(open) = &mut self.editor.open {
            if !open.prepare(self.today) {
                self.previews = !std::mem::replace(&mut open.is_shown, true);
                self.effects.push(Effect::Start(Timer::Check));
                return;
            }
            open.check(ProofMode::Skip, self.today);
        }
        self.previews = true;
        self.effects.push(Effect::Mark("checked"));
    }

    /// Checks and proves.
    pub(super) fn prove(&mut self) {
        if let Some(open) = &mut self.editor.open {
            if !open.was_checked() {
                self.effects.push(Effect::Start(Timer::Prove));
                return;
            }
            open.check(ProofMode::Run, self.today);
        }
    }
}
