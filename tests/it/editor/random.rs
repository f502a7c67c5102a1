use check::node;
use data::{Node, Path, Step, quiz};
use editor::{Condition, Draft, Edit, FileId, accepted, can_stay, reopened, template};
use proptest::prelude::*;
use quiz::{Answers, Walk};

use super::{checked, opened};
use crate::properties::{often, small};
use crate::{files, transcript};

/// Something that the studio can do, with numbers that are taken modulo what there is.
#[derive(Clone, Debug)]
enum Did {
    Wrote(usize, String),
    Wiped(usize),
    Added(usize, String),
    Took(usize),
    Moved(usize, usize),
    Condition(usize, usize),
    Signed,
    Translated(usize, String),
    Accepted(usize, String),
    Reopened(usize),
    Undid,
    Redid,
    Settled,
}

fn did() -> impl Strategy<Value = Did> {
    let at = || 0..1000usize;
    let words = || "[a-zé\"\\\\{} .<]{0,12}";
    prop_oneof![
        4 => (at(), words()).prop_map(|(at, words)| Did::Wrote(at, words)),
        1 => at().prop_map(Did::Wiped),
        3 => (at(), words()).prop_map(|(at, words)| Did::Added(at, words)),
        2 => at().prop_map(Did::Took),
        2 => (at(), at()).prop_map(|(at, to)| Did::Moved(at, to)),
        1 => (at(), at()).prop_map(|(at, pick)| Did::Condition(at, pick)),
        1 => Just(Did::Signed),
        1 => (at(), words()).prop_map(|(at, words)| Did::Translated(at, words)),
        1 => (at(), words()).prop_map(|(at, why)| Did::Accepted(at, why)),
        1 => at().prop_map(Did::Reopened),
        2 => Just(Did::Undid),
        1 => Just(Did::Redid),
        1 => Just(Did::Settled),
    ]
}

const LISTS: [&str; 9] =
    ["questions", "endings", "cautions", "benefits", "plans", "care", "ask", "notes", "sources"];

fn places(node: &Node, at: &mut Vec<Step>, wanted: fn(&Node) -> bool, found: &mut Vec<Path>) {
    if wanted(node) {
        found.push(Path(at.clone()));
    }
    match node {
        Node::Object(fields) => fields.iter().for_each(|(name, value)| {
            at.push(Step::Field(name.clone().into()));
            places(value, at, wanted, found);
            at.pop();
        }),
        Node::List(entries) => entries.iter().enumerate().for_each(|(index, value)| {
            at.push(Step::Entry(index));
            places(value, at, wanted, found);
            at.pop();
        }),
        _ => {}
    }
}

fn all(draft: &Draft, wanted: fn(&Node) -> bool) -> Vec<Path> {
    let mut found = Vec::new();
    places(draft.quiz().node(), &mut Vec::new(), wanted, &mut found);
    found
}

fn nth<T: Clone>(all: &[T], number: usize) -> Option<T> {
    all.get(number % all.len().max(1)).cloned()
}

fn list(number: usize) -> Path {
    Path(vec![Step::Field(LISTS[number % LISTS.len()].into())])
}

fn length(draft: &Draft, list: &Path) -> usize {
    match draft.quiz().at(list) {
        Some(Node::List(entries)) => entries.len(),
        _ => 0,
    }
}

fn act(draft: &mut Draft, did: Did) {
    match did {
        Did::Wrote(at, words) => {
            if let Some(path) = nth(&all(draft, |it| matches!(it, Node::Text(_))), at) {
                draft.edit(FileId::QUIZ, Edit::Set(path, Node::Text(words)));
            }
        }
        Did::Wiped(at) => {
            if let Some(path) = nth(&all(draft, |it| matches!(it, Node::Text(_))), at) {
                draft.edit(FileId::QUIZ, Edit::Remove(path));
            }
        }
        Did::Added(at, words) => {
            let list = list(at);
            let item = template(draft.quiz().node(), &list, &words);
            draft.edit(FileId::QUIZ, Edit::Insert(list, at, item));
        }
        Did::Took(at) => {
            let mut path = list(at);
            path.0.push(Step::Entry(at / LISTS.len()));
            draft.edit(FileId::QUIZ, Edit::Remove(path));
        }
        Did::Moved(at, to) => {
            let list = list(at);
            let length = length(draft, &list).max(1);
            draft.edit(FileId::QUIZ, Edit::Move(list, at % length, to % length));
        }
        Did::Condition(at, pick) => {
            let choices = all(draft, |it| it.get("id").is_some());
            let Some(Path(mut path)) = nth(&choices, at) else { return };
            path.push(Step::Field("when".into()));
            let rule = Node::Object(vec![("picked".into(), Node::Text(format!("q{pick}.c")))]);
            draft.edit(FileId::QUIZ, Edit::Set(Path(path), rule));
        }
        Did::Signed => {
            for edit in editor::signed(draft.quiz().node(), "Dr A. Example", "2026-11-22") {
                draft.edit(FileId::QUIZ, edit);
            }
        }
        Did::Translated(at, words) => {
            let keys = editor::rows(draft.quiz().node(), &Node::Null).rows;
            if let Some(row) = nth(&keys, at) {
                draft.translate("es", &row.key, &words);
            }
        }
        Did::Accepted(at, why) => {
            let told = checked(draft.quiz().text()).findings;
            let open: Vec<_> = told.iter().filter(|it| can_stay(draft.quiz(), it)).collect();
            if let Some(finding) = nth(&open, at) {
                draft.edit(FileId::QUIZ, accepted(draft.quiz(), finding, &why, None));
            }
        }
        Did::Reopened(at) => {
            let told = checked(draft.quiz().text()).findings;
            let kept: Vec<_> = told.iter().filter(|it| it.because.is_some()).collect();
            if let Some(edit) = nth(&kept, at).and_then(|it| reopened(draft.quiz(), it)) {
                draft.edit(FileId::QUIZ, edit);
            }
        }
        Did::Undid => drop(draft.undo()),
        Did::Redid => drop(draft.redo()),
        Did::Settled => draft.settle(),
    }
}

/// Every state is JSON that `check` accepts, or says what is wrong with at a place of the file; taken
/// back to the start it is the first file.
fn holds(first: &str, all: Vec<Did>) -> Result<(), TestCaseError> {
    let mut draft = opened(first);
    for did in all {
        let told = format!("{did:?}");
        act(&mut draft, did);
        prop_assert!(draft.quiz().is_readable(), "{told}: {}", draft.quiz().text());
        let is_read = data::quiz(draft.quiz().node()).is_ok();
        let checked = checked(draft.quiz().text());
        prop_assert_eq!(
            checked.passes(),
            checked.findings.iter().all(|it| it.severity.name() != "error")
        );
        prop_assert!(is_read || !checked.passes(), "{}", told);
        for finding in &checked.findings {
            let mut around = finding.path.clone();
            around.0.pop();
            prop_assert!(draft.quiz().at(&around).is_some(), "{:?}", finding);
        }
    }
    while draft.undo().is_some() {}
    prop_assert_eq!(draft.quiz().text(), first);
    prop_assert!(draft.documents().skip(1).all(|(_, document)| !document.exists()));
    prop_assert!(draft.unsaved().is_empty());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: often().cases.div_ceil(8), ..often() })]

    #[test]
    fn conditions_written_anew_hold_as_before(file in small(), picks in prop::collection::vec((0..9usize, 0..9usize), 0..9)) {
        let text = serde_json::to_string(&file).expect("JSON");
        let mut draft = opened(&text);
        let rules = all(&draft, |it| it.get("when").is_some());
        for Path(mut path) in rules {
            path.push(Step::Field("when".into()));
            let path = Path(path);
            let rule = draft.quiz().at(&path).cloned();
            let condition = Condition::read(rule.as_ref()).expect("a condition");
            let edit = match condition.rule() {
                Some(rule) => Edit::Set(path, rule),
                None => continue,
            };
            draft.edit(FileId::QUIZ, edit);
        }
        let [before, after] = [&text, draft.quiz().text()].map(|text| {
            let quiz = quiz(&node(text.as_bytes()).expect("JSON")).expect("a quiz");
            let answers = picks.iter().fold(Answers::none(&quiz), |answers, (question, choice)| {
                let question = question % quiz.questions.len();
                answers.after(&quiz, question, choice % quiz.questions[question].choices.len())
            });
            let walk = Walk::new(&quiz, &answers);
            transcript::screen(&quiz, &walk, walk.last())
        });
        prop_assert_eq!(before, after);
    }

    #[test]
    fn random_edits_of_random_quizzes(file in small(), all in prop::collection::vec(did(), 0..12)) {
        let text = serde_json::to_string_pretty(&file).expect("JSON");
        holds(&text, all)?;
    }

    #[test]
    fn random_edits_of_the_example(all in prop::collection::vec(did(), 0..12)) {
        holds(editor::EXAMPLE, all)?;
    }
}

#[test]
fn each_kind_of_edit_of_the_clinics_quiz_is_taken_back() {
    let first = files::text(files::SKIN);
    let all = (0..24).map(|at| match at % 6 {
        0 => Did::Wrote(at * 37, "né \"x\"".into()),
        1 => Did::Added(at, "New".into()),
        2 => Did::Took(at * 5),
        3 => Did::Moved(at, at * 7),
        4 => Did::Wiped(at * 11),
        _ => Did::Translated(at * 13, "hola".into()),
    });
    let mut draft = opened(&first);
    all.for_each(|did| act(&mut draft, did));
    assert!(draft.quiz().is_readable() && draft.quiz().text() != first);
    while draft.undo().is_some() {}
    assert_eq!(draft.quiz().text(), first);
}
