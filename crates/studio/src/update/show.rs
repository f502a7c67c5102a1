use data::{Path, Step};
use editor::{FileId, overlay_name};

use super::Update;
use crate::effect::Effect;
use crate::model::{OpenQuiz, Page, words_name};
use crate::msg::ShowMsg;
use crate::view::{HEADING, KEEP, SEARCH, delete_id, id, translation_id};

impl Update<'_> {
    pub(super) fn show(&mut self, msg: ShowMsg) {
        let Some(open) = &mut self.editor.open else { return };
        match msg {
            ShowMsg::WentTo(page) => go_to(open, page),
            ShowMsg::WentToPlace(file, path) => {
                open.page = page_of(open, file, &path);
                open.unfold_errors();
                open.unfold(&path);
                (open.asked, open.search) = (None, None);
                self.effects.push(Effect::FocusPlace(places(open, file, &path)));
            }
            ShowMsg::Searched(words) => {
                if words.is_some() != open.search.is_some() {
                    let to = if words.is_some() { SEARCH } else { HEADING };
                    self.effects.push(Effect::Focus(to));
                }
                open.search = words;
            }
            ShowMsg::Filtered(words) => open.filter = words,
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
                open.language = language;
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
            ShowMsg::ChoseOpenTexts(is_open) => open.only_open_texts = is_open,
            ShowMsg::OpenedPreview => {
                self.check_and_show();
                self.previews = true;
            }
            ShowMsg::LoadedTheme(is_loaded) => self.loaded_theme(is_loaded),
        }
    }
}

pub(super) fn go_to(open: &mut OpenQuiz, page: Page) {
    if let Page::Language(Some(tag)) = &page {
        open.language.clone_from(tag);
    }
    open.page = page;
    open.unfold_errors();
    (open.asked, open.search) = (None, None);
}

/// The ids of the elements that edit a place, the nearest first.
fn places(open: &OpenQuiz, file: FileId, path: &Path) -> Vec<String> {
    let ids = |count: usize| id(&Path(path.0[..count].to_vec()));
    let mut places: Vec<String> = match (&path.0[..], file == FileId::QUIZ) {
        (_, true) => (1..=path.0.len()).rev().map(ids).collect(),
        ([Step::Field(_), Step::Field(key)], false) if matches!(open.page, Page::Language(_)) => {
            vec![translation_id(key)]
        }
        _ => Vec::new(),
    };
    places.push(HEADING.to_owned());
    places
}

/// The page of the studio on which a place of a file is edited.
pub(super) fn page_of(open: &OpenQuiz, file: FileId, path: &Path) -> Page {
    if file == FileId::QUIZ {
        return Page::of(path);
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
