use data::{Node, Path, Step, TRANSLATED_FROM};

use super::change::Edit;
use super::history::{Draft, FileId};
use super::id::fresh;

/// What puts a copy of an entry of a list behind it, with an id of its own and the translations of its texts,
/// and where the copy is then. Nothing if there is no such entry with an id.
pub fn duplicated(draft: &Draft, entry: &Path) -> Option<(Vec<(FileId, Edit)>, Path)> {
    let quiz = draft.quiz().node();
    let (last, list) = entry.0.split_last()?;
    let (Step::Entry(index), list) = (last, Path(list.to_vec())) else { return None };
    let Some(Node::List(entries)) = list.node(quiz) else { return None };
    let Node::Object(fields) = entries.get(*index)? else { return None };
    let id = entries[*index].text("id")?;
    let taken: Vec<&str> = entries.iter().filter_map(|it| it.text("id")).collect();
    let new = fresh(id, id, &taken);
    let field = |(name, value): &(String, Node)| match name.as_str() {
        "id" => (name.clone(), Node::Text(new.clone())),
        _ => (name.clone(), value.clone()),
    };
    let copy = Node::Object(fields.iter().map(field).collect());
    let to = [entry.key(quiz).strip_suffix(id)?, &new].concat();
    let mut edits = vec![(FileId::QUIZ, Edit::Insert(list.clone(), index + 1, copy))];
    edits.extend(translations_copied(draft, &entry.key(quiz), &to));
    Some((edits, list.then([Step::Entry(index + 1)])))
}

/// What gives the texts under a key the translations that those under another one have.
pub(super) fn translations_copied(draft: &Draft, from: &str, to: &str) -> Vec<(FileId, Edit)> {
    let mut edits = Vec::new();
    for (file, document) in draft.documents().skip(1) {
        for field in ["words", TRANSLATED_FROM] {
            let Some(Node::Object(keys)) = document.node().get(field) else { continue };
            edits.extend(copied(keys, from, to).map(|(key, value)| {
                let steps = vec![Step::Field(field.into()), Step::Field(key.into())];
                (file, Edit::Set(Path(steps), value))
            }));
        }
    }
    edits
}

/// What stands under a key and inside it, under another.
fn copied<'k>(
    keys: &'k [(String, Node)],
    from: &'k str,
    to: &'k str,
) -> impl Iterator<Item = (String, Node)> + 'k {
    keys.iter().filter_map(move |(key, value)| {
        let rest = key.strip_prefix(from).filter(|rest| rest.starts_with('.'))?;
        Some(([to, rest].concat(), value.clone()))
    })
}
