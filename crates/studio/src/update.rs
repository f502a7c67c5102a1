//! What follows from what happened: the only code that changes the [`Editor`]. It is pure; what the browser
//! is to do comes out as [`Effect`]s.

mod drafts;
mod edit;
mod file;
mod findings;
mod languages;
mod new_language;
mod publish;
mod show;
mod website;

use std::collections::BTreeMap;

use check::ProofMode;
use quiz::Date;

use crate::effect::{Effect, Keep, Timer};
use crate::model::{Editor, HEADING, OpenQuiz, Page, Preview, StoredDraft, Tour, Width};
use crate::msg::{Done, Msg};

use findings::CHECKING;

pub use drafts::begin;

/// Changes the editor by what happened, and gives what the browser is to do, in this order.
pub fn update(editor: &mut Editor, msg: Msg, today: Date) -> Vec<Effect> {
    let page = editor.open.as_ref().map(|open| open.page.clone());
    let notice = editor.open.as_ref().and_then(|open| open.notice.clone());
    let mut update = Update::new(editor, today);
    match msg {
        Msg::Edit(msg) => update.edit(msg),
        Msg::Show(msg) => update.show(msg),
        Msg::File(msg) => update.file(msg),
        Msg::Website(msg) => update.website(msg),
        Msg::Host(msg) => update.host(msg),
        Msg::Due(timer) => update.due(timer),
        Msg::Done(done) => update.done(done),
    }
    if page.is_some() {
        update.follow_page(page.as_ref(), notice.as_deref());
    }
    update.effects()
}

/// What the preview is to show; nothing if the file makes no quiz. It is made of the whole quiz, and so
/// only once the draft is safe: for [`Effect::ShowPreview`].
pub fn preview(editor: &mut Editor) -> Option<Preview> {
    editor.preview()
}

/// An update under way.
struct Update<'a> {
    editor: &'a mut Editor,
    today: Date,
    effects: Vec<Effect>,
    /// Whether the draft or the page is another than the page of the studio holds.
    hands_over: bool,
    /// Whether the preview is to show the quiz as it is now.
    previews: bool,
}

impl<'a> Update<'a> {
    fn new(editor: &'a mut Editor, today: Date) -> Self {
        Self { editor, today, effects: Vec::new(), hands_over: false, previews: false }
    }

    fn due(&mut self, timer: Timer) {
        match timer {
            Timer::Show => self.previews = true,
            Timer::Prove => self.check(ProofMode::Run),
            Timer::StoreDraft => self.store_draft(),
            Timer::Version => self.editor.has_new_version = false,
            Timer::Left => self.show_found(),
        }
    }

    fn show_found(&mut self) {
        if let Some(open) = &mut self.editor.open {
            open.show_found();
        }
    }

    fn done(&mut self, done: Done) {
        match done {
            Done::Checked(found) => self.checked(found),
            Done::StoredDraft(is_stored) => {
                let stores_soon = self.editor.stores_soon;
                if let Some(open) = &mut self.editor.open {
                    open.is_stored = is_stored && !stores_soon;
                }
            }
            Done::ListedVersions(versions) => self.editor.versions = versions,
            Done::ListedDrafts(drafts) => self.list_drafts(drafts),
            Done::ReadVersion(version) => self.go_back(version.as_deref()),
            Done::Wrote(file, is_written) => self.wrote(file, is_written),
            Done::Downloaded(of, is_saved) => self.downloaded(of, is_saved),
            Done::Copied(is_copied) => self.copied(is_copied),
            Done::DrewPreview => self.effects.push(Effect::MarkEdited),
            Done::FoundPictures(sizes) => self.found_pictures(sizes),
            Done::MadePages(job, pages, clock) => self.made_pages(&job, pages, clock),
            Done::WroteDraftFrame(frame) => self.wrote_draft_frame(frame.as_deref()),
            Done::LoadedSite(files) => self.loaded_site(files),
            Done::LoadedShipped(file) => self.loaded_shipped(file.as_deref()),
            Done::Themed(answer) => self.themed(answer.as_deref()),
        }
    }

    /// What follows from an edit: it is checked, shown in the preview once it is on the screen, proved when
    /// nobody types, and stored soon.
    fn changed(&mut self) {
        if let Some(open) = &mut self.editor.open {
            open.changed();
            open.notice.take_if(|notice| notice == CHECKING);
        }
        self.hands_over = true;
        self.check_and_show();
        if !self.editor.stores_soon {
            self.store_soon();
        }
    }

    /// What is known of the pictures is checked.
    fn found_pictures(&mut self, sizes: BTreeMap<String, Option<u64>>) {
        if let Some(open) = &mut self.editor.open {
            open.found_pictures(sizes);
            self.check_and_show();
        }
    }

    /// Has what is open checked and shown, and proved soon; the website is asked for pictures that are new.
    fn check_and_show(&mut self) {
        if let Some(open) = &mut self.editor.open {
            let asked = open.pictures.ask(open.draft.quiz().node());
            if !asked.is_empty() {
                self.effects.push(Effect::FindPictures(asked));
            }
        }
        self.check(ProofMode::Skip);
        self.effects.extend([Effect::Start(Timer::Show), Effect::Start(Timer::Prove)]);
    }

    fn store_soon(&mut self) {
        self.editor.stores_soon = true;
        self.effects.push(Effect::Start(Timer::StoreDraft));
    }

    /// Says something at the top of the page, or instead of a quiz if none is open.
    fn say(&mut self, notice: &str) {
        match &mut self.editor.open {
            Some(open) => open.notice = Some(notice.to_owned()),
            None => self.editor.refused = Some(notice.to_owned()),
        }
    }

    /// Moves focus and preview to another page of the studio, if it is another one. `notice` is what was said
    /// before.
    fn follow_page(&mut self, before: Option<&Page>, notice: Option<&str>) {
        let Some(open) = &mut self.editor.open else { return };
        if before == Some(&open.page) {
            return;
        }
        open.persona = match open.page {
            Page::Visitor(index) => index,
            _ => None,
        };
        // What was said on the page before has been read by now.
        open.notice.take_if(|now| Some(now.as_str()) == notice);
        open.filter.clear();
        open.sources_with = None;
        open.tries = false;
        (open.focused, open.width) = (None, Width::default());
        open.peeks &= self.editor.tour == Some(Tour::Preview);
        open.language_here = None;
        open.leave_field();
        open.show_found();
        self.effects.extend([Effect::Address(open.page.write()), Effect::MarkEdited]);
        if open.page == Page::Files {
            self.effects.push(Keep::ListDrafts.into());
        }
        let moves_focus = |it: &Effect| matches!(it, Effect::FocusPlace(_) | Effect::Focus(_));
        if !self.effects.iter().any(moves_focus) {
            self.effects.push(Effect::Focus(HEADING));
        }
        (self.hands_over, self.previews) = (true, true);
    }

    /// The effects, what is to be safe first.
    fn effects(self) -> Vec<Effect> {
        if let Some(open) = &mut self.editor.open {
            open.follow_texts();
        }
        let handed = self.hands_over.then(|| self.editor.open.as_ref().map(hand_over)).flatten();
        let shown = self.previews.then_some(Effect::ShowPreview);
        handed.into_iter().chain(self.effects).chain(shown).collect()
    }
}

fn hand_over(open: &OpenQuiz) -> Effect {
    Effect::HandOver {
        draft: StoredDraft::of(&open.draft, &open.pictures).write(),
        page: open.page.write(),
    }
}
