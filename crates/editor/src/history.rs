use std::fmt;
use std::rc::Rc;

use check::{LARGEST, Parsed};
use data::{FORMAT, Node, Path};

use super::change::{Change, Edit};
use super::document::Document;

/// The files of a quiz while they are edited; the quiz itself is the first.
#[derive(Debug)]
pub struct Draft {
    documents: Vec<Document>,
    /// Each file as it was opened.
    first: Vec<Rc<Parsed>>,
    /// Each file as it was saved last.
    saved: Vec<Rc<Parsed>>,
    done: Vec<Step>,
    undone: Vec<Step>,
    /// Whether what is typed next is a step of its own.
    settled: bool,
}

/// One of the files of a [`Draft`]. It stays the same while the draft is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileId(usize);

impl FileId {
    /// The quiz itself.
    pub const QUIZ: Self = Self(0);

    /// Its position among the files, the quiz being 0: what an id on the page is made of.
    pub fn position(self) -> usize {
        self.0
    }
}

/// Something done, that is taken back as one.
#[derive(Clone, Debug)]
struct Step {
    changes: Vec<(FileId, Change)>,
    /// Where it was done.
    at: (FileId, Path),
    /// Whether it only wrote a value, so that further typing there belongs to it.
    typed: bool,
}

/// Why a file is not opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// It is of a later format.
    Newer(u32),
    /// It has so many bytes.
    Large(usize),
    /// It is not saved as UTF-8.
    NotText,
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Newer(format) => write!(
                f,
                "The file is of format {format}, and this studio knows format {FORMAT}. Nothing was \
                 opened, so that nothing is lost. Use the studio that came with the newer quiz."
            ),
            Self::Large(bytes) => write!(
                f,
                "The file has {bytes} bytes, and a data file has at most {LARGEST}. Is it the right one?"
            ),
            Self::NotText => f.write_str(
                "The file is not saved as UTF-8, so its letters are unsure. Save it as UTF-8 in the \
                 program it comes from, and open it again.",
            ),
        }
    }
}

/// The text of a file that can be edited.
///
/// # Errors
/// If it is none, or of a format that is newer than this program.
pub(super) fn readable(bytes: &[u8]) -> Result<String, OpenError> {
    if bytes.len() > LARGEST {
        return Err(OpenError::Large(bytes.len()));
    }
    let text = String::from_utf8(bytes.to_vec()).map_err(|_| OpenError::NotText)?;
    if text.contains('\0') {
        return Err(OpenError::NotText);
    }
    match Document::new("", text.as_str()).node().get("format") {
        Some(Node::Number(format)) if *format > FORMAT => Err(OpenError::Newer(*format)),
        _ => Ok(text),
    }
}

impl Draft {
    /// Opens files, the quiz first.
    ///
    /// # Errors
    /// As soon as one of them cannot be edited.
    pub fn open<'f>(
        files: impl IntoIterator<Item = (&'f str, &'f [u8])>,
    ) -> Result<Self, OpenError> {
        let mut draft = Self {
            documents: Vec::new(),
            first: Vec::new(),
            saved: Vec::new(),
            done: Vec::new(),
            undone: Vec::new(),
            settled: true,
        };
        for (name, bytes) in files {
            draft.push(name, readable(bytes)?);
        }
        Ok(draft)
    }

    fn push(&mut self, name: &str, text: String) {
        let document = Document::new(name, text);
        self.first.push(document.parsed().clone());
        self.saved.push(document.parsed().clone());
        self.documents.push(document);
    }

    /// Goes on with what was typed before, in a draft of the same files: a step that can be undone.
    pub fn restore(&mut self, texts: &[(String, String)]) {
        let edits: Vec<(FileId, Edit)> = texts
            .iter()
            .map(|(name, text)| (self.file(name), Edit::Rewrite(text.clone())))
            .collect();
        self.edit_all(edits, (FileId::QUIZ, Path::default()), false);
    }

    /// Takes in a file that the others do not know yet; one of a name that is there stays.
    ///
    /// # Errors
    /// If it cannot be edited.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), OpenError> {
        if self.find(name).is_some() {
            return Ok(());
        }
        self.push(name, readable(bytes)?);
        Ok(())
    }

    /// The quiz file, always the first.
    pub fn quiz(&self) -> &Document {
        &self.documents[0]
    }

    /// A file.
    pub fn document(&self, file: FileId) -> &Document {
        &self.documents[file.0]
    }

    /// Every file, the quiz first.
    pub fn documents(&self) -> impl Iterator<Item = (FileId, &Document)> {
        self.documents.iter().enumerate().map(|(index, document)| (FileId(index), document))
    }

    /// The file of this name, if there is one.
    pub fn find(&self, name: &str) -> Option<FileId> {
        self.documents.iter().position(|document| document.name() == name).map(FileId)
    }

    /// The file of this name, which is added empty if there is none.
    pub fn file(&mut self, name: &str) -> FileId {
        if let Some(file) = self.find(name) {
            return file;
        }
        self.push(name, String::new());
        FileId(self.documents.len() - 1)
    }

    /// Does something to a file; whether that changes anything.
    pub fn edit(&mut self, file: FileId, edit: Edit) -> bool {
        let at = match &edit {
            Edit::Set(path, _)
            | Edit::Remove(path)
            | Edit::Insert(path, ..)
            | Edit::Move(path, ..) => path.clone(),
            Edit::Replace(span, _) => self.documents[file.0].path_at(span.start),
            Edit::Rewrite(_) => Path::default(),
        };
        let typed = matches!(edit, Edit::Set(..) | Edit::Rewrite(_));
        self.edit_all(vec![(file, edit)], (file, at), typed)
    }

    /// Does several things as one step, one after the other; whether that changes anything.
    pub fn edit_all(
        &mut self,
        edits: Vec<(FileId, Edit)>,
        at: (FileId, Path),
        typed: bool,
    ) -> bool {
        let mut changes = Vec::new();
        for (file, edit) in edits {
            if let Some(change) = edit.change(&self.documents[file.0]) {
                self.apply(file, &change);
                changes.push((file, change));
            }
        }
        if changes.is_empty() {
            return false;
        }
        self.undone.clear();
        let step = Step { changes, at, typed };
        if !self.goes_on(&step) {
            self.done.push(step);
        }
        self.settled = !typed;
        true
    }

    /// Makes further typing a part of the last step, where it is at the same place.
    fn goes_on(&mut self, next: &Step) -> bool {
        let Some(last) = self.done.last_mut().filter(|_| !self.settled) else { return false };
        if !last.typed || !next.typed || last.at != next.at {
            return false;
        }
        let ([(file, before), amended @ ..], [(_, after)]) =
            (&mut last.changes[..], &next.changes[..])
        else {
            return false;
        };
        let mut amended: Vec<&mut Change> =
            amended.iter_mut().filter(|(of, _)| of == file).map(|(_, change)| change).collect();
        let earlier = amended.iter().filter(|change| change.at <= before.at);
        let at = earlier.fold(before.at, |at, it| at + it.new.len() - it.old.len());
        let joins = at == after.at && before.new == after.old;
        if joins {
            for change in amended.iter_mut().filter(|change| change.at > before.at) {
                change.at = change.at + after.new.len() - after.old.len();
            }
            before.new.clone_from(&after.new);
        }
        joins
    }

    /// Does something that belongs to the last step, and is taken back with it.
    pub fn amend(&mut self, file: FileId, edit: Edit) {
        if let Some(change) = edit.change(&self.documents[file.0]) {
            self.apply(file, &change);
            if let Some(step) = self.done.last_mut() {
                step.changes.push((file, change));
            }
        }
    }

    /// Makes what is typed next a step of its own.
    pub fn settle(&mut self) {
        self.settled = true;
    }

    fn apply(&mut self, file: FileId, change: &Change) {
        let text = change.applied(self.documents[file.0].text());
        self.documents[file.0].write(text);
    }

    /// Takes the last step back; where it was done.
    pub fn undo(&mut self) -> Option<(FileId, Path)> {
        let step = self.done.pop()?;
        for (file, change) in step.changes.iter().rev() {
            self.apply(*file, &change.inverse());
        }
        let at = step.at.clone();
        self.undone.push(step);
        self.settled = true;
        Some(at)
    }

    /// Does the last step again that was taken back; where it was done.
    pub fn redo(&mut self) -> Option<(FileId, Path)> {
        let step = self.undone.pop()?;
        for (file, change) in &step.changes {
            self.apply(*file, change);
        }
        let at = step.at.clone();
        self.done.push(step);
        self.settled = true;
        Some(at)
    }

    /// Whether there is something to take back.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is something to do again.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Whether a file is as it was saved last.
    pub fn is_saved(&self, file: FileId) -> bool {
        self.documents[file.0].text() == self.saved[file.0].text()
    }

    /// The files that are not as they were saved last.
    pub fn unsaved(&self) -> Vec<FileId> {
        (0..self.documents.len()).map(FileId).filter(|&file| !self.is_saved(file)).collect()
    }

    /// A file was saved as it is.
    pub fn saved(&mut self, file: FileId) {
        self.saved[file.0] = self.documents[file.0].parsed().clone();
    }

    /// A file as it was saved last.
    pub fn last_saved(&self, file: FileId) -> &str {
        self.saved[file.0].text()
    }

    /// What was in a file when it was saved last or, if it never was, when it was opened.
    pub fn before(&self, file: FileId) -> &Node {
        let saved = &self.saved[file.0];
        if saved.text().is_empty() { self.first[file.0].node() } else { saved.node() }
    }

    /// A file as it was opened.
    pub fn first(&self, file: FileId) -> &str {
        self.first[file.0].text()
    }

    /// Counts every file as new and unsaved, as a quiz that is only begun.
    pub fn begin(&mut self) {
        self.saved.fill(Rc::new(Parsed::new("")));
    }
}
