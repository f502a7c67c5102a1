use check::ProofMode;
use editor::FileId;

use super::{Update, edit};
use crate::check_job::Findings;
use crate::effect::Effect;
use crate::model::AfterCheck;
use crate::pages::PagesOf;

/// Said if the person has to wait for a check.
pub(super) const CHECKING: &str = "One moment: the quiz is being checked first.";

impl Update<'_> {
    /// Has what is open checked, now or after what is being checked.
    pub(super) fn check(&mut self, proof: ProofMode) {
        let Some(open) = &self.editor.open else { return };
        if self.editor.checking.is_some() {
            let is_proved = [self.editor.checks_next, Some(proof)].contains(&Some(ProofMode::Run));
            let next = if is_proved { ProofMode::Run } else { ProofMode::Skip };
            self.editor.checks_next = Some(next);
            return;
        }
        let job = open.check_job(proof, self.today);
        self.editor.checking = Some(job.clone());
        self.effects.push(Effect::Check(job));
    }

    /// What was found, and what waits for it.
    pub(super) fn checked(&mut self, found: Findings) {
        let Some(job) = self.editor.checking.take() else { return };
        if let Some(open) = &mut self.editor.open {
            open.take_findings(&job, found);
            if open.is_checked() {
                self.effects.push(Effect::Mark("checked"));
            }
        }
        self.do_after_check();
        if let Some(proof) = self.editor.checks_next.take() {
            self.check(proof);
        }
    }

    /// Does something once the texts are checked as they are: at once if they are.
    pub(super) fn after_check(&mut self, what: AfterCheck) {
        let Some(open) = &mut self.editor.open else { return };
        let proof = what.proof();
        open.after_check = Some(what);
        if !self.do_after_check() {
            if proof == ProofMode::Run {
                self.say(CHECKING);
            }
            self.check(proof);
        }
    }

    /// Whether there was something to do, and everything is known for it.
    fn do_after_check(&mut self) -> bool {
        let Some(open) = &mut self.editor.open else { return false };
        let (is_checked, is_proved) = (open.is_checked(), open.is_proved());
        let is_known = |what: &mut AfterCheck| match what.proof() {
            ProofMode::Skip => is_checked,
            ProofMode::Run => is_proved,
        };
        let Some(what) = open.after_check.take_if(is_known) else { return false };
        open.notice.take_if(|notice| notice == CHECKING);
        match what {
            AfterCheck::Fix(file, id, at) => {
                let is_it = |(_, (of, it)): &(usize, &(FileId, check::Finding))| {
                    (*of, it.id, &it.at) == (file, id, &at)
                };
                let number = open.findings.iter().enumerate().find(is_it).map(|(number, _)| number);
                self.amend(true, |open, _| edit::fix(open, number.as_slice()));
            }
            AfterCheck::FixAll => self.amend(true, |open, _| {
                let all: Vec<usize> = (0..open.findings.len()).collect();
                edit::fix(open, &all)
            }),
            AfterCheck::Sign(by) => self.amend(false, |open, today| edit::sign(open, &by, today)),
            AfterCheck::Report => self.save_report(),
            AfterCheck::DraftPage => self.make_pages(PagesOf::Clinician),
        }
        true
    }
}
