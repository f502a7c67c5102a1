use std::collections::BTreeMap;

use check::Review;
use data::Node;
use editor::{FileId, overlay_name, zipped};
use report::{Inputs, changed};
use serde_json::{Map, Value, json};

use super::Update;
use crate::effect::{Download, DownloadOf, Effect};
use crate::model::{
    Before, Conflict, HostMsg, OpenQuiz, Page, Publication, Refusal, Site, bytes, pictures_of,
    words_name,
};
use crate::pages::{Pages, PagesJob, PagesOf};

/// What is said of a publication that several files make up.
const NO_ZIP: &str = "The files could not be put into a zip. Save them one by one.";

/// Said if a file of the program is not beside the studio.
const NO_DRAFT_PAGE: &str = "The draft could not be put into one file, for a file of the quiz's program is not on this \
    website. Upload the whole folder of the quiz again, or send the report alone.";

impl Update<'_> {
    /// Publishes every file that the website has otherwise, with new pictures and the pages that are made of
    /// them: by the page around the studio, or in a zip.
    pub(super) fn publish(&mut self, in_zip: bool) {
        let Some(open) = &self.editor.open else { return };
        let publishes = self.editor.host.as_ref().is_some_and(|host| host.publishes);
        let is_stale = self.editor.is_stale();
        let has_news = !open.unpublished(&self.editor.site).is_empty() || is_stale;
        if !has_news || !open.may_be_published() || self.editor.publishing.is_some() {
            return;
        }
        self.make_pages(match publishes && !in_zip {
            true => PagesOf::Host,
            false => PagesOf::Zip,
        });
    }

    pub(super) fn make_pages(&mut self, of: PagesOf) {
        if let Some(open) = &self.editor.open {
            self.effects.push(Effect::MakePages(open.pages_job(of)));
        }
    }

    /// Goes on with what the pages were made for, unless something was edited meanwhile.
    pub(super) fn made_pages(&mut self, job: &PagesJob, pages: Pages, clock: [u8; 3]) {
        let Some(open) = self.editor.open.as_ref().filter(|open| open.is_of_this(job)) else {
            return self.say("It was edited meanwhile, so nothing was saved. Press it again.");
        };
        let site = &self.editor.site;
        match job.of {
            PagesOf::Clinician => self.write_draft_frame(job, pages),
            PagesOf::Zip => {
                let files = publication(open, site, pages);
                self.download_zip(&files, clock);
            }
            PagesOf::Host => {
                let files = publication(open, site, pages);
                self.send(files);
            }
        }
    }

    fn download_zip(&mut self, files: &[(String, Vec<u8>)], clock: [u8; 3]) {
        let Some(open) = &self.editor.open else { return };
        let Some(bytes) = zipped(files, self.today, clock) else { return self.say(NO_ZIP) };
        let name = format!("{}-{}.zip", stem(open), self.today);
        let (of, kind) = (DownloadOf::Publication, "application/zip");
        self.effects.push(Effect::Download(Download { of, name, kind, bytes }));
    }

    /// Has files published by the page around the studio.
    fn send(&mut self, files: Vec<(String, Vec<u8>)>) {
        let editor = &mut *self.editor;
        let (Some(open), Some(host)) = (&mut editor.open, &editor.host) else { return };
        editor.sent += 1;
        let node = open.draft.quiz().node();
        let is_same = |it: &Node| it.text("id") == node.text("id");
        let published = editor.site.published().filter(is_same);
        let before = published.as_ref();
        let publication = Publication {
            request: editor.sent,
            version: host.version.clone(),
            note: note(before, node),
            signed: before.and_then(Review::of_quiz) != Review::of_quiz(node),
            files,
        };
        open.conflict = None;
        open.notice = None;
        editor.publishing = Some(publication.clone());
        self.effects.push(Effect::Publish(publication));
    }

    /// What the page around the studio says.
    pub(super) fn host(&mut self, msg: HostMsg) {
        match msg {
            HostMsg::Host(host) => self.editor.host = Some(host),
            HostMsg::Published { request, version } => {
                if let Some(sent) = self.answered(request) {
                    self.published_by_host(sent, version);
                }
            }
            HostMsg::Refused(refusal) => {
                if self.answered(refusal.request).is_some() {
                    self.refused(refusal);
                }
            }
        }
    }

    /// The publication that an answer is about.
    fn answered(&mut self, request: u32) -> Option<Publication> {
        self.editor.publishing.take_if(|sent| sent.request == request)
    }

    fn published_by_host(&mut self, sent: Publication, version: String) {
        if let Some(host) = &mut self.editor.host {
            (host.version, host.stale) = (version, false);
        }
        self.editor.site.take(sent.files);
        let editor = &mut *self.editor;
        let Some(open) = &mut editor.open else { return };
        open.follow_site(&editor.site);
        let others = open.unpublished(&editor.site);
        self.all_saved_but(&others, "It is published: visitors see it from now on.");
    }

    fn refused(&mut self, refusal: Refusal) {
        if refusal.why != "conflict" {
            return self.say(&format!("Nothing was published. {}", refusal.message));
        }
        if let Some(host) = &mut self.editor.host {
            host.version = refusal.version;
        }
        let by = match refusal.at.as_str() {
            "" => refusal.by,
            at => format!("{}, {at}", refusal.by),
        };
        if let Some(open) = &mut self.editor.open {
            open.conflict = Some(Conflict { by, theirs: Vec::new(), mine: Vec::new() });
            open.page = Page::Publish;
        }
        self.effects.push(Effect::LoadSite(self.editor.site.quiz.clone()));
    }

    /// The website as it is after somebody else published: shows what they changed, and what this draft does.
    pub(super) fn loaded_site(&mut self, files: BTreeMap<String, Vec<u8>>) {
        let editor = &mut *self.editor;
        let base = editor.site.published();
        editor.site.files.extend(files);
        let Some(open) = &mut editor.open else { return };
        open.follow_site(&editor.site);
        if let (Some(conflict), Some(base), Some(theirs)) =
            (&mut open.conflict, base, editor.site.published())
        {
            conflict.theirs = changed(&base, &theirs);
            conflict.mine = changed(&base, open.draft.quiz().node());
        }
    }

    /// The quiz that came with an update is what the draft is compared with.
    pub(super) fn loaded_shipped(&mut self, file: Option<&[u8]>) {
        let Some(open) = &mut self.editor.open else { return };
        let Some(node) = file.and_then(check::node) else {
            return self.say("The file that came with the update is not there any more.");
        };
        open.before = Before { node: Some(node), name: "the version that came with the update" };
        open.page = Page::Sign;
    }

    /// The zip is saved.
    pub(super) fn downloaded_publication(&mut self) {
        self.all_saved_but(
            &[],
            "The zip is in your downloads. Visitors see the change once it is on the website, as below.",
        );
    }

    /// Every file is saved as it is, except `others`: those were edited while they were on their way.
    fn all_saved_but(&mut self, others: &[FileId], notice: &str) {
        let Some(open) = &mut self.editor.open else { return };
        open.pictures.take_unsaved(open.draft.quiz().node());
        for file in open.draft.unsaved().into_iter().filter(|file| !others.contains(file)) {
            open.draft.saved(file);
        }
        open.notice = Some(notice.to_owned());
        self.store_version();
        self.store_draft();
    }

    fn report(&self) -> Option<String> {
        let open = self.editor.open.as_ref()?;
        let quiz = open.draft.quiz();
        let named = |name: String| open.node(&name).cloned().map(|node| (name, node));
        let tags = open.languages();
        let translations: Vec<(String, Node)> =
            tags.iter().filter_map(|tag| named(overlay_name(quiz.name(), tag))).collect();
        let interface: Vec<(String, Node)> =
            tags.iter().filter_map(|tag| named(words_name(tag))).collect();
        Some(report::html(Inputs {
            file: quiz.name(),
            node: quiz.node(),
            translations: &translations,
            interface: &interface,
            checked: &open.checked(),
            since: open.before.node.as_ref().map(|node| (open.before.name, node)),
            today: self.today,
        }))
    }

    pub(super) fn save_report(&mut self) {
        if let Some(report) = self.report() {
            self.download_page("report.html".to_owned(), report);
        }
    }

    fn download_page(&mut self, name: String, html: String) {
        let (of, bytes) = (DownloadOf::Extract, html.into_bytes());
        self.effects.push(Effect::Download(Download { of, name, kind: "text/html", bytes }));
    }

    fn write_draft_frame(&mut self, job: &PagesJob, mut pages: Pages) {
        let Some(open) = &self.editor.open else { return };
        let Some((_, page)) = pages.pop() else { return self.say(NO_DRAFT_PAGE) };
        let node = open.draft.quiz().node();
        let added: BTreeMap<String, String> = open.pictures.added(node).into_iter().collect();
        let address = |path: &str| {
            (path.to_owned(), Value::from(added.get(path).cloned().unwrap_or_default()))
        };
        let pictures: Map<String, Value> = pictures_of(node).into_iter().map(address).collect();
        let content = json!({"quiz": job.quiz, "files": job.files, "pictures": pictures});
        self.effects.push(Effect::WriteDraftFrame { page, content: content.to_string() });
    }

    /// Saves the draft with its report as one file.
    pub(super) fn wrote_draft_frame(&mut self, frame: Option<&str>) {
        let (Some(open), Some(report)) = (&self.editor.open, self.report()) else { return };
        let Some(frame) = frame else { return self.say(NO_DRAFT_PAGE) };
        let name = format!("{}-draft-{}.html", stem(open), self.today);
        let html = report::draft(open.title(), self.today, frame, &report);
        let notice = format!(
            "{name} is in your downloads. Send it to the clinician: it opens in any browser, shows the draft as \
             visitors would see it, and its report."
        );
        self.download_page(name, html);
        self.say(&notice);
    }
}

/// Everything that changes on the website: files, pictures, pages.
fn publication(open: &OpenQuiz, site: &Site, pages: Pages) -> Vec<(String, Vec<u8>)> {
    let file = |file: FileId| {
        let document = open.draft.document(file);
        (document.name().to_owned(), document.text().as_bytes().to_vec())
    };
    let files = open.unpublished(site).into_iter().map(file);
    let pictures = open.pictures.added(open.draft.quiz().node());
    let pictures = pictures.into_iter().map(|(path, address)| (path, bytes(&address)));
    let pages = pages.into_iter().map(|(name, html)| (name, html.into_bytes()));
    files.chain(pictures).chain(pages).collect()
}

/// What changes, in a line.
fn note(before: Option<&Node>, now: &Node) -> String {
    let Some(before) = before else { return "A new quiz".to_owned() };
    match changed(before, now).as_slice() {
        [] => "No change of the quiz itself".to_owned(),
        [change] => change.clone(),
        [change, others @ ..] => format!("{change} and {} more", others.len()),
    }
}

/// The name of the quiz file without folder and ending.
fn stem(open: &OpenQuiz) -> &str {
    let name = open.draft.quiz().name().rsplit('/').next().unwrap_or_default();
    name.trim_end_matches(".json")
}
