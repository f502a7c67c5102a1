use std::borrow::Cow;
use std::rc::Rc;

use check::Review;
use data::{Node, Path, Step};
use editor::{
    Places, PreviewQuiz, Target, answers_for, changed_things, concerns, form, is_seen,
    preview_with, target,
};
use quiz::{Answers, Item, Quiz, Walk};
use text::Text;

use super::{Editor, OpenQuiz, Page};

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
    /// Whether it shows what visitors read where the quiz cannot be loaded.
    pub fails: bool,
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
    /// What is edited, if no answers were found that show it.
    unseen: Option<Path>,
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

    /// The thing that is edited, if no answers were found that show it.
    pub fn unseen(&self) -> Option<&Path> {
        self.previewed.as_ref()?.unseen.as_ref()
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
        let fails = wanted.target == Target::Failure;
        let is_seen = wanted.persona.is_some() || is_seen(&quiz, wanted.target, &answers);
        let unseen = open.previewed_place().filter(|_| !is_seen).map(thing);
        let unseen = unseen.filter(|it| !without.contains(it));
        let way = (answers.clone(), at);
        self.previewed = Some(PreviewState { wanted, way, left_out: without, unseen });
        let theme = self.website.theme();
        Some(Preview { quiz, text, visit: self.visit, answers, at, fails, is_dark, theme })
    }
}

impl OpenQuiz {
    /// The place of the quiz that the preview shows: a part of several fields has each where visitors read it.
    pub(crate) fn previewed_place(&self) -> Option<Path> {
        let focused = || self.focused.clone();
        let is_of_fields = |name: &str| form(name).is_none();
        match &self.page {
            Page::Part(name) if is_of_fields(name) => focused().or_else(|| self.page.path()),
            Page::Concern(Some(index)) => focused().or_else(|| {
                let concern = concerns(self.draft.quiz().node()).into_iter().nth(*index);
                concern.map(|it| it.choice)
            }),
            Page::Sign => focused().or_else(|| self.changed_things().into_iter().next()),
            page => page.path().or_else(focused),
        }
    }

    /// The fields and the things that are not as they were in what Sign-off compares with.
    pub fn changed_things(&self) -> Vec<Path> {
        let (_, before) = self.compared();
        let now = self.draft.quiz().node();
        before.map(|before| changed_things(&before, now)).unwrap_or_default()
    }

    /// What the changes are since, with its name: the edition that was signed off, if the signature was
    /// lifted and the edition is known.
    pub(crate) fn compared(&self) -> (&'static str, Option<Cow<'_, Node>>) {
        let review = Review::of_quiz(self.draft.quiz().node());
        let is_lifted = review.is_some_and(|review| !review.is_current);
        match self.signed_edition().filter(|_| is_lifted) {
            Some(signed) => ("the version that was signed off", Some(signed)),
            None => (self.before.name, self.before.node.as_ref().map(Cow::Borrowed)),
        }
    }
}

impl Wanted {
    /// What is edited, as far as it can be shown; else what was shown before.
    fn of(open: &OpenQuiz, without: &[Path], shown: Option<&PreviewState>) -> Self {
        let whole = |target| Self { target, rules: [None, None], persona: None };
        let before = || shown.map_or_else(|| whole(Target::Start), |it| it.wanted.clone());
        if open.page == Page::Website {
            return whole(Target::Answered);
        }
        let Some(path) = open.previewed_place() else { return before() };
        if without.iter().any(|it| path.0.starts_with(&it.0)) {
            return before();
        }
        let item = open.draft.quiz().at(&thing(path.clone()));
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

/// The thing that a place belongs to.
fn thing(mut place: Path) -> Path {
    place.0.truncate(2);
    place
}

/// A target where some things before it are left out.
fn moved_up(target: Target, without: &[Path]) -> Target {
    let moved = |list: &str, index: usize| {
        let is_before = |path: &&Path| matches!(&path.0[..], [Step::Field(name), Step::Entry(other)] if name == list && *other < index);
        index - without.iter().filter(is_before).count().min(index)
    };
    match target {
        Target::Item(Item { list, index }) => Target::Item(list.item(moved(list.name(), index))),
        Target::Source(index) => Target::Source(moved("sources", index)),
        other => other,
    }
}
