use data::Node;
use editor::EXAMPLE;
use quiz::Date;
use report::changed;

use super::Update;
use super::show::go_to;
use crate::effect::{Effect, Keep, Timer};
use crate::model::{Editor, OpenQuiz, OtherDraft, Page, RestoredDraft, StoredDraft};
use crate::view::counted;

/// Said after the program stopped.
pub(super) const STOPPED: &str = "The studio stopped because of a fault in the browser or in the studio itself, and started \
    again. Your draft is safe, down to the last key you pressed. Undo takes you back to the saved files.";

/// Said if another tab edits the same file.
const ELSEWHERE: &str = "Another tab has an unsaved draft of this quiz. This tab begins from the published \
    file; each keeps its own draft.";

/// Goes on with the draft that was left, else opens the published quiz, else the example.
pub fn begin(editor: &mut Editor, today: Date) -> Vec<Effect> {
    let mut update = Update::new(editor, today);
    update.begin();
    update.open_address();
    update.effects.push(Keep::List.into());
    update.effects()
}

/// Said of a draft that was restored: which of its files are not on the website as they were saved last,
/// and whether another tab has a draft too.
fn restored(others: &[String], is_elsewhere: bool) -> String {
    let mut notice =
        "Your unsaved draft is here again. Undo takes you back to the saved files.".to_owned();
    if !others.is_empty() {
        let other = format!(
            " The website has another {} than you saved last: your download is not there yet, or somebody \
             else changed it. Sign-off lists what this draft changes.",
            others.join(" and another ")
        );
        notice.push_str(&other);
    }
    if is_elsewhere {
        notice.push_str(" Another tab has a draft of its own.");
    }
    notice
}

impl Update<'_> {
    fn begin(&mut self) {
        let is_elsewhere = self.editor.site.is_elsewhere;
        self.editor.left = self.editor.site.take_saved();
        if let Some(RestoredDraft { draft, pictures, others }) = self.editor.site.restored() {
            let mut open = OpenQuiz::new(&self.editor.site, draft);
            open.pictures.restore(pictures);
            open.notice = Some(restored(&others, is_elsewhere));
            if let Some(page) = self.editor.site.stopped.take() {
                open.notice = Some(STOPPED.to_owned());
                open.page = Page::read(&page).unwrap_or(open.page);
            }
            self.editor.open = Some(open);
            self.hands_over = true;
            return;
        }
        match OpenQuiz::published(&self.editor.site) {
            Some(Ok(mut open)) => {
                open.notice = is_elsewhere.then(|| ELSEWHERE.to_owned());
                self.editor.open = Some(open);
            }
            Some(Err(refusal)) => self.editor.refused = Some(refusal.to_string()),
            None => self.begin_with_example(),
        }
    }

    /// Shows the page that stands in the address, if there is one. After a stop it is the page that was shown.
    fn open_address(&mut self) {
        let Some(open) = &mut self.editor.open else { return };
        if let Some(page) = Page::read(&self.editor.site.address) {
            go_to(open, page);
        }
    }

    /// There is no published quiz: the example is to take its place.
    fn begin_with_example(&mut self) {
        let site = &self.editor.site;
        self.editor.open = OpenQuiz::begun(site, &site.quiz, EXAMPLE);
        let notice = format!(
            "There is no {} beside the studio. This is an example to begin with.",
            self.editor.site.quiz
        );
        self.say(&notice);
    }

    /// Stores the draft, and a version if the last one is a while ago.
    pub(super) fn store_draft(&mut self) {
        self.editor.stores_soon = false;
        let Some(open) = &self.editor.open else { return };
        let text = StoredDraft::of(&open.draft, &open.pictures).write();
        let is_saved = open.draft.unsaved().is_empty();
        if is_saved && open.unpublished(&self.editor.site).is_empty() {
            self.effects.push(Keep::NoDraft.into());
            return;
        }
        self.effects.push(Keep::Draft(text).into());
        if !is_saved && !self.editor.has_new_version {
            self.store_version();
        }
    }

    /// Goes on with what was saved last and is not on the website, or without it: it stays a version.
    pub(super) fn chose_left(&mut self, goes_on: bool) {
        let Some(left) = self.editor.left.take() else { return };
        let draft = if goes_on { left.draft() } else { None };
        let Some(draft) = draft else { return self.effects.push(Keep::NoDraft.into()) };
        let mut open = OpenQuiz::new(&self.editor.site, draft);
        open.pictures.restore(left.pictures);
        self.replace(open);
    }

    /// Stores a version of what is open.
    pub(super) fn store_version(&mut self) {
        let Some(open) = &self.editor.open else { return };
        let stored = StoredDraft::of(&open.draft, &open.pictures);
        let version = Keep::Version { about: about(&stored), text: stored.write() };
        self.editor.has_new_version = true;
        self.effects.extend([version.into(), Effect::Start(Timer::Version)]);
    }

    /// Lists the drafts of other tabs.
    pub(super) fn list_drafts(&mut self, drafts: Vec<(String, String)>) {
        let draft = |(written, text): (String, String)| {
            let about = about(&StoredDraft::read(&text)?);
            Some(OtherDraft { written, about, text })
        };
        self.editor.drafts = drafts.into_iter().filter_map(draft).collect();
    }

    /// Goes back to a version, or takes over the draft of another tab, as an edit.
    pub(super) fn go_back(&mut self, version: Option<&str>) {
        let Some(open) = &mut self.editor.open else { return };
        let Some(version) = version else {
            return self.say("The browser no longer has it.");
        };
        let Some(stored) = StoredDraft::read(version) else { return };
        let is_same = stored.files.first().is_some_and(|it| it.name == open.draft.quiz().name());
        if !is_same {
            return self.say("It is of another quiz: open that one first.");
        }
        if let Some(path) = open.pictures.clash(&stored.pictures) {
            let told = format!(
                "It has another picture as {path} than this draft, and one of them would be lost, so nothing was changed. \
                 Save this draft first, then open the studio in a new tab and take the other one over there."
            );
            return self.say(&told);
        }
        open.pictures.restore(stored.pictures);
        let texts: Vec<(String, String)> =
            stored.files.into_iter().map(|file| (file.name, file.text)).collect();
        open.draft.restore(&texts);
        self.changed();
    }
}

/// Which quiz a draft is of, and what of it is not saved.
fn about(draft: &StoredDraft) -> String {
    let node = |text: &str| check::node(text.as_bytes()).unwrap_or(Node::Null);
    let quiz = draft.files.first();
    let [saved, now] = [quiz.map(|it| &it.saved), quiz.map(|it| &it.text)]
        .map(|text| text.map_or(Node::Null, |text| node(text)));
    let changes = changed(&saved, &now);
    let count = draft.files.iter().filter(|it| it.text != it.saved).count();
    let unsaved = match (changes.as_slice(), count) {
        (_, 0) => "as saved".to_owned(),
        ([], files) => counted(files, "file") + " not saved",
        ([change], _) => shortened(change),
        ([change, others @ ..], _) => format!("{} and {} more", shortened(change), others.len()),
    };
    let title = now.get("words").and_then(|words| words.text("title")).unwrap_or_default();
    format!("{title}: {unsaved}")
}

/// A change in so many letters as fit into a line or two.
fn shortened(change: &str) -> String {
    const MOST: usize = 100;
    let (place, now) = (change.split(": “").next(), change.split("” is now “").nth(1));
    let change = match (place, now) {
        (Some(place), Some(now)) => &format!("{place}: “{now}"),
        _ => change,
    };
    let start: String = change.chars().take(MOST).collect();
    if start.len() < change.len() { start + "…" } else { start }
}
