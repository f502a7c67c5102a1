use data::{Node, Path, Step};
use quiz::List;

use super::change::Edit;
use super::depend::{has_twin, items, references, taken_along};
use super::field::FieldType;
use super::forms::form;
use super::gone::Gone;
use super::history::{Draft, FileId};
use super::remains::Remains;
use super::visitor_cleanup::VisitorCleanup;

/// What follows if an entry of a quiz is deleted and nothing may refer to it any more. Nobody can pick a choice
/// that is gone, so a rule is read as if nobody had.
#[derive(Debug)]
pub struct CleanUp {
    /// What goes: the entry, and then what nobody could see any more.
    pub deleted: Vec<Path>,
    /// What has another condition or fewer sources.
    pub changed: Vec<Path>,
    /// What everybody sees whom the rest of it is for, as its condition goes.
    pub widened: Vec<Path>,
    /// What stays as it is, as it has to have a condition and everybody would see it.
    pub undecided: Vec<Path>,
    /// What is left with a list of sources that is empty.
    pub unsourced: Vec<Path>,
    /// What becomes of the test visitors.
    pub visitors: VisitorCleanup,
    edits: Vec<(FileId, Edit)>,
}

impl CleanUp {
    /// What follows if this entry of a draft's quiz is deleted.
    pub fn of(draft: &Draft, entry: &Path) -> Self {
        let quiz = draft.quiz().node();
        let gone = all_gone(quiz, entry);
        let mut this = Self {
            deleted: gone.entries().to_vec(),
            changed: Vec::new(),
            widened: Vec::new(),
            undecided: Vec::new(),
            unsourced: Vec::new(),
            visitors: VisitorCleanup::default(),
            edits: Vec::new(),
        };
        let rules = things(quiz).into_iter().filter(|(at, _)| !gone.holds(at));
        rules.for_each(|(at, thing)| this.change_rule(&at, thing, &gone));
        let cited = this.uncite(quiz, &gone);
        let removed = from_last(gone.entries().iter().cloned().chain(cited));
        this.edits.extend(removed.into_iter().map(|path| (FileId::QUIZ, Edit::Remove(path))));
        this.edits.extend(taken_along(draft, gone.entries()));
        this.follow_visitors(draft, &gone);
        this
    }

    /// Whether anything but the entry itself is deleted or changed.
    pub fn is_needed(&self) -> bool {
        let others = [&self.changed, &self.widened, &self.undecided, &self.unsourced];
        self.deleted.len() > 1
            || others.iter().any(|paths| !paths.is_empty())
            || self.visitors.changed > 0
    }

    /// What is deleted, so that what stands last goes first and no place before it changes.
    pub fn deleted_from_last(&self) -> Vec<Path> {
        from_last(self.deleted.iter().cloned())
    }

    /// What does it, as one step.
    pub fn into_edits(self) -> Vec<(FileId, Edit)> {
        self.edits
    }

    fn change_rule(&mut self, at: &Path, thing: &Node, gone: &Gone<'_>) {
        let Some(rule) = thing.get("when") else { return };
        let when = at.then([Step::from("when")]);
        let edit = match Remains::of(rule, gone) {
            Remains::Rule(left) if left == *rule => return,
            Remains::Never => return,
            Remains::Rule(left) => {
                self.changed.push(at.clone());
                Edit::Set(when, left)
            }
            Remains::Always if needs_rule(at) => {
                self.undecided.push(at.clone());
                return;
            }
            Remains::Always => {
                self.widened.push(at.clone());
                Edit::Remove(when)
            }
        };
        self.edits.push((FileId::QUIZ, edit));
    }

    /// The places of sources that go, in lists that stay.
    fn uncite(&mut self, quiz: &Node, gone: &Gone<'_>) -> Vec<Path> {
        let is_gone = |field: &str, text: &str| field == "sources" && gone.is_named(field, text);
        let cited: Vec<Path> =
            references(quiz, &is_gone).into_iter().filter(|path| !gone.holds(path)).collect();
        let is_last = |path: &&Path| {
            let list = &path.0[..path.0.len() - 1];
            let count = cited.iter().filter(|other| other.0.starts_with(list)).count();
            matches!(Path(list.to_vec()).node(quiz), Some(Node::List(all)) if all.len() == count)
        };
        self.unsourced = items(cited.iter().filter(is_last).cloned());
        let others = items(cited.iter().cloned());
        let is_new = |path: &Path| !self.unsourced.contains(path) && !self.changed.contains(path);
        let others: Vec<Path> = others.into_iter().filter(is_new).collect();
        self.changed.extend(others);
        cited
    }

    fn follow_visitors(&mut self, draft: &Draft, gone: &Gone<'_>) {
        let quiz = draft.quiz().node();
        let is_single = |entry: &&Path| !has_twin(quiz, entry);
        let keys: Vec<String> =
            gone.entries().iter().filter(is_single).map(|it| it.key(quiz)).collect();
        for (file, document) in draft.documents().skip(1) {
            if document.node().text("quiz") == quiz.text("id") {
                let edits = self.visitors.follow(document.node(), gone, &keys);
                self.edits.extend(edits.into_iter().map(|edit| (file, edit)));
            }
        }
    }
}

/// An entry, and whatever nobody could see any more, until there is nothing else.
fn all_gone<'q>(quiz: &'q Node, entry: &Path) -> Gone<'q> {
    let mut gone = Gone::nothing_of(quiz);
    gone.add(entry.clone());
    loop {
        let things = things(quiz).into_iter().filter(|(at, _)| !gone.holds(at));
        let unseen: Vec<Path> =
            things.filter(|(_, thing)| is_unseen(thing, &gone)).map(|(at, _)| at).collect();
        if unseen.is_empty() {
            return gone;
        }
        unseen.into_iter().for_each(|at| gone.add(at));
    }
}

/// Whether nobody can see a thing any more. A plan whose figures are another concern's goes with that: they
/// would read as its own.
fn is_unseen(thing: &Node, gone: &Gone<'_>) -> bool {
    let is_for = |field: &str| thing.text(field).is_some_and(|pick| gone.is_named(field, pick));
    let never = thing.get("when").map(|rule| Remains::of(rule, gone)) == Some(Remains::Never);
    never || is_for("for") || is_for("borrowedFrom")
}

/// The things of the quiz's lists, each with its place.
fn things(quiz: &Node) -> Vec<(Path, &Node)> {
    let entries = |list: List| match quiz.get(list.name()) {
        Some(Node::List(entries)) => &entries[..],
        _ => &[],
    };
    let all = List::ALL.into_iter().flat_map(|list| {
        let at = move |index: usize| Path::new([Step::from(list.name()), index.into()]);
        entries(list).iter().enumerate().map(move |(index, thing)| (at(index), thing))
    });
    all.collect()
}

fn needs_rule(at: &Path) -> bool {
    let Some(Step::Field(list)) = at.0.first() else { return false };
    let mut fields = form(list).map_or(&[][..], |list| list.fields).iter();
    fields.any(|field| field.is == FieldType::Rule && field.needed)
}

fn from_last(places: impl Iterator<Item = Path>) -> Vec<Path> {
    let mut places: Vec<Path> = places.collect();
    places.sort_by_key(|path| std::cmp::Reverse(position(path)));
    places
}

/// Where a place stands among those of its list, and of the lists that it is in.
fn position(path: &Path) -> Vec<usize> {
    let entry = |step: &Step| match step {
        Step::Entry(index) => *index,
        Step::Field(_) => 0,
    };
    path.0.iter().map(entry).collect()
}
