//! The state of a visit and how it changes, pure: what is on the screen is computed from it, and what
//! the browser has to do is derived from its changes.

mod files;
mod renewal;
mod saved;

pub use files::{Files, LoadedFiles, LocaleOf, Unusable};
pub use renewal::Renewal;

use std::rc::Rc;

use quiz::link::Opened;
use quiz::{Answers, Kind, Pick, Quiz, Screen, Shared, Walk};
use text::Text;
use view::{Event, Notice, ViewState};

/// A visit. Positions count screens, 0 for the first.
#[derive(Clone, Debug)]
pub struct Model {
    quiz: Rc<Quiz>,
    text: Rc<Text>,
    answers: Answers,
    at: usize,
    attempted: bool,
    reopened: bool,
    stepped: bool,
    shared: Option<Shared>,
    notice: Option<Notice>,
    along: bool,
}

/// What happened.
#[derive(Clone, Debug)]
pub enum Msg {
    /// The program takes over what was picked on the page as it was served, and pressed if Continue was.
    TookOver(Vec<Pick>, bool),
    /// The visitor did something.
    Event(Event),
    /// A finger or the mouse was put down on a choice and lifted there.
    Tapped(Pick),
    /// The browser's history moved to a position.
    Moved(usize),
    /// The files were read again, or those of another language.
    GotFiles(Renewal),
    /// Those of the language that was chosen did not come.
    LanguageFailed,
    /// Copying ended: nothing, or the text that could not be copied.
    CopyEnded(Option<String>),
}

impl Model {
    /// A visit that begins with what the address opened.
    pub fn new(quiz: Rc<Quiz>, text: Rc<Text>, opened: Opened) -> Self {
        let (shared, notice) = match opened {
            Opened::Nothing => (None, None),
            Opened::Shared(shared) => (Some(shared), None),
            Opened::Stale => (None, Some(Notice::StaleLink)),
        };
        let answers = Answers::none(&quiz);
        Self {
            quiz,
            text,
            answers,
            at: 0,
            attempted: false,
            reopened: false,
            stepped: false,
            shared,
            notice,
            along: false,
        }
    }

    /// The quiz.
    pub fn quiz(&self) -> &Rc<Quiz> {
        &self.quiz
    }

    /// The interface words.
    pub fn text(&self) -> &Rc<Text> {
        &self.text
    }

    /// The position.
    pub fn at(&self) -> usize {
        self.at
    }

    /// What was picked.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// What decides the screen.
    pub fn scene(&self) -> ViewState<'_> {
        ViewState {
            answers: &self.answers,
            at: self.at,
            attempted: self.attempted,
            shared: self.shared.as_ref(),
            notice: self.notice.as_ref(),
            stepped: self.stepped,
            along: self.along,
        }
    }

    /// The replay of what was picked.
    pub fn walk(&self) -> Walk {
        Walk::new(&self.quiz, &self.answers)
    }

    fn asks(&self, pick: Pick) -> bool {
        self.shared.is_none() && self.walk().screen(self.at) == Screen::Question(pick.question)
    }

    fn took_over(mut self, picks: &[Pick]) -> Self {
        self.answers = picks.iter().fold(Answers::none(&self.quiz), |answers, pick| {
            answers.after(&self.quiz, pick.question, pick.choice)
        });
        self
    }

    fn picked(mut self, pick: Pick) -> Self {
        if self.asks(pick) {
            self.answers = self.answers.after(&self.quiz, pick.question, pick.choice);
            self.attempted &= self.answers.of(pick.question).is_empty();
        }
        self
    }

    fn tapped(self, pick: Pick) -> Self {
        let one = self.quiz.questions.get(pick.question).is_some_and(|q| q.kind == Kind::One);
        if one && self.asks(pick) { self.picked(pick).continued() } else { self }
    }

    fn continued(mut self) -> Self {
        let walk = self.walk();
        let Screen::Question(question) = walk.screen(self.at) else { return self };
        if self.answers.of(question).is_empty() {
            self.attempted = true;
            return self;
        }
        let next = if self.reopened { walk.last() } else { self.at + 1 };
        let reopened = self.reopened && walk.screen(next) != Screen::Result;
        Self { reopened, ..self.moved(next) }
    }

    fn moved(mut self, at: usize) -> Self {
        let at = at.min(self.walk().last());
        self.stepped |= at != self.at || self.shared.is_some();
        self.at = at;
        self.attempted = false;
        self.reopened = false;
        self.shared = None;
        self.notice = None;
        self
    }

    fn reopened(self, at: usize) -> Self {
        Self { reopened: true, ..self.moved(at) }
    }

    fn cleared(mut self) -> Self {
        self.answers = Answers::none(&self.quiz);
        Self { stepped: true, along: false, ..self.moved(0) }
    }
}

/// The visit after something happened.
pub fn update(model: &Model, msg: Msg) -> Model {
    let model = model.clone();
    match msg {
        Msg::TookOver(picks, false) => model.took_over(&picks),
        Msg::TookOver(picks, true) => model.took_over(&picks).continued(),
        Msg::Event(Event::Picked(pick)) => model.picked(pick),
        Msg::Event(Event::Continued) => model.continued(),
        Msg::Event(Event::WentBack) => {
            let at = model.at.saturating_sub(1);
            model.moved(at)
        }
        Msg::Event(Event::Reopened(at)) => model.reopened(at),
        Msg::Event(Event::Restarted) => model.moved(0),
        Msg::Event(Event::Cleared) => model.cleared(),
        Msg::Event(Event::TookAlong) => Model { along: !model.along, ..model },
        Msg::Event(
            Event::Touched(_)
            | Event::Typed
            | Event::Clicked(_)
            | Event::Printed
            | Event::Copied
            | Event::CopiedShort
            | Event::SharedLink,
        ) => model,
        Msg::Tapped(pick) => model.tapped(pick),
        Msg::Moved(at) => model.moved(at),
        Msg::GotFiles(renewal) => renewal.of(model),
        Msg::LanguageFailed => Model { notice: Some(Notice::NoLanguage), ..model },
        Msg::CopyEnded(left) => {
            Model { notice: Some(left.map_or(Notice::Copied, Notice::CopyFailed)), ..model }
        }
    }
}
