use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use browser::page::spawn;
use browser::studio::address;
use browser::studio::drafts::Drafts;
use browser::studio::event::{self, FocusMove, Shortcut};
use browser::studio::frame::{Found, Frame};
use browser::studio::moment::{self, Timeout};
use browser::studio::site::fetch_all;
use browser::studio::{check_worker, disk, draft_frame, host, memory, storage};
use browser::{Listener, clipboard};
use editor::Spot;
use view::{LATER_STYLES, QUESTION_STYLES};
use yew::{AppHandle, Callback, Component, Context, Html, Properties};

use crate::check_job::{CheckJob, Checks, Sender, findings};
use crate::effect::{Download, Effect, Keep, Timer};
use crate::load::{published, sizes, templates};
use crate::model::{Abilities, Editor, HostMsg, OpenQuiz, Page, Site, Tour, Version, Website};
use crate::msg::{Done, EditMsg, FileMsg, Msg, ShowMsg};
use crate::pages::pages;
use crate::preview::{PreviewPage, PreviewProps};
use crate::update::{begin, preview, update};
use crate::view::{FRAME, View};

/// The name under which the browser stores the website's snippet.
const SNIPPET: &str = "skin-quiz-studio-website";

/// The name under which the browser stores that the person was shown around.
const TOUR: &str = "skin-quiz-studio-tour";

/// What the studio starts with.
#[derive(Clone, Properties)]
pub(crate) struct Start {
    pub(crate) site: Site,
    /// Where drafts are stored; none if the browser stores nothing.
    pub(crate) drafts: Option<Drafts>,
}

impl PartialEq for Start {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// The studio on its page: holds the [`Editor`], shows it, and carries its [`Effect`]s out.
pub(crate) struct Root {
    editor: Editor,
    on: Callback<Msg>,
    drafts: Option<Drafts>,
    timers: [Option<Timeout>; Timer::ALL.len()],
    /// Writes to the worker what is to be checked.
    sender: Rc<RefCell<Sender>>,
    /// Checks here what the worker cannot.
    checks: Rc<RefCell<Checks>>,
    frame: Option<Frame>,
    preview: Option<AppHandle<PreviewPage>>,
    /// The theme that the preview has, and whether it is dark: a theme lays the whole preview out anew.
    theme: Option<(String, bool)>,
    /// On its way to an element that is drawn next.
    focus: Option<FocusMove>,
    is_unsaved: Rc<Cell<bool>>,
    /// Whether presses in the preview work as for a visitor.
    tries: Rc<Cell<bool>>,
    listeners: Vec<Listener>,
}

impl Component for Root {
    type Message = Msg;
    type Properties = Start;

    fn create(ctx: &Context<Self>) -> Self {
        let Start { site, drafts } = ctx.props().clone();
        let on = ctx.link().callback(|msg| msg);
        let is_unsaved = Rc::new(Cell::new(false));
        let abilities =
            Abilities { writes_files: disk::has_handles(), locale: browser::studio::site::locale };
        let website =
            Website::new(browser::studio::site::folder(), storage::stored(SNIPPET).as_deref());
        let mut root = Self {
            editor: Editor::new(site, abilities, website),
            drafts,
            timers: Default::default(),
            sender: Rc::default(),
            checks: Rc::default(),
            frame: None,
            preview: None,
            theme: None,
            focus: None,
            tries: Rc::default(),
            listeners: listeners(&on, is_unsaved.clone()),
            is_unsaved,
            on,
        };
        root.editor.tour = storage::stored(TOUR).is_none().then_some(Tour::Offer);
        let effects = begin(&mut root.editor, moment::today());
        root.carry_out(effects);
        root
    }

    fn update(&mut self, _: &Context<Self>, msg: Msg) -> bool {
        let effects = update(&mut self.editor, msg, moment::today());
        self.carry_out(effects);
        self.is_unsaved.set(self.editor.is_unsaved());
        self.let_try();
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        View::page(&self.editor, &self.on)
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        if self.frame.is_none() && self.editor.open.is_some() {
            self.open_preview();
        }
        if let Some(focus) = self.focus.take() {
            focus.finish();
        }
    }
}

impl Root {
    fn carry_out(&mut self, effects: Vec<Effect>) {
        let mut left = VecDeque::from(effects);
        while let Some(effect) = left.pop_front() {
            if let Some(done) = self.carry_out_one(effect) {
                left.extend(update(&mut self.editor, Msg::Done(done), moment::today()));
            }
        }
    }

    /// Carries an effect out; what became of it, if that is known at once.
    fn carry_out_one(&mut self, effect: Effect) -> Option<Done> {
        match effect {
            Effect::HandOver { draft, page } => memory::keep(&draft, &page),
            Effect::Start(timer) => self.start(timer),
            Effect::ShowPreview => return self.show(),
            Effect::MarkEdited => self.mark_edited(),
            Effect::Check(job) => self.check(job),
            Effect::Focus(id) => self.focus = Some(FocusMove::to(id)),
            Effect::FocusPlace(ids) => self.focus = Some(FocusMove::to_first(ids)),
            Effect::BringIntoView(id) => event::bring_into_view(id),
            Effect::Address(address) if page_in_address().write() == address => {}
            Effect::Address(address) => address::push(&address),
            Effect::Download(Download { of, name, kind, bytes }) => {
                return Some(Done::Downloaded(of, disk::download(&name, kind, &bytes).is_some()));
            }
            Effect::Write { file, handle, text } => {
                let on = self.on.clone();
                spawn(async move {
                    on.emit(Msg::Done(Done::Wrote(file, disk::write(&handle, &text).await)));
                });
            }
            Effect::MakePages(job) => {
                let (on, locale) = (self.on.clone(), self.editor.abilities.locale);
                spawn(async move {
                    let pages = pages(&job, &templates().await, locale).await;
                    on.emit(Msg::Done(Done::MadePages(job, pages, moment::clock())));
                });
            }
            Effect::WriteDraftFrame { page, content } => {
                let on = self.on.clone();
                spawn(async move {
                    let frame = draft_frame::write(&page, &content).await;
                    on.emit(Msg::Done(Done::WroteDraftFrame(frame)));
                });
            }
            Effect::Publish(it) => {
                host::publish(it.request, &it.version, &it.note, it.signed, &it.files);
            }
            Effect::LoadSite(quiz) => {
                let on = self.on.clone();
                spawn(async move { on.emit(Msg::Done(Done::LoadedSite(published(&quiz).await))) });
            }
            Effect::LoadShipped(name) => {
                let on = self.on.clone();
                spawn(async move {
                    let file = fetch_all(&[name]).await.pop().flatten();
                    on.emit(Msg::Done(Done::LoadedShipped(file)));
                });
            }
            Effect::FindPictures(names) => {
                let on = self.on.clone();
                spawn(async move { on.emit(Msg::Done(Done::FoundPictures(sizes(names).await))) });
            }
            Effect::PickFile => {
                disk::pick(self.on.reform(|file| Msg::File(FileMsg::Opened(file))));
            }
            Effect::Copy(text) => {
                let copied = |left: Option<String>| Msg::Done(Done::Copied(left.is_none()));
                clipboard::copy(text, self.on.reform(copied));
            }
            Effect::StoreTour => storage::store(TOUR, "seen"),
            Effect::StoreSnippet(snippet) => storage::store(SNIPPET, &snippet),
            Effect::Mark(name) => moment::mark(name),
            Effect::Keep(keep) => self.keep(keep),
        }
        None
    }

    /// Does something with stored drafts; it says later what became of it.
    fn keep(&self, keep: Keep) {
        let (Some(drafts), on) = (self.drafts.clone(), self.on.clone()) else { return };
        spawn(async move {
            on.emit(Msg::Done(match keep {
                Keep::Draft(draft) => Done::StoredDraft(drafts.store(&draft).await),
                Keep::NoDraft => Done::StoredDraft(drafts.delete().await.is_some()),
                Keep::Read(at) => Done::ReadVersion(drafts.version(at).await),
                Keep::Version { about, text } => {
                    drafts.add_version(moment::now(), &about, &text).await;
                    Done::ListedVersions(versions(&drafts).await)
                }
                Keep::ListDrafts => {
                    let others = drafts.others().await.into_iter();
                    Done::ListedDrafts(
                        others.map(|(at, text)| (moment::written(at), text)).collect(),
                    )
                }
                Keep::List => Done::ListedVersions(versions(&drafts).await),
            }));
        });
    }

    /// Checks a draft in the worker, or here if there is none or it stopped: the next worker knows of no job
    /// before.
    fn check(&self, job: CheckJob) {
        let (sender, checks, on) = (self.sender.clone(), self.checks.clone(), self.on.clone());
        let message = check_worker::is_there().then(|| sender.borrow_mut().write(&job));
        spawn(async move {
            let answer = match message {
                Some(message) => check_worker::check(&message).await,
                None => None,
            };
            let found = match answer.and_then(|text| findings(&text)) {
                Some(found) => found,
                None => {
                    sender.take();
                    moment::drawn().await;
                    checks.borrow_mut().run(&job)
                }
            };
            on.emit(Msg::Done(Done::Checked(found)));
        });
    }

    fn start(&mut self, timer: Timer) {
        let on = self.on.clone();
        let due = Timeout::new(timer.milliseconds(), move || on.emit(Msg::Due(timer)));
        self.timers[timer as usize] = Some(due);
    }

    fn open_preview(&mut self) {
        let styles =
            [QUESTION_STYLES, LATER_STYLES].concat().concat() + include_str!("preview.css");
        let Some(frame) = Frame::fill(FRAME, &styles) else { return };
        frame.load_theme(self.on.reform(|is_loaded| ShowMsg::LoadedTheme(is_loaded).into()));
        let found =
            |Found { texts, around }| ShowMsg::PressedPreview(Spot { texts, around }).into();
        self.listeners.push(frame.pressed(self.tries.clone(), self.on.reform(found)));
        frame.show_edits(true);
        self.frame = Some(frame);
        let effects = update(&mut self.editor, ShowMsg::OpenedPreview.into(), moment::today());
        self.carry_out(effects);
        moment::mark("ready");
    }

    /// Frames in the preview what is edited.
    fn mark_edited(&self) {
        let (Some(frame), Some(places)) = (&self.frame, self.editor.previewed_places()) else {
            return;
        };
        let edited = self.editor.open.as_ref().and_then(OpenQuiz::edited);
        frame.mark(|Found { texts, around }| {
            places.nearness(&Spot { texts, around }, edited.as_ref()?)
        });
    }

    /// Lets presses in the preview work as for a visitor, or lead to what is pressed.
    fn let_try(&self) {
        let tries = self.editor.open.as_ref().is_some_and(|open| open.tries);
        if self.tries.replace(tries) != tries
            && let Some(frame) = &self.frame
        {
            frame.show_edits(!tries);
        }
    }

    /// Shows the quiz in the preview.
    fn show(&mut self) -> Option<Done> {
        let frame = self.frame.clone()?;
        let preview = preview(&mut self.editor)?;
        let (quiz, text) = (&preview.quiz, &preview.text);
        frame.show_as(quiz.shown_language(), text.is_rtl(), preview.is_dark);
        let theme = (preview.theme.clone(), preview.is_dark);
        let answer = (self.theme.as_ref() != Some(&theme)).then(|| {
            let answer = frame.theme(&theme.0, theme.1);
            self.theme = answer.as_ref().map(|_| theme);
            Done::Themed(answer)
        });
        let place = frame.root();
        let drawn = self.on.reform(|()| Msg::Done(Done::DrewPreview));
        let props = PreviewProps { preview, frame, drawn };
        match &mut self.preview {
            Some(preview) => preview.update(props),
            None => {
                let app = yew::Renderer::<PreviewPage>::with_root_and_props(place?, props);
                self.preview = Some(app.render());
            }
        }
        answer
    }
}

fn listeners(on: &Callback<Msg>, is_unsaved: Rc<Cell<bool>>) -> Vec<Listener> {
    let pressed = on.reform(|shortcut| match shortcut {
        Shortcut::Undo => EditMsg::Undid.into(),
        Shortcut::Redo => EditMsg::Redid.into(),
        Shortcut::Save => FileMsg::PressedSave.into(),
        Shortcut::Find => ShowMsg::Searched(Some(String::new())).into(),
    });
    let went = on.reform(|()| ShowMsg::WentTo(page_in_address()).into());
    let mut listeners = vec![
        event::shortcuts(pressed),
        event::leaving(move || is_unsaved.get()),
        event::focused(on.reform(|id| ShowMsg::Focused(id).into())),
        address::travelled(went),
    ];
    let said = on.clone();
    listeners.extend(host::listen(Callback::from(move |message: String| {
        if let Some(msg) = HostMsg::read(&message) {
            said.emit(Msg::Host(msg));
        }
    })));
    listeners.extend(event::dropped(on.reform(|file| FileMsg::Opened(file).into())));
    listeners
}

/// The page that the address names; the first one if it names none.
fn page_in_address() -> Page {
    Page::read(&address::current()).unwrap_or(Page::Part("start"))
}

async fn versions(drafts: &Drafts) -> Vec<Version> {
    let version = |(at, about)| Version { at, written: moment::written(at), about };
    drafts.versions().await.into_iter().map(version).collect()
}
