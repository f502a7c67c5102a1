use std::collections::BTreeMap;
use std::rc::Rc;

use browser::studio::disk::Handle;
use browser::studio::{moment, site as published};
use check::{Checked, Checker, File, Finding, Proof, Severity, Surroundings};
use data::{Node, Path};
use editor::{Draft, EXAMPLE, Persona, Ready, Refusal, ready};
use quiz::{Answers, Quiz};
use text::Text;

use super::page::Page;
use super::site::{self, Site, languages, personas_name, words_name};
use super::website::Website;

/// Everything that decides what is on the studio's page.
pub(super) struct Desk {
    pub(super) draft: Draft,
    /// What the quiz is compared with.
    pub(super) before: Before,
    /// Published files that are not edited here, with what is in them.
    beside: BTreeMap<String, (Vec<u8>, Option<Node>)>,
    /// Nothing until it is checked for the first time, which takes longest: all rules are read then.
    checker: Option<Checker>,
    /// What was found, with the number of its file.
    pub(super) told: Vec<(usize, Finding)>,
    /// Whether that is of the texts as they are, and whether it is proved.
    pub(super) is_told: bool,
    pub(super) is_proved: bool,
    pub(super) page: Page,
    /// What is about to be taken out.
    pub(super) asked: Option<Path>,
    pub(super) language: String,
    pub(super) dark: bool,
    /// How the quiz stands on the website.
    pub(super) website: Website,
    /// The made-up visitor whose result is shown.
    pub(super) persona: Option<usize>,
    pub(super) notice: Option<String>,
    /// Whether it is in the browser's keeping as it is.
    pub(super) is_kept: bool,
    /// Where each file came from, by name.
    pub(super) handles: BTreeMap<String, Handle>,
    pub(super) dragged: Option<usize>,
    words: BTreeMap<String, Rc<Text>>,
}

impl Desk {
    /// The published quiz; nothing where there is none.
    ///
    /// # Errors
    /// If it cannot be edited here.
    pub(super) fn published(site: &Site) -> Option<Result<Self, Refusal>> {
        let bytes = site.files.get(&site.quiz)?;
        Some(Self::quiz(site, &site.quiz, bytes))
    }

    /// A quiz with the published files beside it.
    ///
    /// # Errors
    /// If it, or a translation of it, cannot be edited here.
    pub(super) fn quiz(site: &Site, name: &str, bytes: &[u8]) -> Result<Self, Refusal> {
        let node = check::node(bytes).unwrap_or(Node::Null);
        let beside = site.of_quiz(&node);
        let rest = beside.iter().map(|(name, bytes)| (name.as_str(), *bytes));
        let draft = Draft::open([(name, bytes)].into_iter().chain(rest))?;
        Ok(Self::new(site, draft))
    }

    /// A new quiz, from the example.
    pub(super) fn example(site: &Site) -> Option<Self> {
        let mut desk = Self::quiz(site, &site.quiz, EXAMPLE.as_bytes()).ok()?;
        desk.draft.begin();
        Some(desk)
    }

    /// A draft with the published files beside it.
    pub(super) fn new(site: &Site, draft: Draft) -> Self {
        let is_paper = |name: &str| draft.papers().iter().any(|paper| paper.name() == name);
        let id = draft.quiz().node().text("id").map(str::to_owned);
        let is_own = |node: &Option<Node>| {
            let quiz = node.as_ref().and_then(|it| it.text("quiz"));
            quiz.is_none_or(|quiz| Some(quiz) == id.as_deref())
        };
        let beside = site
            .files
            .iter()
            .filter(|(name, _)| !is_paper(name) && **name != site.quiz)
            .map(|(name, bytes)| (name.clone(), (bytes.clone(), check::node(bytes))))
            .filter(|(_, (_, node))| is_own(node))
            .collect();
        let language = draft.quiz().node().text("language").unwrap_or("en").to_owned();
        let before = Before::of(site, &draft);
        Self {
            checker: None,
            before,
            draft,
            beside,
            told: Vec::new(),
            is_told: false,
            is_proved: false,
            page: Page::Part("start"),
            asked: None,
            language,
            dark: false,
            website: Website::kept(),
            persona: None,
            notice: None,
            is_kept: true,
            handles: BTreeMap::new(),
            dragged: None,
            words: BTreeMap::new(),
        }
    }

    /// Whether it was checked since it was opened.
    pub(super) fn was_checked(&self) -> bool {
        self.checker.is_some()
    }

    /// The texts changed: what was told is of others.
    pub(super) fn changed(&mut self) {
        (self.is_told, self.is_proved, self.is_kept) = (false, false, false);
        self.asked = None;
        self.words.clear();
    }

    /// Checks the texts as they are. Without the proof, what was proved before stays until it is proved
    /// again.
    pub(super) fn check(&mut self, proof: Proof) {
        let checker = self.checker.get_or_insert_with(|| Checker::new(&files(&self.beside)));
        for paper in self.draft.papers() {
            if paper.exists() {
                checker.put_parsed(paper.name(), paper.parsed());
            } else {
                checker.take(paper.name());
            }
        }
        let around = Surroundings { today: moment::today(), picture: None, since: None };
        let checked = checker.check(&around, proof);
        let mut told = Vec::new();
        for checked in checked {
            let papers = self.draft.papers();
            if let Some(index) = papers.iter().position(|it| it.name() == checked.name) {
                told.extend(checked.findings.into_iter().map(|finding| (index, finding)));
            }
        }
        if proof == Proof::None {
            let proved = |(_, it): &&(usize, Finding)| it.id.starts_with("proof/");
            told.extend(self.told.iter().filter(proved).cloned());
        }
        told.sort_by_key(|(file, it)| (it.severity, *file, it.span.start));
        self.told = told;
        self.is_told = true;
        self.is_proved = proof == Proof::Whole;
    }

    /// What was found in each file that is there.
    pub(super) fn checked(&self) -> Vec<Checked> {
        let papers = self.draft.papers().iter().enumerate().filter(|(_, paper)| paper.exists());
        let checked = papers.map(|(file, paper)| Checked {
            name: paper.name().to_owned(),
            text: paper.text().to_owned(),
            findings: self.found_in(file),
        });
        checked.collect()
    }

    fn found_in(&self, file: usize) -> Vec<Finding> {
        let mine = self.told.iter().filter(|(of, _)| *of == file);
        mine.map(|(_, finding)| finding.clone()).collect()
    }

    /// What of the quiz is told at a place, or inside of it.
    pub(super) fn told_at<'a>(
        &'a self,
        path: &'a Path,
    ) -> impl Iterator<Item = (usize, &'a Finding)> {
        let inside = |(_, (file, finding)): &(usize, &(usize, Finding))| {
            *file == 0 && finding.path.0.starts_with(&path.0)
        };
        self.told.iter().enumerate().filter(inside).map(|(number, (_, it))| (number, it))
    }

    /// Whether it may be published.
    pub(super) fn ready(&self) -> Ready {
        ready(self.told.iter().map(|(_, finding)| finding))
    }

    /// How much there is to mend, and to look at, at a place and inside of it.
    pub(super) fn counts(&self, path: &Path) -> (usize, usize) {
        let of = |severity| {
            self.told_at(path).filter(|(_, finding)| finding.severity == severity).count()
        };
        (of(Severity::Error), of(Severity::Warning))
    }

    /// What is in a file as it is: the draft's, else the published.
    pub(super) fn node(&self, name: &str) -> Option<&Node> {
        let paper = self.draft.papers().iter().find(|paper| paper.name() == name);
        match paper {
            Some(paper) => paper.exists().then(|| paper.node()),
            None => self.beside.get(name)?.1.as_ref(),
        }
    }

    /// The interface words of a language, or those in English where it has none.
    pub(super) fn words(&mut self, language: &str) -> Option<Rc<Text>> {
        if let Some(known) = self.words.get(language) {
            return Some(known.clone());
        }
        let node = self.node(&words_name(language)).or_else(|| self.node(site::WORDS))?;
        let text = Rc::new(published::words(node, language).ok()?);
        self.words.insert(language.to_owned(), text.clone());
        Some(text)
    }

    /// The made-up visitors of the quiz, where there are some.
    pub(super) fn personas(&self) -> Option<&Node> {
        self.node(&self.personas_name())
            .filter(|it| it.text("quiz") == self.draft.quiz().node().text("id"))
    }

    /// The name of their file.
    pub(super) fn personas_name(&self) -> String {
        personas_name(self.draft.quiz().name())
    }

    /// The number of their file, where there is one.
    pub(super) fn personas_file(&self) -> Option<usize> {
        let name = self.personas_name();
        self.draft.papers().iter().position(|it| it.name() == name && it.exists())
    }

    /// The answers of the made-up visitor whose result is shown.
    pub(super) fn persona_answers(&self, quiz: &Quiz) -> Option<Answers> {
        let index = self.persona?;
        Persona::read(self.personas()?, index, quiz).map(|persona| persona.answers)
    }

    /// Whether the preview is dark: where the website does not choose, somebody here does.
    pub(super) fn is_dark(&self) -> bool {
        match self.website.embed.schemes() {
            [dark] => *dark,
            _ => self.dark,
        }
    }

    /// The title of the quiz; empty where it has none.
    pub(super) fn title(&self) -> &str {
        let words = self.draft.quiz().node().get("words");
        words.and_then(|it| it.text("title")).unwrap_or_default()
    }

    /// The tags of the quiz's languages, its own first.
    pub(super) fn languages(&self) -> Vec<String> {
        languages(self.draft.quiz().node())
    }
}

/// The quiz before it was edited.
pub(super) struct Before {
    pub(super) node: Option<Node>,
    /// What it is called, after "since".
    pub(super) name: &'static str,
}

impl Before {
    /// The published one, where it is the same quiz; else as it was opened.
    fn of(site: &Site, draft: &Draft) -> Self {
        let is_same = |it: &Node| it.text("id") == draft.quiz().node().text("id");
        let published = site.files.get(&site.quiz).and_then(|bytes| check::node(bytes));
        match published.filter(is_same) {
            Some(node) => Self { node: Some(node), name: "the published version" },
            None => Self {
                node: check::node(draft.first(0).as_bytes()),
                name: "the version that was opened",
            },
        }
    }
}

/// Published files, which the draft is checked against.
fn files(beside: &BTreeMap<String, (Vec<u8>, Option<Node>)>) -> Vec<File> {
    let file = |(name, (bytes, _)): (&String, &(Vec<u8>, Option<Node>))| File {
        name: name.clone(),
        bytes: Ok(bytes.clone()),
        wanted: false,
    };
    beside.iter().map(file).collect()
}
