//! What is done to the desk at once, of all that somebody can do. What changes a file says whether it did.

use std::collections::BTreeMap;

use browser::studio::{disk, moment};
use check::{Checked, Fix, Proof, fixed};
use data::{Node, Path, Step};
use editor::{
    Edit, accepted, blank, new_persona, no_personas, overlay_name, personas, reopened, signed,
    taken_out,
};
use quiz::Date;
use report::Inputs;
use spreadsheet::Texts;

use super::desk::Desk;
use super::kept::Kept;
use super::look::counted;
use super::page::Page;
use super::site::{self, words_name};

pub(super) fn add(desk: &mut Desk, list: &Path, name: &str) -> bool {
    let count = match desk.draft.quiz().at(list) {
        Some(Node::List(entries)) => entries.len(),
        _ => 0,
    };
    let item = blank(desk.draft.quiz().node(), list, name.trim());
    let added = desk.draft.edit(0, Edit::Insert(list.clone(), count, item));
    if list.0.len() == 1 {
        let path = Path(list.0.iter().cloned().chain([Step::Entry(count)]).collect());
        desk.page = Page::of(&path);
    }
    added
}

/// Adds a made-up visitor, and their file where there is none.
pub(super) fn add_visitor(desk: &mut Desk, about: &str) -> bool {
    let file = desk.draft.file(&desk.personas_name());
    let mut edits = Vec::new();
    let node = match desk.draft.papers()[file].exists() {
        true => desk.draft.papers()[file].node().clone(),
        false => {
            edits.push((file, Edit::Rewrite(no_personas(desk.draft.quiz().node()))));
            Node::Null
        }
    };
    let index = personas(&node).len();
    edits.push((file, new_persona(&node, about.trim())));
    desk.page = Page::Visitor(Some(index));
    let at = Path(vec![Step::Field("personas".into()), Step::Entry(index)]);
    desk.draft.edit_all(edits, (file, at), false)
}

pub(super) fn delete_visitor(desk: &mut Desk, path: Path) -> bool {
    desk.page = Page::Visitor(None);
    let file = desk.draft.file(&desk.personas_name());
    desk.draft.edit(file, Edit::Remove(path))
}

/// Takes an entry out, and its translations with it.
pub(super) fn delete(desk: &mut Desk, path: &Path) -> bool {
    let edits = taken_out(&desk.draft, path);
    let deleted = desk.draft.edit_all(edits, (0, path.clone()), false);
    if let Page::Item(name, _) = desk.page
        && path.0.len() == 2
    {
        desk.page = Page::Part(name);
    }
    deleted
}

/// Shows where a step was taken back or done again; whether there was one.
pub(super) fn went_to(desk: &mut Desk, at: Option<(usize, Path)>) -> bool {
    let Some((file, path)) = at else { return false };
    if !path.0.is_empty() {
        let name = desk.draft.papers()[file].name().to_owned();
        desk.page = page_of(desk, file, &name, &path);
    }
    true
}

pub(super) fn page_of(desk: &Desk, file: usize, name: &str, path: &Path) -> Page {
    if file == 0 {
        return Page::of(path);
    }
    if name == desk.personas_name() {
        return Page::Visitor(match path.0.get(1) {
            Some(Step::Entry(index)) => Some(*index),
            _ => None,
        });
    }
    let tags = desk.languages();
    let of = |tag: &&String| {
        overlay_name(desk.draft.quiz().name(), tag) == name || words_name(tag) == name
    };
    Page::Language(tags.iter().find(of).cloned())
}

/// Mends problems, as far as what was told is of the texts as they are.
pub(super) fn mend(desk: &mut Desk, numbers: &[usize]) -> bool {
    if !desk.is_told {
        desk.check(Proof::None);
    }
    let mut fixes: BTreeMap<usize, Vec<Fix>> = BTreeMap::new();
    for number in numbers {
        if let Some((file, finding)) = desk.told.get(*number)
            && let Some(fix) = &finding.fix
        {
            fixes.entry(*file).or_default().push(fix.clone());
        }
    }
    let edits: Vec<(usize, Edit)> = fixes
        .into_iter()
        .map(|(file, fixes)| {
            let text = fixed(desk.draft.papers()[file].text(), &fixes);
            (file, Edit::Rewrite(text))
        })
        .collect();
    let at = numbers.first().and_then(|it| desk.told.get(*it));
    let at = at.map_or((0, Path::default()), |(file, finding)| (*file, finding.path.clone()));
    desk.draft.edit_all(edits, at, false)
}

/// Writes why a problem stays as it is.
pub(super) fn accept(desk: &mut Desk, number: usize, because: &str) -> bool {
    let Some((file, finding)) = desk.told.get(number) else { return false };
    let edit = accepted(&desk.draft.papers()[*file], finding, because);
    desk.draft.edit(*file, edit)
}

/// Takes that back.
pub(super) fn reopen(desk: &mut Desk, number: usize) -> bool {
    let Some((file, finding)) = desk.told.get(number) else { return false };
    let edit = reopened(&desk.draft.papers()[*file], finding);
    edit.is_some_and(|edit| desk.draft.edit(*file, edit))
}

pub(super) fn sign(desk: &mut Desk, by: &str) -> bool {
    desk.check(Proof::Whole);
    if !desk.ready().is_ready() {
        desk.notice =
            Some("There is still something to mend, so it cannot be signed off.".to_owned());
        return false;
    }
    let edits = signed(by, &day(moment::today())).into_iter().map(|edit| (0, edit)).collect();
    let at = Path(vec![Step::Field("reviewed".into())]);
    desk.draft.edit_all(edits, (0, at), false)
}

pub(super) fn day(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)
}

pub(super) fn go_back(desk: &mut Desk, version: &str) -> bool {
    let Some(kept) = Kept::read(version) else { return false };
    let same = kept.files.first().is_some_and(|file| file.name == desk.draft.quiz().name());
    if !same {
        desk.notice = Some("That version is of another quiz; open that one first.".to_owned());
        return false;
    }
    let texts: Vec<(String, String)> =
        kept.files.into_iter().map(|file| (file.name, file.text)).collect();
    desk.draft.restore(&texts);
    true
}

/// Does something with the texts of a language as a spreadsheet has them.
fn with_texts<T>(desk: &Desk, language: &str, with: impl FnOnce(&Texts<'_>) -> T) -> Option<T> {
    let quiz = desk.draft.quiz();
    let overlay = overlay_name(quiz.name(), language);
    let translation = desk.node(&overlay);
    let words = desk.node(&words_name(language));
    let interface = desk.node(site::WORDS)?;
    let checked: Vec<Checked> = Vec::new();
    Some(with(&Texts {
        language,
        quiz: quiz.node(),
        interface,
        translation,
        translated_interface: words,
        checked: &checked,
    }))
}

pub(super) fn export(desk: &Desk, language: &str) {
    let id = desk.draft.quiz().node().text("id").unwrap_or("quiz");
    if let Some(csv) = with_texts(desk, language, spreadsheet::export) {
        disk::download(&format!("{id}.{language}.csv"), "text/csv", &csv);
    }
}

pub(super) fn import(desk: &mut Desk, language: &str, bytes: &[u8]) -> bool {
    let Some(imported) = with_texts(desk, language, |texts| spreadsheet::import(texts, bytes))
    else {
        return false;
    };
    let imported = match imported {
        Ok(imported) => imported,
        Err(refusals) => {
            let told: Vec<String> = refusals.iter().take(5).map(ToString::to_string).collect();
            desk.notice = Some(format!("Nothing was taken over. {}", told.join(" ")));
            return false;
        }
    };
    let (overlay, words) = (overlay_name(desk.draft.quiz().name(), language), words_name(language));
    let mut edits = Vec::new();
    for (name, text) in [(overlay, imported.translation), (words, imported.interface)] {
        if let Some(text) = text {
            edits.push((desk.draft.file(&name), Edit::Rewrite(text)));
        }
    }
    desk.notice = Some(format!(
        "{} changed, {} without translation.",
        counted(imported.changed, "text"),
        imported.missing
    ));
    desk.draft.edit_all(edits, (0, Path::default()), false)
}

pub(super) fn report_page(desk: &Desk) {
    let quiz = desk.draft.quiz();
    let named = |name: String| desk.node(&name).cloned().map(|node| (name, node));
    let tags = desk.languages();
    let translations: Vec<(String, Node)> =
        tags.iter().filter_map(|tag| named(overlay_name(quiz.name(), tag))).collect();
    let interface: Vec<(String, Node)> =
        tags.iter().filter_map(|tag| named(words_name(tag))).collect();
    let html = report::html(Inputs {
        file: quiz.name(),
        node: quiz.node(),
        translations: &translations,
        interface: &interface,
        checked: &desk.checked(),
        since: desk.before.node.as_ref().map(|node| (desk.before.name, node)),
        today: moment::today(),
    });
    disk::download("report.html", "text/html", &html);
}
