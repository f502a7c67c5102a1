use check::{INTERFACE, texts};
use data::{Node, Path, Step};
use editor::{FileId, Spot, overlay_name};

use super::Update;
use crate::effect::Effect;
use crate::model::{HEADING, OpenQuiz, Page, Tour, Width, Worklist, words_name};
use crate::msg::ShowMsg;
use crate::view::{KEEP, SEARCH, TOUR, delete_id, id, translation_id};

impl Update<'_> {
    pub(super) fn show(&mut self, msg: ShowMsg) {
        let Some(open) = &mut self.editor.open else { return };
        match msg {
            ShowMsg::ClosedNotice => {
                open.notice = None;
                self.effects.push(Effect::Focus(HEADING));
            }
            ShowMsg::ShownAround(step) => self.show_around(step),
            ShowMsg::WentTo(page) => go_to(open, page),
            ShowMsg::WentToPlace(file, path) => self.go_to_place(file, &path),
            ShowMsg::Searched(words) => {
                if words.is_some() != open.search.is_some() {
                    let to = if words.is_some() { SEARCH } else { HEADING };
                    self.effects.push(Effect::Focus(to));
                }
                open.search = words;
            }
            ShowMsg::Filtered(words) => open.filter = words,
            ShowMsg::FilteredSources(path, words) => open.sources_with = Some((path, words)),
            ShowMsg::Folded(path, is_open) => {
                open.unfolded.retain(|fold| *fold != path);
                if is_open {
                    open.unfolded.push(path);
                }
            }
            ShowMsg::AskedToDelete(path) => {
                open.asked = Some(path);
                self.effects.push(Effect::Focus(KEEP));
            }
            ShowMsg::KeptEntry => {
                let button = open.asked.take().map(|path| delete_id(&path));
                let places = button.into_iter().chain([HEADING.to_owned()]).collect();
                self.effects.push(Effect::FocusPlace(places));
            }
            ShowMsg::Dragged(index) => open.dragged = index,
            ShowMsg::ChoseLanguage(language) => {
                open.choose_language(language);
                self.previews = true;
            }
            ShowMsg::ChoseVisitor(persona) => {
                open.persona = persona;
                self.previews = true;
            }
            ShowMsg::ChoseDark(dark) => {
                open.dark = dark;
                self.previews = true;
            }
            ShowMsg::ChoseTrying(tries) => open.tries = tries,
            ShowMsg::ChoseWidth(width) => self.choose_width(width),
            ShowMsg::Peeked(peeks) => open.peeks = peeks,
            ShowMsg::ChoseChange(place) => {
                open.focused = place;
                self.previews = true;
                self.effects.push(Effect::MarkEdited);
            }
            ShowMsg::PressedPreview(spot) => self.pressed_preview(&spot),
            ShowMsg::Focused(field) => self.focused(&field),
            ShowMsg::ChoseOpenTexts(is_open) => {
                open.only_open_texts = is_open;
                open.worklist = Worklist::default();
            }
            ShowMsg::OpenedPreview => {
                self.check_and_show();
                self.previews = true;
            }
            ShowMsg::LoadedTheme(is_loaded) => self.loaded_theme(is_loaded),
        }
    }
}

impl Update<'_> {
    /// Leads to what a step of the tour is about: into view, and to a page that has it.
    fn show_around(&mut self, step: Option<Tour>) {
        self.editor.tour = step;
        let Some(open) = &mut self.editor.open else { return };
        open.peeks = step == Some(Tour::Preview);
        if open.peeks && !open.page.has_preview() {
            open.page = Page::Part("start");
        }
        let Some(step) = step else { return self.effects.push(Effect::StoreTour) };
        self.effects.extend(step.place().map(Effect::BringIntoView));
        self.effects.push(Effect::Focus(TOUR));
    }

    /// A preview of the width of a phone stands beside the form again, which goes on where it was left.
    fn choose_width(&mut self, width: Width) {
        let Some(open) = &mut self.editor.open else { return };
        let comes_back = open.width != Width::default() && width == Width::default();
        open.width = width;
        if comes_back {
            self.effects.push(Effect::FocusPlace(field_places(open)));
        }
    }

    fn go_to_place(&mut self, file: FileId, path: &Path) {
        let Some(open) = &mut self.editor.open else { return };
        open.page = page_of(open, file, path);
        open.unfold_errors();
        open.unfold(path);
        (open.asked, open.search) = (None, None);
        (open.width, open.peeks) = (Width::default(), false);
        self.effects.push(Effect::FocusPlace(places(open, file, path)));
    }

    /// Leads to what was pressed in the preview, in the language that it shows.
    fn pressed_preview(&mut self, spot: &Spot) {
        let place = self.editor.previewed_places().and_then(|places| places.of(spot));
        let (Some(open), Some(path)) = (&self.editor.open, place) else {
            return self.say("These words come with the program, not with this quiz. Languages has their translations.");
        };
        let quiz = open.draft.quiz();
        let is_text = path.0.iter().any(|step| *step == Step::from("words"));
        let translation = open.draft.find(&overlay_name(quiz.name(), open.shown_language()));
        match translation.filter(|_| is_text && open.shown_overlay().is_some()) {
            Some(file) => {
                let key = path.key(quiz.node());
                self.go_to_place(file, &Path::new(["words".into(), key.as_str().into()]));
            }
            None => self.go_to_place(FileId::QUIZ, &path),
        }
    }

    /// Frames in the preview what the field of this id edits.
    fn focused(&mut self, field: &str) {
        let Some(open) = &mut self.editor.open else { return };
        let quiz = open.draft.quiz().node();
        let edited = edited_by(field, quiz);
        if edited.is_some() && edited != open.focused {
            open.focused = edited;
            self.previews |= open.previewed_place() == open.focused;
            self.effects.push(Effect::MarkEdited);
        }
    }
}

/// The place of the quiz that the field of this id edits, or its translation.
fn edited_by(field: &str, quiz: &Node) -> Option<Path> {
    if field.starts_with("t-") {
        let text = texts(quiz).into_iter().find(|text| translation_id(&text.key) == field);
        return text.map(|text| text.path);
    }
    let steps = field.strip_prefix("f-")?.split('-').map(|step| match step.parse() {
        Ok(index) => Step::Entry(index),
        Err(_) => Step::from(step),
    });
    let mut path = Path::new(steps);
    while path.node(quiz).is_none() {
        path.0.pop();
    }
    (!path.0.is_empty()).then_some(path)
}

pub(super) fn go_to(open: &mut OpenQuiz, page: Page) {
    open.page = page;
    open.unfold_errors();
    (open.asked, open.search) = (None, None);
}

/// The ids of the elements that edit a place, the nearest first.
pub(super) fn places(open: &OpenQuiz, file: FileId, path: &Path) -> Vec<String> {
    let ids = |count: usize| id(&Path(path.0[..count].to_vec()));
    let mut places: Vec<String> = match (&path.0[..], file == FileId::QUIZ) {
        (_, true) => (1..=path.0.len()).rev().map(ids).collect(),
        ([Step::Field(_), Step::Field(key)], false) if matches!(open.page, Page::Language(_)) => {
            vec![translation_id(key)]
        }
        ([Step::Field(key)], false) if matches!(open.page, Page::Language(_)) => {
            vec![translation_id(&format!("{INTERFACE}{key}"))]
        }
        _ => Vec::new(),
    };
    places.push(HEADING.to_owned());
    places
}

/// The ids of the elements to go on at: the field that had the focus last, else the heading.
fn field_places(open: &OpenQuiz) -> Vec<String> {
    let Some(path) = &open.focused else { return vec![HEADING.to_owned()] };
    let translated = translation_id(&path.key(open.draft.quiz().node()));
    [translated].into_iter().chain(places(open, FileId::QUIZ, path)).collect()
}

/// The page of the studio on which a place of a file is edited.
pub(super) fn page_of(open: &OpenQuiz, file: FileId, path: &Path) -> Page {
    if file == FileId::QUIZ {
        return match &path.0[..] {
            [Step::Field(list), Step::Entry(index), ..] if list == "languages" => {
                Page::Language(language_at(open, *index))
            }
            _ => Page::of(path),
        };
    }
    let name = open.draft.document(file).name();
    if name == open.personas_name() {
        return Page::Visitor(match path.0.get(1) {
            Some(Step::Entry(index)) => Some(*index),
            _ => None,
        });
    }
    let quiz = open.draft.quiz().name();
    let is_of = |tag: &&String| overlay_name(quiz, tag) == name || words_name(tag) == name;
    Page::Language(open.languages().iter().find(is_of).cloned())
}

/// The language of an entry of the quiz's list, unless it is the quiz's own.
fn language_at(open: &OpenQuiz, index: usize) -> Option<String> {
    let at = Path(vec![Step::Field("languages".into()), Step::Entry(index), "language".into()]);
    let Some(Node::Text(tag)) = open.draft.quiz().at(&at) else { return None };
    (tag != open.own_language()).then(|| tag.clone())
}
