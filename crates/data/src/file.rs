//! The data file as it stands on disk: one struct for each JSON object.
//!
//! Nothing outside a `words` object is shown to a visitor but figures, links, dates and the
//! titles of sources; nothing inside one is read by a rule.
//!
//! A field of type `Option`, `Vec` or `bool` can be left out; every other one must be there.

use quiz::{Evidence, Kind, Level, Stage, Words};

use super::Node;
use super::read::{Read, Reader, StaffOnly, record, words};

record! {
    /// A whole quiz file, `format` 1.
    pub struct File {
        /// For editors only: where the JSON Schema of this format is.
        schema as "$schema": Option<String>,
        /// The number of this format. This program reads 1.
        format: u32,
        /// Names the quiz in shared links, for ever.
        id: String,
        /// The day of the last edit, `YYYY-MM-DD`.
        version: String,
        /// The language of every `words`, as a BCP 47 tag (`en`, `pt-BR`).
        language: String,
        /// The languages that visitors can choose, this one among them; each other one has a file of
        /// its own, `<this file's name>.<language>.json`, and its interface words in
        /// `text/<language>.json`. Left out where there is no other.
        languages: Vec<Language>,
        /// The day the sources were last checked, `YYYY-MM-DD`.
        checked: String,
        /// Who reviewed the content; null until a clinician has.
        reviewed: Option<Review>,
        /// Warnings of the check that somebody looked at and left, with the reason.
        accepted: StaffOnly<Vec<Accepted>>,
        /// Title and introduction.
        words: QuizWords,
        /// Whom the visitor can turn to.
        clinic: Clinic,
        /// In the order they are asked.
        questions: Vec<Question>,
        /// Reasons to stop before the result.
        endings: Vec<Ending>,
        /// What to settle before treatment.
        cautions: Vec<Caution>,
        /// What the treatment may do.
        benefits: Vec<Benefit>,
        /// What a course looks like in studies.
        plans: Vec<Plan>,
        /// Before, during and after a session.
        care: Vec<Care>,
        /// Questions to bring to a consultation.
        ask: Vec<Note>,
        /// Statements that every result carries.
        notes: Vec<Note>,
        /// Where the facts come from.
        sources: Vec<Source>,
    }

    /// What of a quiz file the questions need. The page brings it along, so that the first of them
    /// need not wait for the file.
    pub struct Opening {
        /// [`File::format`].
        format: u32,
        /// [`File::id`].
        id: String,
        /// [`File::language`].
        language: String,
        /// [`File::languages`].
        languages: Vec<Language>,
        /// [`File::words`].
        words: QuizWords,
        /// [`File::questions`].
        questions: Vec<Question>,
        /// [`File::endings`].
        endings: Vec<Ending>,
    }

    /// A language that visitors can choose.
    pub struct Language {
        /// A BCP 47 tag (`en`, `pt-BR`), as in the names of its files.
        language: String,
        /// As it calls itself: "Español".
        name: String,
    }

    /// A clinician's sign-off.
    pub struct Review {
        /// Name and role.
        by: String,
        /// The day, `YYYY-MM-DD`.
        on: String,
        /// What was reviewed, as the studio and `check sign` write it. The review counts for this content
        /// alone, and not at all if it is left out.
        digest: Option<String>,
    }

    /// A warning that stays, and why.
    pub struct Accepted {
        /// As the check prints it in brackets: `claims/doubtful`.
        warning: String,
        /// The way to the place by names and ids, without `words`: `benefits.pores.may`. Left out where
        /// it is the file.
        at: Option<String>,
        /// Why it is right as it is.
        because: String,
        /// Who allows it, for words that the check takes for a claim: the clinician who signs, as in
        /// `reviewed`. It counts as long as that review does.
        by: Option<String>,
    }

    /// Words about the quiz as a whole.
    pub struct QuizWords {
        /// The page's title; says nothing of the visitor.
        title: Words,
        /// One sentence of purpose.
        purpose: Words,
        /// Short facts on the first screen: how long it takes, for whom, where answers stay.
        facts: Vec<Words>,
        /// The heading of the result; `{concerns}` stands for those it is about.
        result: Words,
    }

    /// The clinic's name and ways to reach it.
    pub struct Clinic {
        /// As visitors know it.
        name: String,
        /// Where to book; shown only where no *hold* applies.
        booking: Option<Link>,
        /// Where to ask.
        contact: Option<Link>,
    }

    /// A link with its label.
    pub struct Link {
        /// `https:`, `tel:` or `mailto:`.
        link: String,
        /// What the link says.
        words: LinkWords,
    }

    /// Words of a link.
    pub struct LinkWords {
        /// Names what happens: "Book a consultation".
        label: Words,
    }

    /// A question: one screen.
    pub struct Question {
        /// Unique among questions; never changes.
        id: String,
        /// One answer or many.
        kind: Kind,
        /// Asked when this holds; always, where it is left out. Looks at earlier questions only.
        when: Option<Rule>,
        /// At most 64.
        choices: Vec<Choice>,
        /// Title and hint.
        words: QuestionWords,
    }

    /// Words of a question.
    pub struct QuestionWords {
        /// The part of the quiz it belongs to, above the title.
        part: Option<Words>,
        /// The question.
        title: Words,
        /// How to answer.
        hint: Option<Words>,
    }

    /// A choice of a question.
    pub struct Choice {
        /// Unique within its question; never changes. Elsewhere it is written `question.choice`.
        id: String,
        /// Excludes every other choice ("None of these").
        exclusive: bool,
        /// A decorative picture, a path beside the page: `pictures/pores.svg`.
        picture: Option<String>,
        /// A decorative patch of colour: `#rrggbb`.
        swatch: Option<String>,
        /// Label and hint.
        words: ChoiceWords,
    }

    /// Words of a choice.
    pub struct ChoiceWords {
        /// What the visitor picks.
        label: Words,
        /// One line more.
        hint: Option<Words>,
        /// As it stands in running text ("acne scars"); the label, where it is left out.
        short: Option<Words>,
    }

    /// How many choices of which question.
    pub struct AtLeast {
        /// The question's id.
        question: String,
        /// 1 or more.
        count: u32,
    }

    /// A kind end before the result.
    pub struct Ending {
        /// Unique among endings.
        id: String,
        /// The quiz ends as soon as this holds.
        when: Rule,
        /// Title and text.
        words: TitleText,
    }

    /// A title and a text.
    pub struct TitleText {
        /// Short.
        title: Words,
        /// One or a few sentences; in a caution `{id}` stands for one of its figures.
        text: Words,
    }

    /// Something to settle before treatment.
    pub struct Caution {
        /// Unique among cautions.
        id: String,
        /// What to do about it.
        level: Level,
        /// Shown when this holds.
        when: Rule,
        /// Title and text.
        words: TitleText,
        /// Figures in the text.
        figures: Vec<Figure>,
        /// Ids of sources.
        sources: Vec<String>,
    }

    /// What the treatment may do for one concern.
    pub struct Benefit {
        /// Unique among benefits; stands in shared links.
        id: String,
        /// The choice it answers, `question.choice`.
        concern as "for": String,
        /// A further condition.
        when: Option<Rule>,
        /// How strong the evidence is.
        evidence: Evidence,
        /// What it may do, and what not.
        words: BenefitWords,
        /// Figures in the words.
        figures: Vec<Figure>,
        /// Ids of sources.
        sources: Vec<String>,
    }

    /// Words of a benefit.
    pub struct BenefitWords {
        /// Short.
        title: Words,
        /// "It may …"
        may: Words,
        /// What it does not do.
        not: Words,
        /// What the evidence label rests on.
        evidence: Words,
    }

    /// What a course looks like in studies.
    pub struct Plan {
        /// Unique among plans; stands in shared links.
        id: String,
        /// The choice it answers, `question.choice`.
        concern as "for": String,
        /// A further condition, such as how noticeable the concern is.
        when: Option<Rule>,
        /// Sessions, fewest and most.
        sessions: [u32; 2],
        /// Weeks from one session to the next.
        weeks_between as "weeksBetween": [u32; 2],
        /// Weeks from the first session to the first change; null where nobody measured it.
        first_visible_weeks_after_first as "firstVisibleWeeksAfterFirst": Option<[u32; 2]>,
        /// Weeks from the last session to the full result; null where nobody measured it.
        full_weeks_after_last as "fullWeeksAfterLast": Option<[u32; 2]>,
        /// Days that redness usually lasts; null for a treatment without.
        redness_days as "rednessDays": Option<[u32; 2]>,
        /// Days that redness lasts at most.
        redness_max_days as "rednessMaxDays": Option<u32>,
        /// How strong the evidence for these figures is.
        evidence: Evidence,
        /// The choice whose figures these are, where the concern has none of its own.
        borrowed_from as "borrowedFrom": Option<String>,
        /// Notes.
        words: PlanWords,
        /// Ids of sources.
        sources: Vec<String>,
    }

    /// Words of a plan.
    pub struct PlanWords {
        /// A remark: "may not be enough alone".
        note: Option<Words>,
        /// Says that the figures are borrowed, and from what. Needed with `borrowedFrom`.
        borrowed: Option<Words>,
    }

    /// A piece of advice for before, during or after a session.
    pub struct Care {
        /// Unique among care.
        id: String,
        /// When it applies.
        stage: Stage,
        /// Shown when this holds; always, where it is left out.
        when: Option<Rule>,
        /// The advice.
        words: NoteWords,
        /// Figures in the text.
        figures: Vec<Figure>,
        /// Ids of sources.
        sources: Vec<String>,
    }

    /// A statement, or a question to bring.
    pub struct Note {
        /// Unique in its list.
        id: String,
        /// Shown when this holds; always, where it is left out.
        when: Option<Rule>,
        /// The text.
        words: NoteWords,
        /// Figures in the text.
        figures: Vec<Figure>,
        /// Ids of sources.
        sources: Vec<String>,
    }

    /// One text.
    pub struct NoteWords {
        /// One or a few sentences; `{id}` stands for one of the item's figures.
        text: Words,
    }

    /// A figure that stands in a text as `{id}`.
    pub struct Figure {
        /// Unique within its item.
        id: String,
        /// The figure with its unit: "10 to 30 minutes".
        words: NoteWords,
        /// Ids of sources; at least one.
        sources: Vec<String>,
    }

    /// Where a fact comes from.
    pub struct Source {
        /// Unique among sources.
        id: String,
        /// As published.
        title: String,
        /// Journal, regulator or maker, and year.
        published: String,
        /// The canonical `https:` address (DOI, PubMed, PMC or the regulator's page), where there is one.
        link: Option<String>,
        /// Nobody has opened it yet: no figure may rest on it.
        unconfirmed: bool,
    }
}

words! {
    Kind: "\"one\" or \"many\"" { One = "one", Many = "many", }
    Level: "\"hold\", \"ask\" or \"tell\"" { Hold = "hold", Ask = "ask", Tell = "tell", }
    Evidence: "\"very-limited\", \"low\", \"limited\", \"moderate\" or \"strong\"" {
        VeryLimited = "very-limited",
        Low = "low",
        Limited = "limited",
        Moderate = "moderate",
        Strong = "strong",
    }
    Stage: "\"before\", \"during\" or \"after\"" { Before = "before", During = "during", After = "after", }
}

/// A condition: a closed vocabulary over picked choices.
#[derive(Debug)]
#[cfg_attr(feature = "messages", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub enum Rule {
    /// Every one holds.
    All(Vec<Rule>),
    /// At least one holds.
    Any(Vec<Rule>),
    /// It does not hold.
    Not(Box<Rule>),
    /// The choice, `question.choice`, is picked.
    Picked(String),
    /// At least one of these choices is picked.
    PickedAny(Vec<String>),
    /// At least so many choices of a question are picked.
    PickedAtLeast(AtLeast),
}

impl Read for Rule {
    const KIND: &'static str = "a rule, such as {\"picked\": \"concerns.pores\"}";

    #[cfg(feature = "messages")]
    type Schema = Self;

    fn empty() -> Self {
        Self::All(Vec::new())
    }

    fn read(reader: &mut Reader, node: &Node) -> Self {
        const WORDS: &[&str] = &["all", "any", "not", "picked", "pickedAny", "pickedAtLeast"];
        match node {
            Node::Object(fields) if fields.len() == 1 => match fields[0].0.as_str() {
                "all" => return Self::All(reader.field(node, "all")),
                "any" => return Self::Any(reader.field(node, "any")),
                "not" => return Self::Not(Box::new(reader.field(node, "not"))),
                "picked" => return Self::Picked(reader.field(node, "picked")),
                "pickedAny" => return Self::PickedAny(reader.field(node, "pickedAny")),
                "pickedAtLeast" => return Self::PickedAtLeast(reader.field(node, "pickedAtLeast")),
                _ => _ = reader.object(node, WORDS),
            },
            Node::Object(_) => reader.mixed(WORDS),
            _ => reader.wrong(node, Self::KIND),
        }
        Self::empty()
    }
}
