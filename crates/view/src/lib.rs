//! What a visitor sees: functions from domain values to HTML, one folder for each piece with its
//! styles. Nothing here touches the browser; what a visitor does is handed out as [`Event`].

mod answers;
mod benefit;
mod care;
mod caution;
mod course;
mod ending;
mod failure;
mod foot;
mod moment;
mod next;
mod page;
mod plain;
mod progress;
mod prose;
mod question;
mod result;
mod sources;

pub use failure::Failure;
pub use page::Notice;
pub use plain::plain_page;
pub use result::result;

use quiz::{Answers, Pick, Quiz, Screen, Shared, Walk};
use text::Text;
use yew::{AttrValue, Callback, Html, html};

/// Where the heading of every screen is found, to move focus to.
pub const HEADING: &str = "heading";

/// The styles of what is seen before a result, in the order they stand: the page has them in itself.
pub const QUESTION_STYLES: &[&str] = &[
    include_str!("page/page.css"),
    include_str!("progress/progress.css"),
    include_str!("question/question.css"),
    include_str!("ending/ending.css"),
    include_str!("failure/failure.css"),
    include_str!("foot/foot.css"),
];

/// The styles of all else, to stand behind those of questions.
pub const LATER_STYLES: &[&str] = &[
    include_str!("result/result.css"),
    include_str!("caution/caution.css"),
    include_str!("benefit/benefit.css"),
    include_str!("course/course.css"),
    include_str!("care/care.css"),
    include_str!("answers/answers.css"),
    include_str!("sources/sources.css"),
    include_str!("next/next.css"),
    include_str!("plain/plain.css"),
    include_str!("page/print.css"),
];

/// What every piece needs: the quiz, its words, and where to say what the visitor did.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The quiz shown.
    pub quiz: &'a Quiz,
    /// The interface words.
    pub text: &'a Text,
    /// Takes what the visitor did.
    pub on: &'a Callback<Event>,
    /// Shows results; nothing while that part of the program, or the file, has not arrived.
    pub result: Option<ShowResult>,
}

/// Shows the result that a scene shares, else that of a walk.
pub type ShowResult = fn(&View, &Walk, &ViewState) -> Html;

/// What the visitor did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Put a finger or the mouse down on a choice.
    Touched(Pick),
    /// Pressed a key.
    Typed,
    /// Changed the state of a choice.
    Picked(Pick),
    /// Clicked a choice, by whatever means.
    Clicked(Pick),
    /// Asked for the next screen.
    Continued,
    /// Asked for the screen before.
    WentBack,
    /// Asked to change the answer at a position.
    Reopened(usize),
    /// Asked to start again, answers kept as they are.
    Restarted,
    /// Asked to forget every answer.
    Cleared,
    /// Asked to print.
    Printed,
    /// Asked for the result as text.
    Copied,
    /// Wanted a short summary to take along, or no longer.
    TookAlong,
    /// Asked for the short summary as text.
    CopiedShort,
    /// Asked for a link to the result.
    SharedLink,
}

/// Everything that decides what is on the screen.
#[derive(Clone, Copy)]
pub struct ViewState<'a> {
    /// What was picked.
    pub answers: &'a Answers,
    /// The position, 0 for the first screen.
    pub at: usize,
    /// Whether the visitor tried to go on without an answer.
    pub attempted: bool,
    /// The result of a link, if one was opened.
    pub shared: Option<&'a Shared>,
    /// What to say beside it.
    pub notice: Option<&'a Notice>,
    /// Whether this is another screen than the one the page began with.
    pub stepped: bool,
    /// Whether a short summary is taken along.
    pub along: bool,
}

impl View<'_> {
    /// The whole screen. A text that changes while its element stays is the key of that element, or the
    /// language is: in the place of what the program wrote there may be what translates pages.
    pub fn scene(&self, scene: &ViewState) -> Html {
        let language = self.quiz.shown_language();
        html! { <><key={language}>{ self.screen(scene) }</><key="">{ self.foot(scene.notice) }</></> }
    }

    fn screen(&self, scene: &ViewState) -> Html {
        let walk = Walk::new(self.quiz, scene.answers);
        match walk.screen(scene.at) {
            Screen::Question(question) if scene.shared.is_none() => {
                self.question(&walk, question, scene)
            }
            Screen::Ending(ending) if scene.shared.is_none() => {
                self.ending(&self.quiz.endings[ending])
            }
            _ => self.result.map_or_else(|| self.moment(), |show| show(self, &walk, scene)),
        }
    }

    fn emits<E: 'static>(&self, event: Event) -> Callback<E> {
        self.on.reform(move |_| event.clone())
    }
}

fn attr(text: &str) -> AttrValue {
    AttrValue::from(text.to_owned())
}
