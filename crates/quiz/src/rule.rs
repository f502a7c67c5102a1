use super::Answers;

/// A choice of a question, by index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pick {
    /// Index into [`super::Quiz::questions`].
    pub question: usize,
    /// Index into [`super::Question::choices`].
    pub choice: usize,
}

/// A condition over picked choices.
#[derive(Clone, Debug)]
pub enum Rule {
    /// Every one holds; an empty one always does.
    All(Vec<Rule>),
    /// At least one holds.
    Any(Vec<Rule>),
    /// It does not hold.
    Not(Box<Rule>),
    /// The choice is picked.
    Picked(Pick),
    /// At least `count` choices of the question are picked.
    AtLeast {
        /// Index into [`super::Quiz::questions`].
        question: usize,
        /// 1 or more.
        count: u32,
    },
}

impl Rule {
    /// Holds whatever is picked.
    pub const ALWAYS: Self = Self::All(Vec::new());

    /// Whether it holds for these answers.
    pub fn holds(&self, answers: &Answers) -> bool {
        self.decided(&|question| Some(answers.of(question))) == Some(true)
    }

    /// Whether it holds when some questions are still open (`None`): decided only where no answer
    /// to them could change it.
    pub(super) fn decided(&self, picks: &dyn Fn(usize) -> Option<super::Picks>) -> Option<bool> {
        match self {
            Self::All(rules) => decided_by(false, rules, picks),
            Self::Any(rules) => decided_by(true, rules, picks),
            Self::Not(rule) => rule.decided(picks).map(|holds| !holds),
            Self::Picked(pick) => picks(pick.question).map(|picks| picks.has(pick.choice)),
            Self::AtLeast { question, count } => picks(*question).map(|p| p.count() >= *count),
        }
    }

    /// The picks that make it hold. Empty where it does not.
    pub fn because(&self, answers: &Answers) -> Vec<Pick> {
        let mut picks = Vec::new();
        if self.holds(answers) {
            self.collect(answers, &mut picks);
        }
        picks.sort_unstable();
        picks.dedup();
        picks
    }

    fn collect(&self, answers: &Answers, into: &mut Vec<Pick>) {
        match self {
            Self::All(rules) | Self::Any(rules) => rules
                .iter()
                .filter(|rule| rule.holds(answers))
                .for_each(|rule| rule.collect(answers, into)),
            Self::Not(_) => {}
            Self::Picked(pick) => into.push(*pick),
            Self::AtLeast { question, .. } => into.extend(
                answers.of(*question).iter().map(|choice| Pick { question: *question, choice }),
            ),
        }
    }

    /// The choices that speak for it, whatever else must hold; in order.
    pub fn speaking_for(&self) -> Vec<Pick> {
        let mut picks = match self {
            Self::All(rules) | Self::Any(rules) => {
                rules.iter().flat_map(Self::speaking_for).collect()
            }
            Self::Picked(pick) => vec![*pick],
            Self::Not(_) | Self::AtLeast { .. } => Vec::new(),
        };
        picks.sort_unstable();
        picks.dedup();
        picks
    }

    /// Visits the questions it looks at, each as often as it does.
    pub(super) fn each_question(&self, visit: &mut impl FnMut(usize)) {
        match self {
            Self::All(rules) | Self::Any(rules) => {
                rules.iter().for_each(|rule| rule.each_question(visit));
            }
            Self::Not(rule) => rule.each_question(visit),
            Self::Picked(pick) => visit(pick.question),
            Self::AtLeast { question, .. } => visit(*question),
        }
    }

    /// Whether it looks at a question.
    pub fn looks_at(&self, question: usize) -> bool {
        match self {
            Self::All(rules) | Self::Any(rules) => rules.iter().any(|rule| rule.looks_at(question)),
            Self::Not(rule) => rule.looks_at(question),
            Self::Picked(pick) => pick.question == question,
            Self::AtLeast { question: asked, .. } => *asked == question,
        }
    }
}

fn decided_by(
    decisive: bool,
    rules: &[Rule],
    picks: &dyn Fn(usize) -> Option<super::Picks>,
) -> Option<bool> {
    let mut open = false;
    for rule in rules {
        match rule.decided(picks) {
            Some(holds) if holds == decisive => return Some(decisive),
            Some(_) => {}
            None => open = true,
        }
    }
    (!open).then_some(!decisive)
}
