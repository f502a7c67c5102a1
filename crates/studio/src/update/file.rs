use browser::studio::disk::Opened;
use check::{Environment, File};
use data::{FORMAT, Node};
use editor::{Edit, FileId, example, foreign, overlay_name};
use quiz::Date;

use super::Update;
use crate::effect::{Download, DownloadOf, Effect, Keep};
use crate::model::{AfterCheck, HEADING, OpenQuiz, Opening, Page, Site, bytes};
use crate::msg::FileMsg;
use crate::view::OPENING_TITLE;

impl Update<'_> {
    pub(super) fn file(&mut self, msg: FileMsg) {
        match msg {
            FileMsg::Opened(opened) => self.opened(opened),
            FileMsg::OpenedPublished => self.ask_to_open(Opening::Published),
            FileMsg::BeganNew(title) => self.ask_to_open(Opening::New(title)),
            FileMsg::ConfirmedOpening => {
                let opening = self.editor.open.as_mut().and_then(|open| open.opening.take());
                if let Some(opening) = opening {
                    self.open(opening);
                }
            }
            FileMsg::Stayed => {
                if let Some(open) = &mut self.editor.open {
                    open.opening = None;
                }
                self.effects.push(Effect::Focus(HEADING));
            }
            FileMsg::PressedOpen => self.effects.push(Effect::PickFile),
            FileMsg::PressedSave => self.save(),
            FileMsg::PressedDownload(file) => {
                if let Some(open) = &mut self.editor.open {
                    open.saves.clear();
                }
                self.download(file);
            }
            FileMsg::PressedExport(language) => self.export(&language),
            FileMsg::PressedPublish => self.publish(false),
            FileMsg::PressedZip => self.publish(true),
            FileMsg::PressedDraftPage => self.after_check(AfterCheck::DraftPage),
            FileMsg::ComparedShipped(name) => {
                self.effects.push(Effect::LoadShipped(format!("shipped/{name}")));
            }
            FileMsg::PressedReport => self.after_check(AfterCheck::Report),
            FileMsg::ChoseDraft(index) => {
                let chosen = self.editor.drafts.get(index).map(|draft| draft.text.clone());
                self.go_back(chosen.as_deref());
            }
            FileMsg::ChoseLeft(goes_on) => self.chose_left(goes_on),
            FileMsg::ChoseVersion(at) => self.effects.push(Keep::Read(at).into()),
        }
    }

    /// Begins a quiz of this title from the example, in a file that no known one has.
    fn begin_new(&mut self, title: &str) {
        let title = title.trim();
        if title.is_empty() {
            return self.say("Write what the new quiz is called.");
        }
        let site = &self.editor.site;
        let (known, stem) = (site.files.keys().chain([&site.quiz]), "data/");
        let taken: Vec<&str> =
            known.filter_map(|name| name.strip_prefix(stem)?.strip_suffix(".json")).collect();
        let (id, text) = example(title, &taken);
        let name = format!("{stem}{id}.json");
        if let Some(mut open) = OpenQuiz::begun(site, &name, &text) {
            open.notice = Some(format!(
                "This is an example, to be made your own; everything in it can be changed. It is saved as \
                 {name}, beside the published quiz."
            ));
            self.store_version();
            self.replace(open);
        }
    }

    /// Opens something, or asks first if something of what is open is not saved.
    fn ask_to_open(&mut self, opening: Opening) {
        let is_unsaved = self.editor.is_unsaved();
        match &mut self.editor.open {
            Some(open) if is_unsaved => {
                open.opening = Some(opening);
                self.effects.push(Effect::Focus(OPENING_TITLE));
            }
            _ => self.open(opening),
        }
    }

    fn open(&mut self, opening: Opening) {
        match opening {
            Opening::File(file) => self.open_file(file),
            Opening::Published => self.open_published(),
            Opening::New(title) => self.begin_new(&title),
        }
    }

    /// Takes a file if it is a quiz or a translation of the one that is open; else it says what it is.
    fn opened(&mut self, opened: Opened) {
        let node = check::node(&opened.bytes).unwrap_or(Node::Null);
        let is_translation = node.get("questions").is_none()
            && node.get("words").is_some()
            && node.get("quiz").is_some();
        if is_translation {
            return self.opened_translation(&node, &opened.bytes);
        }
        if let Some(what) = foreign(&opened.name, &opened.bytes) {
            let name = &opened.name;
            let place = match what {
                "a picture" => " Drop it on the field “Picture” of a choice.",
                _ => "",
            };
            return self.say(&format!("{name} is {what}, not a quiz. Nothing was opened.{place}"));
        }
        if let Some(mistake) = first_mistake(&opened) {
            return self.say(&mistake);
        }
        if let Err(refusal) = OpenQuiz::quiz(&self.editor.site, &opened.name, &opened.bytes) {
            return self.say(&refusal.to_string());
        }
        self.ask_to_open(Opening::File(opened));
    }

    fn open_file(&mut self, opened: Opened) {
        let node = check::node(&opened.bytes).unwrap_or(Node::Null);
        let name = self.editor.site.name_for(&node, &opened.name);
        match OpenQuiz::quiz(&self.editor.site, &name, &opened.bytes) {
            Ok(mut open) => {
                open.handles.extend(opened.handle.map(|handle| (name, handle)));
                self.store_version();
                self.replace(open);
            }
            Err(refusal) => self.say(&refusal.to_string()),
        }
    }

    pub(super) fn replace(&mut self, open: OpenQuiz) {
        self.editor.open = Some(open);
        self.editor.left = None;
        self.editor.refused = None;
        self.opened_anew();
    }

    /// A translation takes the place of the one that the quiz has, as an edit.
    fn opened_translation(&mut self, node: &Node, bytes: &[u8]) {
        let (Some(open), Ok(text)) = (&mut self.editor.open, String::from_utf8(bytes.to_vec()))
        else {
            return self.say("This is a translation. Open its quiz first.");
        };
        if node.text("quiz") != open.draft.quiz().node().text("id") {
            return self.say("This is a translation of another quiz. Open that quiz first.");
        }
        if node.get("format") != Some(&Node::Number(FORMAT)) {
            return self.say("This translation is of another format, so it was not opened.");
        }
        let language = node.text("language").unwrap_or_default().to_owned();
        let file = open.draft.file(&overlay_name(open.draft.quiz().name(), &language));
        open.page = Page::Language(Some(language));
        if open.draft.edit(file, Edit::Rewrite(text)) {
            open.draft.settle();
            self.changed();
        }
    }

    fn open_published(&mut self) {
        match OpenQuiz::published(&self.editor.site) {
            Some(Ok(open)) => {
                self.store_version();
                self.replace(open);
            }
            Some(Err(refusal)) => self.say(&refusal.to_string()),
            None => self.say("There is no published quiz beside the studio."),
        }
    }

    fn opened_anew(&mut self) {
        self.editor.previewed = None;
        self.effects.push(Effect::Focus(HEADING));
        (self.hands_over, self.previews) = (true, true);
        self.check_and_show();
        self.store_soon();
    }

    fn save(&mut self) {
        let Some(open) = &mut self.editor.open else { return };
        open.saves.clear();
        let unsaved = open.draft.unsaved();
        if unsaved.is_empty() {
            return self.say("Everything is saved.");
        }
        self.download_pictures(&unsaved);
        for file in unsaved {
            let Some(open) = &self.editor.open else { return };
            let document = open.draft.document(file);
            match open.handles.get(document.name()).cloned() {
                Some(handle) => {
                    let text = document.text().to_owned();
                    self.effects.push(Effect::Write { file, handle, text });
                }
                None => self.download(file),
            }
        }
    }

    /// Saves the pictures that were added, beside the quiz that has them.
    fn download_pictures(&mut self, unsaved: &[FileId]) {
        let Some(open) = self.editor.open.as_mut().filter(|_| unsaved.contains(&FileId::QUIZ))
        else {
            return;
        };
        let download = |(path, address): (String, String)| {
            let (of, kind) = (DownloadOf::Extract, "application/octet-stream");
            Effect::Download(Download {
                of,
                name: short(&path).to_owned(),
                kind,
                bytes: bytes(&address),
            })
        };
        let added = open.pictures.take_unsaved(open.draft.quiz().node());
        self.effects.extend(added.into_iter().map(download));
    }

    fn download(&mut self, file: FileId) {
        let Some(open) = &self.editor.open else { return };
        let document = open.draft.document(file);
        self.effects.push(Effect::Download(Download {
            of: DownloadOf::File(file),
            name: short(document.name()).to_owned(),
            kind: "application/json",
            bytes: document.text().as_bytes().to_vec(),
        }));
    }

    /// A file was written in its place; if it could not be, it is downloaded.
    pub(super) fn wrote(&mut self, file: FileId, is_written: bool) {
        if is_written { self.saved(file, true) } else { self.download(file) }
    }

    pub(super) fn downloaded(&mut self, of: DownloadOf, is_saved: bool) {
        match of {
            _ if !is_saved => self.say("The browser would not save the file."),
            DownloadOf::File(file) => self.saved(file, false),
            DownloadOf::Publication => self.downloaded_publication(),
            DownloadOf::Extract => {}
        }
    }

    fn saved(&mut self, file: FileId, is_in_place: bool) {
        let Some(open) = &mut self.editor.open else { return };
        open.draft.saved(file);
        open.saves.push((file, is_in_place));
        let notice = saves(open, &self.editor.site);
        let ready = open.ready();
        open.notice = Some(match ready.to_do() {
            _ if !open.is_checked() => {
                format!("{notice} It is still being checked: above you read whether it is ready.")
            }
            None if ready.is_ready() => notice.to_owned(),
            None => format!(
                "{notice} But it is not ready to publish, still missing: {}.",
                ready.missing.join(", ")
            ),
            Some(to_do) => format!("{notice} But it is not ready to publish: {to_do}."),
        });
        let (is_all_saved, opening) = (open.draft.unsaved().is_empty(), open.opening.take());
        self.store_version();
        self.store_draft();
        if let Some(opening) = opening {
            self.open_next(opening, is_all_saved);
        }
    }

    /// Opens what the person wants once everything is saved, and says still what was saved.
    fn open_next(&mut self, opening: Opening, is_all_saved: bool) {
        let Some(open) = &mut self.editor.open else { return };
        if !is_all_saved {
            open.opening = Some(opening);
            return;
        }
        let notice = open.notice.take();
        self.open(opening);
        if let Some(open) = &mut self.editor.open {
            open.notice = notice;
        }
    }
}

/// A file's name without its folder.
fn short(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or_default()
}

/// What was saved, and what is to be done with each file.
fn saves(open: &OpenQuiz, site: &Site) -> String {
    let name = |file: &FileId| open.draft.document(*file).name();
    let (written, downloaded): (Vec<_>, Vec<_>) =
        open.saves.iter().partition(|(_, is_in_place)| *is_in_place);
    let written: Vec<&str> = written.iter().map(|(file, _)| name(file)).collect();
    let downloaded: Vec<&str> = downloaded.iter().map(|(file, _)| name(file)).collect();
    let mut sentences = Vec::new();
    match written.as_slice() {
        [] => {}
        [one] => sentences.push(format!("{one} is saved.")),
        all => sentences.push(format!("{} are saved.", all.join(", "))),
    }
    match downloaded.as_slice() {
        [] => {}
        [one] => sentences.push(format!("{} is in your downloads.", short(one))),
        all => sentences.push(format!("{} files are in your downloads.", all.len())),
    }
    let is_one = downloaded.len() == 1;
    for name in downloaded {
        let (it, is_published) = (short(name), site.files.contains_key(name));
        sentences.push(match (is_published, is_one) {
            (true, true) => format!("Put it in the place of {name} on the website."),
            (true, false) => format!("Put {it} in the place of {name} on the website."),
            (false, true) => format!("It is new: put it on the website as {name}."),
            (false, false) => format!("{it} is new: put it on the website as {name}."),
        });
    }
    for path in open.new_pictures() {
        let name = short(&path);
        sentences.push(format!("The picture {name} is new, too: put it on the website as {path}."));
    }
    sentences.join(" ")
}

/// What is wrong first with a quiz that is not whole JSON.
fn first_mistake(opened: &Opened) -> Option<String> {
    if check::node(&opened.bytes).is_some() {
        return None;
    }
    let bytes = opened.bytes.clone();
    let file = File { name: opened.name.clone(), bytes: Ok(bytes), wanted: true };
    let today = Date { year: 2000, month: 1, day: 1 };
    let around = Environment { today, picture: None, since: None, folder: false };
    let checked = check::check(&[file], &around).pop()?;
    let first = checked.errors().next()?;
    let line = checked.text.get(..first.span.start)?.matches('\n').count() + 1;
    Some(format!(
        "{} cannot be read, and nothing was opened. Line {line}: this {} {}",
        opened.name, first.found, first.help
    ))
}
