use std::collections::BTreeMap;
use std::ops::Range;

use browser::studio::picture::Chosen;
use check::{Fix, fixed, says_who};
use data::{Node, Path, Step};
use editor::{
    CleanUp, Edit, FileId, accepted, answered_by_all, concern_added, concerns, duplicated,
    figure_made, new_persona, no_personas, overlay_name, personas, place_of_new,
    plan_for_each_answer, preview_quiz, reopened, signed, taken_out, template, with_figures,
};
use quiz::Date;

use super::drafts::STOPPED;
use super::show::{page_of, places};
use super::{Update, languages};
use crate::effect::{Effect, Timer};
use crate::model::{AfterCheck, HEADING, OpenQuiz, Page};
use crate::msg::EditMsg;

impl Update<'_> {
    pub(super) fn edit(&mut self, msg: EditMsg) {
        match msg {
            EditMsg::Fixed(number) => self.fix(number),
            EditMsg::FixedAll => self.after_check(AfterCheck::FixAll),
            EditMsg::Signed(by) => self.sign(by),
            EditMsg::Deleted(_) | EditMsg::CleanedUp(_) => {
                self.amend(true, |open, today| edited(open, msg, today));
                self.effects.push(Effect::FocusPlace(vec![HEADING.to_owned()]));
            }
            EditMsg::Undid | EditMsg::Redid => {
                self.amend(false, |open, today| edited(open, msg, today))
            }
            EditMsg::LeftField => {
                self.effects.push(Effect::Start(Timer::Left));
                self.amend(true, |open, today| edited(open, msg, today));
            }
            EditMsg::MadeFigure(path, words) => self.make_figure(&path, words),
            _ => self.amend(true, |open, today| edited(open, msg, today)),
        }
    }

    /// Makes a figure of words of a text, and leads to its first field that is empty, or to its words.
    fn make_figure(&mut self, text: &Path, words: Range<usize>) {
        self.amend(true, |open, _| make_figure(open, text, words));
        let Some(open) = &self.editor.open else { return };
        if let Some(figure) = newest_figure(open, text).filter(|_| open.notice.is_none()) {
            let sources = figure.then([Step::from("sources")]);
            self.effects.push(Effect::FocusPlace(places(open, FileId::QUIZ, &sources)));
        }
    }

    /// Changes the draft, and writes today's version into the quiz if it changed and `is_dated`. `change`
    /// says whether it changed anything.
    pub(super) fn amend(
        &mut self,
        is_dated: bool,
        change: impl FnOnce(&mut OpenQuiz, Date) -> bool,
    ) {
        let Some(open) = &mut self.editor.open else { return };
        let before = open.draft.quiz().parsed().clone();
        if change(open, self.today) {
            let now = open.draft.quiz();
            let is_dated = is_dated && now.node().get("version") == before.node().get("version");
            if is_dated && now.text() != before.text() {
                open.draft.amend(FileId::QUIZ, editor::edited(&self.today.to_string()));
            }
            self.changed();
        }
    }

    /// Applies the fix of a finding, by its position.
    fn fix(&mut self, number: usize) {
        let Some(open) = &self.editor.open else { return };
        if let Some((file, finding)) = open.findings.get(number) {
            self.after_check(AfterCheck::Fix(*file, finding.id, finding.at.clone()));
        }
    }

    fn sign(&mut self, by: String) {
        let Some(open) = &mut self.editor.open else { return };
        if is_signer(open, &by) {
            self.after_check(AfterCheck::Sign(by));
        }
    }
}

/// Edits the draft; whether that changed anything.
fn edited(open: &mut OpenQuiz, msg: EditMsg, today: Date) -> bool {
    match msg {
        EditMsg::Wrote(file, edit) => write(open, file, edit),
        EditMsg::WroteAll(file, edits) => write_all(open, file, edits),
        EditMsg::EnteredField | EditMsg::LeftField => {
            in_field(open, matches!(msg, EditMsg::EnteredField))
        }
        EditMsg::Added(list, name) => add(open, &list, &name),
        EditMsg::AddedConcern(name) => add_concern(open, name.trim()),
        EditMsg::ChosePicture(path, chosen) => choose_picture(open, path, &chosen),
        EditMsg::SplitPlan(choice) => split_plan(open, &choice),
        EditMsg::Moved(list, from, to) => move_entry(open, &list, from, to),
        EditMsg::Duplicated(path) => duplicate(open, &path),
        EditMsg::Deleted(path) => delete(open, &path),
        EditMsg::CleanedUp(path) => clean_up(open, &path),
        EditMsg::AddedVisitor(about) => add_visitor(open, &about),
        EditMsg::AnsweredByAll(question, choice) => answer(open, question, choice),
        EditMsg::DeletedVisitor(path) => delete_visitor(open, path),
        EditMsg::Undid => {
            let undone = open.draft.undo();
            went_to(open, undone)
        }
        EditMsg::Redid => {
            let redone = open.draft.redo();
            went_to(open, redone)
        }
        EditMsg::Fixed(_) | EditMsg::FixedAll | EditMsg::Signed(_) | EditMsg::MadeFigure(..) => {
            false
        }
        EditMsg::Unsigned => open.draft.edit(FileId::QUIZ, Edit::Set(reviewed(), Node::Null)),
        EditMsg::Accepted(number, because) => accept(open, number, &because, None),
        EditMsg::Allowed(number, because, by) => accept(open, number, &because, Some(&by)),
        EditMsg::Reopened(number) => reopen(open, number),
        EditMsg::Translated(language, key, text) => {
            languages::translate(open, &language, &key, &text)
        }
        EditMsg::ConfirmedTranslation(language, key) => {
            open.draft.confirm_translation(&language, &key)
        }
        EditMsg::AddedLanguage(tag, name) => languages::add(open, &tag, &name),
        EditMsg::Imported(language, file) => languages::import(open, &language, &file),
        EditMsg::ReviewedTranslation(language, by) => {
            is_signer(open, &by) && languages::review(open, &language, &by, today)
        }
    }
}

/// The person enters or leaves a field, which changes nothing.
fn in_field(open: &mut OpenQuiz, is_entered: bool) -> bool {
    if is_entered {
        open.enter_field();
    } else {
        open.leave_field();
        open.draft.settle();
    }
    false
}

/// What is said after the program stopped stays until the person reads it; other notices go.
fn write(open: &mut OpenQuiz, file: FileId, edit: Edit) -> bool {
    open.notice = open.notice.take().filter(|notice| notice == STOPPED);
    open.draft.edit(file, edit)
}

fn write_all(open: &mut OpenQuiz, file: FileId, edits: Vec<Edit>) -> bool {
    let at = (file, open.page.path_in_personas());
    open.draft.edit_all(edits.into_iter().map(|edit| (file, edit)).collect(), at, false)
}

fn add(open: &mut OpenQuiz, list: &Path, name: &str) -> bool {
    let index = place_of_new(open.draft.quiz().at(list));
    let item = template(open.draft.quiz().node(), list, name.trim());
    let added = open.draft.edit(FileId::QUIZ, Edit::Insert(list.clone(), index, item));
    move_folds(open, list, usize::MAX, index);
    let path = list.then([Step::Entry(index)]);
    if list.0.len() == 1 {
        open.page = Page::of(&path);
    } else {
        open.unfold(&path);
    }
    added
}

fn add_concern(open: &mut OpenQuiz, name: &str) -> bool {
    let Some((edits, position)) = concern_added(&open.draft, name) else { return false };
    let is_added = open.draft.edit_all(edits, (FileId::QUIZ, Path::default()), false);
    open.page = Page::Concern(Some(position));
    is_added
}

/// Makes a figure of words of a text, and opens it.
fn make_figure(open: &mut OpenQuiz, text: &Path, words: Range<usize>) -> bool {
    for language in open.languages() {
        open.take_in(&overlay_name(open.draft.quiz().name(), &language));
    }
    let Some(edits) = figure_made(&open.draft, text, words) else {
        open.notice = Some("First select the figure in the text, such as “20 people”.".to_owned());
        return false;
    };
    open.notice = None;
    let is_made = open.draft.edit_all(edits, (FileId::QUIZ, text.clone()), false);
    if let Some(figure) = newest_figure(open, text) {
        open.unfold(&figure);
    }
    is_made
}

/// The last figure of the thing whose text stands at a place.
fn newest_figure(open: &OpenQuiz, text: &Path) -> Option<Path> {
    let figures = with_figures(text)?.then([Step::from("figures")]);
    let Some(Node::List(all)) = figures.node(open.draft.quiz().node()) else { return None };
    Some(figures.then([Step::Entry(all.len().checked_sub(1)?)]))
}

fn choose_picture(open: &mut OpenQuiz, path: Path, chosen: &Chosen) -> bool {
    let choice = Path(path.0[..path.0.len().saturating_sub(1)].to_vec());
    let choice = choice.node(open.draft.quiz().node());
    let id = choice.and_then(|it| it.text("id")).unwrap_or("picture").to_owned();
    let address = chosen.address.as_ref();
    let Some(picture) = address.and_then(|it| open.pictures.add(&id, it)) else {
        let told =
            format!("{} is no picture that browsers can show. Nothing was changed.", chosen.name);
        open.notice = Some(told);
        return false;
    };
    let is_changed = write(open, FileId::QUIZ, Edit::Set(path, Node::Text(picture)));
    open.draft.settle();
    is_changed
}

fn split_plan(open: &mut OpenQuiz, choice: &Path) -> bool {
    let quiz = open.draft.quiz().node();
    let concern = concerns(quiz).into_iter().find(|it| it.choice == *choice);
    let edits = concern.and_then(|it| plan_for_each_answer(quiz, &it));
    let Some(edits) = edits else { return false };
    let edits = edits.into_iter().map(|edit| (FileId::QUIZ, edit)).collect();
    open.draft.edit_all(edits, (FileId::QUIZ, Path::new([Step::from("plans")])), false)
}

fn move_entry(open: &mut OpenQuiz, list: &Path, from: usize, to: usize) -> bool {
    open.dragged = None;
    let moved = from != to && open.draft.edit(FileId::QUIZ, Edit::Move(list.clone(), from, to));
    if moved {
        move_folds(open, list, from, to);
    }
    if let (Page::Item(name, _), true, 1) = (&open.page, moved, list.0.len()) {
        open.page = Page::Item(name, to);
    }
    moved
}

/// Folds go with their entries.
fn move_folds(open: &mut OpenQuiz, list: &Path, from: usize, to: usize) {
    for fold in &mut open.unfolded {
        if !fold.0.starts_with(&list.0) {
            continue;
        }
        let Some(Step::Entry(at)) = fold.0.get_mut(list.0.len()) else { continue };
        *at = match *at {
            at if at == from => to,
            at if from < at && at <= to => at - 1,
            at if to <= at && at < from => at + 1,
            at => at,
        };
    }
}

/// Puts a copy of an entry behind it, and shows it.
fn duplicate(open: &mut OpenQuiz, path: &Path) -> bool {
    let Some((edits, copy)) = duplicated(&open.draft, path) else { return false };
    let is_changed = open.draft.edit_all(edits, (FileId::QUIZ, copy.clone()), false);
    if let Some((Step::Entry(index), list)) = copy.0.split_last() {
        move_folds(open, &Path(list.to_vec()), usize::MAX, *index);
    }
    if copy.0.len() == 2 {
        open.page = Page::of(&copy);
    } else {
        open.unfold(&copy);
    }
    is_changed
}

/// Deletes an entry, and its translations with it.
fn delete(open: &mut OpenQuiz, path: &Path) -> bool {
    let edits = taken_out(&open.draft, path);
    let is_changed = open.draft.edit_all(edits, (FileId::QUIZ, path.clone()), false);
    went(open, path);
    is_changed
}

/// Deletes an entry, and whatever would refer to it goes or changes.
fn clean_up(open: &mut OpenQuiz, path: &Path) -> bool {
    let clean_up = CleanUp::of(&open.draft, path);
    let deleted = clean_up.deleted_from_last();
    let edits = clean_up.into_edits();
    let is_changed = open.draft.edit_all(edits, (FileId::QUIZ, path.clone()), false);
    deleted.iter().for_each(|path| went(open, path));
    is_changed
}

/// What is shown follows an entry that is gone: folds behind it move up, and its page gives way to the list.
fn went(open: &mut OpenQuiz, path: &Path) {
    let Some((Step::Entry(index), list)) = path.0.split_last() else { return };
    open.unfolded.retain(|fold| !fold.0.starts_with(&path.0));
    move_folds(open, &Path(list.to_vec()), *index, usize::MAX);
    let is_of_list = open.page.path().is_some_and(|page| page.0.len() == 2 && page.0[..1] == *list);
    match open.page {
        Page::Item(name, at) if is_of_list && at == *index => open.page = Page::Part(name),
        Page::Item(name, at) if is_of_list && at > *index => open.page = Page::Item(name, at - 1),
        Page::Concern(Some(_)) if list.len() > 1 => open.page = Page::Concern(None),
        _ => {}
    }
}

/// Adds a test visitor, and their file if there is none.
fn add_visitor(open: &mut OpenQuiz, about: &str) -> bool {
    let file = open.draft.file(&open.personas_name());
    let mut edits = Vec::new();
    let document = open.draft.document(file);
    let node = if document.exists() {
        document.node().clone()
    } else {
        edits.push((file, Edit::Rewrite(no_personas(open.draft.quiz().node()))));
        Node::Null
    };
    let index = personas(&node).len();
    edits.push((file, new_persona(&node, about.trim())));
    open.page = Page::Visitor(Some(index));
    let at = open.page.path_in_personas();
    open.draft.edit_all(edits, (file, at), false)
}

/// Answers a question for all test visitors who leave it open.
fn answer(open: &mut OpenQuiz, question: usize, choice: usize) -> bool {
    let (Some(file), Some(preview)) = (open.personas_file(), preview_quiz(open.draft.quiz(), None))
    else {
        return false;
    };
    let node = open.draft.document(file).node();
    let edits = answered_by_all(node, &preview.quiz, question, choice);
    write_all(open, file, edits)
}

fn delete_visitor(open: &mut OpenQuiz, path: Path) -> bool {
    open.page = Page::Visitor(None);
    let file = open.draft.file(&open.personas_name());
    open.draft.edit(file, Edit::Remove(path))
}

/// Shows where a step was undone or redone; whether there was one.
fn went_to(open: &mut OpenQuiz, at: Option<(FileId, Path)>) -> bool {
    let Some((file, path)) = at else { return false };
    if !path.0.is_empty() {
        open.page = page_of(open, file, &path);
    }
    true
}

/// Applies the fixes of findings, which are of the texts as they are; whether that changed anything.
pub(super) fn fix(open: &mut OpenQuiz, numbers: &[usize]) -> bool {
    let found: Vec<_> = numbers.iter().filter_map(|number| open.findings.get(*number)).collect();
    let mut fixes: BTreeMap<FileId, Vec<Fix>> = BTreeMap::new();
    for (file, finding) in &found {
        fixes.entry(*file).or_default().extend(finding.fix.clone());
    }
    let at = found
        .first()
        .map_or((FileId::QUIZ, Path::default()), |(file, finding)| (*file, finding.path.clone()));
    let rewritten = |(file, fixes): (FileId, Vec<Fix>)| {
        (file, Edit::Rewrite(fixed(open.draft.document(file).text(), &fixes)))
    };
    let edits = fixes.into_iter().filter(|(_, fixes)| !fixes.is_empty()).map(rewritten).collect();
    open.draft.edit_all(edits, at, false)
}

/// Writes why a warning stays.
fn accept(open: &mut OpenQuiz, number: usize, because: &str, by: Option<&str>) -> bool {
    let Some((file, finding)) = open.findings.get(number) else { return false };
    let edit = accepted(open.draft.document(*file), finding, because, by);
    open.draft.edit(*file, edit)
}

/// Takes that back.
fn reopen(open: &mut OpenQuiz, number: usize) -> bool {
    let Some((file, finding)) = open.findings.get(number) else { return false };
    let edit = reopened(open.draft.document(*file), finding);
    edit.is_some_and(|edit| open.draft.edit(*file, edit))
}

/// Whether a name says who signs; the person is told if not.
fn is_signer(open: &mut OpenQuiz, by: &str) -> bool {
    if !says_who(by) {
        let told =
            "Write the name and the role of who signs, such as Dr A. Example, dermatologist.";
        open.notice = Some(told.to_owned());
    }
    says_who(by)
}

/// Where the signature of a quiz stands.
fn reviewed() -> Path {
    Path::new([Step::from("reviewed")])
}

/// Signs the quiz, which is proved as it is; whether that may be.
pub(super) fn sign(open: &mut OpenQuiz, by: &str, today: Date) -> bool {
    let ready = open.ready();
    if !ready.is_signable_by(by) {
        let told = if ready.is_signable() {
            format!(
                "It can only be signed off by {}, who allows an error in it.",
                ready.allowed_by.join(", ")
            )
        } else {
            "There is still something to fix or to fill in, so it cannot be signed off.".to_owned()
        };
        open.notice = Some(told);
        return false;
    }
    let edits = signed(open.draft.quiz().node(), by, &today.to_string());
    let edits = edits.into_iter().map(|edit| (FileId::QUIZ, edit)).collect();
    let is_signed = open.draft.edit_all(edits, (FileId::QUIZ, reviewed()), false);
    open.signed = Some(open.draft.quiz().node().clone());
    is_signed
}
