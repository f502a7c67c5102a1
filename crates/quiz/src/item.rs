use super::{Contents, Id, Pick, Rule};

/// The lists of a quiz whose things are asked or shown by a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum List {
    /// [`Contents::questions`].
    Questions,
    /// [`Contents::endings`].
    Endings,
    /// [`Contents::cautions`].
    Cautions,
    /// [`Contents::benefits`].
    Benefits,
    /// [`Contents::plans`].
    Plans,
    /// [`Contents::care`].
    Care,
    /// [`Contents::ask`].
    Ask,
    /// [`Contents::notes`].
    Notes,
}

/// A thing of a quiz.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Item {
    /// The list it is in.
    pub list: List,
    /// Its index there.
    pub index: usize,
}

/// What the things of all lists have.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'q> {
    /// Which thing it is.
    pub item: Item,
    /// Unique in its list.
    pub id: &'q Id,
    /// The choice it answers; benefits and plans have one.
    pub concern: Option<Pick>,
    /// Asked or shown when this holds.
    pub when: &'q Rule,
}

impl List {
    /// Every one, in the order of the file.
    pub const ALL: [Self; 8] = [
        Self::Questions,
        Self::Endings,
        Self::Cautions,
        Self::Benefits,
        Self::Plans,
        Self::Care,
        Self::Ask,
        Self::Notes,
    ];

    /// Those of the result, in the order of the file. Their things state facts and cite sources.
    pub const RESULT: [Self; 6] =
        [Self::Cautions, Self::Benefits, Self::Plans, Self::Care, Self::Ask, Self::Notes];

    /// Its field of the data file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Questions => "questions",
            Self::Endings => "endings",
            Self::Cautions => "cautions",
            Self::Benefits => "benefits",
            Self::Plans => "plans",
            Self::Care => "care",
            Self::Ask => "ask",
            Self::Notes => "notes",
        }
    }

    /// The list with this field of the data file.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.name() == name)
    }

    /// A thing of it, by index.
    pub fn item(self, index: usize) -> Item {
        Item { list: self, index }
    }

    /// Its things, in their order.
    pub fn entries(self, quiz: &Contents) -> impl Iterator<Item = Entry<'_>> {
        (0..).map_while(move |index| self.item(index).entry(quiz))
    }
}

impl Item {
    /// What it is in a quiz, if there is such a thing.
    pub fn entry(self, quiz: &Contents) -> Option<Entry<'_>> {
        let at = self.index;
        let (id, concern, when) = match self.list {
            List::Questions => quiz.questions.get(at).map(|it| (&it.id, None, &it.when)),
            List::Endings => quiz.endings.get(at).map(|it| (&it.id, None, &it.when)),
            List::Cautions => quiz.cautions.get(at).map(|it| (&it.id, None, &it.when)),
            List::Benefits => quiz.benefits.get(at).map(|it| (&it.id, Some(it.concern), &it.when)),
            List::Plans => quiz.plans.get(at).map(|it| (&it.id, Some(it.concern), &it.when)),
            List::Care => quiz.care.get(at).map(|it| (&it.id, None, &it.when)),
            List::Ask => quiz.ask.get(at).map(|it| (&it.id, None, &it.when)),
            List::Notes => quiz.notes.get(at).map(|it| (&it.id, None, &it.when)),
        }?;
        Some(Entry { item: self, id, concern, when })
    }
}

impl Contents {
    /// Every thing under a rule, in the order of the file.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        List::ALL.into_iter().flat_map(|list| list.entries(self))
    }
}
