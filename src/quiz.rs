//! The vocabulary: what a quiz is, what a visitor answers, and what follows from it.
//!
//! Everything here is a pure function of (quiz, answers) and cannot fail.

mod answers;
mod course;
mod longest;
mod outcome;
mod prose;
mod rule;
mod step;

pub use answers::{Answers, Picks};
pub use course::{Course, Span, TimeLine};
pub use outcome::{Concern, Outcome, Shared, Shown};
pub use prose::{Figure, Piece, Prose};
pub use rule::{Pick, Rule};
pub use step::{End, Progress, Screen, Walk};

/// The most choices a question can have: one bit each in [`Picks`].
pub const MOST_CHOICES: usize = 64;

/// A checked quiz: every reference in it exists, every rule looks back only.
#[derive(Debug)]
pub struct Quiz {
    /// Names the quiz in shared links.
    pub id: String,
    /// BCP 47 tag of its words.
    pub language: String,
    /// The day the sources were last checked.
    pub checked: Date,
    /// Who reviewed the content, and when.
    pub reviewed: Option<Review>,
    /// The page's title.
    pub title: String,
    /// One sentence of purpose.
    pub purpose: String,
    /// Short facts on the first screen.
    pub facts: Vec<String>,
    /// The heading of the result.
    pub result_title: String,
    /// Whom the visitor can turn to.
    pub clinic: Clinic,
    /// In the order they are asked; at least one.
    pub questions: Vec<Question>,
    /// Reasons to stop before the result.
    pub endings: Vec<Ending>,
    /// What to settle before treatment.
    pub cautions: Vec<Caution>,
    /// What the treatment may do.
    pub benefits: Vec<Benefit>,
    /// What a course looks like in studies.
    pub plans: Vec<Plan>,
    /// Before, during and after a session.
    pub care: Vec<Care>,
    /// Questions to bring to a consultation.
    pub ask: Vec<Note>,
    /// Statements that every result carries.
    pub notes: Vec<Note>,
    /// Where the facts come from.
    pub sources: Vec<Source>,
}

/// An id of the data file: lower-case letters, digits and hyphens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Id(pub(crate) Box<str>);

impl Id {
    /// The id as it stands in the file.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Four digits.
    pub year: u32,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
}

/// A clinician's sign-off.
#[derive(Debug)]
pub struct Review {
    /// Name and role.
    pub by: String,
    /// The day.
    pub on: Date,
}

/// The clinic's name and ways to reach it.
#[derive(Debug)]
pub struct Clinic {
    /// As visitors know it.
    pub name: String,
    /// Where to book.
    pub booking: Option<Link>,
    /// Where to ask.
    pub contact: Option<Link>,
}

/// A link with its label.
#[derive(Debug)]
pub struct Link {
    /// `https:`, `tel:` or `mailto:`.
    pub href: String,
    /// Names what happens.
    pub label: String,
}

/// A question: one screen.
#[derive(Debug)]
pub struct Question {
    /// Unique among questions.
    pub id: Id,
    /// One answer or many.
    pub kind: Kind,
    /// Asked when this holds.
    pub when: Rule,
    /// In the order they are shown; at least one, at most [`MOST_CHOICES`].
    pub choices: Vec<Choice>,
    /// The part of the quiz it belongs to.
    pub part: Option<String>,
    /// The question.
    pub title: String,
    /// How to answer.
    pub hint: Option<String>,
}

/// How many choices make an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Exactly one.
    One,
    /// One or more.
    Many,
}

/// A choice of a question.
#[derive(Debug)]
pub struct Choice {
    /// Unique within its question.
    pub id: Id,
    /// Excludes every other choice of its question.
    pub exclusive: bool,
    /// A decorative picture, a path beside the page.
    pub picture: Option<String>,
    /// A decorative colour, `#rrggbb`.
    pub swatch: Option<String>,
    /// What the visitor picks.
    pub label: String,
    /// One line more.
    pub hint: Option<String>,
    /// As it stands in running text.
    pub short: String,
}

/// A kind end before the result.
#[derive(Debug)]
pub struct Ending {
    /// Unique among endings.
    pub id: Id,
    /// The quiz ends as soon as this holds.
    pub when: Rule,
    /// Short.
    pub title: String,
    /// A few sentences.
    pub text: String,
}

/// Something to settle before treatment.
#[derive(Debug)]
pub struct Caution {
    /// Unique among cautions.
    pub id: Id,
    /// What to do about it.
    pub level: Level,
    /// Shown when this holds.
    pub when: Rule,
    /// Short.
    pub title: String,
    /// What to do.
    pub text: Prose,
    /// Indices into [`Quiz::sources`].
    pub sources: Vec<usize>,
}

/// How strict a caution is, strictest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Do not treat now, see a clinician.
    Hold,
    /// Ask before booking.
    Ask,
    /// Tell the provider at the consultation.
    Tell,
}

/// What the treatment may do for one concern.
#[derive(Debug)]
pub struct Benefit {
    /// Unique among benefits.
    pub id: Id,
    /// The choice it answers.
    pub concern: Pick,
    /// A further condition.
    pub when: Rule,
    /// How strong the evidence is.
    pub evidence: Evidence,
    /// What the evidence label rests on.
    pub evidence_text: Prose,
    /// Short.
    pub title: String,
    /// "It may …"
    pub may: Prose,
    /// What it does not do.
    pub not: Prose,
    /// Indices into [`Quiz::sources`].
    pub sources: Vec<usize>,
}

/// How strong the evidence is, weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// No trial of this treatment for this concern.
    VeryLimited,
    /// Expert opinion or a few patients.
    Low,
    /// Small studies, mostly without a control group.
    Limited,
    /// Small controlled trials and reviews.
    Moderate,
    /// Large controlled trials.
    Strong,
}

/// What a course for one concern looks like in studies.
#[derive(Debug)]
pub struct Plan {
    /// Unique among plans.
    pub id: Id,
    /// The choice it answers.
    pub concern: Pick,
    /// A further condition.
    pub when: Rule,
    /// Number of sessions.
    pub sessions: Range,
    /// Weeks from one session to the next.
    pub weeks_between: Range,
    /// Weeks from the first session to the first change, where measured.
    pub first_visible: Option<Range>,
    /// Weeks from the last session to the full result, where measured.
    pub full: Option<Range>,
    /// Days that redness usually lasts.
    pub redness: Option<Range>,
    /// Days that redness lasts at most.
    pub redness_max: Option<u32>,
    /// How strong the evidence for these figures is.
    pub evidence: Evidence,
    /// Says whose figures these are, where the concern has none of its own.
    pub borrowed: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// Indices into [`Quiz::sources`]; at least one.
    pub sources: Vec<usize>,
}

/// From the least to the most, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The least.
    pub from: u32,
    /// The most; never less than `from`.
    pub to: u32,
}

/// A piece of advice.
#[derive(Debug)]
pub struct Care {
    /// Unique among care.
    pub id: Id,
    /// When it applies.
    pub stage: Stage,
    /// Shown when this holds.
    pub when: Rule,
    /// The advice.
    pub text: Prose,
    /// Indices into [`Quiz::sources`].
    pub sources: Vec<usize>,
}

/// The part of a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The days before.
    Before,
    /// The session itself.
    During,
    /// The days after.
    After,
}

/// A statement, or a question to bring.
#[derive(Debug)]
pub struct Note {
    /// Unique in its list.
    pub id: Id,
    /// Shown when this holds.
    pub when: Rule,
    /// The text.
    pub text: Prose,
    /// Indices into [`Quiz::sources`].
    pub sources: Vec<usize>,
}

/// Where a fact comes from.
#[derive(Debug)]
pub struct Source {
    /// Unique among sources.
    pub id: Id,
    /// As published.
    pub title: String,
    /// Journal, regulator or maker, and year.
    pub published: String,
    /// The canonical address.
    pub link: Option<String>,
}
