use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;

use browser::studio::disk::{Handle, Opened};
use check::{Checked, Finding, KindId, ProofMode};
use data::{Digest, Node, Path, Step, TRANSLATED_FROM, TextDigest};
use editor::{
    Document, Draft, FileId, Note, NoteState, OpenError, Persona, Ready, language_title, notes,
    overlay_name, ready,
};
use quiz::{Answers, Date, Quiz};
use text::{Locale, Text};

use super::brought::Brought;
use super::counts::Counts;
use super::entered::Entered;
use super::host::Conflict;
use super::page::Page;
use super::pictures::Pictures;
use super::site::{self, Site, languages, personas_name, words_name};
use super::translation::Translation;
use super::width::Width;
use super::worklist::Worklist;
use crate::check_job::{CheckJob, Findings};
use crate::pages::{PagesJob, PagesOf};

/// A quiz that is open, and what of it is shown.
pub struct OpenQuiz {
    /// Its files.
    pub draft: Draft,
    /// Its pictures.
    pub pictures: Pictures,
    /// What the quiz is compared with.
    pub before: Before,
    /// The quiz as it was signed off here last.
    pub signed: Option<Node>,
    /// Published files that are not edited here.
    others: Rc<Vec<(String, Vec<u8>)>>,
    /// What is in them.
    other_nodes: BTreeMap<String, Node>,
    /// Counts the edits of its texts.
    edition: u64,
    /// Every finding with its file, by severity, file and place.
    pub findings: Vec<(FileId, Finding)>,
    /// What the person is shown of them.
    pub notes: Vec<Note>,
    /// The field that the person is in; none if they are in none.
    entered: Option<Entered>,
    /// The edition that the findings are of, and whether it is proved; none until the first check.
    checked: Option<(u64, ProofMode)>,
    /// What the person asked for that needs findings of the texts as they are.
    pub(crate) after_check: Option<AfterCheck>,
    /// The page of the studio that is shown.
    pub page: Page,
    /// The entries whose folds are open.
    pub unfolded: Vec<Path>,
    /// What the person looks for in everything; none if they do not.
    pub search: Option<String>,
    /// What the entries of the list that is shown must have.
    pub filter: String,
    /// What the sources that are offered at a place must have.
    pub(crate) sources_with: Option<(Path, String)>,
    /// The entry that the person is asked about before it is deleted.
    pub asked: Option<Path>,
    /// The language of the preview, by its tag, except on the page of a language.
    pub language: String,
    /// The language of the preview that the person chose on the page of a language that is shown.
    pub language_here: Option<String>,
    /// Whether only the texts of a language are listed that are missing or out of date.
    pub only_open_texts: bool,
    /// The order of those texts.
    pub worklist: Worklist,
    /// Whether the person chose a dark preview.
    pub dark: bool,
    /// Whether presses in the preview work as for a visitor, instead of leading to what is pressed.
    pub tries: bool,
    /// How wide the preview is.
    pub width: Width,
    /// Whether the preview is seen instead of the form, where there is room for one alone.
    pub peeks: bool,
    /// The place of the quiz whose field has the focus, or had it last on this page; none if none had.
    pub focused: Option<Path>,
    /// The test visitor whose result is previewed.
    pub persona: Option<usize>,
    /// What the person is told at the top of the page.
    pub notice: Option<String>,
    /// What the person is asked about before it takes the place of what is not saved.
    pub opening: Option<Opening>,
    /// The files that were saved at once, and whether each was written in its place.
    pub saves: Vec<(FileId, bool)>,
    /// What somebody else published meanwhile.
    pub conflict: Option<Conflict>,
    /// What came of the spreadsheet that was brought back last.
    pub brought: Option<Brought>,
    /// Whether the browser has stored the draft as it is.
    pub is_stored: bool,
    /// Where files can be written in their place, by name.
    pub handles: BTreeMap<String, Handle>,
    /// The position of the entry that is dragged.
    pub dragged: Option<usize>,
    words: BTreeMap<String, Rc<Text>>,
}

impl OpenQuiz {
    /// The published quiz; nothing where there is none.
    ///
    /// # Errors
    /// If it cannot be edited here.
    pub(crate) fn published(site: &Site) -> Option<Result<Self, OpenError>> {
        let bytes = site.files.get(&site.quiz)?;
        Some(Self::quiz(site, &site.quiz, bytes))
    }

    /// A quiz with the published files that belong to it.
    ///
    /// # Errors
    /// If it, or a translation of it, cannot be edited here.
    pub(crate) fn quiz(site: &Site, name: &str, bytes: &[u8]) -> Result<Self, OpenError> {
        let node = check::node(bytes).unwrap_or(Node::Null);
        let others = site.of_quiz(&node);
        let rest = others.iter().map(|(name, bytes)| (name.as_str(), *bytes));
        let draft = Draft::open([(name, bytes)].into_iter().chain(rest))?;
        Ok(Self::new(site, draft))
    }

    /// A quiz that is only begun.
    pub(crate) fn begun(site: &Site, name: &str, text: &str) -> Option<Self> {
        let mut open = Self::quiz(site, name, text.as_bytes()).ok()?;
        open.draft.begin();
        Some(open)
    }

    /// A draft with the published files that belong to it.
    pub(crate) fn new(site: &Site, draft: Draft) -> Self {
        let is_paper = |name: &str| draft.find(name).is_some();
        let id = draft.quiz().node().text("id").map(str::to_owned);
        let is_own = |node: &Option<Node>| {
            let quiz = node.as_ref().and_then(|it| it.text("quiz"));
            quiz.is_none_or(|quiz| Some(quiz) == id.as_deref())
        };
        let others: Vec<_> = site
            .files
            .iter()
            .filter(|(name, _)| !is_paper(name) && **name != site.quiz)
            .map(|(name, bytes)| (name, bytes, check::node(bytes)))
            .filter(|(.., node)| is_own(node))
            .collect();
        let other_nodes = others
            .iter()
            .filter_map(|(name, _, node)| Some(((*name).clone(), node.clone()?)))
            .collect();
        let others = others.into_iter().map(|(name, bytes, _)| (name.clone(), bytes.clone()));
        let language = draft.quiz().node().text("language").unwrap_or("en").to_owned();
        let before = Before::of(site, &draft);
        Self {
            pictures: Pictures::published(site.pictures.clone()),
            before,
            signed: None,
            draft,
            others: Rc::new(others.collect()),
            other_nodes,
            edition: 0,
            findings: Vec::new(),
            notes: Vec::new(),
            entered: None,
            checked: None,
            after_check: None,
            page: Page::Part("start"),
            unfolded: Vec::new(),
            search: None,
            filter: String::new(),
            sources_with: None,
            asked: None,
            language,
            language_here: None,
            only_open_texts: false,
            worklist: Worklist::default(),
            dark: false,
            tries: false,
            width: Width::default(),
            peeks: false,
            focused: None,
            persona: None,
            notice: None,
            opening: None,
            saves: Vec::new(),
            conflict: None,
            brought: None,
            is_stored: true,
            handles: BTreeMap::new(),
            dragged: None,
            words: BTreeMap::new(),
        }
    }

    /// Opens the folds of entries in which something is wrong, and no others.
    pub(crate) fn unfold_errors(&mut self) {
        let errors = self.notes.iter().filter(|it| it.file == FileId::QUIZ && it.blocks());
        self.unfolded = errors.filter_map(|it| fold_of(&it.path)).collect();
    }

    /// Opens the fold that a place is in.
    pub(crate) fn unfold(&mut self, path: &Path) {
        self.unfolded.extend(fold_of(path));
    }

    /// The place of the quiz that is edited: the field's, else the page's.
    pub fn edited(&self) -> Option<Path> {
        self.focused.clone().or_else(|| self.previewed_place())
    }

    /// Whether it was checked since it was opened.
    pub(crate) fn was_checked(&self) -> bool {
        self.checked.is_some()
    }

    /// Whether the findings are of the texts as they are.
    pub fn is_checked(&self) -> bool {
        self.checked.is_some_and(|(edition, _)| edition == self.edition)
    }

    /// Whether they are, and are proved.
    pub fn is_proved(&self) -> bool {
        self.checked == Some((self.edition, ProofMode::Run))
    }

    /// The texts changed: the findings are of what they were.
    pub(crate) fn changed(&mut self) {
        self.edition += 1;
        self.is_stored = false;
        (self.asked, self.opening) = (None, None);
        self.after_check = None;
        self.words.clear();
    }

    /// The website answered how large pictures are: what was found without knowing that counts no longer.
    pub(crate) fn found_pictures(&mut self, sizes: BTreeMap<String, Option<u64>>) {
        self.pictures.found(sizes);
        self.edition += 1;
    }

    /// The texts as they are, to be checked.
    pub(crate) fn check_job(&self, proof: ProofMode, today: Date) -> CheckJob {
        let documents = self.draft.documents().filter(|(_, document)| document.exists());
        let file = |(_, document): (FileId, &Document)| {
            (document.name().to_owned(), document.parsed().clone())
        };
        CheckJob {
            others: self.others.clone(),
            files: documents.map(file).collect(),
            pictures: self.pictures.sizes(),
            edition: self.edition,
            proof,
            today,
        }
    }

    /// Takes what was found in the texts as they are; what was found in others counts for nothing.
    /// Without the proof, what was proved before stays until it is proved again.
    pub(crate) fn take_findings(&mut self, job: &CheckJob, found: Findings) {
        let is_of_this = Rc::ptr_eq(&job.others, &self.others) && job.edition == self.edition;
        if !is_of_this {
            return;
        }
        let mut findings = Vec::new();
        for (name, found) in found {
            if let Some(file) = self.draft.find(&name) {
                findings.extend(found.into_iter().map(|finding| (file, finding)));
            }
        }
        if job.proof == ProofMode::Skip {
            let is_new = |(file, it): &&(FileId, Finding)| {
                let is_it =
                    |(of, one): &(FileId, Finding)| (of, one.id, &one.at) == (file, it.id, &it.at);
                check::comes_with_proof(it.id) && !findings.iter().any(is_it)
            };
            let proved: Vec<_> = self.findings.iter().filter(is_new).cloned().collect();
            findings.extend(proved);
        }
        findings.sort_by_key(|(file, it)| (it.severity, *file, it.span.start));
        self.notes = notes(&self.draft, &findings);
        self.findings = findings;
        if let Some(entered) = &mut self.entered {
            entered.keep(&self.notes);
        }
        self.checked = Some((self.edition, job.proof));
    }

    /// Each file that is there, with its findings.
    pub(crate) fn checked(&self) -> Vec<Checked> {
        let documents = self.draft.documents().filter(|(_, document)| document.exists());
        let checked = documents.map(|(file, document)| Checked {
            name: document.name().to_owned(),
            text: document.text().to_owned(),
            findings: self.findings_of(file),
        });
        checked.collect()
    }

    fn findings_of(&self, file: FileId) -> Vec<Finding> {
        let mine = self.findings.iter().filter(|(of, _)| *of == file);
        mine.map(|(_, finding)| finding.clone()).collect()
    }

    /// The person is in a field: what is found while they type is shown once they leave it.
    pub(crate) fn enter_field(&mut self) {
        self.entered = self.was_checked().then(|| Entered::among(&self.notes));
    }

    /// They left it.
    pub(crate) fn leave_field(&mut self) {
        self.entered.iter_mut().for_each(Entered::leave);
    }

    /// Shows everything, unless they are in a field again.
    pub(crate) fn show_found(&mut self) {
        self.entered.take_if(|entered| !entered.is_still());
    }

    /// The notes that are shown.
    pub(crate) fn shown(&self) -> impl Iterator<Item = &Note> {
        let is_shown = |note: &&Note| self.entered.as_ref().is_none_or(|it| it.shows(note));
        self.notes.iter().filter(is_shown)
    }

    /// Those of the quiz at a place and inside it.
    pub(crate) fn notes_at<'a>(&'a self, path: &'a Path) -> impl Iterator<Item = &'a Note> {
        self.shown().filter(|it| it.file == FileId::QUIZ && it.path.0.starts_with(&path.0))
    }

    /// Whether it may be published.
    pub fn ready(&self) -> Ready {
        let is_empty = |note: &&Note| note.state == NoteState::ToFillIn;
        let others = self.notes.iter().filter(|note| !is_empty(note));
        let ready = ready(others.map(|note| &self.findings[note.number].1));
        Ready { to_fill_in: self.notes.iter().filter(is_empty).count(), ..ready }
    }

    /// Whether it may be published: it is checked and proved as it is, and nothing has to be fixed first.
    pub fn may_be_published(&self) -> bool {
        self.is_checked() && self.is_proved() && self.ready().is_ready()
    }

    /// What the pages as visitors are served them are made of.
    pub(crate) fn pages_job(&self, of: PagesOf) -> PagesJob {
        let others = self.others.iter().filter_map(|(name, bytes)| {
            Some((name.clone(), String::from_utf8(bytes.clone()).ok()?))
        });
        let documents = self.draft.documents().filter(|(_, document)| document.exists());
        let own = documents.map(|(_, it)| (it.name().to_owned(), it.text().to_owned()));
        PagesJob {
            of,
            edition: self.edition,
            quiz: self.draft.quiz().name().to_owned(),
            files: others.chain(own).collect(),
        }
    }

    /// Whether pages are of the texts as they are.
    pub(crate) fn is_of_this(&self, job: &PagesJob) -> bool {
        job.edition == self.edition && job.quiz == self.draft.quiz().name()
    }

    /// The website has other files from now on.
    pub(crate) fn follow_site(&mut self, site: &Site) {
        self.before = Before::of(site, &self.draft);
    }

    /// The files that are not on the website as they are here.
    pub fn unpublished(&self, site: &Site) -> Vec<FileId> {
        let is_changed = |(_, document): &(FileId, &Document)| {
            let published = site.files.get(document.name());
            document.exists() && published.is_none_or(|it| it != document.text().as_bytes())
        };
        self.draft.documents().filter(is_changed).map(|(file, _)| file).collect()
    }

    /// The paths of the pictures that are to go to the website with it.
    pub fn new_pictures(&self) -> Vec<String> {
        let added = self.pictures.added(self.draft.quiz().node());
        added.into_iter().map(|(path, _)| path).collect()
    }

    /// The quiz as its signature covers it, if the studio has seen it.
    pub(crate) fn signed_edition(&self) -> Option<Cow<'_, Node>> {
        let digest = self.draft.quiz().node().get("reviewed")?.text("digest")?;
        let is_it = |node: &Cow<'_, Node>| Digest::of_quiz(node).is(digest);
        let known = [self.signed.as_ref(), self.before.node.as_ref()].into_iter().flatten();
        let read = |text: &str| check::node(text.as_bytes()).map(Cow::Owned);
        let files = [self.draft.last_saved(FileId::QUIZ), self.draft.first(FileId::QUIZ)];
        known
            .map(Cow::Borrowed)
            .find(is_it)
            .or_else(|| files.into_iter().filter_map(read).find(is_it))
    }

    /// What there is to do at a place and inside it.
    pub(crate) fn counts(&self, path: &Path) -> Counts {
        Counts::of(self.notes_at(path))
    }

    /// The translation that the preview shows; none in the quiz's own language.
    pub(crate) fn shown_overlay(&self) -> Option<&Node> {
        let language = self.shown_language();
        let is_own = self.draft.quiz().node().text("language") == Some(language);
        let name = overlay_name(self.draft.quiz().name(), language);
        if is_own { None } else { self.node(&name) }
    }

    /// What is in a file as it is: the draft's, else the published.
    pub(crate) fn node(&self, name: &str) -> Option<&Node> {
        match self.draft.find(name).map(|file| self.draft.document(file)) {
            Some(document) => document.exists().then(|| document.node()),
            None => self.other_nodes.get(name),
        }
    }

    /// Takes in a published file that is not edited here yet, so that an edit goes on from it.
    pub(crate) fn take_in(&mut self, name: &str) {
        if let Some((_, bytes)) = self.others.iter().find(|(known, _)| known == name) {
            // A file that cannot be edited here is checked against, as every other.
            let _ = self.draft.add(name, bytes);
        }
    }

    /// The interface words of a language, with the English ones that it lacks.
    pub(crate) fn words(
        &mut self,
        language: &str,
        locale: fn(&str) -> Box<dyn Locale>,
    ) -> Option<Rc<Text>> {
        if let Some(known) = self.words.get(language) {
            return Some(known.clone());
        }
        let english = self.node(site::WORDS)?;
        let own = self.node(&words_name(language)).unwrap_or(&Node::Null);
        let text = Rc::new(Text::new(&filled_up(own, english), locale(language)).ok()?);
        self.words.insert(language.to_owned(), text.clone());
        Some(text)
    }

    /// The test visitors of the quiz, where there are some.
    pub(crate) fn personas(&self) -> Option<&Node> {
        self.node(&self.personas_name())
            .filter(|it| it.text("quiz") == self.draft.quiz().node().text("id"))
    }

    /// The name of their file.
    pub(crate) fn personas_name(&self) -> String {
        personas_name(self.draft.quiz().name())
    }

    /// Their file, if there is one.
    pub(crate) fn personas_file(&self) -> Option<FileId> {
        self.draft.find(&self.personas_name()).filter(|file| self.draft.document(*file).exists())
    }

    /// The answers of the test visitor whose result is shown.
    pub(crate) fn persona_answers(&self, quiz: &Quiz) -> Option<Answers> {
        let index = self.persona?;
        Persona::read(self.personas()?, index, quiz).map(|persona| persona.answers)
    }

    /// The title of the quiz; empty where it has none.
    pub(crate) fn title(&self) -> &str {
        let words = self.draft.quiz().node().get("words");
        words.and_then(|it| it.text("title")).unwrap_or_default()
    }

    /// The tags of the quiz's languages, its own first.
    pub(crate) fn languages(&self) -> Vec<String> {
        languages(self.draft.quiz().node())
    }

    /// Whether the person is in the field of a place.
    pub(crate) fn is_in_field(&self, path: &Path) -> bool {
        let is_in = self.entered.as_ref().is_some_and(Entered::is_still);
        is_in && self.focused.as_ref() == Some(path)
    }

    /// The languages whose translation of the text at a place is of an older text, by their tags.
    pub(crate) fn older_translations(&self, path: &Path) -> Vec<String> {
        let quiz = self.draft.quiz();
        let Some(Node::Text(text)) = quiz.at(path) else { return Vec::new() };
        let (key, digest) = (path.key(quiz.node()), TextDigest::of(text));
        let is_older = |tag: &String| {
            let translation = self.node(&overlay_name(quiz.name(), tag));
            let from = translation.and_then(|it| it.get(TRANSLATED_FROM)?.text(&key));
            from.is_some_and(|from| !digest.is(from))
        };
        self.languages().into_iter().filter(is_older).collect()
    }

    /// The tag of the quiz's own language.
    pub(crate) fn own_language(&self) -> &str {
        self.draft.quiz().node().text("language").unwrap_or("en")
    }

    /// What a language is called: "Spanish – Español".
    pub(crate) fn language_title(&self, tag: &str) -> String {
        let listed = match self.draft.quiz().node().get("languages") {
            Some(Node::List(listed)) => &listed[..],
            _ => &[],
        };
        let entry = listed.iter().find(|it| it.text("language") == Some(tag));
        language_title(tag, entry.and_then(|it| it.text("name")))
    }

    /// The language of the preview, by its tag: on the page of a language that one, unless the person chose
    /// another there.
    pub fn shown_language(&self) -> &str {
        match &self.page {
            Page::Language(Some(tag)) => self.language_here.as_ref().unwrap_or(tag),
            _ => &self.language,
        }
    }

    /// Chooses the language of the preview; on the page of a language, for that page.
    pub(crate) fn choose_language(&mut self, tag: String) {
        match self.page {
            Page::Language(Some(_)) => self.language_here = Some(tag),
            _ => self.language = tag,
        }
    }

    /// What there is to translate into the language of a tag.
    pub fn translation(&self, tag: &str) -> Translation {
        let node = |name: &str| self.node(name).unwrap_or(&Node::Null);
        Translation::new(self.draft.quiz(), tag, node)
    }

    /// Lets the worklist follow the page of a language and its edits.
    pub(crate) fn follow_texts(&mut self) {
        let Page::Language(Some(tag)) = &self.page else {
            self.worklist = Worklist::default();
            return;
        };
        if !self.worklist.is_of(tag, self.edition) {
            let translation = self.translation(tag);
            self.worklist.follow(tag, self.edition, &translation);
        }
    }
}

/// What is to be opened.
#[derive(Clone, Debug)]
pub enum Opening {
    /// A file of the person's own, which is a quiz.
    File(Opened),
    /// The published quiz.
    Published,
    /// A new quiz of this title.
    New(String),
}

/// Interface words with those of another file that they lack.
fn filled_up(words: &Node, from: &Node) -> Node {
    let fields = |node: &Node| match node {
        Node::Object(fields) => fields.clone(),
        _ => Vec::new(),
    };
    let lacking = fields(from).into_iter().filter(|(key, _)| words.get(key).is_none());
    Node::Object(fields(words).into_iter().chain(lacking).collect())
}

/// The entry of an entry's list that a place is in: `questions`, 3, `choices`, 1.
fn fold_of(path: &Path) -> Option<Path> {
    let fold = path.0.get(..4)?;
    matches!(fold, [Step::Field(_), Step::Entry(_), Step::Field(_), Step::Entry(_)])
        .then(|| Path(fold.to_vec()))
}

/// What is done once the texts are checked as they are.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum AfterCheck {
    /// Apply the fix of a finding: its file, its kind and its place.
    Fix(FileId, KindId, String),
    /// Apply every fix there is.
    FixAll,
    /// Sign the quiz off by this name, once it is proved.
    Sign(String),
    /// Save the report, once it is proved.
    Report,
    /// Save what a clinician looks at, once it is proved.
    DraftPage,
}

impl AfterCheck {
    /// How much must be known.
    pub(crate) fn proof(&self) -> ProofMode {
        match self {
            Self::Fix(..) | Self::FixAll => ProofMode::Skip,
            Self::Sign(_) | Self::Report | Self::DraftPage => ProofMode::Run,
        }
    }
}

/// The quiz before it was edited.
#[derive(Debug)]
pub struct Before {
    /// What was in its file.
    pub node: Option<Node>,
    /// What it is called, after "since".
    pub name: &'static str,
}

impl Before {
    /// The published one, where it is the same quiz; else as it was opened.
    fn of(site: &Site, draft: &Draft) -> Self {
        let is_same = |it: &Node| it.text("id") == draft.quiz().node().text("id");
        match site.published().filter(is_same) {
            Some(node) => Self { node: Some(node), name: "the published version" },
            None => Self {
                node: check::node(draft.first(FileId::QUIZ).as_bytes()),
                name: "the version that was opened",
            },
        }
    }
}
