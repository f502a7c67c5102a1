use std::rc::Rc;

use quiz::{Quiz, Screen};
use text::Text;
use view::Notice;

use super::Model;

/// Files that were read again, or those of another language, and how a visit goes on with them. Whoever
/// handles a visit does not need to know: the visitor's program has that in the part that reads files.
#[derive(Clone, Debug)]
pub struct Renewal {
    quiz: Rc<Quiz>,
    text: Rc<Text>,
    go_on: fn(Model, Rc<Quiz>, Rc<Text>) -> Model,
}

impl Renewal {
    /// For visitors: a question that changes before their eyes says so.
    pub fn told(quiz: Rc<Quiz>, text: Rc<Text>) -> Self {
        Self { quiz, text, go_on: told }
    }

    /// For staff, who make the change.
    pub fn silent(quiz: Rc<Quiz>, text: Rc<Text>) -> Self {
        Self { quiz, text, go_on: got }
    }

    pub(crate) fn of(self, model: Model) -> Model {
        (self.go_on)(model, self.quiz, self.text)
    }
}

fn told(model: Model, quiz: Rc<Quiz>, text: Rc<Text>) -> Model {
    let before = model.quiz.clone();
    let mut model = got(model, quiz, text);
    if is_changed(&before, &model) {
        model.notice = Some(Notice::Updated);
    }
    model
}

fn got(mut model: Model, quiz: Rc<Quiz>, text: Rc<Text>) -> Model {
    model.answers = model.answers.carried(&model.quiz, &quiz);
    if quiz.shown_language() == model.quiz.shown_language() {
        model.shared = None;
    }
    let is_lasting = |notice: &Notice| matches!(notice, Notice::StaleLink | Notice::Updated);
    model.notice = model.notice.filter(is_lasting);
    (model.quiz, model.text) = (quiz, text);
    model.at = model.at.min(model.walk().last());
    model
}

/// Whether the question shown was not asked in these words, or with these choices, by another edition of the
/// quiz. In another language it is the same one.
fn is_changed(before: &Quiz, model: &Model) -> bool {
    match model.walk().screen(model.at) {
        Screen::Question(question)
            if model.shared.is_none() && before.shown_language() == model.quiz.shown_language() =>
        {
            let asked = &model.quiz.questions[question];
            !before.questions.iter().any(|other| other.reads_alike(asked))
        }
        _ => false,
    }
}
