use std::ops::Range;
use std::rc::Rc;

use data::{MOST, Mend, Node, Path, Problem};
use quiz::Quiz;

use super::finding::{Finding, Fix, Severity};
use super::json::SyntaxError;
use super::parsed::Parsed;
use super::place::place;
use super::remark::Remark;
use super::texts::Text;
use super::tree::Value;
use super::{Checked, File, Unread, bytes, fixes};

/// A file as it was read.
pub(crate) struct Document {
    pub(super) name: String,
    pub(super) wanted: bool,
    pub(super) what: FileKind,
    parsed: Rc<Parsed>,
    findings: Vec<Finding>,
}

/// What a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Questions, and what is said of their answers.
    Quiz,
    /// A quiz in another language.
    Overlay,
    /// Test visitors, and what each must see.
    Personas,
    /// Words of the interface.
    Interface,
    /// Wording rules.
    Claims,
}

impl Document {
    pub(super) fn new(file: &File) -> Self {
        let (text, findings) = match &file.bytes {
            Ok(bytes) => bytes::text(bytes),
            Err(Unread::Because(why)) => (String::new(), vec![unreadable(why)]),
            Err(Unread::Large(bytes)) => (String::new(), vec![bytes::too_large(*bytes)]),
        };
        let is_read =
            !findings.iter().any(|it| matches!(it.id, "file/unreadable" | "file/too-large"));
        let parsed = if is_read { Parsed::new(text) } else { Parsed::unread(text) };
        Self::of(&file.name, file.wanted, Rc::new(parsed), findings)
    }

    /// A file whose text was read before, and whose findings are wanted.
    pub(super) fn read(name: &str, parsed: &Rc<Parsed>) -> Self {
        let (text, findings) = bytes::text(parsed.text().as_bytes());
        if text != parsed.text() {
            let bytes = Ok(parsed.text().into());
            return Self::new(&File { name: name.to_owned(), bytes, wanted: true });
        }
        Self::of(name, true, parsed.clone(), findings)
    }

    fn of(name: &str, wanted: bool, parsed: Rc<Parsed>, mut findings: Vec<Finding>) -> Self {
        findings.extend(parsed.syntax_errors().iter().map(|it| finding_of(it, parsed.text())));
        let what = FileKind::of(name, parsed.node());
        Self { name: name.to_owned(), wanted, what, parsed, findings }
    }

    pub(super) fn text(&self) -> &str {
        self.parsed.text()
    }

    pub(super) fn node(&self) -> &Node {
        self.parsed.node()
    }

    /// Nothing where it is not clear what belongs to what.
    pub(super) fn tree(&self) -> Option<&Value> {
        self.parsed.tree()
    }

    /// Every text in it.
    pub(super) fn texts(&self) -> &[Text] {
        self.parsed.texts()
    }

    /// The quiz in it, or what is wrong with that.
    pub(super) fn quiz(&self) -> Result<&Rc<Quiz>, &[Problem]> {
        self.parsed.quiz()
    }

    /// Whether it has this text.
    pub(super) fn has_read(&self, parsed: &Rc<Parsed>) -> bool {
        self.wanted && (Rc::ptr_eq(&self.parsed, parsed) || self.text() == parsed.text())
    }

    /// Its name without folders.
    pub(super) fn base_name(&self) -> &str {
        self.name.rsplit('/').next().unwrap_or_default()
    }

    /// The folders in its name.
    pub(super) fn folder(&self) -> &str {
        self.name.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    pub(super) fn add(&mut self, findings: Vec<Finding>) {
        self.findings.extend(findings);
    }

    pub(super) fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// Whether letters of it are lost: it is in an encoding that nobody can be sure of.
    pub(super) fn is_lossy(&self) -> bool {
        self.findings.iter().any(|finding| finding.id == "file/not-utf-8")
    }

    pub(super) fn checked(&self, found: Vec<Finding>) -> Checked {
        let is_lossy = self.is_lossy();
        let mut findings = self.findings.clone();
        findings.extend(found);
        if is_lossy {
            findings.iter_mut().for_each(|finding| finding.fix = None);
        }
        findings.sort_by_key(|it| (it.span.start, it.severity, it.id));
        findings.dedup();
        if let Some(further) = cut(&mut findings) {
            findings.push(too_many(further, self.text().len()));
        }
        Checked { name: self.name.clone(), text: self.text().to_owned(), findings }
    }
}

impl FileKind {
    /// What a file of this name with this in it is for; a quiz where nothing else can be told.
    pub fn of(name: &str, node: &Node) -> Self {
        let has = |field| node.get(field).is_some();
        if has("questions") {
            Self::Quiz
        } else if has("personas") || name.ends_with(".personas.json") {
            Self::Personas
        } else if has("quiz") && has("words") {
            Self::Overlay
        } else if has("rules") || name.ends_with("claims.json") {
            Self::Claims
        } else if name.contains("text/") {
            Self::Interface
        } else {
            Self::Quiz
        }
    }
}

/// So many findings of a file are told, errors before warnings.
const MOST_TOLD: usize = 200;

/// Leaves so many findings that somebody may read them, the errors before the rest, each in its place.
/// How many are left out, if any.
fn cut(findings: &mut Vec<Finding>) -> Option<usize> {
    let further = findings.len().checked_sub(MOST_TOLD).filter(|further| *further > 0)?;
    findings.sort_by_key(|it| it.severity);
    findings.truncate(MOST_TOLD);
    findings.sort_by_key(|it| (it.span.start, it.severity, it.id));
    Some(further)
}

fn too_many(further: usize, end: usize) -> Finding {
    Finding {
        severity: Severity::Error,
        id: "file/too-many",
        path: Path::default(),
        at: String::new(),
        span: end..end,
        place: "the file".into(),
        found: format!("has at least {further} more problems than these."),
        help: "Fix these, and check again; errors come before warnings.".into(),
        fix: None,
        because: None,
        allowed_by: None,
    }
}

fn unreadable(why: &str) -> Finding {
    Finding {
        severity: Severity::Error,
        id: "file/unreadable",
        path: Path::default(),
        at: String::new(),
        span: 0..0,
        place: "the file".into(),
        found: format!("cannot be read: {why}."),
        help: "Name a file that is there and that you may read.".into(),
        fix: None,
        because: None,
        allowed_by: None,
    }
}

fn finding_of(error: &SyntaxError, text: &str) -> Finding {
    Finding {
        severity: Severity::Error,
        id: error.kind.id,
        path: Path::default(),
        at: String::new(),
        span: error.span.clone(),
        place: error.place(text),
        found: error.kind.found.into(),
        help: error.kind.help.into(),
        fix: error.fix.clone().map(|(span, text)| Fix { span, text }),
        because: None,
        allowed_by: None,
    }
}

/// Collects findings in one document.
pub(crate) struct Found<'d> {
    pub(super) document: &'d Document,
    pub(super) findings: Vec<Finding>,
    errors: usize,
    is_cut: bool,
}

impl<'d> Found<'d> {
    pub(super) fn new(document: &'d Document) -> Self {
        Self { document, findings: Vec::new(), errors: 0, is_cut: false }
    }

    pub(super) fn node(&self) -> &'d Node {
        self.document.node()
    }

    /// Whether no further finding is wanted. Warnings, however many, leave room for errors.
    pub(super) fn is_full(&self) -> bool {
        self.errors >= MOST
    }

    /// Whether there were more findings than were kept.
    pub(super) fn is_cut(&self) -> bool {
        self.is_cut || self.is_full()
    }

    /// Whether there is room for a finding.
    fn takes(&self, severity: Severity) -> bool {
        match severity {
            Severity::Error => self.errors < MOST,
            _ => self.findings.len() - self.errors < MOST,
        }
    }

    pub(super) fn problem(&mut self, problem: &Problem) {
        let Problem { id, path, found, help, mend } = problem;
        self.say(Severity::Error, id, path, found, help, mend.as_ref());
    }

    pub(super) fn error(&mut self, id: &'static str, path: &Path, found: &str, help: &str) {
        self.say(Severity::Error, id, path, found, help, None);
    }

    pub(super) fn warn(&mut self, id: &'static str, path: &Path, found: &str, help: &str) {
        self.say(Severity::Warning, id, path, found, help, None);
    }

    pub(super) fn remark(&mut self, path: &Path, remark: &Remark) {
        let Remark { severity, id, told, help, mend } = remark;
        self.say(*severity, id, path, told, help, mend.as_ref());
    }

    pub(super) fn say(
        &mut self,
        severity: Severity,
        id: &'static str,
        path: &Path,
        found: &str,
        help: &str,
        mend: Option<&Mend>,
    ) {
        if !self.takes(severity) {
            self.is_cut = true;
            return;
        }
        self.errors += usize::from(severity == Severity::Error);
        let tree = self.document.tree();
        self.findings.push(Finding {
            severity,
            id,
            path: path.clone(),
            at: path.key(self.node()),
            span: tree.map_or(0..0, |tree| span(tree, path, id)),
            place: place(path, self.node()),
            found: found.into(),
            help: help.into(),
            fix: mend
                .zip(tree)
                .and_then(|(mend, tree)| fixes::fix(self.document.text(), tree, path, mend)),
            because: None,
            allowed_by: None,
        });
    }
}

/// What to underline: the value, or the name of a field that should not be there; of a thing made
/// of many lines its id or its name.
fn span(tree: &Value, path: &Path, id: &str) -> Range<usize> {
    let located = tree.locate(path);
    match located.name {
        Some(name) if located.whole && id.ends_with("unknown-field") => name,
        name => located
            .value
            .mark()
            .or(name)
            .unwrap_or(located.value.span.start..located.value.span.start + 1),
    }
}
