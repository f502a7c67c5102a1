use data::Node;
use editor::{Document, InterfaceFiles, Row, Rows, WordGroup, overlay_name, rows, word_groups};

use super::site::{WORDS, words_name};

/// All that there is to translate into a language, side by side.
#[derive(Debug)]
pub struct Translation {
    /// The texts of the quiz.
    pub texts: Rows,
    /// The words of the interface; none for English, which comes with the program.
    pub words: Vec<WordGroup>,
}

impl Translation {
    /// What there is to translate of a quiz into the language of a tag; `node` is what is in a file.
    pub(super) fn new<'f>(quiz: &Document, tag: &str, node: impl Fn(&str) -> &'f Node) -> Self {
        let own = quiz.node().text("language").unwrap_or("en");
        let name = words_name(tag);
        let files = InterfaceFiles {
            english: node(WORDS),
            own: node(&words_name(own)),
            other: node(&name),
        };
        let words = if name == WORDS { Vec::new() } else { word_groups(tag, files) };
        Self { texts: rows(quiz.node(), node(&overlay_name(quiz.name(), tag))), words }
    }

    /// Every text and word.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.texts.rows.iter().chain(self.words.iter().flat_map(|group| &group.rows))
    }

    /// How many words of the interface are missing.
    pub fn missing_words(&self) -> usize {
        let words = self.words.iter().flat_map(|group| &group.rows);
        words.filter(|row| row.other.is_empty()).count()
    }

    /// What is left to do, in words.
    pub fn left(&self) -> String {
        let all = self.rows().count();
        match (self.texts.missing + self.missing_words(), self.texts.outdated) {
            (0, 0) => "Every text is translated".to_owned(),
            (missing, 0) => format!("{missing} of {all} texts are missing"),
            (0, outdated) => format!("{outdated} of {all} texts are out of date"),
            (missing, outdated) => {
                format!("Of {all} texts {missing} are missing and {outdated} out of date")
            }
        }
    }
}
