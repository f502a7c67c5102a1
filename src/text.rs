//! Interface words: one file for each language, `static/text/<language>.json`, a flat object from
//! the names of [`Key`] to sentences with `{placeholders}`.

mod summary;

pub use summary::summary;

use crate::data::{self, Node, Problem};
use crate::quiz::{Date, Evidence, Level, Outcome, Pick, Quiz, Range};

/// The interface words of one language; every key has its words.
#[derive(Debug)]
pub struct Text {
    words: Vec<String>,
    months: Vec<String>,
}

macro_rules! keys {
    ($($key:ident = $name:literal,)*) => {
        /// A sentence or word of the interface.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the words themselves stand in the text file")]
        pub enum Key { $($key,)* }

        const NAMES: &[&str] = &[$($name,)*];
    };
}

keys! {
    Continue = "continue",
    SeeResult = "see-result",
    Back = "back",
    Private = "private",
    Progress = "progress",
    ProgressExact = "progress-exact",
    ChooseOne = "choose-one",
    ChooseMany = "choose-many",
    NotAdvice = "not-advice",
    Checked = "checked",
    NotReviewed = "not-reviewed",
    Reviewed = "reviewed",
    Cautions = "cautions",
    NoCaution = "no-caution",
    LevelHold = "level-hold",
    LevelHoldDo = "level-hold-do",
    LevelAsk = "level-ask",
    LevelAskDo = "level-ask-do",
    LevelTell = "level-tell",
    LevelTellDo = "level-tell-do",
    Benefits = "benefits",
    Not = "not",
    EvidenceVeryLimited = "evidence-very-limited",
    EvidenceLow = "evidence-low",
    EvidenceLimited = "evidence-limited",
    EvidenceModerate = "evidence-moderate",
    EvidenceStrong = "evidence-strong",
    EvidenceLevel = "evidence-level",
    Course = "course",
    CourseLater = "course-later",
    CourseLaterNote = "course-later-note",
    Combined = "combined",
    CombinedSessions = "combined-sessions",
    CombinedSessionsSame = "combined-sessions-same",
    PerConcern = "per-concern",
    Concern = "concern",
    Sessions = "sessions",
    SessionsOne = "sessions-one",
    Weeks = "weeks",
    WeeksOne = "weeks-one",
    Days = "days",
    DaysOne = "days-one",
    Between = "between",
    First = "first",
    FirstAfter = "first-after",
    Full = "full",
    FullAfter = "full-after",
    Redness = "redness",
    RednessMax = "redness-max",
    NotMeasured = "not-measured",
    TimeLine = "time-line",
    SessionSure = "session-sure",
    SessionMaybe = "session-maybe",
    Week = "week",
    Borrowed = "borrowed",
    Care = "care",
    Before = "before",
    During = "during",
    After = "after",
    Ask = "ask",
    Notes = "notes",
    Why = "why",
    Because = "because",
    FromSources = "from-sources",
    YourAnswers = "your-answers",
    Change = "change",
    ChangeWhat = "change-what",
    Sources = "sources",
    Next = "next",
    NextHold = "next-hold",
    Print = "print",
    Copy = "copy",
    Share = "share",
    ShareNote = "share-note",
    Copied = "copied",
    CopyFailed = "copy-failed",
    Restart = "restart",
    Clear = "clear",
    Shared = "shared",
    SharedText = "shared-text",
    SharedStart = "shared-start",
    Stale = "stale",
    NewTab = "new-tab",
    Failed = "failed",
    FailedNetwork = "failed-network",
    FailedData = "failed-data",
    FailedBrowser = "failed-browser",
    FailedCrash = "failed-crash",
    FailedContact = "failed-contact",
    Retry = "retry",
    Date = "date",
    Range = "range",
    And = "and",
    Comma = "comma",
}

impl Text {
    /// Reads a text file.
    ///
    /// # Errors
    /// A problem for every entry that is no text, or for every key without words. A key of no use here is no problem: an older program
    /// may meet a newer file.
    pub fn new(json: &Node) -> Result<Self, Vec<Problem>> {
        let mut entries = data::texts(json)?;
        let mut problems = Vec::new();
        let mut take = |name: &str| match entries.iter().position(|entry| entry.0 == name) {
            Some(index) => entries.swap_remove(index).1,
            None => {
                problems.push(Problem {
                    place: format!("\"{name}\""),
                    found: "is missing.".into(),
                    cure: "Copy it from en.json and translate it.".into(),
                });
                String::new()
            }
        };
        let words = NAMES.iter().map(|name| take(name)).collect();
        let months = (1..=12).map(|month| take(&format!("month-{month}"))).collect();
        if problems.is_empty() { Ok(Self { words, months }) } else { Err(problems) }
    }

    /// The words of a key.
    pub fn get(&self, key: Key) -> &str {
        &self.words[key as usize]
    }

    /// The words of a key with its placeholders filled.
    pub fn fill(&self, key: Key, values: &[(&str, &str)]) -> String {
        let mut words = self.get(key).to_owned();
        for (name, value) in values {
            words = words.replace(&format!("{{{name}}}"), value);
        }
        words
    }

    /// "3–4", or "4" where both ends are the same.
    pub fn range(&self, range: Range) -> String {
        let [from, to] = [range.from, range.to].map(|number| number.to_string());
        if from == to { to } else { self.fill(Key::Range, &[("from", &from), ("to", &to)]) }
    }

    /// "2–3 days".
    pub fn days(&self, range: Range) -> String {
        self.counted(Key::DaysOne, Key::Days, range)
    }

    /// "12–13 weeks".
    pub fn weeks(&self, range: Range) -> String {
        self.counted(Key::WeeksOne, Key::Weeks, range)
    }

    /// "sessions", or "session" for one.
    pub fn sessions(&self, range: Range) -> &str {
        self.get(if range.to == 1 { Key::SessionsOne } else { Key::Sessions })
    }

    fn counted(&self, one: Key, other: Key, range: Range) -> String {
        self.fill(if range.to == 1 { one } else { other }, &[("n", &self.range(range))])
    }

    /// "22 November 2026".
    pub fn date(&self, date: Date) -> String {
        let month = &self.months[date.month.clamp(1, 12) as usize - 1];
        let [day, year] = [date.day, date.year].map(|number| number.to_string());
        self.fill(Key::Date, &[("day", &day), ("month", month), ("year", &year)])
    }

    /// "fine lines, pores and acne scars".
    pub fn list(&self, items: &[&str]) -> String {
        match items {
            [] => String::new(),
            [one] => (*one).to_owned(),
            [rest @ .., last] => [&rest.join(self.get(Key::Comma)), *last].join(self.get(Key::And)),
        }
    }

    /// The heading of a result, which names its concerns where the quiz asks for it with
    /// `{concerns}`.
    pub fn result_title(&self, quiz: &Quiz, outcome: &Outcome) -> String {
        let short = |pick: Pick| quiz.questions[pick.question].choices[pick.choice].short.as_str();
        let concerns: Vec<&str> =
            outcome.concerns.iter().map(|concern| short(concern.pick)).collect();
        quiz.result_title.replace("{concerns}", &self.list(&concerns))
    }

    /// "redness, sometimes up to 7 days"; "redness" where no most is known.
    pub fn redness_max(&self, days: Option<u32>) -> String {
        days.map_or_else(
            || self.get(Key::Redness).to_owned(),
            |days| {
                self.fill(Key::RednessMax, &[("days", &self.days(Range { from: days, to: days }))])
            },
        )
    }

    /// "Ask first".
    pub fn level(&self, level: Level) -> &str {
        self.get(match level {
            Level::Hold => Key::LevelHold,
            Level::Ask => Key::LevelAsk,
            Level::Tell => Key::LevelTell,
        })
    }

    /// "Moderate evidence".
    pub fn evidence(&self, evidence: Evidence) -> &str {
        self.get(match evidence {
            Evidence::VeryLimited => Key::EvidenceVeryLimited,
            Evidence::Low => Key::EvidenceLow,
            Evidence::Limited => Key::EvidenceLimited,
            Evidence::Moderate => Key::EvidenceModerate,
            Evidence::Strong => Key::EvidenceStrong,
        })
    }
}
