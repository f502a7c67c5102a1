use browser::studio::disk::Opened;
use check::Checked;
use data::{Node, Path};
use editor::{Edit, FileId, overlay_name, reviewed_translation};
use quiz::Date;
use spreadsheet::Texts;

use super::Update;
use super::new_language::NewLanguage;
use crate::effect::{Download, DownloadOf, Effect};
use crate::model::{Brought, INTERFACE, OpenQuiz, Page, words_name};

impl Update<'_> {
    pub(super) fn export(&mut self, language: &str) {
        let Some(open) = &self.editor.open else { return };
        let id = open.draft.quiz().node().text("id").unwrap_or("quiz");
        let name = format!("{id}.{language}.csv");
        if let Some(text) = with_texts(open, language, spreadsheet::export) {
            let (of, bytes) = (DownloadOf::Extract, text.into_bytes());
            let download = Download { of, name, kind: "text/csv", bytes };
            self.effects.push(Effect::Download(download));
        }
    }
}

/// Adds a language and goes to its page, or says why not; whether that changed anything.
pub(super) fn add(open: &mut OpenQuiz, tag: &str, name: &str) -> bool {
    let NewLanguage { tag, name } = match NewLanguage::read(open, tag, name) {
        Ok(new) => new,
        Err(refusal) => {
            open.notice = Some(refusal.to_string());
            return false;
        }
    };
    open.notice = None;
    take_in(open, &tag);
    let added = open.draft.add_language(&tag, &name);
    open.page = Page::Language(Some(tag));
    added
}

/// Translates a text of the quiz or a word of the interface; whether that changed anything.
pub(super) fn translate(open: &mut OpenQuiz, language: &str, key: &str, text: &str) -> bool {
    take_in(open, language);
    match key.strip_prefix(check::INTERFACE) {
        Some(word) => open.draft.write_word(&words_name(language), word, text),
        None => open.draft.translate(language, key, text),
    }
}

/// Takes in the published files of a language.
fn take_in(open: &mut OpenQuiz, language: &str) {
    for name in names(open, language) {
        open.take_in(&name);
    }
}

/// The files of a language: its translation, and its interface words.
fn names(open: &OpenQuiz, language: &str) -> [String; 2] {
    [overlay_name(open.draft.quiz().name(), language), words_name(language)]
}

/// Writes who reviewed a translation; whether that changed anything.
pub(super) fn review(open: &mut OpenQuiz, language: &str, by: &str, today: Date) -> bool {
    let file = open.draft.file(&overlay_name(open.draft.quiz().name(), language));
    let translation = open.draft.document(file).node();
    let edit = reviewed_translation(open.draft.quiz().node(), translation, by, &today.to_string());
    open.draft.edit(file, edit)
}

/// Takes in the spreadsheet of a language; whether that changed anything.
pub(super) fn import(open: &mut OpenQuiz, language: &str, opened: &Opened) -> bool {
    let import = |texts: &Texts<'_>| spreadsheet::import(texts, &opened.bytes);
    let Some(imported) = with_texts(open, language, import) else { return false };
    let imported = match imported {
        Ok(imported) => imported,
        Err(refusals) => {
            let words: Vec<String> = refusals.iter().take(3).map(ToString::to_string).collect();
            open.notice = Some(format!("Nothing was taken over. {}", words.join(" ")));
            open.brought = Some(Brought::new(language, Vec::new(), refusals));
            return false;
        }
    };
    open.notice = Some(imported.summary());
    take_in(open, language);
    let names = names(open, language);
    let mut edits = Vec::new();
    for (name, text) in names.into_iter().zip([imported.translation, imported.interface]) {
        if let Some(text) = text {
            edits.push((open.draft.file(&name), Edit::Rewrite(text)));
        }
    }
    open.brought = Some(Brought::new(language, imported.taken, imported.left));
    open.draft.edit_all(edits, (FileId::QUIZ, Path::default()), false)
}

/// Does something with the texts of a language as a spreadsheet has them.
fn with_texts<T>(open: &OpenQuiz, language: &str, with: impl FnOnce(&Texts<'_>) -> T) -> Option<T> {
    let quiz = open.draft.quiz();
    let translation: Option<&Node> = open.node(&overlay_name(quiz.name(), language));
    let checked: Vec<Checked> = Vec::new();
    Some(with(&Texts {
        language,
        quiz: quiz.node(),
        interface: open.node(INTERFACE)?,
        translation,
        translated_interface: open.node(&words_name(language)),
        checked: &checked,
    }))
}
