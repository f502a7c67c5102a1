use browser::studio::disk::Opened;
use data::{FORMAT, Node};
use editor::{Edit, FileId, overlay_name};
use report::Inputs;

use super::Update;
use crate::effect::{Download, Effect};
use crate::model::{AfterCheck, OpenQuiz, Page, words_name};
use crate::msg::FileMsg;
use crate::view::HEADING;

impl Update<'_> {
    pub(super) fn file(&mut self, msg: FileMsg) {
        match msg {
            FileMsg::Opened(opened) => self.opened(opened),
            FileMsg::OpenedPublished => self.open_published(),
            FileMsg::BeganNew => {
                self.store_version();
                self.begin_new("This is the example. Everything in it can be changed.");
                self.opened_anew();
            }
            FileMsg::PressedOpen => self.effects.push(Effect::PickFile),
            FileMsg::PressedSave => self.save(),
            FileMsg::PressedDownload(file) => self.download(file),
            FileMsg::PressedExport(language) => self.export(&language),
            FileMsg::PressedReport => self.after_check(AfterCheck::Report),
            FileMsg::ChoseVersion(at) => self.effects.push(Effect::ReadVersion(at)),
        }
    }

    /// Opens the example.
    pub(super) fn begin_new(&mut self, notice: &str) {
        self.editor.open = OpenQuiz::example(&self.editor.site);
        if let Some(open) = &mut self.editor.open {
            open.notice = Some(notice.to_owned());
        }
    }

    fn opened(&mut self, opened: Opened) {
        let node = check::node(&opened.bytes).unwrap_or(Node::Null);
        let is_translation = node.get("questions").is_none()
            && node.get("words").is_some()
            && node.get("quiz").is_some();
        if is_translation {
            return self.opened_translation(&node, &opened.bytes);
        }
        self.store_version();
        let name = self.editor.site.name_for(&node, &opened.name);
        match OpenQuiz::quiz(&self.editor.site, &name, &opened.bytes) {
            Ok(mut open) => {
                open.handles.extend(opened.handle.map(|handle| (name, handle)));
                self.editor.open = Some(open);
                self.editor.refused = None;
                self.opened_anew();
            }
            Err(refusal) => self.say(&refusal.to_string()),
        }
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
        self.store_version();
        match OpenQuiz::published(&self.editor.site) {
            Some(Ok(open)) => {
                self.editor.open = Some(open);
                self.opened_anew();
            }
            Some(Err(refusal)) => self.say(&refusal.to_string()),
            None => self.say("There is no published quiz beside the studio."),
        }
    }

    fn opened_anew(&mut self) {
        self.editor.previewed = None;
        self.effects.push(Effect::Focus(HEADING));
        (self.hands_over, self.previews) = (true, true);
        self.check_soon();
        self.store_soon();
    }

    fn save(&mut self) {
        let Some(open) = &mut self.editor.open else { return };
        let unsaved = open.draft.unsaved();
        if unsaved.is_empty() {
            return self.say("Everything is saved.");
        }
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

    fn download(&mut self, file: FileId) {
        let Some(open) = &self.editor.open else { return };
        let document = open.draft.document(file);
        self.effects.push(Effect::Download(Download {
            file: Some(file),
            name: short(document.name()).to_owned(),
            kind: "application/json",
            text: document.text().to_owned(),
        }));
    }

    /// A file was written in its place; if it could not be, it is downloaded.
    pub(super) fn wrote(&mut self, file: FileId, is_written: bool) {
        let Some(open) = &self.editor.open else { return };
        if !is_written {
            return self.download(file);
        }
        self.saved(file, &format!("{} is saved.", open.draft.document(file).name()));
    }

    pub(super) fn downloaded(&mut self, file: FileId, is_saved: bool) {
        let Some(open) = &self.editor.open else { return };
        let name = open.draft.document(file).name();
        if !is_saved {
            return self.say("The browser would not save the file.");
        }
        let notice = format!(
            "{} is in your downloads. Put it in the place of {name} on the website.",
            short(name)
        );
        self.saved(file, &notice);
    }

    fn saved(&mut self, file: FileId, notice: &str) {
        let Some(open) = &mut self.editor.open else { return };
        open.draft.saved(file);
        let ready = open.ready();
        open.notice = Some(match ready.errors {
            _ if !open.is_checked() => {
                format!("{notice} It is still being checked: above you read whether it is ready.")
            }
            0 if ready.is_ready() => notice.to_owned(),
            0 => format!(
                "{notice} But it is not ready to publish, still missing: {}.",
                ready.missing.join(", ")
            ),
            errors => format!(
                "{notice} But it is not ready: there is still something to mend ({errors})."
            ),
        });
        self.store_version();
        self.store_draft();
    }

    pub(super) fn report(&mut self) {
        let Some(open) = &self.editor.open else { return };
        let quiz = open.draft.quiz();
        let named = |name: String| open.node(&name).cloned().map(|node| (name, node));
        let tags = open.languages();
        let translations: Vec<(String, Node)> =
            tags.iter().filter_map(|tag| named(overlay_name(quiz.name(), tag))).collect();
        let interface: Vec<(String, Node)> =
            tags.iter().filter_map(|tag| named(words_name(tag))).collect();
        let text = report::html(Inputs {
            file: quiz.name(),
            node: quiz.node(),
            translations: &translations,
            interface: &interface,
            checked: &open.checked(),
            since: open.before.node.as_ref().map(|node| (open.before.name, node)),
            today: self.today,
        });
        let name = "report.html".to_owned();
        self.effects.push(Effect::Download(Download { file: None, name, kind: "text/html", text }));
    }
}

/// A file's name without its folder.
fn short(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or_default()
}
