mod elsewhere;
mod kinds;
mod names;
pub(crate) mod place;
mod say;

use check::{Finding, KindId, Severity};
use data::{Node, Path, Step};

use crate::condition::Condition;
use crate::field::FieldType;
use crate::history::{Draft, FileId};
use names::Names;
use place::Place;

/// What somebody is shown of a finding, in the words of the forms.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The position of the finding among all.
    pub number: usize,
    /// The file that it is in.
    pub file: FileId,
    /// The kind of the finding.
    pub id: KindId,
    /// The place of the field that settles it.
    pub path: Path,
    /// The thing it is about: "Caution: You told us of inflamed acne".
    pub thing: String,
    /// The label of the field, if it is about one.
    pub label: Option<String>,
    /// What was found, in a sentence.
    pub message: String,
    /// What to do.
    pub help: String,
    /// What the button says that fixes it, if there is one.
    pub fix: Option<String>,
    /// What it asks of the person.
    pub state: NoteState,
}

impl Note {
    /// Whether it is about the same as another, made of other findings.
    pub fn is_same(&self, other: &Self) -> bool {
        (self.file, self.id, &self.path) == (other.file, other.id, &other.path)
    }

    /// Whether the quiz cannot be published before it is settled.
    pub fn blocks(&self) -> bool {
        matches!(self.state, NoteState::ToFix | NoteState::ToFillIn)
    }
}

impl NoteState {
    /// Its class on the page.
    pub fn name(self) -> &'static str {
        match self {
            Self::ToFix => "error",
            Self::ToFillIn => "empty",
            Self::ToLookAt => "warning",
            Self::Kept => "accepted",
        }
    }
}

/// What a [`Note`] asks of the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteState {
    /// To fix something before the quiz is published.
    ToFix,
    /// To write what is not there yet, before the quiz is published.
    ToFillIn,
    /// To look at something.
    ToLookAt,
    /// Nothing: it stays, with a reason.
    Kept,
}

/// What is shown of findings in a draft, in their order. What is only empty is to be filled in, and what
/// follows from its being empty is left out.
pub fn notes(draft: &Draft, findings: &[(FileId, Finding)]) -> Vec<Note> {
    let names = Names::of(draft.quiz().node());
    let placed: Vec<Placed<'_>> =
        findings.iter().map(|(file, finding)| Placed::new(draft, &names, *file, finding)).collect();
    let empty: Vec<(FileId, &Path)> =
        placed.iter().filter(|it| it.is_empty).map(|it| (it.file, &it.place.path)).collect();
    let mut notes: Vec<Note> = Vec::new();
    for (number, it) in placed.iter().enumerate() {
        let is_there =
            || notes.iter().any(|note| (note.file, &note.path) == (it.file, &it.place.path));
        let is_hidden = if it.is_empty { is_there() } else { it.follows(&empty) };
        if !is_hidden {
            notes.push(it.note(number, &names));
        }
    }
    notes
}

/// A finding at its place in the forms.
struct Placed<'f> {
    file: FileId,
    finding: &'f Finding,
    place: Place,
    /// What stands there.
    value: Option<&'f Node>,
    /// Whether all that is wrong is that nothing does yet.
    is_empty: bool,
}

impl<'f> Placed<'f> {
    fn new(draft: &'f Draft, names: &Names<'_>, file: FileId, finding: &'f Finding) -> Self {
        let node = draft.document(file).node();
        let place = place_in(node, names, file, finding);
        let value = place.path.node(node);
        let is_asked = place.field.is_some_and(|field| field.needed) || place.list.is_some();
        let is_rule = place.field.is_some_and(|field| field.is == FieldType::Rule);
        let is_blank = is_asked && is_blank(value, is_rule) || finding.id == "rule/empty";
        let is_empty = finding.severity == Severity::Error && is_blank;
        Self { file, finding, place, value, is_empty }
    }

    /// Whether it is only there because one of these places is empty.
    fn follows(&self, empty: &[(FileId, &Path)]) -> bool {
        let is_kept = self.finding.severity == Severity::Accepted;
        let when = self.place.path.then([Step::Field("when".into())]);
        let is_never = matches!(self.finding.id, "proof/never-shown" | "proof/never-asked");
        let is_cause = |(file, path): &(FileId, &Path)| {
            *file == self.file && (**path == self.place.path || is_never && **path == when)
        };
        !is_kept && empty.iter().any(is_cause)
    }

    fn note(&self, number: usize, names: &Names<'_>) -> Note {
        let state = self.state();
        let (message, help) = if self.is_empty {
            ("Still to fill in.".to_owned(), say::ask(&self.place))
        } else {
            say::say(self.finding, &self.place, self.value, names)
        };
        Note {
            number,
            file: self.file,
            id: self.finding.id,
            path: self.place.path.clone(),
            thing: self.place.thing.clone(),
            label: self.place.label.clone(),
            message,
            help,
            fix: say::fix(self.finding, names).filter(|_| state != NoteState::ToFillIn),
            state,
        }
    }

    fn state(&self) -> NoteState {
        let is_begun = matches!(self.finding.id, "persona/nothing" | "persona/open");
        match self.finding.severity {
            Severity::Error if self.is_empty || is_begun => NoteState::ToFillIn,
            Severity::Error => NoteState::ToFix,
            Severity::Warning => NoteState::ToLookAt,
            Severity::Accepted => NoteState::Kept,
        }
    }
}

/// Where a finding is settled.
fn place_in(file: &Node, names: &Names<'_>, id: FileId, finding: &Finding) -> Place {
    if id == FileId::QUIZ {
        return place::of_quiz(names.quiz, &settling(file, finding));
    }
    if file.get("personas").is_some() {
        return elsewhere::of_visitor(file, &finding.path, names);
    }
    elsewhere::of_translation(file, &finding.path, names)
}

/// The place that settles a finding about a thing that lacks something.
fn settling(quiz: &Node, finding: &Finding) -> Path {
    let of = |list: &'static str| finding.path.then([Step::Field(list.into())]);
    match finding.id {
        "source/none" => of("sources"),
        "question/choices" if is_blank(of("choices").node(quiz), false) => of("choices"),
        _ => finding.path.clone(),
    }
}

/// Whether nothing is there yet.
fn is_blank(value: Option<&Node>, is_rule: bool) -> bool {
    match value {
        None | Some(Node::Null) => true,
        Some(Node::Text(text)) => text.trim().is_empty(),
        Some(Node::List(entries)) => entries.iter().all(|entry| is_blank(Some(entry), false)),
        rule if is_rule => Condition::read(rule).is_some_and(|rule| rule.parts.is_empty()),
        _ => false,
    }
}
