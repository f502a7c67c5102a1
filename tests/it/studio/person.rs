use std::collections::BTreeMap;

use data::Node;
use editor::{Edit, FileId};
use prerender::Icu;
use quiz::Date;
use scraper::{ElementRef, Html, Selector};
use studio::model::{Abilities, Editor, Preview, Publication, Site, Website};
use studio::pages::{Templates, pages};
use studio::{
    CheckJob, Checks, Done, Download, EditMsg, Effect, Keep, Msg, ShowMsg, Timer, View, begin,
    preview, update,
};
use yew::Callback;

use crate::editor::path;
use crate::files;
use crate::wait::wait_for;

/// The day on which the studio is used.
pub(super) const TODAY: Date = Date { year: 2026, month: 11, day: 22 };

/// The published quiz, as the studio names it.
pub(super) const QUIZ: &str = "data/microneedling.json";

/// A studio without a browser: effects are noted, and what is saved is kept.
pub(super) struct Studio {
    pub(super) editor: Editor,
    /// What was downloaded, by name.
    pub(super) saved: BTreeMap<String, String>,
    /// What was downloaded and is no text, by name.
    pub(super) packed: BTreeMap<String, Vec<u8>>,
    /// What was written in its place, by name.
    pub(super) written: BTreeMap<String, String>,
    /// The draft that is stored.
    pub(super) stored: Option<String>,
    /// The versions that are stored, each with the word about it, the newest last.
    pub(super) versions: Vec<(String, String)>,
    pub(super) preview: Option<Preview>,
    pub(super) focus: Option<&'static str>,
    /// The elements to the first of which the focus went last.
    pub(super) places: Vec<String>,
    /// The pages of the studio that the tab's history has.
    pub(super) addresses: Vec<String>,
    /// What the page holds in case the program stops: the draft, and the page of the studio.
    pub(super) held: Option<(String, String)>,
    /// What the website has to make pages of.
    pub(super) templates: Templates,
    /// The files of the website as they are when it is asked again.
    pub(super) website: BTreeMap<String, Vec<u8>>,
    /// What was sent to the page around the studio.
    pub(super) sent: Vec<Publication>,
    /// Whether the disk takes what is written.
    pub(super) disk_works: bool,
    /// Whether nothing is checked until [`Studio::finish_check`].
    pub(super) checks_wait: bool,
    waiting: Option<CheckJob>,
    checks: Checks,
    due: Vec<Timer>,
}

/// The published files of the clinic's quiz.
pub(super) fn published() -> BTreeMap<String, Vec<u8>> {
    let names = [
        "claims",
        "microneedling",
        "microneedling.es",
        "microneedling.ar",
        "microneedling.personas",
    ];
    let data = names.map(|name| format!("data/{name}.json"));
    let text = ["en", "es", "ar"].map(|language| format!("text/{language}.json"));
    let read = |name: String| (name.clone(), files::bytes(&format!("static/{name}")));
    data.into_iter().chain(text).map(read).collect()
}

/// How many bytes the pictures of the clinic's quiz have, by path.
fn pictures() -> BTreeMap<String, u64> {
    let names = ["acne-scars", "dullness", "fine-lines", "pores", "texture"];
    let paths = names.map(|name| format!("pictures/{name}.svg"));
    let size = |path: &String| files::bytes(&format!("static/{path}")).len() as u64;
    paths.into_iter().map(|path| (path.clone(), size(&path))).collect()
}

/// What the studio finds on a website with these files.
pub(super) fn site(files: BTreeMap<String, Vec<u8>>) -> Site {
    Site {
        quiz: QUIZ.to_owned(),
        files,
        pictures: pictures().into_iter().map(|(path, bytes)| (path, Some(bytes))).collect(),
        stored: None,
        stopped: None,
        address: String::new(),
        is_elsewhere: false,
    }
}

impl Studio {
    /// The published quiz, opened and checked.
    pub(super) fn opened() -> Self {
        Self::of(site(published()))
    }

    /// What is opened on a website.
    pub(super) fn of(site: Site) -> Self {
        let locale = |language: &str| -> Box<dyn text::Locale> {
            Box::new(Icu::new(language).expect("ICU knows the language"))
        };
        let abilities = Abilities { writes_files: true, locale };
        let website = Website::new("https://clinic.example/quiz/".to_owned(), None);
        let mut studio = Self {
            editor: Editor::new(site, abilities, website),
            saved: BTreeMap::new(),
            packed: BTreeMap::new(),
            written: BTreeMap::new(),
            stored: None,
            versions: Vec::new(),
            preview: None,
            focus: None,
            places: Vec::new(),
            addresses: Vec::new(),
            held: None,
            templates: Templates::default(),
            website: published(),
            sent: Vec::new(),
            disk_works: true,
            checks_wait: false,
            waiting: None,
            checks: Checks::default(),
            due: Vec::new(),
        };
        let effects = begin(&mut studio.editor, TODAY);
        studio.carry_out(effects);
        studio.send(ShowMsg::OpenedPreview);
        studio
    }

    /// Does something, and lets every timer run out that is started by it.
    pub(super) fn send(&mut self, msg: impl Into<Msg>) {
        let effects = update(&mut self.editor, msg.into(), TODAY);
        self.carry_out(effects);
        while let Some(timer) = self.due.iter().copied().min_by_key(|it| it.milliseconds()) {
            self.due.retain(|due| *due != timer);
            let effects = update(&mut self.editor, Msg::Due(timer), TODAY);
            self.carry_out(effects);
        }
    }

    /// The check that is under way is finished; whether there was one.
    pub(super) fn finish_check(&mut self) -> bool {
        let Some(job) = self.waiting.take() else { return false };
        let found = self.checks.run(&job);
        self.send(Msg::Done(Done::Checked(found)));
        true
    }

    /// The jobs that are asked for until there is none, and found nothing.
    pub(super) fn take_jobs(&mut self) -> Vec<CheckJob> {
        let mut jobs = Vec::new();
        while let Some(job) = self.waiting.take() {
            jobs.push(job);
            self.send(Msg::Done(Done::Checked(Vec::new())));
        }
        jobs
    }

    /// Sets a text of the quiz, by its path: `clinic/name`.
    pub(super) fn write(&mut self, place: &str, text: &str) {
        let edit = Edit::Set(path(place), Node::Text(text.to_owned()));
        self.send(EditMsg::Wrote(FileId::QUIZ, edit));
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            if let Some(done) = self.carry_out_one(effect) {
                let effects = update(&mut self.editor, Msg::Done(done), TODAY);
                self.carry_out(effects);
            }
        }
    }

    fn carry_out_one(&mut self, effect: Effect) -> Option<Done> {
        match effect {
            Effect::HandOver { draft, page } => self.held = Some((draft, page)),
            Effect::Start(Timer::Version) => {}
            Effect::Start(timer) => self.due.push(timer),
            Effect::ShowPreview => {
                self.preview = preview(&mut self.editor).or(self.preview.take());
                return Some(Done::Themed(None));
            }
            Effect::Check(job) if self.checks_wait => {
                assert!(self.waiting.replace(job).is_none(), "one check at a time");
            }
            Effect::Check(job) => return Some(Done::Checked(self.checks.run(&job))),
            Effect::MakePages(job) => {
                let locale = self.editor.abilities.locale;
                let pages = wait_for(pages(&job, &self.templates, locale));
                return Some(Done::MadePages(job, pages, [14, 3, 58]));
            }
            Effect::WriteDraftFrame { page, content } => {
                return Some(Done::WroteDraftFrame(Some(format!("{page}{content}"))));
            }
            Effect::Publish(publication) => self.sent.push(publication),
            Effect::LoadSite(_) => return Some(Done::LoadedSite(self.website.clone())),
            Effect::LoadShipped(name) => {
                return Some(Done::LoadedShipped(self.website.get(&name).cloned()));
            }
            Effect::FindPictures(paths) => {
                let known = pictures();
                let found = paths.into_iter().map(|path| (path.clone(), known.get(&path).copied()));
                return Some(Done::FoundPictures(found.collect()));
            }
            Effect::Focus(id) => self.focus = Some(id),
            Effect::FocusPlace(ids) => self.places = ids,
            Effect::Address(address) => self.addresses.push(address),
            Effect::Keep(Keep::Draft(draft)) => {
                self.stored = Some(draft);
                return Some(Done::StoredDraft(true));
            }
            Effect::Keep(Keep::NoDraft) => {
                self.stored = None;
                return Some(Done::StoredDraft(true));
            }
            Effect::Keep(Keep::Version { about, text }) => self.versions.push((about, text)),
            Effect::Download(Download { of, name, kind, bytes }) => {
                if ["application/zip", "application/octet-stream"].contains(&kind) {
                    self.packed.insert(name, bytes);
                } else {
                    self.saved.insert(name, String::from_utf8(bytes).expect("a text"));
                }
                return Some(Done::Downloaded(of, true));
            }
            Effect::Write { file, text, .. } => {
                if self.disk_works {
                    let name = self.open().draft.document(file).name().to_owned();
                    self.written.insert(name, text);
                }
                return Some(Done::Wrote(file, self.disk_works));
            }
            _ => {}
        }
        None
    }

    pub(super) fn open(&self) -> &studio::model::OpenQuiz {
        self.editor.open.as_ref().expect("a quiz is open")
    }

    /// What is on the page.
    pub(super) fn page(&self) -> Html {
        let html = View::page(&self.editor, &Callback::noop());
        Html::parse_document(&wait_for(::page::render(html)))
    }

    /// The words of the element of this id; none if it is not on the page.
    pub(super) fn words(&self, id: &str) -> Option<String> {
        let page = self.page();
        let selector = Selector::parse(&format!("[id='{id}']")).expect("a selector");
        page.select(&selector).next().map(words)
    }

    /// The words of the element of this id.
    #[track_caller]
    pub(super) fn says(&self, id: &str, part: &str) {
        let words = self.words(id).unwrap_or_else(|| panic!("there is no {id}"));
        assert!(words.contains(part), "{id} says: {words}");
    }

    /// The words of each element that a selector finds.
    pub(super) fn all(&self, selector: &str) -> Vec<String> {
        let page = self.page();
        let selector = Selector::parse(selector).expect("a selector");
        page.select(&selector).map(words).collect()
    }

    /// The id of each element that a selector finds.
    pub(super) fn ids(&self, selector: &str) -> Vec<String> {
        let page = self.page();
        let selector = Selector::parse(selector).expect("a selector");
        page.select(&selector).filter_map(|it| it.attr("id")).map(str::to_owned).collect()
    }

    /// The value of the field of this id.
    pub(super) fn value(&self, id: &str) -> Option<String> {
        Self::value_on(&self.page(), id)
    }

    /// The same on a page that was drawn before.
    pub(super) fn value_on(page: &Html, id: &str) -> Option<String> {
        let selector = Selector::parse(&format!("[id='{id}']")).expect("a selector");
        let field = page.select(&selector).next()?;
        Some(field.attr("value").map_or_else(|| words(field), str::to_owned))
    }

    /// How many elements a selector finds.
    pub(super) fn count(&self, selector: &str) -> usize {
        let page = self.page();
        let selector = Selector::parse(selector).expect("a selector");
        page.select(&selector).count()
    }

    /// The position of a finding of the quiz, by its kind.
    pub(super) fn finding(&self, id: &str) -> usize {
        let is_it = |(_, finding): &(FileId, check::Finding)| finding.id == id;
        self.open().findings.iter().position(is_it).unwrap_or_else(|| panic!("no {id}"))
    }

    /// A saved file as JSON.
    pub(super) fn saved(&self, name: &str) -> serde_json::Value {
        serde_json::from_str(&self.saved[name]).expect("JSON")
    }
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect()
}
