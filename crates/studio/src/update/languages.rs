use browser::studio::disk::Opened;
use check::Checked;
use data::{Node, Path};
use editor::{Edit, FileId, overlay_name, reviewed_translation};
use quiz::Date;
use spreadsheet::Texts;

use super::Update;
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

/// Adds a language, and goes to its page; whether that changed anything.
pub(super) fn add(open: &mut OpenQuiz, tag: &str, name: &str) -> bool {
    let added = open.draft.add_language(tag.trim(), name.trim());
    open.page = Page::Language(Some(tag.trim().to_owned()));
    added
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
    let names = [overlay_name(open.draft.quiz().name(), language), words_name(language)];
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
