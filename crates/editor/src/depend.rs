use check::texts;
use data::{Node, Path, Step, TRANSLATED_FROM};

use super::accept::without;
use super::change::Edit;
use super::history::{Draft, FileId};

/// Something that refers to a question, a choice or a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dependent {
    /// Where it stands in the quiz.
    pub path: Path,
    /// The place in words.
    pub place: String,
}

/// What refers to the entry of a list: rules and the `for` of benefits and plans to questions and
/// choices, everything with sources to a source.
pub fn dependents(quiz: &Node, entry: &Path) -> Vec<Dependent> {
    let Some(wanted) = Wanted::of(quiz, entry) else { return Vec::new() };
    let found = references(quiz, &|field, text| wanted.is(field, text));
    let outside = |path: &Path| !path.0.starts_with(&entry.0);
    let items = items(found.into_iter().filter(outside));
    items.into_iter().map(|path| Dependent { place: path.words(quiz), path }).collect()
}

/// What takes an entry of the quiz out: the entry, the words of its translations, and reasons for what
/// was told of it.
pub fn taken_out(draft: &Draft, entry: &Path) -> Vec<(FileId, Edit)> {
    let removed = (FileId::QUIZ, Edit::Remove(entry.clone()));
    std::iter::once(removed).chain(taken_along(draft, std::slice::from_ref(entry))).collect()
}

/// What goes with entries of the quiz: the words of their translations, and reasons for what was told of them.
pub(super) fn taken_along(draft: &Draft, entries: &[Path]) -> Vec<(FileId, Edit)> {
    let quiz = draft.quiz().node();
    let places: Vec<String> = entries.iter().map(|entry| entry.key(quiz)).collect();
    let mut edits = Vec::new();
    for (file, document) in draft.documents() {
        edits.extend(without(document, &places).into_iter().map(|edit| (file, edit)));
    }
    let is_own = |path: &Path| entries.iter().any(|entry| path.0.starts_with(&entry.0));
    let own = texts(quiz).into_iter().filter(|text| is_own(&text.path));
    let own: Vec<String> = own.map(|text| text.key).collect();
    for (file, document) in draft.documents().skip(1) {
        for field in ["words", TRANSLATED_FROM] {
            let Some(keys) = document.node().get(field) else { continue };
            for key in own.iter().filter(|key| keys.get(key).is_some()) {
                let steps = vec![Step::Field(field.into()), Step::Field(key.clone().into())];
                edits.push((file, Edit::Remove(Path(steps))));
            }
        }
    }
    edits
}

/// What an entry is referred to by.
pub(super) enum Wanted {
    Question(String),
    Pick(String),
    Source(String),
}

impl Wanted {
    /// Nothing if nothing refers to such an entry, or if what does refers to another of the same id.
    pub(super) fn of(quiz: &Node, entry: &Path) -> Option<Self> {
        if has_twin(quiz, entry) {
            return None;
        }
        let id = |path: &[Step]| Path(path.to_vec()).node(quiz)?.text("id").map(str::to_owned);
        match &entry.0[..] {
            [Step::Field(list), Step::Entry(_)] if list == "questions" => {
                Some(Self::Question(id(&entry.0)?))
            }
            [Step::Field(list), Step::Entry(_)] if list == "sources" => {
                Some(Self::Source(id(&entry.0)?))
            }
            [Step::Field(list), Step::Entry(_), Step::Field(choices), Step::Entry(_)]
                if list == "questions" && choices == "choices" =>
            {
                Some(Self::Pick(format!("{}.{}", id(&entry.0[..2])?, id(&entry.0)?)))
            }
            _ => None,
        }
    }

    /// Whether a text of a field of this name refers to it.
    pub(super) fn is(&self, field: &str, text: &str) -> bool {
        let is_pick = matches!(field, "picked" | "pickedAny" | "for" | "borrowedFrom");
        match self {
            Self::Question(id) => {
                is_pick && text.split('.').next() == Some(id) || field == "question" && text == id
            }
            Self::Pick(id) => is_pick && text == id,
            Self::Source(id) => field == "sources" && text == id,
        }
    }
}

/// Whether another entry of its list has the id of an entry.
pub(super) fn has_twin(quiz: &Node, entry: &Path) -> bool {
    let Some((_, list)) = entry.0.split_last() else { return false };
    let id = entry.node(quiz).and_then(|it| it.text("id"));
    let Some(Node::List(all)) = Path(list.to_vec()).node(quiz) else { return false };
    id.is_some() && all.iter().filter(|it| it.text("id") == id).count() > 1
}

/// The places of texts that are wanted, by the name of their field and the text.
pub(super) fn references(quiz: &Node, is_wanted: &impl Fn(&str, &str) -> bool) -> Vec<Path> {
    let mut found = Vec::new();
    look(quiz, &mut Vec::new(), is_wanted, &mut found);
    found
}

fn look(
    node: &Node,
    at: &mut Vec<Step>,
    is_wanted: &impl Fn(&str, &str) -> bool,
    found: &mut Vec<Path>,
) {
    let field = at.iter().rev().find_map(|step| match step {
        Step::Field(name) => Some(name.as_ref()),
        Step::Entry(_) => None,
    });
    match node {
        Node::Text(text) if is_wanted(field.unwrap_or_default(), text) => {
            found.push(Path(at.clone()));
        }
        Node::List(entries) => {
            for (index, entry) in entries.iter().enumerate() {
                at.push(Step::Entry(index));
                look(entry, at, is_wanted, found);
                at.pop();
            }
        }
        Node::Object(fields) => {
            for (name, value) in fields.iter().filter(|(name, _)| name != "words") {
                at.push(Step::Field(name.clone().into()));
                look(value, at, is_wanted, found);
                at.pop();
            }
        }
        _ => {}
    }
}

/// The entries of the quiz's own lists that places are in, each once.
pub(super) fn items(paths: impl Iterator<Item = Path>) -> Vec<Path> {
    let mut items: Vec<Path> = Vec::new();
    for path in paths.map(|path| Path(path.0.into_iter().take(2).collect())) {
        if !items.contains(&path) {
            items.push(path);
        }
    }
    items
}
