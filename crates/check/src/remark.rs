use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use data::Mend;

use super::finding::Severity;
use super::numbers::Place;
use super::texts::Text;

/// Something to be said of a text, wherever it stands.
#[derive(Clone, Debug)]
pub struct Remark {
    /// Whether it has to be mended.
    pub severity: Severity,
    /// Names the kind, as that of a [`super::Finding`].
    pub id: &'static str,
    /// What was found: "has …", "is …".
    pub told: String,
    /// What to do.
    pub help: String,
    /// What puts it right, where only one thing can be meant.
    pub mend: Option<Mend>,
}

impl Remark {
    pub(super) fn error(id: &'static str, told: impl Into<String>, help: &str) -> Self {
        Self::new(Severity::Error, id, told, help)
    }

    pub(super) fn warning(id: &'static str, told: impl Into<String>, help: &str) -> Self {
        Self::new(Severity::Warning, id, told, help)
    }

    pub(super) fn with(self, mend: Option<Mend>) -> Self {
        Self { mend, ..self }
    }

    pub(super) fn new(
        severity: Severity,
        id: &'static str,
        told: impl Into<String>,
        help: &str,
    ) -> Self {
        Self { severity, id, told: told.into(), help: help.to_owned(), mend: None }
    }
}

/// What a text is looked at as: the same words of another kind are not remarked on alike.
#[derive(Clone, Copy, Debug)]
pub(super) struct Looked<'t> {
    pub(super) text: &'t Text,
    pub(super) language: &'t str,
    /// The label of the evidence, of the words of a benefit.
    pub(super) label: Option<&'t str>,
    /// What a number in it can be.
    pub(super) place: Option<Place>,
}

/// What was remarked on texts before, for most of them are looked at again without a change.
#[derive(Debug, Default)]
pub(super) struct Known(RefCell<HashMap<String, Vec<Entry>>>);

/// The remarks on words of one kind, and whether they were asked for in this check.
#[derive(Debug)]
struct Entry {
    text: String,
    field: String,
    language: String,
    label: Option<String>,
    place: Option<Place>,
    remarks: Rc<[Remark]>,
    is_asked: bool,
}

impl Entry {
    fn is_of(&self, looked: &Looked<'_>) -> bool {
        self.text == looked.text.text
            && self.field == looked.text.field()
            && self.language == looked.language
            && self.label.as_deref() == looked.label
            && self.place == looked.place
    }
}

impl Known {
    pub(super) fn of(&self, looked: &Looked<'_>) -> Option<Rc<[Remark]>> {
        let mut known = self.0.borrow_mut();
        let entries = known.get_mut(looked.text.raw.as_str())?;
        let entry = entries.iter_mut().find(|entry| entry.is_of(looked))?;
        entry.is_asked = true;
        Some(entry.remarks.clone())
    }

    pub(super) fn keep(&self, looked: &Looked<'_>, remarks: &Rc<[Remark]>) {
        let entry = Entry {
            text: looked.text.text.clone(),
            field: looked.text.field().to_owned(),
            language: looked.language.to_owned(),
            label: looked.label.map(str::to_owned),
            place: looked.place,
            remarks: remarks.clone(),
            is_asked: true,
        };
        self.0.borrow_mut().entry(looked.text.raw.clone()).or_default().push(entry);
    }

    /// Forgets texts that were not asked for since this was called last: they are no longer there.
    pub(super) fn forget(&self) {
        self.0.borrow_mut().retain(|_, entries| {
            entries.retain_mut(|entry| std::mem::take(&mut entry.is_asked));
            !entries.is_empty()
        });
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.0.borrow().values().map(Vec::len).sum()
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use crate::{Checker, Environment, File, Parsed, ProofMode};
    use quiz::Date;

    #[test]
    fn nothing_is_known_of_texts_that_were_typed_over() {
        let file = |name: &str, text: &str| File {
            name: name.to_owned(),
            bytes: Ok(text.as_bytes().to_vec()),
            wanted: true,
        };
        let quiz = include_str!("../../../static/data/microneedling.json");
        let claims = include_str!("../../../static/data/claims.json");
        let mut checker = Checker::new(&[file("quiz.json", quiz), file("claims.json", claims)]);
        let today = Date { year: 2026, month: 11, day: 22 };
        let around = Environment { today, picture: None, since: None, folder: false };
        let mut known = |typed: &str| {
            let quiz = quiz.replacen("About two minutes", typed, 1);
            checker.put_parsed("quiz.json", &Rc::new(Parsed::new(quiz)));
            checker.check(&around, ProofMode::Skip);
            checker.known.len()
        };
        let first = known("About two minutes");
        assert!(first > 100, "{first}");
        for typed in ["A", "Ab", "Abo", "Abou"] {
            assert_eq!(known(typed), first, "{typed}");
        }
    }
}
