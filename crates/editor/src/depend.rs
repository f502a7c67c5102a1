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
    let mut found = Vec::new();
    look(quiz, &mut Vec::new(), &wanted, &mut found);
    let outside = |path: &Path| !path.0.starts_with(&entry.0);
    let mut items: Vec<Path> = Vec::new();
    for path in found.into_iter().filter(outside).map(|path| item(&path)) {
        if !items.contains(&path) {
            items.push(path);
        }
    }
    items.into_iter().map(|path| Dependent { place: path.words(quiz), path }).collect()
}

/// What takes an entry of the quiz out: the entry, the words of its translations, and reasons for what
/// was told of it.
pub fn taken_out(draft: &Draft, entry: &Path) -> Vec<(FileId, Edit)> {
    let mut edits = vec![(FileId::QUIZ, Edit::Remove(entry.clone()))];
    let place = entry.key(draft.quiz().node());
    for (file, document) in draft.documents() {
        edits.extend(without(document, &place).into_iter().map(|edit| (file, edit)));
    }
    let own: Vec<String> = texts(draft.quiz().node())
        .into_iter()
        .filter(|text| text.path.0.starts_with(&entry.0))
        .map(|text| text.key)
        .collect();
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

enum Wanted {
    Question(String),
    Pick(String),
    Source(String),
}

impl Wanted {
    fn of(quiz: &Node, entry: &Path) -> Option<Self> {
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

    fn is(&self, field: &str, text: &str) -> bool {
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

fn look(node: &Node, at: &mut Vec<Step>, wanted: &Wanted, found: &mut Vec<Path>) {
    let field = at.iter().rev().find_map(|step| match step {
        Step::Field(name) => Some(name.as_ref()),
        Step::Entry(_) => None,
    });
    match node {
        Node::Text(text) if wanted.is(field.unwrap_or_default(), text) => {
            found.push(Path(at.clone()));
        }
        Node::List(entries) => {
            for (index, entry) in entries.iter().enumerate() {
                at.push(Step::Entry(index));
                look(entry, at, wanted, found);
                at.pop();
            }
        }
        Node::Object(fields) => {
            for (name, value) in fields.iter().filter(|(name, _)| name != "words") {
                at.push(Step::Field(name.clone().into()));
                look(value, at, wanted, found);
                at.pop();
            }
        }
        _ => {}
    }
}

/// The entry of the quiz's own list that a place is in.
fn item(path: &Path) -> Path {
    Path(path.0.iter().take(2).cloned().collect())
}
