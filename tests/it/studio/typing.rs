//! Whatever somebody does meanwhile, what they typed stays typed: in open folds, through every check, and if
//! the program stops.

use std::collections::{BTreeMap, BTreeSet};

use data::{Node, Path};
use editor::{Edit, FileId};
use proptest::prelude::*;
use studio::model::{Page, StoredDraft};
use studio::{EditMsg, ShowMsg};

use super::person::{Studio, published, site};
use crate::editor::path;
use crate::properties::often;

/// How many choices of the first question are typed into, and folded.
const CHOICES: usize = 4;

const FIELDS: [&str; 3] = ["label", "hint", "short"];

#[derive(Clone, Debug)]
enum Did {
    Folded(usize),
    Typed(usize, usize, String),
    Left,
    Checked,
    Stopped,
}

fn did() -> impl Strategy<Value = Did> {
    prop_oneof![
        2 => (0..CHOICES).prop_map(Did::Folded),
        6 => (0..CHOICES, 0..FIELDS.len(), "[a-zé\"{} .<]{0,9}")
            .prop_map(|(choice, field, text)| Did::Typed(choice, field, text)),
        1 => Just(Did::Left),
        3 => Just(Did::Checked),
        1 => Just(Did::Stopped),
    ]
}

fn fold(choice: usize) -> Path {
    path(&format!("questions/0/choices/{choice}"))
}

/// The studio, and what has to be there.
struct Person {
    studio: Studio,
    typed: BTreeMap<(usize, usize), String>,
    open: BTreeSet<usize>,
}

impl Person {
    fn begin() -> Self {
        let mut studio = Studio::opened();
        studio.send(ShowMsg::WentTo(Page::Item("questions", 0)));
        studio.checks_wait = true;
        Self { studio, typed: BTreeMap::new(), open: BTreeSet::new() }
    }

    fn does(&mut self, did: Did) {
        match did {
            Did::Folded(choice) => self.folds(choice),
            Did::Typed(choice, field, text) => self.types(choice, field, text),
            Did::Left => self.studio.send(EditMsg::LeftField),
            Did::Checked => drop(self.studio.finish_check()),
            Did::Stopped => self.starts_again(),
        }
    }

    fn folds(&mut self, choice: usize) {
        let is_open = self.open.insert(choice) || !self.open.remove(&choice);
        self.studio.send(ShowMsg::Folded(fold(choice), is_open));
    }

    fn types(&mut self, choice: usize, field: usize, text: String) {
        if !self.open.contains(&choice) {
            self.folds(choice);
        }
        self.studio.send(EditMsg::EnteredField);
        let place = path(&format!("questions/0/choices/{choice}/words/{}", FIELDS[field]));
        let edit = Edit::Set(place, Node::Text(text.clone()));
        self.studio.send(EditMsg::Wrote(FileId::QUIZ, edit));
        self.typed.insert((choice, field), text);
    }

    /// The program stops, and begins with what the page held.
    fn starts_again(&mut self) {
        let Some((draft, page)) = self.studio.held.take() else { return };
        let mut left = site(published());
        (left.stored, left.stopped) = (StoredDraft::read(&draft), Some(page));
        self.studio = Studio::of(left);
        self.studio.checks_wait = true;
        self.open.clear();
    }

    fn has_lost(&self) -> Option<String> {
        let quiz = self.studio.open().draft.quiz();
        for ((choice, field), text) in &self.typed {
            let field = FIELDS[*field];
            let words = quiz.at(&fold(*choice)).and_then(|it| it.get("words"));
            if words.and_then(|it| it.text(field)) != Some(text) {
                return Some(format!("{text:?} is not the {field} of choice {choice}"));
            }
        }
        let closed = self.open.iter().find(|it| !self.studio.open().unfolded.contains(&fold(**it)));
        closed.map(|choice| format!("choice {choice} was folded"))
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: often().cases.div_ceil(16), ..often() })]

    #[test]
    fn what_is_typed_into_folds_stays(all in prop::collection::vec(did(), 1..16)) {
        let mut person = Person::begin();
        for did in all {
            person.does(did.clone());
            let lost = person.has_lost();
            prop_assert!(lost.is_none(), "{did:?}: {}", lost.unwrap_or_default());
        }
        let page = person.studio.page();
        for ((choice, field), text) in &person.typed {
            if person.open.contains(choice) {
                let id = format!("f-questions-0-choices-{choice}-words-{}", FIELDS[*field]);
                let shown = Studio::value_on(&page, &id);
                prop_assert_eq!(shown.as_ref(), Some(text));
            }
        }
    }
}
