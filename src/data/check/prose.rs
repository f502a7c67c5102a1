use super::Check;
use crate::data::file;
use crate::quiz::{self, Piece, Prose};

impl Check {
    pub(super) fn prose(
        &mut self,
        place: &str,
        item: &str,
        text: &str,
        figures: &[file::Figure],
    ) -> Prose {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((words, after)) = rest.split_once('{') {
            let Some((id, after)) = after.split_once('}') else {
                self.say(place, "has a \"{\" without its \"}\".", "Write a figure as {its-id}.");
                break;
            };
            if !words.is_empty() {
                pieces.push(Piece::Words(words.to_owned()));
            }
            match figures.iter().find(|figure| figure.id == id) {
                Some(figure) => {
                    let sources = self.cited(place, &figure.sources);
                    if figure.sources.is_empty() {
                        self.say(
                            format!("{place}, figure \"{id}\""),
                            "has no source.",
                            "Name at least one.",
                        );
                    }
                    pieces.push(Piece::Figure(quiz::Figure {
                        name: format!("{item}.{id}"),
                        text: figure.words.text.clone(),
                        sources,
                    }));
                }
                None => self.say(
                    place,
                    format!("has {{{id}}} in its text, but no figure of that id."),
                    "Add it to \"figures\", or correct the id.",
                ),
            }
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Words(rest.to_owned()));
        }
        Prose(pieces)
    }
}
