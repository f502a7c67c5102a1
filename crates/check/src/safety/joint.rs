use quiz::{
    Answers, Caution, Choice, Clinic, Contents, Date, Id, Level, MOST_CHOICES, Pick, Prose,
    Question, Quiz, Rule, Words,
};

use super::matched::Matched;

/// What holds for no answers.
const NEVER: Rule = Rule::Any(Vec::new());

/// So many parts a rule has at most when everything that it depends on is written out in it.
const MOST_PARTS: usize = 20_000;

/// All questions of two editions of a quiz, each asked of everybody: an answer is what a visitor
/// would say if asked. What either edition makes of the answers is a rule over them.
pub(super) struct Joint {
    pub(super) questions: Vec<Question>,
    /// For each question, how many of its choices the new edition has.
    pub(super) kept: Vec<usize>,
    old: Places,
    new: Places,
}

/// Where the choices of each question of an edition are among those of both.
struct Places(Vec<Vec<Pick>>);

/// An edition, and where its questions are.
pub(super) struct Edition<'j> {
    pub(super) quiz: &'j Quiz,
    places: &'j Places,
    questions: &'j [Question],
}

/// An edition as visitors meet it, or with the answers to questions that it does not ask as well.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Answered {
    /// Only answers to questions that it asks.
    Asked,
    /// Every answer.
    All,
}

impl Joint {
    /// Nothing where a question has more choices than there can be.
    pub(super) fn new(old: &Quiz, new: &Quiz, matched: &Matched) -> Option<Self> {
        let own = |(question, asked): (usize, &Question)| {
            (0..asked.choices.len()).map(|choice| Pick { question, choice }).collect()
        };
        let mut joint = Self {
            questions: new.questions.iter().map(copied).collect(),
            kept: new.questions.iter().map(|it| it.choices.len()).collect(),
            old: Places(Vec::new()),
            new: Places(new.questions.iter().enumerate().map(own).collect()),
        };
        for (index, question) in old.questions.iter().enumerate() {
            let places = joint.places(question, index, matched);
            joint.old.0.push(places);
        }
        let fits = joint.questions.iter().all(|it| it.choices.len() <= MOST_CHOICES);
        fits.then_some(joint)
    }

    /// Where the choices of a question of the old edition are. Those that the new one does not have
    /// are added, to a question of their own where that is gone as well.
    fn places(&mut self, question: &Question, index: usize, matched: &Matched) -> Vec<Pick> {
        let mut home = matched.questions.new_of(index);
        let choices = question.choices.iter().enumerate();
        let place = choices.map(|(at, choice)| {
            if let Some((question, choice)) = matched.choice(index, at) {
                return Pick { question, choice };
            }
            let home = *home.get_or_insert_with(|| self.added(question));
            self.questions[home].choices.push(chosen(choice));
            Pick { question: home, choice: self.questions[home].choices.len() - 1 }
        });
        place.collect()
    }

    fn added(&mut self, question: &Question) -> usize {
        self.questions.push(Question { choices: Vec::new(), ..copied(question) });
        self.kept.push(0);
        self.questions.len() - 1
    }

    /// The old edition.
    pub(super) fn before<'j>(&'j self, quiz: &'j Quiz) -> Edition<'j> {
        Edition { quiz, places: &self.old, questions: &self.questions }
    }

    /// The new edition.
    pub(super) fn now<'j>(&'j self, quiz: &'j Quiz) -> Edition<'j> {
        Edition { quiz, places: &self.new, questions: &self.questions }
    }

    /// A quiz of these questions, with a caution for each rule.
    pub(super) fn asking(&self, rules: Vec<Rule>) -> Quiz {
        let none = || Words::new("");
        let caution = |when| Caution {
            id: Id::default(),
            level: Level::Tell,
            when,
            title: none(),
            text: Prose::new(Vec::new(), false),
            sources: Vec::new(),
        };
        Quiz::new(Contents {
            id: String::new(),
            language: String::new(),
            languages: Vec::new(),
            translation: None,
            checked: Date { year: 2000, month: 1, day: 1 },
            reviewed: None,
            title: none(),
            purpose: none(),
            facts: Vec::new(),
            result_title: none(),
            clinic: Clinic { name: String::new(), booking: None, contact: None },
            questions: self.questions.iter().map(copied).collect(),
            endings: Vec::new(),
            cautions: rules.into_iter().map(caution).collect(),
            benefits: Vec::new(),
            plans: Vec::new(),
            care: Vec::new(),
            ask: Vec::new(),
            notes: Vec::new(),
            sources: Vec::new(),
        })
    }
}

/// Each gives nothing where a rule is too large when it is written out.
impl Edition<'_> {
    /// A rule of a caution, over the answers of both editions.
    pub(super) fn rule(&self, rule: &Rule, answered: Answered) -> Option<Rule> {
        self.written(rule, usize::MAX, answered, &mut 0)
    }

    /// Whether it asks a question of both editions, with these answers to all of them.
    pub(super) fn asks(&self, place: usize, answers: &Answers) -> bool {
        let own = self.places.0.iter().zip(&self.quiz.questions);
        let mut own = own.filter(|(picks, _)| picks.iter().any(|pick| pick.question == place));
        own.any(|(_, question)| {
            let asked = self.rule(&question.when, Answered::Asked);
            asked.is_some_and(|rule| rule.holds(answers))
        })
    }

    /// Whether no ending is met.
    pub(super) fn result(&self) -> Option<Rule> {
        let all = 0..self.quiz.endings.len();
        all.map(|ending| self.ended(ending, Answered::Asked).map(not))
            .collect::<Option<_>>()
            .map(Rule::All)
    }

    /// Whether an ending's rule holds after some answer.
    pub(super) fn ended(&self, ending: usize, answered: Answered) -> Option<Rule> {
        self.held(ending, usize::MAX, answered, &mut 0)
    }

    /// Whether a visitor ends at this ending, and at no other.
    pub(super) fn met(&self, ending: usize) -> Option<Rule> {
        let rule = &self.quiz.endings[ending].when;
        let parts = &mut 0;
        let mut first_after = |question: usize| {
            let mut all = vec![self.written(rule, question + 1, Answered::Asked, parts)?];
            for other in (0..self.quiz.endings.len()).filter(|other| *other != ending) {
                let before = question + usize::from(other < ending);
                all.push(not(self.held(other, before, Answered::Asked, parts)?));
            }
            Some(Rule::All(all))
        };
        let after = self.changing(rule).map(&mut first_after);
        after.collect::<Option<_>>().map(Rule::Any)
    }

    /// Whether an ending's rule holds after some answer to the questions before this one. One without
    /// a *not* that ever holds does so to the end.
    fn held(
        &self,
        ending: usize,
        before: usize,
        answered: Answered,
        parts: &mut usize,
    ) -> Option<Rule> {
        let rule = &self.quiz.endings[ending].when;
        if !has_not(rule) {
            return self.written(rule, before, answered, parts);
        }
        let changing = self.changing(rule).filter(|it| *it < before);
        let after = changing.map(|it| self.written(rule, it + 1, answered, parts));
        after.collect::<Option<_>>().map(Rule::Any)
    }

    /// The questions with which a rule can begin to hold.
    fn changing(&self, rule: &Rule) -> impl Iterator<Item = usize> {
        (0..self.quiz.questions.len()).filter(move |it| *it == 0 || rule.looks_at(*it))
    }

    /// A rule when only the questions before this one are answered.
    fn written(
        &self,
        rule: &Rule,
        before: usize,
        answered: Answered,
        parts: &mut usize,
    ) -> Option<Rule> {
        *parts += 1;
        if *parts > MOST_PARTS {
            return None;
        }
        let mut each = |rules: &[Rule]| {
            rules.iter().map(|it| self.written(it, before, answered, parts)).collect::<Option<_>>()
        };
        match rule {
            Rule::All(rules) => each(rules).map(Rule::All),
            Rule::Any(rules) => each(rules).map(Rule::Any),
            Rule::Not(rule) => self.written(rule, before, answered, parts).map(not),
            Rule::Picked(pick) if pick.question < before => {
                self.where_asked(pick.question, self.picked(*pick), answered, parts)
            }
            Rule::AtLeast { question, count } if *question < before => {
                let counted = self.at_least(*question, *count as usize, parts)?;
                self.where_asked(*question, counted, answered, parts)
            }
            Rule::Picked(_) | Rule::AtLeast { .. } => Some(NEVER),
        }
    }

    /// What a rule says of a question, where that is asked.
    fn where_asked(
        &self,
        question: usize,
        rule: Rule,
        answered: Answered,
        parts: &mut usize,
    ) -> Option<Rule> {
        let when = &self.quiz.questions[question].when;
        let is_always = matches!(when, Rule::All(rules) if rules.is_empty());
        if is_always || answered == Answered::All {
            return Some(rule);
        }
        Some(Rule::All(vec![self.written(when, question, answered, parts)?, rule]))
    }

    fn picked(&self, pick: Pick) -> Rule {
        Rule::Picked(self.places.0[pick.question][pick.choice])
    }

    /// So many of the edition's own choices: those of the other edition do not count.
    fn at_least(&self, question: usize, count: usize, parts: &mut usize) -> Option<Rule> {
        let picks = &self.places.0[question];
        let place = picks.first()?.question;
        let is_whole = picks.iter().all(|pick| pick.question == place)
            && picks.len() == self.questions[place].choices.len();
        if is_whole {
            return Some(Rule::AtLeast { question: place, count: u32::try_from(count).ok()? });
        }
        let own = picks.iter().map(|pick| Rule::Picked(*pick)).collect::<Vec<_>>();
        some_of(&own, count, parts)
    }
}

/// At least so many of some rules hold.
fn some_of(rules: &[Rule], count: usize, parts: &mut usize) -> Option<Rule> {
    *parts += 1;
    match rules {
        _ if *parts > MOST_PARTS => None,
        _ if count == 0 => Some(Rule::ALWAYS),
        _ if count > rules.len() => Some(NEVER),
        [first, rest @ ..] => {
            let with = Rule::All(vec![first.clone(), some_of(rest, count - 1, parts)?]);
            Some(Rule::Any(vec![with, some_of(rest, count, parts)?]))
        }
        [] => Some(NEVER),
    }
}

/// The rule does not hold.
pub(super) fn not(rule: Rule) -> Rule {
    Rule::Not(Box::new(rule))
}

/// Whether two rules are written alike.
pub(super) fn alike(one: &Rule, other: &Rule) -> bool {
    match (one, other) {
        (Rule::All(ones), Rule::All(others)) | (Rule::Any(ones), Rule::Any(others)) => {
            ones.len() == others.len()
                && ones.iter().zip(others).all(|(one, other)| alike(one, other))
        }
        (Rule::Not(one), Rule::Not(other)) => alike(one, other),
        (Rule::Picked(one), Rule::Picked(other)) => one == other,
        (
            Rule::AtLeast { question: one, count: least },
            Rule::AtLeast { question: other, count: same },
        ) => (one, least) == (other, same),
        _ => false,
    }
}

fn has_not(rule: &Rule) -> bool {
    match rule {
        Rule::All(rules) | Rule::Any(rules) => rules.iter().any(has_not),
        Rule::Not(_) => true,
        Rule::Picked(_) | Rule::AtLeast { .. } => false,
    }
}

fn copied(question: &Question) -> Question {
    Question {
        id: question.id.clone(),
        kind: question.kind,
        when: Rule::ALWAYS,
        choices: question.choices.iter().map(chosen).collect(),
        part: None,
        title: question.title.clone(),
        hint: None,
    }
}

fn chosen(choice: &Choice) -> Choice {
    Choice {
        id: choice.id.clone(),
        exclusive: choice.exclusive,
        picture: None,
        swatch: None,
        label: choice.label.clone(),
        hint: None,
        short: choice.short.clone(),
    }
}
