mod cone;
mod search;

use std::cell::OnceCell;
use std::rc::Rc;

use biodivine_lib_bdd::Bdd;
use num_bigint::BigUint;
use quiz::Picks;

use super::form::Form;
use super::path;
use super::space::{Seek, Space};
use cone::Made;

/// The factor of a question that is not there yet.
const NOWHERE: usize = usize::MAX;

/// A set of walks, as factors that know nothing of each other: a walk belongs to the set when it
/// belongs to every factor.
#[derive(Clone)]
pub(super) struct Factors<'s> {
    space: &'s Space,
    made: Made,
    /// For each question, its factor.
    of: Vec<usize>,
    list: Vec<Option<Rc<Factor>>>,
}

/// What is known of the answers to some questions.
struct Factor {
    questions: Vec<usize>,
    /// Nothing where it is too much work.
    bdd: Option<Bdd>,
    /// Whether it is known to hold some walk without a look at the diagram.
    sure: bool,
    fewest: OnceCell<Option<Part>>,
    count: OnceCell<Option<BigUint>>,
}

/// Walks of a set that satisfy a form.
#[derive(Clone, Debug)]
pub(super) enum Found {
    /// There is none.
    Never,
    /// It is too much work.
    Undecided,
    /// This one.
    Walk(Witness),
}

/// An example.
#[derive(Clone, Debug)]
pub(super) struct Witness {
    /// How many questions are asked, of those that it answers.
    pub(super) asked: usize,
    /// Answers to them.
    pub(super) picks: Vec<(usize, Picks)>,
    /// Whether it answers all that are asked.
    pub(super) whole: bool,
    /// Whether no other walk of the set has fewer.
    pub(super) shortest: bool,
}

/// The answers of some factors.
#[derive(Clone, Debug, Default)]
struct Part {
    factors: Vec<usize>,
    asked: usize,
    picks: Vec<(usize, Picks)>,
    shortest: bool,
}

impl Factor {
    fn new(questions: Vec<usize>, bdd: Option<Bdd>, sure: bool) -> Self {
        Self { questions, bdd, sure, fewest: OnceCell::new(), count: OnceCell::new() }
    }

    fn fewest(&self, space: &Space) -> Option<&Part> {
        let found = || self.bdd.as_ref().and_then(|bdd| part(space, bdd, Seek::Fewest, &[]));
        self.fewest.get_or_init(found).as_ref()
    }

    fn count(&self, space: &Space) -> Option<&BigUint> {
        let found = || {
            let variables = space.variables(&self.questions);
            Some(path::count(space, self.bdd.as_ref()?, &variables))
        };
        self.count.get_or_init(found).as_ref()
    }
}

fn part(space: &Space, bdd: &Bdd, seek: Seek, cube: &[(usize, bool)]) -> Option<Part> {
    let (asked, variables) = path::extreme(space, bdd, seek, cube)?;
    Some(Part { factors: Vec::new(), asked, picks: space.picks(&variables), shortest: true })
}

impl<'s> Factors<'s> {
    /// The walk of no question.
    pub(super) fn new(space: &'s Space) -> Self {
        Self {
            space,
            made: Made::default(),
            of: vec![NOWHERE; space.questions.len()],
            list: Vec::new(),
        }
    }

    /// Every question asked or not, whatever is answered elsewhere.
    pub(super) fn loose(space: &'s Space) -> Self {
        let mut factors = Self::new(space);
        let questions = 0..space.questions.len();
        questions.for_each(|question| factors.put(question, space.group(question)));
        factors
    }

    /// Adds the next question, which is asked when the form holds.
    pub(super) fn add(&mut self, question: usize, when: &Form, asked: &Form) {
        self.put(question, self.space.group(question));
        self.made.ask(when, asked);
        self.ask(question, when, asked);
    }

    /// Adds a question: its answers, asked or not.
    fn put(&mut self, question: usize, answers: Bdd) {
        self.of[question] = self.list.len();
        self.list.push(Some(Rc::new(Factor::new(vec![question], Some(answers), true))));
    }

    /// Ties a question to the others.
    fn ask(&mut self, question: usize, when: &Form, asked: &Form) {
        let mut touched = self.touched(&when.questions());
        touched.push(self.of[question]);
        let sure = self.all_sure(&touched);
        let both = || {
            let rule = self.space.iff(&self.space.diagram(when)?, &self.space.diagram(asked)?)?;
            self.joined(&touched, rule)
        };
        let bdd = both();
        self.merge(&touched, bdd, sure);
    }

    /// Keeps the walks that satisfy a form.
    pub(super) fn keep(&mut self, form: &Form) {
        for form in form.conjuncts() {
            let form = &self.thinned(form);
            let touched = self.touched(&form.questions());
            if touched.len() > 1 && matches!(self.direct(&form.clone().not()), Found::Never) {
                continue;
            }
            self.made.keep(form);
            let bdd = self.space.diagram(form).and_then(|rule| self.joined(&touched, rule));
            self.merge(&touched, bdd, false);
        }
    }

    /// An example that satisfies a form: the shortest, unless it says otherwise.
    pub(super) fn find(&self, form: &Form) -> Found {
        self.direct(form).or_else(|| self.in_cone(form).unwrap_or(Found::Undecided))
    }

    /// The same, from whole factors.
    fn direct(&self, form: &Form) -> Found {
        let live: Vec<usize> = (0..self.list.len()).filter(|&at| self.list[at].is_some()).collect();
        if self.space.look(live.len()).is_none() {
            return Found::Undecided;
        }
        if live.iter().any(|&at| self.is_empty(at)) {
            return Found::Never;
        }
        let part = match self.part(form) {
            Ok(Some(part)) => part,
            Ok(None) => return Found::Never,
            Err(()) => return Found::Undecided,
        };
        let mut witness =
            Witness { asked: part.asked, picks: part.picks, whole: true, shortest: part.shortest };
        for at in live.into_iter().filter(|at| !part.factors.contains(at)) {
            let factor = self.factor(at);
            match factor.fewest(self.space) {
                Some(part) => {
                    witness.asked += part.asked;
                    witness.picks.extend_from_slice(&part.picks);
                }
                None if factor.sure => (witness.whole, witness.shortest) = (false, false),
                None => return Found::Undecided,
            }
        }
        witness.picks.sort_unstable_by_key(|pick| pick.0);
        Found::Walk(witness)
    }

    /// Whether what was kept of a question matters where a form is looked for: where it shares a
    /// factor with the form, or one of which nothing is known.
    fn bears_on(&self, question: usize, form: &Form) -> bool {
        let at = self.of[question];
        self.factor(at).bdd.is_none() || self.touched(&form.questions()).contains(&at)
    }

    /// How many questions the largest factor has that is too much work.
    fn largest_undecided(&self) -> usize {
        let factors = self.list.iter().flatten().filter(|factor| factor.bdd.is_none());
        factors.map(|factor| factor.questions.len()).max().unwrap_or_default()
    }

    /// Answers of the factors that have none of these questions.
    fn untouched(&self, questions: &[usize]) -> impl Iterator<Item = &[(usize, Picks)]> {
        let touched = self.touched(questions);
        let factors = self.list.iter().enumerate();
        let factors = factors.filter(move |(at, _)| !touched.contains(at));
        let factors = factors.filter_map(|(_, factor)| factor.as_ref());
        factors.filter_map(|factor| Some(factor.fewest(self.space)?.picks.as_slice()))
    }

    /// The walk with the most questions asked.
    pub(super) fn longest(&self) -> Found {
        let mut witness = Witness { asked: 0, picks: Vec::new(), whole: true, shortest: false };
        for factor in self.list.iter().flatten() {
            let Some(bdd) = &factor.bdd else { return Found::Undecided };
            let Some(part) = part(self.space, bdd, Seek::Most, &[]) else { return Found::Never };
            witness.asked += part.asked;
            witness.picks.extend(part.picks);
        }
        witness.picks.sort_unstable_by_key(|pick| pick.0);
        Found::Walk(witness)
    }

    /// How many walks there are. Nothing where that is too much work.
    pub(super) fn count(&self) -> Option<BigUint> {
        let factors = || self.list.iter().flatten();
        if factors().any(|factor| factor.bdd.as_ref().is_some_and(Bdd::is_false)) {
            return Some(BigUint::ZERO);
        }
        let counts: Option<Vec<BigUint>> =
            factors().map(|factor| factor.count(self.space).cloned()).collect();
        counts.map(product)
    }

    /// A form without the alternatives that never hold.
    fn thinned(&self, form: &Form) -> Form {
        match form {
            Form::Any(forms) if self.touched(&form.questions()).len() > 1 => {
                let holds = |form: &&Form| !matches!(self.part(form), Ok(None));
                Form::any(forms.iter().filter(holds).cloned())
            }
            form => form.clone(),
        }
    }

    fn joined(&self, factors: &[usize], rule: Bdd) -> Option<Bdd> {
        let bdds: Option<Vec<&Bdd>> =
            factors.iter().map(|&at| self.factor(at).bdd.as_ref()).collect();
        let mut bdds = bdds?;
        bdds.sort_by_key(|bdd| bdd.size());
        bdds.into_iter().try_fold(rule, |all, bdd| self.space.and(&all, bdd))
    }

    fn merge(&mut self, factors: &[usize], bdd: Option<Bdd>, sure: bool) {
        let mut questions: Vec<usize> =
            factors.iter().flat_map(|&at| self.factor(at).questions.clone()).collect();
        questions.sort_unstable();
        questions.iter().for_each(|&question| self.of[question] = self.list.len());
        factors.iter().for_each(|&at| self.list[at] = None);
        self.list.push(Some(Rc::new(Factor::new(questions, bdd, sure))));
    }

    fn touched(&self, questions: &[usize]) -> Vec<usize> {
        let mut factors: Vec<usize> = questions.iter().map(|&question| self.of[question]).collect();
        factors.sort_unstable();
        factors.dedup();
        factors
    }

    fn all_sure(&self, factors: &[usize]) -> bool {
        factors.iter().all(|&at| self.factor(at).sure)
    }

    fn is_empty(&self, at: usize) -> bool {
        self.factor(at).bdd.as_ref().is_some_and(Bdd::is_false)
    }

    fn factor(&self, at: usize) -> &Factor {
        self.list[at].as_ref().unwrap_or_else(|| unreachable!("only factors in use are named"))
    }
}

/// Halves first: numbers of like length are quicker to multiply.
fn product(mut numbers: Vec<BigUint>) -> BigUint {
    while numbers.len() > 1 {
        numbers = numbers.chunks(2).map(|pair| pair.iter().product()).collect();
    }
    numbers.pop().unwrap_or_else(|| BigUint::from(1_u8))
}
