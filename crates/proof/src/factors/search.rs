use biodivine_lib_bdd::Bdd;

use super::{Factors, Part, part};
use crate::form::{Cube, Form};
use crate::space::Seek;

/// Searches answer with the best part, with none where the form never holds, or with an error where
/// that is too much work.
impl Factors<'_> {
    /// The best answers of the factors that a form looks at.
    pub(super) fn part(&self, form: &Form) -> Result<Option<Part>, ()> {
        if let Some(cubes) = form.cubes() {
            return self.cheapest(cubes.iter().map(|cube| self.cube(cube)));
        }
        match form {
            Form::Any(forms) if self.touched(&form.questions()).len() != 1 => {
                self.cheapest(forms.iter().map(|form| self.part(form)))
            }
            _ => self.together(form.conjuncts()),
        }
    }

    /// The best answers with some variables fixed, factor by factor.
    fn cube(&self, cube: &[(usize, bool)]) -> Result<Option<Part>, ()> {
        if cube.iter().any(|(variable, value)| cube.contains(&(*variable, !value))) {
            return Ok(None);
        }
        let factor = |variable: usize| self.of[self.space.meaning[variable].question];
        let mut factors: Vec<usize> = cube.iter().map(|(variable, _)| factor(*variable)).collect();
        factors.sort_unstable();
        factors.dedup();
        let mut all = Part { shortest: true, ..Part::default() };
        let mut undecided = false;
        for at in factors {
            let here: Cube = cube.iter().filter(|it| factor(it.0) == at).copied().collect();
            let known = self.factor(at).bdd.as_ref().filter(|bdd| self.space.read(bdd).is_some());
            let Some(bdd) = known else {
                undecided = true;
                continue;
            };
            let Some(part) = part(self.space, bdd, Seek::Fewest, &here) else { return Ok(None) };
            all.asked += part.asked;
            all.picks.extend(part.picks);
            all.factors.push(at);
        }
        if undecided { Err(()) } else { Ok(Some(all)) }
    }

    /// The best of some answers, of those that are decided.
    fn cheapest(
        &self,
        parts: impl Iterator<Item = Result<Option<Part>, ()>>,
    ) -> Result<Option<Part>, ()> {
        let mut best: Option<(isize, Part)> = None;
        let mut undecided = false;
        for part in parts {
            match part {
                Ok(Some(part)) => {
                    let more = self.more(&part);
                    if best.as_ref().is_none_or(|(least, _)| more < *least) {
                        best = Some((more, part));
                    }
                }
                Ok(None) => {}
                Err(()) => undecided = true,
            }
        }
        match best {
            Some((_, part)) => Ok(Some(Part { shortest: part.shortest && !undecided, ..part })),
            None if undecided => Err(()),
            None => Ok(None),
        }
    }

    /// How many questions a part asks more than its factors ask at least.
    fn more(&self, part: &Part) -> isize {
        let least = |at: &usize| self.factor(*at).fewest(self.space).map_or(0, |it| it.asked);
        part.asked as isize - part.factors.iter().map(least).sum::<usize>() as isize
    }

    /// The best answers to all forms, group by group of those that look at the same factors.
    fn together(&self, forms: &[Form]) -> Result<Option<Part>, ()> {
        let mut groups: Vec<(Vec<usize>, Vec<&Form>)> = Vec::new();
        for form in forms {
            let mut group = (self.touched(&form.questions()), vec![form]);
            groups.retain(|(factors, forms)| {
                let apart = factors.iter().all(|factor| !group.0.contains(factor));
                if !apart {
                    group.0.extend(factors);
                    group.1.extend(forms);
                }
                apart
            });
            group.0.sort_unstable();
            group.0.dedup();
            groups.push(group);
        }
        let mut all = Part { shortest: true, ..Part::default() };
        let mut undecided = false;
        for (factors, forms) in groups {
            let Some(bdd) = self.group(&factors, &forms) else {
                undecided = true;
                continue;
            };
            let Some(part) = part(self.space, &bdd, Seek::Fewest, &[]) else { return Ok(None) };
            all.asked += part.asked;
            all.picks.extend(part.picks);
            all.factors.extend(factors);
        }
        if undecided { Err(()) } else { Ok(Some(all)) }
    }

    fn group(&self, factors: &[usize], forms: &[&Form]) -> Option<Bdd> {
        let rule = forms.iter().try_fold(self.space.constant(true), |all, form| {
            self.space.and(&all, &self.space.diagram(form)?)
        })?;
        self.joined(factors, rule)
    }
}
