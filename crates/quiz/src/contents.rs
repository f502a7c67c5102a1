use super::{Contents, MOST_CHOICES, Pick, Prose, Range, Rule};

impl Contents {
    /// Whether every reference leads somewhere, every rule of a question looks at earlier ones only, every
    /// range goes upwards, and every question can be answered. Rules of endings look at any question.
    pub(super) fn hold_together(&self) -> bool {
        self.questions_hold() && self.endings_hold() && self.results_hold()
    }

    fn questions_hold(&self) -> bool {
        let asks = |count: usize| (1..=MOST_CHOICES).contains(&count);
        let mut questions = self.questions.iter().enumerate();
        !self.questions.is_empty()
            && questions.all(|(index, it)| asks(it.choices.len()) && self.looks(&it.when, index))
    }

    fn endings_hold(&self) -> bool {
        self.endings.iter().all(|ending| self.always_looks(&ending.when))
    }

    fn results_hold(&self) -> bool {
        let notes = self.ask.iter().chain(&self.notes);
        self.cautions.iter().all(|it| self.shows(&it.when, &it.sources, &[&it.text]))
            && self.benefits.iter().all(|it| {
                let texts = [&it.evidence_text, &it.may, &it.not];
                self.offers(it.concern) && self.shows(&it.when, &it.sources, &texts)
            })
            && self.plans.iter().all(|it| {
                let measured = [it.first_visible, it.full, it.redness];
                let mut ranges = [it.sessions, it.weeks_between]
                    .into_iter()
                    .chain(measured.into_iter().flatten());
                self.offers(it.concern)
                    && self.shows(&it.when, &it.sources, &[])
                    && ranges.all(|Range { from, to }| from <= to)
            })
            && self.care.iter().all(|it| self.shows(&it.when, &it.sources, &[&it.text]))
            && { notes }.all(|it| self.shows(&it.when, &it.sources, &[&it.text]))
    }

    fn shows(&self, when: &Rule, sources: &[usize], texts: &[&Prose]) -> bool {
        let mut all = sources.iter().copied().chain(texts.iter().flat_map(|text| text.sources()));
        self.always_looks(when) && all.all(|source| source < self.sources.len())
    }

    fn offers(&self, pick: Pick) -> bool {
        self.questions.get(pick.question).is_some_and(|it| pick.choice < it.choices.len())
    }

    fn always_looks(&self, rule: &Rule) -> bool {
        self.looks(rule, self.questions.len())
    }

    /// Whether a rule looks at choices that there are, of questions before this one only.
    fn looks(&self, rule: &Rule, before: usize) -> bool {
        match rule {
            Rule::All(rules) | Rule::Any(rules) => {
                rules.iter().all(|rule| self.looks(rule, before))
            }
            Rule::Not(rule) => self.looks(rule, before),
            Rule::Picked(pick) => pick.question < before && self.offers(*pick),
            Rule::AtLeast { question, .. } => *question < before,
        }
    }
}
