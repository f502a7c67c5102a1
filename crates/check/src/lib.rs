//! All that can be said of data files before a visitor sees them, in words for the people who write
//! them. Pure: files come in as bytes, findings go out.

mod accepted;
mod address;
mod braces;
mod bytes;
mod claims;
mod damage;
mod day;
mod document;
mod finding;
mod fixes;
mod heard;
mod interface;
mod interface_word;
mod json;
mod kinds;
mod language;
mod lost;
mod manner;
mod memo;
mod named;
mod numbers;
mod overlay;
mod parsed;
mod personas;
mod place;
mod plural;
mod proved;
mod quiz_file;
mod reading;
mod remark;
mod render;
mod review;
pub mod safety;
mod schema;
mod steps;
mod tag;
mod texts;
mod translated_from;
mod tree;

pub use accepted::{can_be_accepted, can_be_allowed};
pub use address::{Astray, link};
pub use bytes::LARGEST;
pub use damage::damage;
pub use document::FileKind;
pub use finding::{Finding, Fix, Severity, fixed};
pub use fixes::{quoted, with_comma};
pub use interface_word::{INTERFACE, InterfaceWord, interface_words};
pub use kinds::{Kind, KindId, kinds};
pub use lost::lost;
pub use parsed::Parsed;
pub use personas::{expectable, seen};
pub use plural::{PluralForm, plural_forms};
pub use reading::{Reading, reading};
pub use remark::Remark;
pub use render::{Format, report};
pub use review::{Review, says_who};
pub use schema::schema;
pub use tag::{is_tag, meant as meant_tag};
pub use texts::placeholders;
pub use texts::{Text, texts};
pub use translated_from::is_outdated;
pub use tree::{Kind as Holds, Located, Value};

use std::fmt;
use std::rc::Rc;

use data::Node;
use quiz::Date;

use document::{Document, Found};
use overlay::Meanings;
use remark::Known;

/// A file to check.
#[derive(Clone, Debug)]
pub struct File {
    /// Its name, with `/` between folders.
    pub name: String,
    /// What is in it, or why that was not read.
    pub bytes: Result<Vec<u8>, Unread>,
    /// Whether its findings are wanted, or it is here for the sake of the others.
    pub wanted: bool,
}

/// Why a file was not read.
#[derive(Clone, Debug)]
pub enum Unread {
    /// It has so many bytes, more than [`LARGEST`].
    Large(u64),
    /// In the system's words.
    Because(String),
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Large(bytes) => {
                write!(f, "it has {bytes} bytes, and a data file has at most {LARGEST}")
            }
            Self::Because(why) => f.write_str(why),
        }
    }
}

/// How many bytes a picture of this name has; nothing where it is not there.
pub type Pictures<'a> = &'a dyn Fn(&str) -> Option<u64>;

/// What a file is checked against, besides the other files.
pub struct Environment<'a> {
    /// The day of whoever asks.
    pub today: Date,
    /// The pictures; nothing where nobody can look.
    pub picture: Option<Pictures<'a>>,
    /// An earlier edition of the quiz: its ids must still be there, its review is not one of what
    /// changed, and nothing that keeps visitors safe is to be weaker.
    pub since: Option<&'a Node>,
    /// Whether all that lies beside the files was given as well, so that it can be said what is
    /// missing there.
    pub folder: bool,
}

/// What was found in a file.
#[derive(Debug)]
pub struct Checked {
    /// The file's name.
    pub name: String,
    /// Its text.
    pub text: String,
    /// In the order of the file.
    pub findings: Vec<Finding>,
}

impl Checked {
    /// Whether nothing has to be mended.
    pub fn passes(&self) -> bool {
        self.errors().next().is_none()
    }

    /// What has to be mended.
    pub fn errors(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.severity == Severity::Error)
    }

    /// The text with every fix applied, where there is one.
    pub fn fixed(&self) -> Option<String> {
        let fixes: Vec<&Fix> = self.findings.iter().filter_map(|it| it.fix.as_ref()).collect();
        (!fixes.is_empty()).then(|| fixed(&self.text, fixes))
    }
}

/// The JSON in a file; nothing where it has a syntax error, or more in it than any data file.
pub fn node(bytes: &[u8]) -> Option<Node> {
    let (text, findings) = bytes::text(bytes);
    let (value, syntax_errors) = json::read(&text);
    let good =
        syntax_errors.is_empty() && findings.iter().all(|it| it.severity == Severity::Warning);
    value.filter(|_| good).map(|value| value.node())
}

/// Checks files together: a translation against its quiz, a quiz against the wording rules.
pub fn check(files: &[File], around: &Environment<'_>) -> Vec<Checked> {
    Checker::new(files).check(around, ProofMode::Run)
}

/// Files that are checked again and again while some of them are edited.
pub struct Checker {
    documents: Vec<Document>,
    rules: claims::Rules,
    known: Known,
    meanings: Meanings,
}

/// Whether findings of a kind take so long that they come with the proof alone.
pub fn comes_with_proof(id: &str) -> bool {
    id.starts_with("proof/") || matches!(id, "evidence/plan" | "translation/swapped")
}

/// Whether to prove what holds on every walk, which takes longest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProofMode {
    /// Say all of it.
    Run,
    /// Leave it out.
    Skip,
}

impl Checker {
    /// Files that belong together.
    pub fn new(files: &[File]) -> Self {
        let mut documents: Vec<Document> = files.iter().map(Document::new).collect();
        let rules = claims::rules(&mut documents);
        Self { documents, rules, known: Known::default(), meanings: Meanings::default() }
    }

    /// Puts a file whose text was read before, and whose findings are wanted, in the place of the one of
    /// its name, or beside the others.
    pub fn put_parsed(&mut self, name: &str, parsed: &Rc<Parsed>) {
        let other = self.documents.iter().find(|other| other.name == name);
        if !other.is_some_and(|other| other.has_read(parsed)) {
            self.put_document(Document::read(name, parsed));
        }
    }

    fn put_document(&mut self, document: Document) {
        let is_rules = document.what == FileKind::Claims;
        match self.documents.iter_mut().find(|other| other.name == document.name) {
            Some(other) => *other = document,
            None => self.documents.push(document),
        }
        if is_rules {
            self.rules = claims::rules(&mut self.documents);
            self.known = Known::default();
        }
    }

    /// Takes a file out.
    pub fn take(&mut self, name: &str) {
        self.documents.retain(|document| document.name != name);
    }

    /// Says what was found in the files whose findings are wanted.
    pub fn check(&self, around: &Environment<'_>, proof: ProofMode) -> Vec<Checked> {
        let Self { documents, rules, known, meanings } = self;
        let context = Context { documents, around, rules, known, meanings, proof };
        let wanted = self.documents.iter().filter(|document| context.is_wanted(document));
        let checked = wanted.map(|document| document.checked(context.found(document))).collect();
        self.known.forget();
        self.meanings.forget();
        checked
    }
}

/// What a check can look at.
pub(crate) struct Context<'c> {
    documents: &'c [Document],
    around: &'c Environment<'c>,
    rules: &'c claims::Rules,
    known: &'c Known,
    meanings: &'c Meanings,
    proof: ProofMode,
}

impl Context<'_> {
    /// Whether a document's findings are wanted: whoever checks a quiz wants to know what its
    /// test visitors see, and what is wrong with its translations.
    fn is_wanted(&self, document: &Document) -> bool {
        let is_of = |quiz: &Document| self.test(document, quiz) || Self::translates(document, quiz);
        document.wanted || self.documents.iter().any(|it| it.wanted && is_of(it))
    }

    /// Whether a file is a translation that lies beside a quiz: it names the quiz's id, or is called as
    /// one of its translations.
    fn translates(file: &Document, quiz: &Document) -> bool {
        let id = quiz.node().text("id");
        let named = || {
            let language = file.node().text("language")?;
            Some(format!("{}.{language}.json", quiz.name.strip_suffix(".json")?))
        };
        file.what == FileKind::Overlay
            && quiz.what == FileKind::Quiz
            && file.folder() == quiz.folder()
            && (id.is_some() && file.node().text("quiz") == id
                || named().as_ref() == Some(&file.name))
    }

    /// Whether a file's test visitors test a quiz: those that lie beside it, else those that lie
    /// elsewhere.
    fn test(&self, file: &Document, quiz: &Document) -> bool {
        let is_beside =
            |it: &Document| it.folder() == quiz.folder() && Self::are_visitors(it, quiz);
        Self::are_visitors(file, quiz) && (is_beside(file) || !self.documents.iter().any(is_beside))
    }

    /// Whether a file is one of test visitors to this quiz.
    fn are_visitors(file: &Document, quiz: &Document) -> bool {
        let named = || quiz.name.strip_suffix(".json").map(|stem| format!("{stem}.personas.json"));
        let id = quiz.node().text("id");
        file.what == FileKind::Personas
            && quiz.what == FileKind::Quiz
            && (id.is_some() && file.node().text("quiz") == id
                || named().as_ref() == Some(&file.name))
    }

    fn found(&self, document: &Document) -> Vec<Finding> {
        if document.tree().is_none() {
            return Vec::new();
        }
        let mut found = Found::new(document);
        lost::check(&mut found);
        match document.what {
            FileKind::Quiz => quiz_file::check(&mut found, self),
            FileKind::Overlay => overlay::check(&mut found, self),
            FileKind::Personas => personas::check(&mut found, self),
            FileKind::Interface => interface::check(&mut found, self),
            FileKind::Claims => {}
        }
        accepted::check(&mut found, self);
        found.findings
    }

    /// The earlier edition of a quiz; nothing where that is one of another quiz that is here as well.
    fn edition_before(&self, quiz: &Document) -> Option<&Node> {
        let before = self.around.since?;
        let is_of =
            |it: &Document| it.what == FileKind::Quiz && it.node().text("id") == before.text("id");
        (is_of(quiz) || !self.documents.iter().any(is_of)).then_some(before)
    }

    /// The translations of the same quiz into other languages than a file's.
    fn sisters<'a>(&'a self, file: &'a Node) -> impl Iterator<Item = &'a Document> {
        self.documents.iter().filter(|other| {
            other.what == FileKind::Overlay
                && other.node().text("quiz") == file.text("quiz")
                && other.node().text("language") != file.text("language")
        })
    }

    /// The quiz whose id a file names.
    fn quiz_of(&self, file: &Node) -> Option<&Document> {
        let is_it =
            |it: &&Document| it.what == FileKind::Quiz && it.node().text("id") == file.text("quiz");
        self.documents.iter().find(is_it)
    }

    /// Whether some file that is most likely a quiz could not be read: the others are not blamed.
    fn has_unread_quiz(&self) -> bool {
        self.documents.iter().any(|it| it.what == FileKind::Quiz && it.tree().is_none())
    }
}
