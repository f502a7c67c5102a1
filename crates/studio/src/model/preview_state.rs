use std::rc::Rc;

use data::{Node, Path, Step};
use editor::{Places, PreviewQuiz, Target, answers_for, preview_with, target};
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

/// What the preview was led to, and what it could not show then.
#[derive(Clone, Debug)]
pub struct PreviewState {
    wanted: Wanted,
    /// The answers that led there, and the screen.
    way: (Answers, usize),
    /// What of the quiz could not be shown yet.
    left_out: Vec<Path>,
}

/// What the preview is to show, with the rules it has: with others another way may lead there.
#[derive(Clone, Debug, PartialEq)]
struct Wanted {
    target: Target,
    rules: [Option<Node>; 2],
    /// Of the test visitor who is shown instead.
    persona: Option<Answers>,
}

impl Editor {
    /// What of the quiz the preview cannot show yet.
    pub fn left_out(&self) -> &[Path] {
        self.previewed.as_ref().map_or(&[], |it| &it.left_out)
    }

    /// Where the things stand that the preview shows, each in the file in which its text is edited.
    pub fn previewed_places(&self) -> Option<Places<'_>> {
        let open = self.open.as_ref()?;
        Some(Places::new(open.draft.quiz().node(), open.shown_overlay()))
    }

    /// What the preview is to show; nothing if the file makes no quiz.
    pub(crate) fn preview(&mut self) -> Option<Preview> {
        let is_dark = self.is_dark();
        let open = self.open.as_mut()?;
        let language = open.shown_language().to_owned();
        let text = open.words(&language, self.abilities.locale)?;
        let overlay = open.shown_overlay();
        let added = open.pictures.added(open.draft.quiz().node());
        let PreviewQuiz { quiz, without } = preview_with(open.draft.quiz(), overlay, &added)?;
        let wanted = Wanted::of(open, &without, self.previewed.as_ref());
        let wanted = Wanted { persona: open.persona_answers(&quiz), ..wanted };
        let before = self.previewed.take().filter(|before| before.wanted == wanted);
        let (answers, at) = match before {
            Some(before) => before.way,
            None => {
                self.visit += 1;
                wanted.way(&quiz)
            }
        };
        self.previewed =
            Some(PreviewState { wanted, way: (answers.clone(), at), left_out: without });
        let theme = self.website.theme();
        Some(Preview { quiz, text, visit: self.visit, answers, at, is_dark, theme })
    }
}

impl Wanted {
    /// What is edited, as far as it can be shown; else what was shown before.
    fn of(open: &OpenQuiz, without: &[Path], shown: Option<&PreviewState>) -> Self {
        let before = || {
            let start = Self { target: Target::Start, rules: [None, None], persona: None };
            shown.map_or(start, |it| it.wanted.clone())
        };
        let Some(path) = open.page.path().or_else(|| open.focused.clone()) else { return before() };
        if without.iter().any(|it| path.0.starts_with(&it.0)) {
            return before();
        }
        let item = Path(path.0.iter().take(2).cloned().collect());
        let item = open.draft.quiz().at(&item);
        let rules = ["when", "for"].map(|rule| item.and_then(|item| item.get(rule).cloned()));
        Self { target: moved_up(target(&path), without), rules, persona: None }
    }

    /// The answers that lead there, and the screen.
    fn way(&self, quiz: &Quiz) -> (Answers, usize) {
        match &self.persona {
            Some(answers) => (answers.clone(), Walk::new(quiz, answers).last()),
            None => answers_for(quiz, self.target),
        }
    }
}

/// A target where some things before it are left out.
fn moved_up(target: Target, without: &[Path]) -> Target {
    let Target::Item(Item { list, index }) = target else { return target };
    let is_before = |path: &&Path| matches!(&path.0[..], [Step::Field(name), Step::Entry(other)] if name == list.name() && *other < index);
    Target::Item(list.item(index - without.iter().filter(is_before).count().min(index)))
}
