use std::rc::Rc;

use data::{Node, Path, Step};
use editor::{PreviewQuiz, Target, answers_for, overlay_name, preview_quiz, target};
use quiz::{Answers, Item, Quiz, Walk};
use text::Text;

use super::{Editor, OpenQuiz};

/// What the preview shows.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The quiz, in the language of the preview.
    pub quiz: Rc<Quiz>,
    /// The words of the interface.
    pub text: Rc<Text>,
    /// Counts how often the preview was led somewhere: it goes there when this is another number.
    pub visit: u32,
    /// The answers that lead there.
    pub answers: Answers,
    /// The screen, from 0.
    pub at: usize,
    /// Whether it is dark.
    pub is_dark: bool,
    /// The theme of the website: attributes with their values, as JSON.
    pub theme: String,
}

impl PartialEq for Preview {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.quiz, &other.quiz)
            && Rc::ptr_eq(&self.text, &other.text)
            && self.visit == other.visit
    }
}

/// What the preview was led to, with the rules and the answers it had then: with others another way may
/// lead there.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewState {
    target: Target,
    rules: [Option<Node>; 2],
    /// Of the test visitor who is shown instead.
    persona: Option<Answers>,
}

impl Editor {
    /// What the preview is to show; nothing if the file makes no quiz.
    pub(crate) fn preview(&mut self) -> Option<Preview> {
        let is_dark = self.is_dark();
        let open = self.open.as_mut()?;
        let language = open.shown_language().to_owned();
        let text = open.words(&language, self.abilities.locale)?;
        let is_own = open.draft.quiz().node().text("language") == Some(&language);
        let overlay = overlay_name(open.draft.quiz().name(), &language);
        let overlay = if is_own { None } else { open.node(&overlay) };
        let PreviewQuiz { quiz, without } = preview_quiz(open.draft.quiz(), overlay)?;
        let wanted = PreviewState {
            persona: open.persona_answers(&quiz),
            ..wanted(open, &without, self.previewed.as_ref())
        };
        let (answers, at) = match &wanted.persona {
            Some(answers) => (answers.clone(), Walk::new(&quiz, answers).last()),
            None => answers_for(&quiz, wanted.target),
        };
        if self.previewed.as_ref() != Some(&wanted) {
            self.visit += 1;
        }
        self.previewed = Some(wanted);
        let theme = self.website.theme();
        Some(Preview { quiz, text, visit: self.visit, answers, at, is_dark, theme })
    }
}

/// What is edited, as far as it can be shown; else what was shown before.
fn wanted(open: &OpenQuiz, without: &[Path], shown: Option<&PreviewState>) -> PreviewState {
    let before = || {
        shown.cloned().unwrap_or(PreviewState {
            target: Target::Start,
            rules: [None, None],
            persona: None,
        })
    };
    let Some(path) = open.page.path() else { return before() };
    if without.iter().any(|it| path.0.starts_with(&it.0)) {
        return before();
    }
    let item = open.draft.quiz().at(&path);
    let rules = ["when", "for"].map(|rule| item.and_then(|item| item.get(rule).cloned()));
    PreviewState { target: moved_up(target(&path), without), rules, persona: None }
}

/// A target where some things before it are left out.
fn moved_up(target: Target, without: &[Path]) -> Target {
    let Target::Item(Item { list, index }) = target else { return target };
    let is_before = |path: &&Path| matches!(&path.0[..], [Step::Field(name), Step::Entry(other)] if name == list.name() && *other < index);
    Target::Item(list.item(index - without.iter().filter(is_before).count().min(index)))
}
