use quiz::{Piece, Prose, Words};

use super::Check;
use crate::suggest::{mean, nearest};
use crate::{MESSAGES, Mend, file, message};

/// A text of more figures, or a thing of more sources, is nobody's.
pub(super) const MOST_CITED: usize = 50;

impl Check {
    /// A text of an item's words, with the item's figures in it.
    pub(super) fn prose(
        &mut self,
        item: &str,
        field: &'static str,
        text: &Words,
        figures: &[file::Figure],
    ) -> Prose {
        let mut pieces = Vec::new();
        let mut rest = text.as_str();
        while let Some((words, after)) = rest.split_once('{') {
            let Some((id, after)) = after.split_once('}') else {
                self.in_words(field, |check| {
                    check.say(
                        "figure/brace",
                        "has a { without its }.",
                        "Write a figure as {its-id}.",
                    );
                });
                break;
            };
            if MESSAGES && pieces.len() > 2 * MOST_CITED {
                self.in_words(field, |check| check.too_many("figures"));
                break;
            }
            if !words.is_empty() {
                pieces.push(Piece::Words(words.to_owned()));
            }
            match figures.iter().position(|figure| figure.id == id) {
                Some(index) => pieces.push(Piece::Figure(self.figure(item, figures, index))),
                None => self.in_words(field, |check| check.no_figure(id, text.as_str(), figures)),
            }
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Words(rest.to_owned()));
        }
        Prose::new(pieces, text.is_untranslated())
    }

    pub(super) fn too_many(&mut self, what: &str) {
        let most = MOST_CITED.to_string();
        self.say(
            "shape/too-many",
            message!["has more ", what, " than anybody reads."],
            message!["Write at most ", &most, "."],
        );
    }

    fn in_words(&mut self, field: &'static str, check: impl FnOnce(&mut Self)) {
        self.at("words", |checker| checker.at(field, check));
    }

    fn figure(&mut self, item: &str, figures: &[file::Figure], index: usize) -> quiz::Figure {
        let figure = &figures[index];
        let sources = self.at("figures", |check| {
            check.entry(index, |check| {
                if figure.sources.is_empty() {
                    check.no_source("Name at least one; a figure needs a source.");
                }
                check.cited(&figure.sources)
            })
        });
        let name = [item, ".", &figure.id].concat();
        quiz::Figure { name, text: figure.words.text.clone(), sources }
    }

    fn no_figure(&mut self, id: &str, text: &str, figures: &[file::Figure]) {
        if self.is_full() {
            return;
        }
        let meant = nearest(id, figures.iter().map(|figure| figure.id.as_str()));
        let found = message!["has {", id, "}, but there is no figure of that id."];
        let help = message![&mean(meant.as_deref()), "Add it to \"figures\", or correct the id."];
        let braced = |id: &str| ["{", id, "}"].concat();
        let mend = meant.map(|meant| Mend::Write(text.replace(&braced(id), &braced(&meant))));
        self.suggest("figure/unknown", found, help, mend);
    }
}
