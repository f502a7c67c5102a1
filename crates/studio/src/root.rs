use std::cell::Cell;
use std::rc::Rc;

use browser::Listener;
use browser::page::spawn;
use browser::studio::disk::{self, Opened};
use browser::studio::event::{self, Shortcut};
use browser::studio::frame::Frame;
use browser::studio::memory;
use browser::studio::moment::{self, Later, after, mark};
use yew::{AppHandle, Callback, Component, Context, Html, Properties, html};

use super::act::Act;
use super::desk::Desk;
use super::edits::{
    accept, add, add_visitor, day, delete, delete_visitor, export, go_back, import, mend, page_of,
    reopen, report_page, sign, went_to,
};
use super::kept::Kept;
use super::look::{FRAME, HEADING, Look};
use super::page::Page;
use super::preview::Preview;
use super::site::{Left, Site};
use super::visited::{Visited, shown};
use super::website;
pub(super) use browser::studio::site::place;
use check::Proof;
use data::{FORMAT, Node};
use editor::{Edit, overlay_name, reviewed};
use view::{LATER_STYLES, QUESTION_STYLES};

/// How long nobody must type before everything is proved, in milliseconds.
const PAUSE: i32 = 600;
/// How long after an edit the draft is kept, in milliseconds.
const KEEP: i32 = 400;
/// How far apart versions are that are kept while somebody edits, in milliseconds.
const APART: f64 = 120_000.0;

/// Said where another tab edits the same file.
const ELSEWHERE: &str = "Another tab has an unsaved draft of this quiz. This tab begins from the published \
    file; each keeps its own draft.";

/// Said after the program stopped.
const STOPPED: &str = "The studio stopped because of a fault in the browser or in the studio itself, and started \
    again. Your draft is safe, down to the last key you pressed. Undo takes you back to the saved files.";

/// Said where a draft is gone on with: which of its files the website has otherwise than they were saved
/// last, and whether another tab has a draft too.
fn again(others: &[String], is_elsewhere: bool) -> String {
    let mut told =
        "Your unsaved draft is here again. Undo takes you back to the saved files.".to_owned();
    if !others.is_empty() {
        let other = format!(
            " The website has another {} than you saved last: your download is not there yet, or somebody \
             else changed it. Sign-off lists what this draft changes.",
            others.join(" and another ")
        );
        told.push_str(&other);
    }
    if is_elsewhere {
        told.push_str(" Another tab has a draft of its own.");
    }
    told
}

/// What the studio begins with.
#[derive(Clone, Debug, Properties)]
pub(super) struct Start {
    pub(super) opened: Site,
}

impl PartialEq for Start {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// What happened.
pub(super) enum Msg {
    Act(Act),
    /// What is on the page was painted: check what was typed.
    Check,
    /// Nobody typed for a while.
    Prove,
    /// It is time to keep the draft.
    Keep,
    /// It is kept, or the browser would not.
    Kept(bool),
    /// When each version was kept that there is.
    Versions(Vec<f64>),
    /// The version to go back to, where it is still kept.
    Version(Option<String>),
    /// A file was written where it came from, or not.
    Written(usize, String, bool),
}

/// The studio on its page: holds the [`Desk`], shows it, and carries its changes to the browser.
pub(super) struct Root {
    site: Site,
    desk: Option<Desk>,
    refused: Option<String>,
    versions: Vec<f64>,
    last_version: f64,
    on: Callback<Act>,
    frame: Option<Frame>,
    preview: Option<AppHandle<Preview>>,
    visit: u32,
    visited: Option<Visited>,
    soon: Option<Later>,
    idle: Option<Later>,
    keep: Option<Later>,
    unsaved: Rc<Cell<bool>>,
    moved: Option<&'static str>,
    _listeners: Vec<Listener>,
}

impl Component for Root {
    type Message = Msg;
    type Properties = Start;

    fn create(ctx: &Context<Self>) -> Self {
        let site = ctx.props().opened.clone();
        let on = ctx.link().callback(Msg::Act);
        let unsaved = Rc::new(Cell::new(false));
        let pressed = on.reform(|shortcut| match shortcut {
            Shortcut::Undo => Act::Undo,
            Shortcut::Redo => Act::Redo,
            Shortcut::Save => Act::Save,
        });
        let asks = unsaved.clone();
        let mut listeners = vec![event::shortcuts(pressed), event::leaving(move || asks.get())];
        listeners.extend(event::dropped(on.reform(Act::Opened)));
        let mut root = Self {
            site,
            desk: None,
            refused: None,
            versions: Vec::new(),
            last_version: 0.0,
            on,
            frame: None,
            preview: None,
            visit: 0,
            visited: None,
            soon: None,
            idle: None,
            keep: None,
            unsaved,
            moved: None,
            _listeners: listeners,
        };
        root.begin();
        root.list_versions(ctx);
        root
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Act(act) => self.act(ctx, act),
            Msg::Check => {
                self.soon = None;
                if let Some(desk) = &mut self.desk {
                    desk.check(Proof::None);
                }
                self.show();
                mark("checked");
            }
            Msg::Prove => {
                self.idle = None;
                if let Some(desk) = &mut self.desk {
                    desk.check(Proof::Whole);
                }
            }
            Msg::Keep => self.keep_draft(ctx),
            Msg::Kept(is_kept) => {
                if let Some(desk) = &mut self.desk {
                    desk.is_kept = is_kept && self.keep.is_none();
                }
            }
            Msg::Versions(versions) => self.versions = versions,
            Msg::Version(version) => self.go_back(ctx, version.as_deref()),
            Msg::Written(file, name, true) => self.saved(ctx, file, &format!("{name} is saved.")),
            Msg::Written(file, _, false) => self.download(ctx, file),
        }
        self.unsaved.set(self.desk.as_ref().is_some_and(|it| !it.draft.unsaved().is_empty()));
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        match &self.desk {
            Some(desk) => Look { desk, versions: &self.versions, on: &self.on }.studio(),
            None => self.closed(),
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if self.frame.is_none()
            && self.desk.is_some()
            && let Some(frame) =
                Frame::fill(FRAME, &[QUESTION_STYLES, LATER_STYLES].concat().concat())
        {
            frame.load_dress(self.on.reform(Act::Dress));
            self.frame = Some(frame);
            self.show();
            self.check_soon(ctx);
            self.prove_soon(ctx);
            mark("ready");
        }
        if let Some(id) = self.moved.take() {
            event::focus(id);
        }
    }
}

impl Root {
    /// Goes on with the draft that was left, else opens the published quiz, else the example.
    fn begin(&mut self) {
        if let Some(Left { draft, others }) = self.site.left() {
            let mut desk = Desk::new(&self.site, draft);
            desk.notice = Some(again(&others, self.site.is_elsewhere));
            if let Some(page) = self.site.stopped.take() {
                desk.notice = Some(STOPPED.to_owned());
                desk.page = Page::read(&page).unwrap_or(desk.page);
            }
            self.desk = Some(desk);
            self.hand_over();
            return;
        }
        match Desk::published(&self.site) {
            Some(Ok(mut desk)) => {
                desk.notice = self.site.is_elsewhere.then(|| ELSEWHERE.to_owned());
                self.desk = Some(desk);
            }
            Some(Err(refusal)) => self.refused = Some(refusal.to_string()),
            None => self.new_quiz(&format!(
                "There is no {} beside the studio. This is an example to begin with.",
                self.site.quiz
            )),
        }
    }

    fn new_quiz(&mut self, notice: &str) {
        self.desk = Desk::example(&self.site);
        if let Some(desk) = &mut self.desk {
            desk.notice = Some(notice.to_owned());
        }
    }

    /// Nothing is open: why, and what to open instead.
    fn closed(&self) -> Html {
        let chosen = {
            let on = self.on.clone();
            Callback::from(move |event: yew::events::Event| {
                disk::chosen(&event, on.reform(Act::Opened))
            })
        };
        html! {
            <main id="closed">
                <h1>{ "Nothing is open" }</h1>
                <p role="alert" id="refused">{ self.refused.clone().unwrap_or_default() }</p>
                <p><label>{ "Open another file " }<input type="file" id="file" accept=".json" onchange={chosen} /></label></p>
                <p><button type="button" id="new" onclick={self.on.reform(|_| Act::New)}>{ "A new quiz from the example" }</button></p>
            </main>
        }
    }

    fn act(&mut self, ctx: &Context<Self>, act: Act) {
        let before = self.desk.as_ref().map(|desk| desk.page.clone());
        match act {
            Act::Opened(opened) => self.opened(ctx, opened),
            Act::OpenPublished => self.open_published(ctx),
            Act::New => self.begin_anew(ctx),
            Act::Pick => disk::pick(self.on.reform(Act::Opened)),
            act => self.edit(ctx, act),
        }
        if before.is_some() && before != self.desk.as_ref().map(|desk| desk.page.clone()) {
            self.moved = Some(HEADING);
            self.hand_over();
            if let Some(desk) = &mut self.desk {
                desk.persona = match desk.page {
                    Page::Visitor(index) => index,
                    _ => None,
                };
            }
            self.show();
        }
    }

    fn edit(&mut self, ctx: &Context<Self>, act: Act) {
        let Some(desk) = &mut self.desk else { return };
        let changed = match act {
            Act::Edit(file, edit) => {
                desk.notice = desk.notice.take().filter(|notice| notice == STOPPED);
                desk.draft.edit(file, edit)
            }
            Act::EditAll(file, edits) => {
                let at = (file, desk.page.path_in_personas());
                desk.draft.edit_all(edits.into_iter().map(|it| (file, it)).collect(), at, false)
            }
            Act::AddVisitor(about) => add_visitor(desk, &about),
            Act::DeleteVisitor(path) => delete_visitor(desk, path),
            Act::Settle => {
                desk.draft.settle();
                return;
            }
            Act::Add(list, name) => add(desk, &list, &name),
            Act::Move(list, from, to) => {
                desk.dragged = None;
                let moved = from != to && desk.draft.edit(0, Edit::Move(list.clone(), from, to));
                if let (Page::Item(name, _), true, 1) = (&desk.page, moved, list.0.len()) {
                    desk.page = Page::Item(name, to);
                }
                moved
            }
            Act::AskDelete(path) => {
                desk.asked = Some(path);
                self.moved = Some("asked-title");
                return;
            }
            Act::Keep => {
                desk.asked = None;
                self.moved = Some(HEADING);
                return;
            }
            Act::Delete(path) => delete(desk, &path),
            Act::Go(page) => {
                if let Page::Language(Some(tag)) = &page {
                    desk.language.clone_from(tag);
                }
                desk.page = page;
                desk.asked = None;
                return;
            }
            Act::Show(file, path) => {
                let name = desk.draft.papers()[file].name().to_owned();
                desk.page = page_of(desk, file, &name, &path);
                return;
            }
            Act::Undo => {
                let undone = desk.draft.undo();
                went_to(desk, undone)
            }
            Act::Redo => {
                let redone = desk.draft.redo();
                went_to(desk, redone)
            }
            Act::Mend(number) => mend(desk, &[number]),
            Act::MendAll => {
                let all: Vec<usize> = (0..desk.told.len()).collect();
                mend(desk, &all)
            }
            Act::Accept(number, because) => accept(desk, number, &because),
            Act::Reopen(number) => reopen(desk, number),
            Act::Translate(language, key, text) => desk.draft.translate(&language, &key, &text),
            Act::AddLanguage(tag, name) => {
                let added = desk.draft.add_language(tag.trim(), name.trim());
                desk.page = Page::Language(Some(tag.trim().to_owned()));
                added
            }
            Act::Import(language, opened) => import(desk, &language, &opened.bytes),
            Act::Sign(by) => sign(desk, &by),
            Act::Reviewed(language, by) => {
                let edit = reviewed(&by, &day(moment::today()));
                let file = desk.draft.file(&overlay_name(desk.draft.quiz().name(), &language));
                desk.draft.edit(file, edit)
            }
            Act::GoBack(at) => {
                self.read_version(ctx, at);
                return;
            }
            Act::Language(language) => {
                desk.language = language;
                self.show();
                return;
            }
            Act::Dark(dark) => {
                desk.dark = dark;
                self.show();
                return;
            }
            Act::Website(change) => {
                if matches!(change, website::Change::PutBack) {
                    self.moved = Some("website-clear");
                }
                website::change(desk, change, &self.on);
                self.show();
                return;
            }
            Act::Dress(is_there) => {
                if !is_there {
                    desk.notice = Some(website::LOST.to_owned());
                }
                self.show();
                return;
            }
            Act::Persona(persona) => {
                desk.persona = persona;
                self.show();
                return;
            }
            Act::Drag(index) => {
                desk.dragged = index;
                return;
            }
            Act::Export(language) => {
                export(desk, &language);
                return;
            }
            Act::Report => {
                report_page(desk);
                return;
            }
            Act::Save => {
                self.save(ctx);
                return;
            }
            Act::Download(file) => {
                self.download(ctx, file);
                return;
            }
            Act::Opened(_) | Act::OpenPublished | Act::New | Act::Pick => return,
        };
        if changed {
            desk.changed();
            self.changed(ctx);
        }
    }

    /// What follows from an edit: it is checked when it is on the screen, proved when nobody types, and
    /// kept soon.
    fn changed(&mut self, ctx: &Context<Self>) {
        self.hand_over();
        self.check_soon(ctx);
        self.prove_soon(ctx);
        if self.keep.is_none() {
            let link = ctx.link().clone();
            self.keep = Some(after(KEEP, move || link.send_message(Msg::Keep)));
        }
    }

    fn check_soon(&mut self, ctx: &Context<Self>) {
        let link = ctx.link().clone();
        self.soon = Some(after(0, move || link.send_message(Msg::Check)));
    }

    fn prove_soon(&mut self, ctx: &Context<Self>) {
        let link = ctx.link().clone();
        self.idle = Some(after(PAUSE, move || link.send_message(Msg::Prove)));
    }

    fn opened(&mut self, ctx: &Context<Self>, opened: Opened) {
        let node = check::node(&opened.bytes).unwrap_or(Node::Null);
        if node.get("questions").is_none()
            && node.get("words").is_some()
            && node.get("quiz").is_some()
        {
            return self.opened_translation(ctx, &node, &opened.bytes);
        }
        self.keep_version(ctx);
        let name = self.site.name_for(&node, &opened.name);
        match Desk::quiz(&self.site, &name, &opened.bytes) {
            Ok(desk) => {
                self.desk = Some(desk);
                self.refused = None;
            }
            Err(refusal) => return self.refuse(&refusal.to_string()),
        }
        if let (Some(desk), Some(handle)) = (&mut self.desk, opened.handle) {
            desk.handles.insert(name, handle);
        }
        self.opened_anew(ctx);
    }

    /// A translation takes the place of the one that the quiz has, as an edit.
    fn opened_translation(&mut self, ctx: &Context<Self>, node: &Node, bytes: &[u8]) {
        let (Some(desk), Ok(text)) = (&mut self.desk, String::from_utf8(bytes.to_vec())) else {
            return self.refuse("This is a translation. Open its quiz first.");
        };
        if node.text("quiz") != desk.draft.quiz().node().text("id") {
            return self.refuse("This is a translation of another quiz. Open that quiz first.");
        }
        if node.get("format") != Some(&Node::Number(FORMAT)) {
            return self.refuse("This translation is of another format, so it was not opened.");
        }
        let language = node.text("language").unwrap_or_default().to_owned();
        let file = desk.draft.file(&overlay_name(desk.draft.quiz().name(), &language));
        desk.page = Page::Language(Some(language));
        if desk.draft.edit(file, Edit::Rewrite(text)) {
            desk.draft.settle();
            desk.changed();
            self.changed(ctx);
        }
    }

    fn refuse(&mut self, why: &str) {
        match &mut self.desk {
            Some(desk) => desk.notice = Some(why.to_owned()),
            None => self.refused = Some(why.to_owned()),
        }
    }

    fn open_published(&mut self, ctx: &Context<Self>) {
        self.keep_version(ctx);
        match Desk::published(&self.site) {
            Some(Ok(desk)) => self.desk = Some(desk),
            Some(Err(refusal)) => return self.refuse(&refusal.to_string()),
            None => return self.refuse("There is no published quiz beside the studio."),
        }
        self.opened_anew(ctx);
    }

    fn begin_anew(&mut self, ctx: &Context<Self>) {
        self.keep_version(ctx);
        self.new_quiz("This is the example. Everything in it can be changed.");
        self.opened_anew(ctx);
    }

    fn opened_anew(&mut self, ctx: &Context<Self>) {
        self.visited = None;
        self.moved = Some(HEADING);
        self.show();
        self.check_soon(ctx);
        self.prove_soon(ctx);
        self.hand_over();
        let link = ctx.link().clone();
        self.keep = Some(after(KEEP, move || link.send_message(Msg::Keep)));
    }

    fn save(&mut self, ctx: &Context<Self>) {
        let Some(desk) = &mut self.desk else { return };
        let unsaved = desk.draft.unsaved();
        if unsaved.is_empty() {
            desk.notice = Some("Everything is saved.".to_owned());
            return;
        }
        for file in unsaved {
            let Some(desk) = &self.desk else { return };
            let paper = &desk.draft.papers()[file];
            let (name, text) = (paper.name().to_owned(), paper.text().to_owned());
            match desk.handles.get(&name).cloned() {
                Some(handle) => {
                    let link = ctx.link().clone();
                    spawn(async move {
                        let written = disk::write(&handle, &text).await;
                        link.send_message(Msg::Written(file, name, written));
                    });
                }
                None => self.download(ctx, file),
            }
        }
    }

    fn download(&mut self, ctx: &Context<Self>, file: usize) {
        let Some(desk) = &self.desk else { return };
        let paper = &desk.draft.papers()[file];
        let short = paper.name().rsplit('/').next().unwrap_or_default().to_owned();
        if disk::download(&short, "application/json", paper.text()).is_none() {
            return self.refuse("The browser would not save the file.");
        }
        let told = format!(
            "{short} is in your downloads. Put it in the place of {} on the website.",
            paper.name()
        );
        self.saved(ctx, file, &told);
    }

    fn saved(&mut self, ctx: &Context<Self>, file: usize, told: &str) {
        let Some(desk) = &mut self.desk else { return };
        desk.draft.saved(file);
        let left = desk.ready().errors;
        desk.notice = Some(match left {
            0 => told.to_owned(),
            left => {
                format!("{told} But it is not ready: there is still something to mend ({left}).")
            }
        });
        self.keep_version(ctx);
        self.keep_draft(ctx);
    }

    /// Shows the quiz in the frame, at what is being edited.
    fn show(&mut self) {
        let (Some(desk), Some(frame)) = (&mut self.desk, self.frame.clone()) else { return };
        let Some((shown, visited)) = shown(desk, frame, self.visit, self.visited.as_ref()) else {
            return;
        };
        self.visited = Some(visited);
        self.visit = shown.visit;
        match &mut self.preview {
            Some(preview) => preview.update(shown),
            None => {
                let Some(root) = shown.frame.root() else { return };
                self.preview =
                    Some(yew::Renderer::<Preview>::with_root_and_props(root, shown).render());
            }
        }
    }

    fn keep_draft(&mut self, ctx: &Context<Self>) {
        self.keep = None;
        let (Some(desk), Some(drafts)) = (&self.desk, self.site.drafts.clone()) else { return };
        let is_unsaved = !desk.draft.unsaved().is_empty();
        let text = Kept::of(&desk.draft).write();
        let now = moment::now();
        let is_version = is_unsaved && now - self.last_version > APART;
        let link = ctx.link().clone();
        let kept = text.clone();
        spawn(async move {
            let is_kept =
                if is_unsaved { drafts.keep(&kept).await } else { drafts.forget().await.is_some() };
            link.send_message(Msg::Kept(is_kept));
        });
        if is_version {
            self.add_version(ctx, text, now);
        }
    }

    /// Lets the page keep the draft, for the case that the program stops before the browser keeps it.
    fn hand_over(&self) {
        if let Some(desk) = &self.desk {
            memory::keep(&Kept::of(&desk.draft).write(), &desk.page.write());
        }
    }

    fn keep_version(&mut self, ctx: &Context<Self>) {
        let Some(desk) = &self.desk else { return };
        let text = Kept::of(&desk.draft).write();
        self.add_version(ctx, text, moment::now());
    }

    fn add_version(&mut self, ctx: &Context<Self>, text: String, now: f64) {
        let Some(drafts) = self.site.drafts.clone() else { return };
        self.last_version = now;
        let link = ctx.link().clone();
        spawn(async move {
            drafts.add_version(now, &text).await;
            link.send_message(Msg::Versions(drafts.versions().await));
        });
    }

    fn read_version(&self, ctx: &Context<Self>, at: f64) {
        let Some(drafts) = self.site.drafts.clone() else { return };
        let link = ctx.link().clone();
        spawn(async move { link.send_message(Msg::Version(drafts.version(at).await)) });
    }

    fn go_back(&mut self, ctx: &Context<Self>, version: Option<&str>) {
        let Some(desk) = &mut self.desk else { return };
        match version {
            Some(version) if go_back(desk, version) => {
                desk.changed();
                self.changed(ctx);
            }
            Some(_) => {}
            None => self.refuse("The browser no longer has that version."),
        }
    }

    fn list_versions(&self, ctx: &Context<Self>) {
        let Some(drafts) = self.site.drafts.clone() else { return };
        let link = ctx.link().clone();
        spawn(async move { link.send_message(Msg::Versions(drafts.versions().await)) });
    }
}
