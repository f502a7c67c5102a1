use data::{Node, Path, Step};

use super::change::Edit;
use super::gone::Gone;
use super::item::entries;
use super::persona::personas;

/// What becomes of test visitors if something of their quiz is deleted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct VisitorCleanup {
    /// So many lose answers or expectations.
    pub changed: usize,
    /// So many of them have no answer any more to a question that stays.
    pub unanswered: usize,
    /// So many of them expect nothing any more.
    pub aimless: usize,
}

/// What one of them loses.
#[derive(Default)]
struct Lost {
    edits: Vec<Edit>,
    has_open_question: bool,
    expects_nothing: bool,
}

impl VisitorCleanup {
    /// What takes out of the visitors of a file whatever names what goes, of which `keys` are the names.
    pub(super) fn follow(&mut self, file: &Node, gone: &Gone<'_>, keys: &[String]) -> Vec<Edit> {
        let mut edits = Vec::new();
        for (index, persona) in personas(file).iter().enumerate() {
            let at = Path::new([Step::from("personas"), index.into()]);
            let mut lost = Lost::default();
            lost.answers(persona, &at, gone);
            lost.expectations(persona, &at, keys);
            self.changed += usize::from(!lost.edits.is_empty());
            self.unanswered += usize::from(lost.has_open_question);
            self.aimless += usize::from(lost.expects_nothing);
            edits.extend(lost.edits);
        }
        edits
    }
}

impl Lost {
    fn answers(&mut self, persona: &Node, at: &Path, gone: &Gone<'_>) {
        let Some(Node::Object(answers)) = persona.get("answers") else { return };
        for (question, picked) in answers {
            let here = at.then([Step::from("answers"), Step::from(question.as_str())]);
            let is_gone = |choice: &str| gone.is_named("picked", &format!("{question}.{choice}"));
            let picks = gone_from(picked, is_gone);
            if gone.is_named("question", question) {
                self.edits.push(Edit::Remove(here));
            } else if !picks.is_empty() && picks.len() == entries(Some(picked)).len() {
                self.edits.push(Edit::Remove(here));
                self.has_open_question = true;
            } else {
                self.take(picks, &here);
            }
        }
    }

    fn expectations(&mut self, persona: &Node, at: &Path, keys: &[String]) {
        let is_gone = |item: &str| keys.iter().any(|key| key == item);
        let before = self.edits.len();
        let mut ends_early = persona.text("ends").is_some_and(|ends| ends != "result");
        if persona.text("ends").is_some_and(is_gone) {
            self.edits.push(Edit::Remove(at.then([Step::from("ends")])));
            ends_early = false;
        }
        let mut expected = 0;
        for field in ["shows", "hides"] {
            let Some(list) = persona.get(field) else { continue };
            let gone = gone_from(list, is_gone);
            expected += entries(Some(list)).len() - gone.len();
            self.take(gone, &at.then([Step::from(field)]));
        }
        self.expects_nothing = expected == 0 && !ends_early && self.edits.len() > before;
    }

    /// Takes entries out of a list, the last first.
    fn take(&mut self, indices: Vec<usize>, list: &Path) {
        let removed = |index: usize| Edit::Remove(list.then([index.into()]));
        self.edits.extend(indices.into_iter().rev().map(removed));
    }
}

/// The indices of texts of a list that go.
fn gone_from(list: &Node, is_gone: impl Fn(&str) -> bool) -> Vec<usize> {
    let is_one = |entry: &Node| matches!(entry, Node::Text(text) if is_gone(text));
    let all = entries(Some(list)).iter().enumerate();
    all.filter(|(_, entry)| is_one(entry)).map(|(index, _)| index).collect()
}
