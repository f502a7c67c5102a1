//! The vocabulary: what a quiz is, what a visitor answers, and what follows from it.
//!
//! Everything here is a pure function of (quiz, answers) and cannot fail.

mod answers;
mod contents;
mod course;
mod item;
pub mod link;
mod longest;
mod outcome;
mod prose;
mod rule;
mod step;
mod words;

use std::fmt;
use std::ops::Deref;

pub use answers::{Answers, Picks};
pub use course::{Course, Span, TimeLine};
pub use item::{Entry, Item, List};
use longest::Lookup;
pub use outcome::{Concern, Outcome, Shared, Shown};
pub use prose::{Figure, Piece, Prose};
pub use rule::{Pick, Rule};
pub use step::{End, Progress, Screen, Walk};
pub use words::Words;

/// The most choices a question can have: one bit each in [`Picks`].
pub const MOST_CHOICES: usize = 64;

/// A quiz: every reference in it exists, every rule looks back only. Its contents are read through it.
#[derive(Debug)]
pub struct Quiz {
    contents: Contents,
    lookup: Lookup,
}

/// What a quiz is made of.
#[derive(Debug)]
pub struct Contents {
    /// Names the quiz in shared links.
    pub id: String,
    /// BCP 47 tag of its own words.
    pub language: String,
    /// What a visitor can choose from: none, or several with its own first.
    pub languages: Vec<Language>,
    /// The language shown in place of its own.
    pub translation: Option<Translation>,
    /// The day the sources were last checked.
    pub checked: Date,
    /// Who reviewed the content, and when.
    pub reviewed: Option<Review>,
    /// The page's title.
    pub title: Words,
    /// One sentence of purpose.
    pub purpose: Words,
    /// Short facts on the first screen.
    pub facts: Vec<Words>,
    /// The heading of the result.
    pub result_title: Words,
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

/// A language that visitors can choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// BCP 47 tag.
    pub tag: String,
    /// Its name, in itself.
    pub name: String,
}

/// What stands in place of a quiz's own words.
#[derive(Debug)]
pub struct Translation {
    /// BCP 47 tag.
    pub language: String,
    /// Whether a translator has reviewed it.
    pub reviewed: bool,
}

impl Quiz {
    /// A quiz of these contents, whose references the caller has checked. A build with debug assertions,
    /// such as that of the tests, checks them once more.
    pub fn new(contents: Contents) -> Self {
        debug_assert!(contents.hold_together(), "a reference leads nowhere, or a rule looks ahead");
        let lookup = Lookup::new(&contents.questions, &contents.endings);
        Self { contents, lookup }
    }

    /// The same quiz with its words in another language.
    #[must_use]
    pub fn translated(mut self, translation: Translation) -> Self {
        self.contents.translation = Some(translation);
        self
    }

    /// The same quiz with pictures from elsewhere: their addresses, by the paths that stand for them.
    #[must_use]
    pub fn with_pictures(mut self, addresses: &[(String, String)]) -> Self {
        let choices = self.contents.questions.iter_mut().flat_map(|it| &mut it.choices);
        for picture in choices.filter_map(|choice| choice.picture.as_mut()) {
            if let Some((_, address)) = addresses.iter().find(|(path, _)| path == picture) {
                picture.clone_from(address);
            }
        }
        self
    }

    /// BCP 47 tag of the language shown.
    pub fn shown_language(&self) -> &str {
        self.translation.as_ref().map_or(&self.language, |translation| &translation.language)
    }
}

impl Deref for Quiz {
    type Target = Contents;

    fn deref(&self) -> &Contents {
        &self.contents
    }
}

/// An id of the data file: lower-case letters, digits and hyphens. The default one stands in for what is
/// none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Id(Box<str>);

impl Id {
    /// The id that a text is.
    ///
    /// # Errors
    /// The text, if it is none.
    pub fn new(text: String) -> Result<Self, String> {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let is_id = !text.is_empty() && text.chars().all(fits);
        if is_id { Ok(Self(text.into())) } else { Err(text) }
    }

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

impl Date {
    /// A day that there is.
    pub fn new(year: u32, month: u32, day: u32) -> Option<Self> {
        let leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => 0,
        };
        (1..=days).contains(&day).then_some(Self { year, month, day })
    }

    /// A day that there is, written as `2026-11-22`.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-').map(|part| part.parse::<u32>().ok());
        let year = parts.next()??;
        let (month, day) = (parts.next()??, parts.next()??);
        (1000..=9999).contains(&year).then(|| Self::new(year, month, day))?
    }

    /// The day so many days after 1 January 1970.
    pub fn after_1970(mut days: u64) -> Self {
        let mut date = Self { year: 1970, month: 1, day: 1 };
        while let Some(rest) =
            days.checked_sub(if Self::new(date.year, 2, 29).is_some() { 366 } else { 365 })
        {
            days = rest;
            date.year += 1;
        }
        for _ in 0..days {
            date = Self::new(date.year, date.month, date.day + 1).unwrap_or(Self {
                month: date.month + 1,
                day: 1,
                ..date
            });
        }
        date
    }
}

/// As files write it: `2026-11-22`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A clinician's sign-off.
#[derive(Debug)]
pub struct Review {
    /// Name and role.
    pub by: String,
    /// The day of the review.
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
    pub label: Words,
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
    pub part: Option<Words>,
    /// The question itself, the heading of its screen.
    pub title: Words,
    /// How to answer, in one line.
    pub hint: Option<Words>,
}

impl Question {
    /// Whether an answer to one is an answer to the other: they are the same question, with the same
    /// choices in the same order.
    pub(crate) fn is_answered_alike(&self, other: &Self) -> bool {
        (&self.id, self.kind) == (&other.id, other.kind)
            && self.choices.len() == other.choices.len()
            && self
                .choices
                .iter()
                .zip(&other.choices)
                .all(|(one, it)| (&one.id, one.exclusive) == (&it.id, it.exclusive))
    }

    /// Whether a visitor who has read one has read the other.
    pub fn reads_alike(&self, other: &Self) -> bool {
        let choices = || self.choices.iter().zip(&other.choices);
        self.is_answered_alike(other)
            && (&self.title, &self.hint) == (&other.title, &other.hint)
            && choices().all(|(one, it)| (&one.label, &one.hint) == (&it.label, &it.hint))
    }
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
    pub label: Words,
    /// One line more.
    pub hint: Option<Words>,
    /// As it stands in running text.
    pub short: Words,
}

/// A kind end before the result.
#[derive(Debug)]
pub struct Ending {
    /// Unique among endings.
    pub id: Id,
    /// The quiz ends as soon as this holds.
    pub when: Rule,
    /// Its heading, a few words.
    pub title: Words,
    /// What to do instead, in a few sentences.
    pub text: Words,
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
    /// Its heading, a few words.
    pub title: Words,
    /// What to do, in one or a few sentences.
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
    /// A further condition; [`Rule::ALWAYS`] if there is none.
    pub when: Rule,
    /// How strong the evidence is.
    pub evidence: Evidence,
    /// What the evidence label rests on.
    pub evidence_text: Prose,
    /// Its heading, a few words.
    pub title: Words,
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
    /// A further condition; [`Rule::ALWAYS`] if there is none.
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
    pub borrowed: Option<Words>,
    /// A remark on the figures, such as "may not be enough alone".
    pub note: Option<Words>,
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
    /// Unique in its list.
    pub id: Id,
    /// When it applies.
    pub stage: Stage,
    /// Shown when this holds.
    pub when: Rule,
    /// The advice, in one or a few sentences.
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
    /// One or a few sentences.
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
    /// The canonical `https:` address, if there is one.
    pub link: Option<String>,
}
