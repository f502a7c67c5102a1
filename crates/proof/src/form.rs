use quiz::{Kind, Pick, Quiz, Rule};

use super::variables::Variables;

/// A rule over the variables of a quiz, with every `not` moved to the ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Every one holds.
    All(Vec<Form>),
    /// One of them holds.
    Any(Vec<Form>),
    /// The variable has this value.
    Is { question: usize, variable: usize, holds: bool },
    /// At least so many are picked, or not.
    Counted { question: usize, count: u32, holds: bool },
}

/// Variables with their values, all at once.
pub(super) type Cube = Vec<(usize, bool)>;

/// The most cubes that a form is taken apart into.
const MOST_CUBES: usize = 16;

/// Turns rules into forms.
#[derive(Clone, Copy)]
pub(super) struct Reader<'q> {
    pub(super) quiz: &'q Quiz,
    pub(super) questions: &'q [Variables],
    /// How many questions are answered so far; nothing is picked of later ones.
    pub(super) before: usize,
}

impl Reader<'_> {
    /// What a rule says.
    pub(super) fn rule(self, rule: &Rule) -> Form {
        match rule {
            Rule::All(rules) => Form::all(rules.iter().map(|rule| self.rule(rule))),
            Rule::Any(rules) => Form::any(rules.iter().map(|rule| self.rule(rule))),
            Rule::Not(rule) => self.rule(rule).not(),
            Rule::Picked(pick) => self.picked(*pick),
            Rule::AtLeast { question, count } => self.at_least(*question, *count),
        }
    }

    /// A choice is picked.
    pub(super) fn picked(self, pick: Pick) -> Form {
        let question = pick.question;
        let of = &self.questions[question];
        match of.of_choice[pick.choice] {
            Some(unit) if question < self.before => {
                Form::Is { question, variable: of.units[unit].variable, holds: true }
            }
            _ => Form::FALSE,
        }
    }

    /// A question is asked.
    pub(super) fn asked(self, question: usize) -> Form {
        Form::Is { question, variable: self.questions[question].asked, holds: true }
    }

    fn at_least(self, question: usize, count: u32) -> Form {
        match (count, self.quiz.questions[question].kind) {
            (0, _) => Form::TRUE,
            _ if question >= self.before => Form::FALSE,
            (1, _) => self.asked(question),
            (_, Kind::One) => Form::FALSE,
            _ if count as usize > self.quiz.questions[question].choices.len() => Form::FALSE,
            _ => Form::Counted { question, count, holds: true },
        }
    }
}

impl Form {
    /// Holds always.
    pub(super) const TRUE: Self = Self::All(Vec::new());
    /// Never holds.
    pub(super) const FALSE: Self = Self::Any(Vec::new());

    /// Every one holds.
    pub(super) fn all(forms: impl IntoIterator<Item = Form>) -> Self {
        let mut flat = Vec::new();
        for form in forms {
            match form {
                Self::All(more) => flat.extend(more),
                form if form == Self::FALSE => return Self::FALSE,
                form => flat.push(form),
            }
        }
        if flat.len() == 1 { flat.remove(0) } else { Self::All(flat) }
    }

    /// One of them holds.
    pub(super) fn any(forms: impl IntoIterator<Item = Form>) -> Self {
        Self::all(forms.into_iter().map(Self::not)).not()
    }

    /// It does not hold.
    #[must_use]
    pub(super) fn not(self) -> Self {
        match self {
            Self::All(forms) => Self::Any(forms.into_iter().map(Self::not).collect()),
            Self::Any(forms) => Self::All(forms.into_iter().map(Self::not).collect()),
            Self::Is { question, variable, holds } => {
                Self::Is { question, variable, holds: !holds }
            }
            Self::Counted { question, count, holds } => {
                Self::Counted { question, count, holds: !holds }
            }
        }
    }

    /// What it says when everything that must not hold is left out.
    #[must_use]
    pub(super) fn positive(self) -> Self {
        match self {
            Self::All(forms) => Self::all(forms.into_iter().map(Self::positive)),
            Self::Any(forms) => Self::any(forms.into_iter().map(Self::positive)),
            Self::Is { holds: false, .. } | Self::Counted { holds: false, .. } => Self::TRUE,
            form => form,
        }
    }

    /// What must hold together.
    pub(super) fn conjuncts(&self) -> &[Form] {
        match self {
            Self::All(forms) => forms,
            form => std::slice::from_ref(form),
        }
    }

    /// The ways in which it can hold, where they are few.
    pub(super) fn cubes(&self) -> Option<Vec<Cube>> {
        let cubes = match self {
            Self::All(forms) => forms.iter().try_fold(vec![Cube::new()], |all, form| {
                let more = form.cubes()?;
                (all.len() * more.len() <= MOST_CUBES).then(|| {
                    let both = |one: &Cube| {
                        let one = one.clone();
                        more.iter().map(move |other| [&one[..], other].concat()).collect::<Vec<_>>()
                    };
                    all.iter().flat_map(both).collect()
                })
            })?,
            Self::Any(forms) => {
                let cubes: Option<Vec<Vec<Cube>>> = forms.iter().map(Self::cubes).collect();
                cubes?.concat()
            }
            Self::Is { variable, holds, .. } => vec![vec![(*variable, *holds)]],
            Self::Counted { .. } => return None,
        };
        (cubes.len() <= MOST_CUBES).then_some(cubes)
    }

    /// The questions it looks at, each once, in order.
    pub(super) fn questions(&self) -> Vec<usize> {
        let mut questions = Vec::new();
        self.collect(&mut |question, _| questions.push(question));
        questions.sort_unstable();
        questions.dedup();
        questions
    }

    /// Calls for each question, with the variable where it is one.
    pub(super) fn collect(&self, call: &mut impl FnMut(usize, Option<usize>)) {
        match self {
            Self::All(forms) | Self::Any(forms) => {
                forms.iter().for_each(|form| form.collect(call));
            }
            Self::Is { question, variable, .. } => call(*question, Some(*variable)),
            Self::Counted { question, .. } => call(*question, None),
        }
    }
}
