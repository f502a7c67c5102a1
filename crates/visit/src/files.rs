use std::rc::Rc;

use data::{Node, Placed, Problem};
use quiz::Quiz;
use text::{Locale, Text};

/// A quiz and its interface words.
pub type Files = (Rc<Quiz>, Rc<Text>);

/// Files as the page hands them over, each as [`Node::from_flat`] takes it.
#[derive(Debug)]
pub struct LoadedFiles {
    /// The data file, or what of it the page brought along.
    pub quiz: String,
    /// The text file, or what of it the page brought along.
    pub text: String,
    /// The translation, if one is wanted.
    pub overlay: Option<String>,
}

/// A file that cannot be used.
#[derive(Debug, PartialEq, Eq)]
pub struct Unusable {
    /// `quiz`, `text` or `overlay`: the field of [`LoadedFiles`].
    pub file: &'static str,
    /// Every problem found, a line each.
    pub problems: String,
}

/// What is known about a language, by its BCP 47 tag.
pub type LocaleOf = fn(&str) -> Box<dyn Locale>;

impl LoadedFiles {
    /// Reads whole files.
    ///
    /// # Errors
    /// The file that cannot be used.
    pub fn read(&self, locale: LocaleOf) -> Result<Files, Unusable> {
        let (quiz, text) = (Node::from_flat(&self.quiz), Node::from_flat(&self.text));
        let overlay = self.overlay.as_deref().map(Node::from_flat);
        let quiz = match &overlay {
            None => data::quiz(&quiz).map_err(|problems| unusable("quiz", &problems, &quiz))?,
            Some(overlay) => data::translated(quiz, overlay)
                .map_err(|problems| unusable("overlay", &problems, overlay))?,
        };
        let locale = locale(quiz.shown_language());
        let text =
            Text::new(&text, locale).map_err(|problems| unusable("text", &problems, &text))?;
        Ok((Rc::new(quiz), Rc::new(text)))
    }

    /// Reads what the page brought along. None if it has a problem; a build does not write such a page.
    pub fn opening(&self, locale: LocaleOf) -> Option<Files> {
        let quiz = data::opening(&Node::from_flat(&self.quiz)).ok()?;
        let locale = locale(&quiz.language);
        Some((Rc::new(quiz), Rc::new(Text::opening(&Node::from_flat(&self.text), locale))))
    }
}

fn unusable(file: &'static str, problems: &[Problem], node: &Node) -> Unusable {
    let lines: Vec<String> =
        problems.iter().map(|problem| Placed(problem, node).to_string()).collect();
    Unusable { file, problems: lines.join("\n") }
}
