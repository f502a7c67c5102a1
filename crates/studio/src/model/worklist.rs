use std::collections::HashMap;

use editor::Row;

use super::translation::Translation;

/// In which order the texts of a language stand on its page, and which of them were to do since it was
/// entered: no row moves or goes away while somebody types in it.
#[derive(Debug, Default)]
pub struct Worklist {
    language: String,
    /// The edition of the texts that was looked at last.
    edition: u64,
    ranks: HashMap<String, Rank>,
}

/// What comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Missing,
    Outdated,
    Rest,
}

impl Worklist {
    /// Whether it was made of this edition of the texts of a language.
    pub(super) fn is_of(&self, language: &str, edition: u64) -> bool {
        self.language == language && self.edition == edition
    }

    /// Decides what comes first if the page of another language is entered, and looks for more to do if the
    /// same was edited.
    pub(super) fn follow(&mut self, language: &str, edition: u64, translation: &Translation) {
        if self.language == language {
            self.changed(edition, translation);
        } else {
            *self = Self::entered(language, edition, translation);
        }
    }

    fn entered(language: &str, edition: u64, translation: &Translation) -> Self {
        let ranks = translation.rows().map(|row| (row.key.clone(), rank(row)));
        let ranks = ranks.filter(|(_, rank)| *rank < Rank::Rest).collect();
        Self { language: language.to_owned(), edition, ranks }
    }

    /// Lists what is to do by now as well, where it stands.
    fn changed(&mut self, edition: u64, translation: &Translation) {
        self.edition = edition;
        for row in translation.rows().filter(|row| rank(row) < Rank::Rest) {
            self.ranks.entry(row.key.clone()).or_insert(Rank::Rest);
        }
    }

    /// Rows in the order in which they stand: all of them, or only those that were to do.
    pub fn listed<'r>(&self, rows: &'r [Row], only_open: bool) -> Vec<&'r Row> {
        let rank = |row: &Row| self.ranks.get(&row.key).copied();
        let mut listed: Vec<&Row> =
            rows.iter().filter(|row| !only_open || rank(row).is_some()).collect();
        listed.sort_by_key(|row| rank(row).unwrap_or(Rank::Rest));
        listed
    }
}

fn rank(row: &Row) -> Rank {
    match (row.other.is_empty(), row.is_outdated) {
        (true, _) => Rank::Missing,
        (false, true) => Rank::Outdated,
        (false, false) => Rank::Rest,
    }
}
