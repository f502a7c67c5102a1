use std::rc::Rc;

use super::{Factors, Found};
use crate::form::Form;

/// How a set of walks was made: when each question is asked, and what was kept.
#[derive(Clone, Default)]
pub(super) struct Made {
    asks: Rc<Vec<(Form, Form)>>,
    keeps: Rc<Vec<Form>>,
}

impl Made {
    /// The next question is asked when the form holds.
    pub(super) fn ask(&mut self, when: &Form, asked: &Form) {
        Rc::make_mut(&mut self.asks).push((when.clone(), asked.clone()));
    }

    /// These walks were kept.
    pub(super) fn keep(&mut self, form: &Form) {
        Rc::make_mut(&mut self.keeps).push(form.clone());
    }

    /// The questions that these depend on, themselves included, in order.
    fn closure(&self, mut open: Vec<usize>) -> Vec<usize> {
        let mut inside = vec![false; self.asks.len()];
        while let Some(question) = open.pop() {
            if !std::mem::replace(&mut inside[question], true) {
                open.extend(self.asks[question].0.questions());
            }
        }
        (0..inside.len()).filter(|&question| inside[question]).collect()
    }
}

impl Factors<'_> {
    /// An example from the cone of a form, where whole factors are too much work: only the questions
    /// that it depends on, and those of everything kept that may bear on them. Whatever else a
    /// visitor is asked takes any answer. Nothing where the cone is not smaller, or too much work
    /// too often.
    pub(super) fn in_cone(&self, form: &Form) -> Option<Found> {
        if self.made.asks.is_empty() || !self.space.may_try() {
            return None;
        }
        let near = |keep: &&Form| keep.questions().iter().any(|&it| self.bears_on(it, form));
        let keeps: Vec<&Form> = self.made.keeps.iter().filter(near).collect();
        let mut open = form.questions();
        open.extend(keeps.iter().flat_map(|keep| keep.questions()));
        let inside = self.made.closure(open);
        if inside.len() >= self.largest_undecided() {
            return None;
        }
        let mut cone = Factors::new(self.space);
        for &question in &inside {
            cone.put(question, self.space.group(question));
            let (when, asked) = &self.made.asks[question];
            cone.ask(question, when, asked);
        }
        keeps.into_iter().for_each(|keep| cone.keep(keep));
        let found = cone.direct(form);
        if matches!(found, Found::Undecided) {
            self.space.tried_in_vain();
        }
        Some(self.completed(found, &inside))
    }

    /// With answers to the questions of the factors that the cone does not touch.
    fn completed(&self, found: Found, inside: &[usize]) -> Found {
        let Found::Walk(mut witness) = found else { return found };
        for part in self.untouched(inside) {
            witness.picks.extend_from_slice(part);
        }
        witness.picks.sort_unstable_by_key(|pick| pick.0);
        (witness.whole, witness.shortest) = (false, false);
        Found::Walk(witness)
    }
}
