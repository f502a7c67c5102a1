use super::{Answers, Benefit, Care, Caution, Course, Level, Note, Pick, Plan, Quiz, Rule, Source};

/// What the visitor reads at the end, computed from the answers that count.
#[derive(Debug)]
pub struct Outcome<'q> {
    /// Strictest first, in the order of the file within a level.
    pub cautions: Vec<Shown<'q, Caution>>,
    /// One for each picked choice that a benefit or a plan answers, in the order of the file.
    pub concerns: Vec<Concern<'q>>,
    /// All plans as one; nothing where no plan applies.
    pub course: Option<Course>,
    /// Advice that applies.
    pub care: Vec<&'q Care>,
    /// Questions to bring.
    pub ask: Vec<&'q Note>,
    /// Statements that every result carries.
    pub notes: Vec<&'q Note>,
    /// Whether it was opened from a shared link, without safety answers.
    pub shared: bool,
}

/// An item and the picks that led to it.
#[derive(Debug)]
pub struct Shown<'q, T> {
    /// What is shown.
    pub item: &'q T,
    /// The picks that made its rule hold.
    pub because: Vec<Pick>,
}

/// What applies to one picked concern.
#[derive(Debug)]
pub struct Concern<'q> {
    /// The choice that was picked.
    pub pick: Pick,
    /// What the treatment may do for it.
    pub benefits: Vec<Shown<'q, Benefit>>,
    /// What a course looks like for it.
    pub plans: Vec<Shown<'q, Plan>>,
}

/// The part of a result that a link carries: benefits and plans, by index. No caution: a link says
/// nothing of anybody's health.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    /// Indices into [`Quiz::benefits`].
    pub benefits: Vec<usize>,
    /// Indices into [`Quiz::plans`].
    pub plans: Vec<usize>,
}

impl<'q> Outcome<'q> {
    /// The result of these answers, which are the counted ones of a [`super::Walk`].
    pub fn new(quiz: &'q Quiz, counted: &Answers) -> Self {
        let applies = |concern: Pick, when: &Rule| {
            when.holds(counted).then_some(())?;
            let mut because = Rule::Picked(concern).because(counted);
            if because.is_empty() {
                return None;
            }
            because.extend(when.because(counted));
            because.sort_unstable();
            because.dedup();
            Some(because)
        };
        let mut outcome = Self::of(
            quiz,
            |benefit| applies(benefit.concern, &benefit.when),
            |plan| applies(plan.concern, &plan.when),
            counted,
        );
        outcome.cautions = cautions(quiz, counted);
        outcome
    }

    /// The result that a link carries.
    pub fn from_shared(quiz: &'q Quiz, shared: &Shared) -> Self {
        let is = |list: &[usize], index: usize| list.contains(&index).then(Vec::new);
        let outcome = Self::of(
            quiz,
            |benefit| is(&shared.benefits, position(&quiz.benefits, benefit)),
            |plan| is(&shared.plans, position(&quiz.plans, plan)),
            &Answers::none(quiz),
        );
        Self { shared: true, ..outcome }
    }

    fn of(
        quiz: &'q Quiz,
        benefit: impl Fn(&Benefit) -> Option<Vec<Pick>>,
        plan: impl Fn(&Plan) -> Option<Vec<Pick>>,
        counted: &Answers,
    ) -> Self {
        let mut concerns: Vec<Concern<'q>> = Vec::new();
        for shown in shown(&quiz.benefits, benefit) {
            of_concern(&mut concerns, shown.item.concern).benefits.push(shown);
        }
        for shown in shown(&quiz.plans, plan) {
            of_concern(&mut concerns, shown.item.concern).plans.push(shown);
        }
        concerns.sort_by_key(|concern| concern.pick);
        let course = Course::of(&plans(&concerns));
        Self {
            cautions: Vec::new(),
            concerns,
            course,
            care: quiz.care.iter().filter(|care| care.when.holds(counted)).collect(),
            ask: quiz.ask.iter().filter(|note| note.when.holds(counted)).collect(),
            notes: quiz.notes.iter().filter(|note| note.when.holds(counted)).collect(),
            shared: false,
        }
    }

    /// Whether a caution says not to treat now: no invitation to book is shown then.
    pub fn on_hold(&self) -> bool {
        self.has(Level::Hold)
    }

    /// Whether a caution says to ask before booking: asking is the first thing offered then.
    pub fn asks_first(&self) -> bool {
        self.has(Level::Ask)
    }

    fn has(&self, level: Level) -> bool {
        self.cautions.iter().any(|caution| caution.item.level == level)
    }

    /// Whether booking may be offered: no *hold* applies, and the safety list was answered.
    pub fn may_book(&self) -> bool {
        !self.on_hold() && !self.shared
    }

    /// The plans combined in its course, in the order that [`super::Span`] counts them.
    pub fn plans(&self) -> Vec<&'q Plan> {
        plans(&self.concerns)
    }

    /// What a link to this result carries.
    pub fn to_shared(&self, quiz: &Quiz) -> Shared {
        let benefits = self.concerns.iter().flat_map(|concern| &concern.benefits);
        Shared {
            benefits: benefits.map(|shown| position(&quiz.benefits, shown.item)).collect(),
            plans: self.plans().iter().map(|plan| position(&quiz.plans, plan)).collect(),
        }
    }

    /// Every source of what is shown, in the order of the file.
    pub fn sources(&self, quiz: &'q Quiz) -> Vec<&'q Source> {
        let mut used = vec![false; quiz.sources.len()];
        let mut mark = |sources: &[usize]| sources.iter().for_each(|&source| used[source] = true);
        for caution in &self.cautions {
            mark(&caution.item.sources);
            mark(&caution.item.text.sources().collect::<Vec<_>>());
        }
        for concern in &self.concerns {
            for shown in &concern.benefits {
                mark(&shown.item.sources);
                for prose in [&shown.item.may, &shown.item.not, &shown.item.evidence_text] {
                    mark(&prose.sources().collect::<Vec<_>>());
                }
            }
            concern.plans.iter().for_each(|shown| mark(&shown.item.sources));
        }
        for care in &self.care {
            mark(&care.sources);
            mark(&care.text.sources().collect::<Vec<_>>());
        }
        for note in self.ask.iter().chain(&self.notes) {
            mark(&note.sources);
            mark(&note.text.sources().collect::<Vec<_>>());
        }
        quiz.sources.iter().zip(used).filter(|(_, used)| *used).map(|(source, _)| source).collect()
    }
}

fn of_concern<'a, 'q>(concerns: &'a mut Vec<Concern<'q>>, pick: Pick) -> &'a mut Concern<'q> {
    let index = concerns.iter().position(|concern| concern.pick == pick).unwrap_or_else(|| {
        concerns.push(Concern { pick, benefits: Vec::new(), plans: Vec::new() });
        concerns.len() - 1
    });
    &mut concerns[index]
}

fn plans<'q>(concerns: &[Concern<'q>]) -> Vec<&'q Plan> {
    concerns.iter().flat_map(|concern| &concern.plans).map(|shown| shown.item).collect()
}

fn cautions<'q>(quiz: &'q Quiz, counted: &Answers) -> Vec<Shown<'q, Caution>> {
    let mut cautions: Vec<_> = shown(&quiz.cautions, |caution| {
        caution.when.holds(counted).then(|| caution.when.because(counted))
    })
    .collect();
    cautions.sort_by_key(|caution| caution.item.level);
    cautions
}

fn shown<'q, T>(
    items: &'q [T],
    because: impl Fn(&T) -> Option<Vec<Pick>>,
) -> impl Iterator<Item = Shown<'q, T>> {
    items.iter().filter_map(move |item| Some(Shown { item, because: because(item)? }))
}

fn position<T>(items: &[T], item: &T) -> usize {
    items.iter().position(|other| std::ptr::eq(other, item)).unwrap_or_default()
}
