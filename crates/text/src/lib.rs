//! Interface words: one file for each language, `static/text/<language>.json`, a flat object from
//! the names of [`Key`] to sentences with `{placeholders}`. A word that is counted has a form for each
//! plural category of its language: `weeks-one`, `weeks-few`, …, and `weeks-other`, which stands in for
//! those that are left out.

mod locale;
mod summary;

pub use locale::{Locale, Plain};
pub use summary::{carried, short, summary};

use data::{Node, Path, Problem, Step};
use quiz::{Date, Evidence, Level, Outcome, Pick, Quiz, Range};

/// The interface words of one language; every key has its words.
#[derive(Debug)]
pub struct Text {
    words: Vec<String>,
    /// The entries of other names: forms of counted words, and those of [`PageKey`].
    forms: Vec<(String, String)>,
    locale: Box<dyn Locale>,
}

macro_rules! keys {
    ($(#[doc = $doc:literal])* $keys:ident in $names:ident: $($key:ident = $name:literal,)*) => {
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the words themselves stand in the text file")]
        pub enum $keys { $($key,)* }

        const $names: &[&str] = &[$($name,)*];

        impl $keys {
            /// Its name in text files.
            pub fn name(self) -> &'static str {
                $names[self as usize]
            }
        }
    };
}

keys! {
    /// A sentence or word of the interface.
    Key in NAMES:
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
    Sessions = "sessions-other",
    Weeks = "weeks-other",
    Days = "days-other",
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
    Along = "along",
    AlongSent = "along-sent",
    AlongCopied = "along-copied",
    CopyThis = "copy-this",
    Copied = "copied",
    CopyFailed = "copy-failed",
    Restart = "restart",
    Clear = "clear",
    Shared = "shared",
    SharedText = "shared-text",
    SharedStart = "shared-start",
    Stale = "stale",
    Updated = "updated",
    NewTab = "new-tab",
    FailedNetwork = "failed-network",
    Moment = "moment",
    Range = "range",
    LanguageName = "language-name",
    Language = "language",
    UntranslatedReview = "untranslated-review",
}

keys! {
    /// A sentence that a build writes into pages; the program shows none of them.
    PageKey in PAGE_NAMES:
    Failed = "failed",
    FailedData = "failed-data",
    FailedBrowser = "failed-browser",
    FailedCrash = "failed-crash",
    FailedContact = "failed-contact",
    Retry = "retry",
    PlainRead = "plain-read",
    PlainAbout = "plain-about",
    PlainQuestions = "plain-questions",
    PlainNext = "plain-next",
}

/// The words that stand around questions: those that a page brings along with an opening.
pub const OPENING: [Key; 13] = [
    Key::Continue,
    Key::SeeResult,
    Key::Back,
    Key::Private,
    Key::Progress,
    Key::ProgressExact,
    Key::ChooseOne,
    Key::ChooseMany,
    Key::Clear,
    Key::FailedNetwork,
    Key::Moment,
    Key::LanguageName,
    Key::Language,
];

impl Text {
    /// The words of [`OPENING`], read from a text file or a part of one; all others are empty.
    pub fn opening(json: &Node, locale: Box<dyn Locale>) -> Self {
        let words = NAMES.iter().map(|name| match json.get(name) {
            Some(Node::Text(words)) => words.clone(),
            _ => String::new(),
        });
        Self { words: words.collect(), forms: Vec::new(), locale }
    }

    /// Reads a text file of a language.
    ///
    /// # Errors
    /// A problem for every entry that is no text, or for every key without words. A key of no use here
    /// is no problem: an older program may meet a newer file.
    pub fn new(json: &Node, locale: Box<dyn Locale>) -> Result<Self, Vec<Problem>> {
        let mut entries = data::texts(json)?;
        let mut problems = Vec::new();
        let mut take = |name: &str| match entries.iter().position(|entry| entry.0 == name) {
            Some(index) => entries.swap_remove(index).1,
            None => {
                problems.push(missing(name));
                String::new()
            }
        };
        let words = NAMES.iter().map(|name| take(name)).collect();
        if problems.is_empty() { Ok(Self { words, forms: entries, locale }) } else { Err(problems) }
    }

    /// Reads a text file of a language for a build that writes pages.
    ///
    /// # Errors
    /// As those of [`Text::new`], or a problem for every [`PageKey`] without words.
    pub fn for_pages(json: &Node, locale: Box<dyn Locale>) -> Result<Self, Vec<Problem>> {
        let lacking = |text: &Self| {
            let names = PAGE_NAMES.iter().filter(|name| text.named(name).is_none());
            names.map(|name| missing(name)).collect::<Vec<_>>()
        };
        let text = Self::new(json, locale)?;
        let problems = lacking(&text);
        if problems.is_empty() { Ok(text) } else { Err(problems) }
    }

    /// The words of a key that only pages have; none if it was not read [for pages](Self::for_pages).
    pub fn page(&self, key: PageKey) -> &str {
        self.named(key.name()).unwrap_or_default()
    }

    fn named(&self, name: &str) -> Option<&str> {
        self.forms.iter().find(|form| form.0 == name).map(|form| form.1.as_str())
    }

    /// The words of a key.
    pub fn get(&self, key: Key) -> &str {
        &self.words[key as usize]
    }

    /// The words of a key with its placeholders filled.
    pub fn fill(&self, key: Key, values: &[(&str, &str)]) -> String {
        filled(self.get(key), values)
    }

    /// The words of a key before and after its one placeholder.
    pub fn around(&self, key: Key) -> (&str, &str) {
        let words = self.get(key);
        let (before, rest) = words.split_once('{').unwrap_or((words, ""));
        (before, rest.split_once('}').unwrap_or_default().1)
    }

    /// The words of a key that only pages have, with its placeholders filled.
    pub fn fill_page(&self, key: PageKey, values: &[(&str, &str)]) -> String {
        filled(self.page(key), values)
    }

    /// "3–4", or "4" where both ends are the same.
    pub fn range(&self, range: Range) -> String {
        let [from, to] = [range.from, range.to].map(|number| number.to_string());
        if from == to { to } else { self.fill(Key::Range, &[("from", &from), ("to", &to)]) }
    }

    /// "2–3 days".
    pub fn days(&self, range: Range) -> String {
        filled(self.form(Key::Days, range), &[("n", &self.range(range))])
    }

    /// "12–13 weeks".
    pub fn weeks(&self, range: Range) -> String {
        filled(self.form(Key::Weeks, range), &[("n", &self.range(range))])
    }

    /// "sessions", or "session" for one.
    pub fn sessions(&self, range: Range) -> &str {
        self.form(Key::Sessions, range)
    }

    fn form(&self, other: Key, range: Range) -> &str {
        let stem = NAMES[other as usize].strip_suffix("other").unwrap_or_default();
        let name = [stem, &self.locale.plural(range)].concat();
        self.named(&name).unwrap_or_else(|| self.get(other))
    }

    /// "22 November 2026".
    pub fn date(&self, date: Date) -> String {
        self.locale.date(date)
    }

    /// "fine lines, pores and acne scars".
    pub fn list(&self, items: &[&str]) -> String {
        self.locale.list(items)
    }

    /// Whether the language is written from right to left.
    pub fn is_rtl(&self) -> bool {
        self.locale.is_rtl()
    }

    /// The heading of a result, which names its concerns where the quiz asks for it with
    /// `{concerns}`.
    pub fn result_title(&self, quiz: &Quiz, outcome: &Outcome) -> String {
        let short = |pick: Pick| quiz.questions[pick.question].choices[pick.choice].short.as_str();
        let concerns: Vec<&str> =
            outcome.concerns.iter().map(|concern| short(concern.pick)).collect();
        filled(quiz.result_title.as_str(), &[("concerns", &self.list(&concerns))])
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

/// The names of all keys but the counted ones, in the order of the files.
pub fn keys() -> impl Iterator<Item = &'static str> {
    NAMES.iter().chain(PAGE_NAMES).copied()
}

/// Fills `{placeholders}`; one without a value stays as it is.
fn filled(words: &str, values: &[(&str, &str)]) -> String {
    let mut parts = words.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let named = part.split_once('}').and_then(|(name, rest)| {
            let (_, value) = values.iter().find(|value| value.0 == name)?;
            Some([value, rest])
        });
        named.unwrap_or(["{", part]).iter().for_each(|text| filled.push_str(text));
    }
    filled
}

fn missing(name: &str) -> Problem {
    let path = Path(vec![Step::Field(name.to_owned().into())]);
    Problem::new(
        "text/missing",
        path,
        "is missing.",
        "Copy it from en.json and translate it.",
        None,
    )
}

/// The one entry that is no word: for editors, where the JSON Schema of the file is.
pub const SCHEMA: &str = "$schema";

/// The counted words: each has a key for every plural category, `weeks-one`, `weeks-other`.
pub const COUNTED: [&str; 3] = ["sessions", "weeks", "days"];

/// The plural categories: every form of a counted word ends in one of them.
pub const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Whether a language, of a BCP 47 tag, is written from right to left.
pub fn is_rtl(language: &str) -> bool {
    const RTL: [&str; 11] = ["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];
    let first = language.split('-').next().unwrap_or_default();
    RTL.iter().any(|rtl| first.eq_ignore_ascii_case(rtl))
}
