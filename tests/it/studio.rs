//! The studio without a browser: what follows from what somebody does, and what is on the page then. What
//! a browser does, and how elements are wired, is asked in `tests/e2e`.

/// How drafts are checked.
mod checking;
/// What the treatment may help with.
mod concerns;
/// Deleting things, and what depends on them.
mod deleting;
/// The fields of forms.
mod fields;
/// Figures in texts.
mod figures;
/// Looking for things, going to them, and copying them.
mod finding;
/// Languages beside the quiz's own.
mod languages;
/// Somebody at the studio.
mod person;
/// Pictures of choices.
mod pictures;
/// Pressing what the preview shows.
mod pressing;
/// What gets onto the website.
mod publishing;
/// Typing, whatever happens meanwhile.
mod typing;
/// What is said of problems, and when.
mod wording;
/// What nobody may lose.
mod work;

use browser::studio::disk::{Handle, Opened};
use check::Severity;
use editor::{Edit, FileId};
use serde_json::{Value, json};
use studio::model::{Page, StoredDraft};
use studio::{Done, EditMsg, Effect, FileMsg, Msg, ShowMsg, WebsiteMsg, update};

use person::{QUIZ, Studio, TODAY, published, site};

use crate::editor::path as place;

fn file(name: &str, text: String) -> Opened {
    Opened { name: name.to_owned(), bytes: text.into_bytes(), handle: None }
}

fn published_text(name: &str) -> String {
    String::from_utf8(published()[name].clone()).expect("a text")
}

#[test]
fn a_published_quiz_is_opened_saved_and_ready() {
    let studio = Studio::opened();
    studio.says("state", "Saved");
    studio.says("ready", "Not ready, still missing: the clinic's name");
    assert!(studio.open().is_proved() && !studio.editor.is_unsaved());
    assert_eq!(
        studio.open().findings.iter().filter(|(_, it)| it.severity == Severity::Error).count(),
        0
    );
    assert!(studio.preview.is_some() && studio.held.is_none() && studio.stored.is_none());
}

#[test]
fn an_edit_is_handed_over_checked_previewed_and_stored() {
    let mut studio = Studio::opened();
    let before = studio.preview.clone();
    studio.write("clinic/name", "Sea");
    studio.says("state", "1 file not saved; a draft is kept in this browser");
    assert!(studio.editor.is_unsaved() && studio.preview != before);
    let (held, page) = studio.held.clone().expect("the page holds the draft");
    assert_eq!(
        (studio.stored.as_ref(), Page::read(&page)),
        (Some(&held), Some(Page::Part("start")))
    );
    let stored = StoredDraft::read(&held).expect("a draft");
    assert!(
        stored.files[0].text.contains("\"Sea\"") && stored.files[0].saved.contains("Your clinic")
    );
    assert_eq!(studio.versions.len(), 1, "an edit is a version, the first time");
    studio.write("clinic/name", "Seaside");
    assert_eq!(studio.versions.len(), 1, "and not again at once");
    studio.send(Msg::Due(studio::Timer::Version));
    studio.write("clinic/name", "Shore");
    assert_eq!(studio.versions.len(), 2, "but after a while");
    studio.send(EditMsg::Undid);
    studio.says("state", "Saved");
    assert!(studio.stored.is_none(), "nothing unsaved is stored");
}

#[test]
fn the_draft_is_safe_before_anything_else_is_done() {
    let acts: [Msg; 4] = [
        EditMsg::Added(place("benefits"), "A new benefit".to_owned()).into(),
        EditMsg::Undid.into(),
        ShowMsg::WentTo(Page::Map).into(),
        FileMsg::BeganNew("Peeling".to_owned()).into(),
    ];
    let mut studio = Studio::opened();
    for act in acts {
        let said = format!("{act:?}");
        let effects = update(&mut studio.editor, act, TODAY);
        assert!(matches!(effects[0], Effect::HandOver { .. }), "{said}: {effects:?}");
        assert_eq!(effects.last(), Some(&Effect::ShowPreview), "{said}");
    }
}

#[test]
fn a_draft_is_stored_again_if_an_edit_came_between() {
    let mut studio = Studio::opened();
    studio.write("clinic/name", "Sea");
    assert!(studio.open().is_stored);
    studio.send(Msg::Done(Done::StoredDraft(false)));
    studio.says("state", "1 file not saved");
    assert!(!studio.words("state").is_some_and(|it| it.contains("draft")), "the browser refused");
}

#[test]
fn saving_an_edit_changes_what_was_edited_and_nothing_else() {
    let mut studio = Studio::opened();
    studio.send(FileMsg::PressedDownload(FileId::QUIZ));
    assert_eq!(studio.saved["microneedling.json"], published_text(QUIZ));
    studio.write("clinic/name", "Sea");
    studio.send(FileMsg::PressedSave);
    let wanted = published_text(QUIZ).replacen("\"Your clinic\"", "\"Sea\"", 1);
    assert_eq!(studio.saved["microneedling.json"], wanted);
    studio.says("notice", "microneedling.json is in your downloads. Put it in the place of data/");
    studio.send(FileMsg::PressedSave);
    studio.says("notice", "Everything is saved.");
}

#[test]
fn a_file_is_written_in_its_place_or_downloaded() {
    let own = published_text(QUIZ).replacen("Your clinic", "A clinic of mine", 1);
    for disk_works in [true, false] {
        let mut studio = Studio::opened();
        studio.disk_works = disk_works;
        let handle = Some(Handle::default());
        studio.send(FileMsg::Opened(Opened { handle, ..file("my quiz.json", own.clone()) }));
        studio.write("clinic/name", "Sea");
        studio.send(FileMsg::PressedSave);
        let saved =
            if disk_works { &studio.written[QUIZ] } else { &studio.saved["microneedling.json"] };
        assert_eq!(*saved, own.replacen("A clinic of mine", "Sea", 1));
        assert_eq!(
            (studio.written.len(), studio.saved.len()),
            if disk_works { (1, 0) } else { (0, 1) }
        );
        studio.says("notice", if disk_works { "is saved." } else { "is in your downloads" });
        studio.says("state", "Saved");
    }
}

#[test]
fn a_file_with_errors_is_saved_with_a_word_about_them() {
    let mut studio = Studio::opened();
    studio.write("words/title", "It cures everything.");
    studio.send(FileMsg::PressedSave);
    studio.says("notice", "But it is not ready to publish: 1 thing to fix.");
}

#[test]
fn a_newer_file_is_refused() {
    let mut files = published();
    let newer = published_text(QUIZ).replacen("\"format\": 1", "\"format\": 2", 1);
    files.insert(QUIZ.to_owned(), newer.clone().into_bytes());
    let mut studio = Studio::of(site(files));
    studio.says("refused", "Nothing was opened");
    studio.send(FileMsg::BeganNew("Peeling".to_owned()));
    studio.says("notice", "This is an example");

    let mut studio = Studio::opened();
    studio.write("clinic/name", "Sea");
    studio.send(FileMsg::Opened(file("newer.json", newer)));
    studio.says("notice", "Nothing was opened");
    assert!(studio.open().draft.quiz().text().contains("\"Sea\""), "the draft is still there");
}

#[test]
fn no_published_file_begins_the_example() {
    let mut files = published();
    files.remove(QUIZ);
    let studio = Studio::of(site(files));
    studio.says("notice", "There is no data/microneedling.json beside the studio.");
    studio.says("state", "1 file not saved");
    studio.says("ready", "Not ready, still missing");
}

#[test]
fn an_own_file_is_opened_with_the_published_translations() {
    let mut studio = Studio::opened();
    let own = published_text(QUIZ).replacen("Your clinic", "A clinic of mine", 1);
    studio.send(FileMsg::Opened(file("microneedling (1).json", own)));
    studio.send(ShowMsg::WentTo(Page::Language(None)));
    studio.says("language-es", "Every text is translated");
    studio.says("state", "Saved");
    assert_eq!((studio.open().draft.quiz().name(), studio.focus), (QUIZ, Some("heading")));
    studio.send(FileMsg::OpenedPublished);
    assert!(studio.open().draft.quiz().text().contains("Your clinic"));
}

#[test]
fn a_translation_is_opened_into_its_quiz_alone() {
    let spanish = published_text("data/microneedling.es.json");
    let mut studio = Studio::opened();
    studio.send(FileMsg::Opened(file(
        "es.json",
        spanish.replace("\"microneedling\"", "\"peeling\""),
    )));
    studio.says("notice", "This is a translation of another quiz.");
    studio.send(FileMsg::Opened(file(
        "es.json",
        spanish.replacen("\"format\": 1", "\"format\": 2", 1),
    )));
    studio.says("notice", "This translation is of another format");
    studio.send(FileMsg::Opened(file("es.json", spanish.replacen("arrugas", "líneas", 1))));
    assert_eq!(studio.open().page, Page::Language(Some("es".to_owned())));
    assert_eq!(studio.open().draft.unsaved().len(), 1);
    studio.send(EditMsg::Undid);
    studio.says("state", "Saved");
}

/// A draft of the quiz in which the clinic has another name.
fn drafted(name: &str) -> StoredDraft {
    let mut studio = Studio::opened();
    studio.write("clinic/name", name);
    StoredDraft::read(studio.stored.as_deref().expect("a draft")).expect("a draft")
}

#[test]
fn a_draft_goes_on_beside_a_website_that_changed() {
    let mut stored = drafted("The clinic by the sea");
    stored.files.retain(|file| file.name != "data/microneedling.es.json");
    let mut files = published();
    let other = published_text(QUIZ).replacen("About two minutes", "About three minutes", 1);
    files.insert(QUIZ.to_owned(), other.into_bytes());
    let mut website = site(files);
    website.stored = Some(stored);
    let mut studio = Studio::of(website);
    studio.says("notice", "The website has another data/microneedling.json than you saved last");
    studio.send(EditMsg::Translated(
        "es".to_owned(),
        "questions.area.title".to_owned(),
        "¿Y dónde?".to_owned(),
    ));
    studio.send(FileMsg::PressedSave);
    let texts = |overlay: &Value| overlay["words"].as_object().map(serde_json::Map::len);
    let before: Value =
        serde_json::from_str(&published_text("data/microneedling.es.json")).expect("JSON");
    assert_eq!(texts(&studio.saved("microneedling.es.json")), texts(&before), "no text is lost");
    studio.send(ShowMsg::WentTo(Page::Sign));
    assert_eq!(studio.count("#changes li"), 2);
    assert_eq!(studio.saved("microneedling.json")["clinic"]["name"], "The clinic by the sea");
}

#[test]
fn a_program_that_stopped_goes_on_where_it_was() {
    let mut website = site(published());
    website.stored = Some(drafted("Sea"));
    website.stopped = Some(Page::Part("clinic").write());
    let mut studio = Studio::of(website);
    studio.says("notice", "The studio stopped because of a fault");
    assert_eq!(studio.open().page, Page::Part("clinic"));
    studio.write("clinic/name", "Seaside");
    studio.says("notice", "The studio stopped because of a fault");
    studio.send(FileMsg::PressedSave);
    studio.says("notice", "is in your downloads");
}

#[test]
fn another_tab_is_spoken_of() {
    let mut website = site(published());
    website.is_elsewhere = true;
    Studio::of(website.clone()).says("notice", "Another tab has an unsaved draft of this quiz.");
    website.stored = Some(drafted("Sea"));
    Studio::of(website).says("notice", "Another tab has a draft of its own.");
}

#[test]
fn a_version_comes_back_and_can_be_undone() {
    let mut studio = Studio::opened();
    studio.write("clinic/name", "Sea");
    let version = studio.versions[0].1.clone();
    studio.write("clinic/name", "Shore");
    studio.send(Msg::Done(Done::ReadVersion(Some(version.clone()))));
    assert!(studio.open().draft.quiz().text().contains("\"Sea\""));
    studio.send(EditMsg::Undid);
    assert!(studio.open().draft.quiz().text().contains("\"Shore\""));
    studio.send(Msg::Done(Done::ReadVersion(None)));
    studio.says("notice", "The browser no longer has it.");
    let other = version.replace(QUIZ, "data/peeling.json");
    studio.send(Msg::Done(Done::ReadVersion(Some(other))));
    studio.says("notice", "It is of another quiz: open that one first.");
}

#[test]
fn findings_stand_at_their_fields_and_are_fixed() {
    let mut studio = Studio::opened();
    studio.write("words/purpose", "See  what it cures.");
    studio.says("f-words-purpose-told", "claims too much");
    assert_eq!(studio.count("#f-words-purpose[aria-invalid='true']"), 1);
    studio.says("ready", "Not ready: 1 thing to fix");
    assert_eq!(studio.count("#f-words-purpose-told .mend"), 1);
    let fixable = studio
        .open()
        .findings
        .iter()
        .position(|(_, it)| it.fix.is_some() && it.path == place("words/purpose"));
    studio.send(EditMsg::Fixed(fixable.expect("a fix")));
    assert_eq!(studio.value("f-words-purpose").as_deref(), Some("See what it cures."));
    studio.send(ShowMsg::WentTo(Page::Problems));
    assert_eq!(studio.count("#all-problems .error .place"), 1);
    studio.send(ShowMsg::WentToPlace(FileId::QUIZ, place("words/purpose")));
    assert_eq!((&studio.open().page, studio.focus), (&Page::Part("start"), Some("heading")));
}

#[test]
fn a_warning_stays_with_a_reason() {
    let mut studio = Studio::opened();
    let warnings = |studio: &Studio| studio.open().ready().warnings;
    let before = warnings(&studio);
    studio.send(ShowMsg::WentTo(Page::Item("benefits", 2)));
    studio.write("benefits/2/words/may", "It may help: clinically proven.");
    studio.says("f-benefits-2-words-may-told", "may claim too much");
    assert_eq!(warnings(&studio), before + 3, "two translations are of the text as it was");
    let number = studio.finding("claims/doubtful");
    studio.send(EditMsg::Accepted(number, "Our lawyer allowed it.".to_owned()));
    studio.says("f-benefits-2-words-may-told", "It stays, because: Our lawyer allowed it.");
    assert_eq!(warnings(&studio), before + 2, "it still counts");
    studio.send(FileMsg::PressedSave);
    let saved = studio.saved("microneedling.json");
    let at = format!("benefits.{}.may", saved["benefits"][2]["id"].as_str().expect("an id"));
    let because = "Our lawyer allowed it.";
    assert_eq!(
        saved["accepted"],
        json!([{"warning": "claims/doubtful", "at": at, "because": because}])
    );
    studio.send(ShowMsg::WentTo(Page::Problems));
    studio.says("kept-problems", because);
    studio.send(EditMsg::Reopened(studio.finding("claims/doubtful")));
    assert_eq!((studio.count("#kept-problems"), warnings(&studio)), (0, before + 2 + 1));
}

#[test]
fn deleting_says_what_depends_on_it() {
    let mut studio = Studio::opened();
    let pores = place("questions/0/choices/3");
    studio.send(ShowMsg::WentTo(Page::Item("questions", 0)));
    studio.send(ShowMsg::AskedToDelete(pores.clone()));
    studio.says("asked-text", "The look of pores");
    assert_eq!(studio.focus, Some("keep"));
    studio.send(ShowMsg::KeptEntry);
    assert_eq!(studio.words("asked-text"), None);
    assert_eq!(studio.places, ["f-questions-0-choices-3-delete", "heading"]);
    studio.send(ShowMsg::AskedToDelete(pores.clone()));
    studio.send(EditMsg::Deleted(pores));
    studio.says("ready", "Not ready");
    assert_eq!(studio.words("asked-text"), None);
    studio.send(EditMsg::Undid);
    studio.says("ready", "Not ready, still missing");
    studio.says("state", "Saved");
}

#[test]
fn entries_are_added_moved_and_deleted_on_their_page() {
    let mut studio = Studio::opened();
    let names = |studio: &Studio| studio.saved_names();
    let before = names(&studio);
    studio.send(EditMsg::Added(place("benefits"), " A new benefit ".to_owned()));
    let Page::Item("benefits", last) = studio.open().page else { panic!("its page is not shown") };
    assert_eq!(last, before.len());
    studio.send(EditMsg::Moved(place("benefits"), last, 0));
    assert_eq!(studio.open().page, Page::Item("benefits", 0));
    studio.send(EditMsg::Deleted(place("benefits/0")));
    assert_eq!((&studio.open().page, names(&studio)), (&Page::Part("benefits"), before));
}

impl Studio {
    /// What is in the quiz.
    fn quiz(&self) -> Value {
        serde_json::from_str(self.open().draft.quiz().text()).expect("JSON")
    }

    /// The ids of the benefits.
    fn saved_names(&self) -> Vec<String> {
        let quiz: Value = serde_json::from_str(self.open().draft.quiz().text()).expect("JSON");
        let benefits = quiz["benefits"].as_array().expect("a list").clone();
        benefits.iter().filter_map(|it| Some(it["id"].as_str()?.to_owned())).collect()
    }
}

#[test]
fn a_translation_goes_out_and_comes_back_into_the_preview() {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::ChoseLanguage("es".to_owned()));
    let shown = |studio: &Studio| {
        let preview = studio.preview.as_ref().expect("a preview");
        (preview.quiz.shown_language().to_owned(), preview.text.get(text::Key::Continue).to_owned())
    };
    assert_eq!(shown(&studio), ("es".to_owned(), "Continuar".to_owned()));
    studio.send(FileMsg::PressedExport("es".to_owned()));
    let csv = studio.saved["microneedling.es.csv"].replacen("Continuar", "Adelante", 1);
    studio.send(EditMsg::Imported("es".to_owned(), file("es.csv", csv)));
    studio.says("notice", "1 text changed, 0 without translation.");
    assert_eq!(shown(&studio).1, "Adelante");
    studio.send(EditMsg::Undid);
    assert_eq!(shown(&studio).1, "Continuar");
    studio.send(EditMsg::Imported("es".to_owned(), file("es.csv", "no, table".to_owned())));
    studio.says("notice", "Nothing was taken over.");
    studio.says("state", "Saved");
    studio.send(FileMsg::PressedExport("es".to_owned()));
    let csv = studio.saved["microneedling.es.csv"].replacen("Continuar", "Adelante", 1).replacen(
        "a la clínica",
        "a la clÃ\u{ad}nica",
        1,
    );
    studio.send(EditMsg::Imported("es".to_owned(), file("es.csv", csv)));
    studio.says("notice", "1 text changed, 1 row was not taken, 0 without translation.");
    studio.send(ShowMsg::WentTo(Page::Language(Some("es".to_owned()))));
    studio.says("left", "it was saved as UTF-8 and read as Windows-1252");
    studio.says("taken", "interface.continue");
}

#[test]
fn a_review_of_a_translation_is_written_into_it() {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::WentTo(Page::Language(Some("es".to_owned()))));
    let by = "Dra. A. Ejemplo".to_owned();
    studio.send(EditMsg::ReviewedTranslation("es".to_owned(), by));
    studio.send(FileMsg::PressedSave);
    let mut wanted: Value =
        serde_json::from_str(&published_text("data/microneedling.es.json")).expect("JSON");
    let saved = studio.saved("microneedling.es.json");
    let digest = &saved["reviewed"]["digest"];
    assert!(digest.as_str().is_some_and(|it| it.len() == 16), "{digest}");
    wanted["reviewed"] = json!({"by": "Dra. A. Ejemplo", "on": "2026-11-22", "digest": digest});
    assert!(saved == wanted, "more than the review was changed");
}

#[test]
fn a_new_language_is_edited_at_once() {
    let mut studio = Studio::opened();
    studio.send(EditMsg::AddedLanguage(" fr ".to_owned(), "Français".to_owned()));
    assert_eq!(studio.open().page, Page::Language(Some("fr".to_owned())));
    studio.says("missing", "texts are missing");
    studio.send(ShowMsg::WentTo(Page::Language(None)));
    studio.says("language-fr", "missing");
}

#[test]
fn a_quiz_with_errors_is_not_signed_off() {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::WentTo(Page::Sign));
    studio.write("words/title", "It cures everything.");
    studio.send(EditMsg::Signed("Dr A. Example, dermatologist".to_owned()));
    studio.says("notice", "There is still something to fix");
    studio.says("signed", "Nobody has signed it off.");
    studio.send(EditMsg::Undid);
    studio.send(EditMsg::Signed("Dr A. Example, dermatologist".to_owned()));
    studio.send(ShowMsg::WentTo(Page::Sign));
    studio.says("signed", "Signed off by Dr A. Example, dermatologist, on 22 November 2026.");
}

/// The check would refuse such a name afterwards.
#[test]
fn a_name_that_says_nobody_signs_nothing_and_locks_nobody_out() {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::WentTo(Page::Sign));
    studio.send(EditMsg::Signed("Dr Name".to_owned()));
    studio.says("notice", "Write the name and the role of who signs");
    studio.says("signed", "Nobody has signed it off.");
    studio.send(EditMsg::ReviewedTranslation("es".to_owned(), "TODO".to_owned()));
    studio.says("notice", "Write the name and the role of who signs");
    let by = "Dr A. Example, dermatologist".to_owned();
    studio.send(EditMsg::Signed(by.clone()));
    studio.write("reviewed/by", "TODO: a name");
    studio.send(EditMsg::Signed(by));
    studio.says("signed", "Signed off by Dr A. Example, dermatologist, on 22 November 2026.");
}

#[test]
fn an_edit_lifts_the_signature_until_it_is_signed_again() {
    let mut studio = Studio::opened();
    studio.send(EditMsg::Signed("Dr A. Example, dermatologist".to_owned()));
    studio.send(ShowMsg::WentTo(Page::Sign));
    studio.says("signed", "Signed off by Dr A. Example, dermatologist");
    assert_eq!(studio.words("lifted"), None);

    studio.write("clinic/contact/link", "tel:+15550123");
    studio.says("signed", "Signed off by Dr A. Example, dermatologist");

    studio.write("words/title", "What could it do for you?");
    studio.says("lifted", "Signature of Dr A. Example, dermatologist lifted");
    studio.says("signed", "Not signed off: Dr A. Example, dermatologist signed another version");
    studio.says("changes", "What could it do for you?");

    studio.send(EditMsg::Undid);
    assert_eq!(studio.words("lifted"), None, "it is signed as it was");
    studio.send(EditMsg::Redid);
    for language in ["es", "ar"] {
        let key = "title".to_owned();
        studio.send(EditMsg::ConfirmedTranslation(language.to_owned(), key));
    }
    studio.send(ShowMsg::WentTo(Page::Sign));
    studio.send(EditMsg::Signed("Dr B. Example, dermatologist".to_owned()));
    studio.says("signed", "Signed off by Dr B. Example, dermatologist");
}

#[test]
fn an_honest_sentence_stays_if_the_clinician_who_signs_allows_it() {
    let mut studio = Studio::opened();
    studio.write("notes/5/words/text", "It gives permanent results.");
    let errors = |studio: &Studio| studio.open().ready().errors;
    assert_eq!(errors(&studio), 1);
    let by = "Dr A. Example, dermatologist";
    let number = studio.finding("claims/blocked");
    studio.send(EditMsg::Allowed(number, "A quotation.".to_owned(), by.to_owned()));
    assert_eq!(errors(&studio), 1, "it is an error until it is signed");
    studio.send(EditMsg::Signed("Dr B. Example, dermatologist".to_owned()));
    studio.says("notice", "It can only be signed off by Dr A. Example, dermatologist");
    studio.send(EditMsg::Signed(by.to_owned()));
    assert_eq!(errors(&studio), 0, "the clinician allows it");
    studio.write("notes/5/words/text", "It gives permanent results, always.");
    assert_eq!(errors(&studio), 1, "the signature is lifted, and with it what it allowed");
}

#[test]
fn a_weaker_safety_rule_stands_first_where_it_is_signed() {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::WentTo(Page::Sign));
    assert_eq!(studio.words("weaker"), None);
    studio.write("cautions/0/level", "ask");
    studio.send(ShowMsg::WentTo(Page::Sign));
    studio.says("weaker", "You told us of an infection, cold sore or warts");
    studio.write("clinic/name", "Linden Clinic");
    studio.send(ShowMsg::WentTo(Page::Sign));
    assert_eq!(studio.count("#weaker li"), 1);
}

#[test]
fn an_edit_writes_the_day_of_the_version() {
    let mut files = published();
    let older = published_text(QUIZ).replacen("2026-11-22", "2026-10-01", 1);
    files.insert(QUIZ.to_owned(), older.into_bytes());
    let mut studio = Studio::of(site(files));
    let before = studio.quiz();
    assert_eq!(before["version"], "2026-10-01");
    for typed in ["W", "Wh", "Wha"] {
        studio.write("words/title", typed);
    }
    let after = studio.quiz();
    assert_eq!(
        (&after["version"], &after["words"]["title"]),
        (&json!("2026-11-22"), &json!("Wha"))
    );
    studio.send(EditMsg::Undid);
    assert!(studio.quiz() == before, "what was typed is one step, the day with it");
    studio.send(EditMsg::Redid);
    assert!(studio.quiz() == after);
    studio.write("version", "2026-11-01");
    assert_eq!(studio.quiz()["version"], "2026-11-01", "a day that somebody wrote stays");
}

#[test]
fn a_translation_is_out_of_date_until_it_is_translated_or_confirmed() {
    let mut studio = Studio::opened();
    studio.write("cautions/0/words/title", "You told us something else");
    studio.send(ShowMsg::WentTo(Page::Language(None)));
    studio.says("language-es", "1 of 396 texts are out of date");
    studio.send(ShowMsg::WentTo(Page::Language(Some("es".to_owned()))));
    studio.send(ShowMsg::ChoseOpenTexts(true));
    let texts = |studio: &Studio| studio.count(".translations li");
    assert_eq!(texts(&studio), 1);
    let ready = |studio: &Studio| studio.open().ready().errors;
    assert_eq!(ready(&studio), 2, "a caution that is out of date is an error in each language");

    let key = "cautions.infection.title".to_owned();
    studio.send(EditMsg::ConfirmedTranslation("es".to_owned(), key.clone()));
    assert_eq!((texts(&studio), ready(&studio)), (1, 1), "the other language is still to do");
    studio.says("missing", "Every text is translated.");
    studio.send(EditMsg::Undid);
    assert_eq!(texts(&studio), 1);
    for typed in ["N", "No", "Nos"] {
        let (language, typed) = ("es".to_owned(), typed.to_owned());
        studio.send(EditMsg::Translated(language, key.clone(), typed));
    }
    assert_eq!(texts(&studio), 1, "nothing goes away while somebody types in it");
    studio.says("missing", "Every text is translated.");
    studio.send(EditMsg::Undid);
    studio.says("missing", "1 of ");
}

#[test]
fn the_report_names_what_changed_and_needs_no_other_file() {
    let mut studio = Studio::opened();
    studio.write("words/title", "What could it do for you?");
    studio.send(FileMsg::PressedReport);
    let report = &studio.saved["report.html"];
    assert!(report.contains("<title>Report: What could it do for you?</title>"));
    assert!(report.contains(QUIZ) && report.contains("<del>"));
    for loads in ["<script", " src=", "rel=\"stylesheet\""] {
        assert!(!report.contains(loads), "{loads}");
    }
}

#[test]
fn a_test_visitor_is_added_led_and_deleted() {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::WentTo(Page::Visitor(None)));
    let before = studio.count(".things li");
    studio.send(EditMsg::AddedVisitor("Is seventeen".to_owned()));
    studio.says("heading", "is seventeen");
    studio.says("visitor-end", "Answer what is still open");
    assert_eq!((studio.count("#expect-this"), studio.open().persona), (0, Some(before)));
    let added = studio.open().page.path_in_personas();
    studio.send(EditMsg::DeletedVisitor(added));
    assert_eq!((studio.count(".things li"), studio.open().persona), (before, None));
    studio.send(EditMsg::Undid);
    studio.send(EditMsg::Undid);
    studio.says("state", "Saved");
}

#[test]
fn a_test_visitor_is_previewed() {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::WentTo(Page::Item("cautions", 5)));
    let visit = |studio: &Studio| studio.preview.as_ref().map(|it| it.visit);
    let caution = visit(&studio);
    studio.send(ShowMsg::ChoseVisitor(Some(0)));
    assert!(visit(&studio) > caution);
    studio.send(ShowMsg::ChoseDark(true));
    let preview = studio.preview.as_ref().expect("a preview");
    assert!(preview.is_dark && Some(preview.visit) != caution);
    studio.send(ShowMsg::WentTo(Page::Visitor(Some(1))));
    assert_eq!(studio.open().persona, Some(1));
    studio.send(ShowMsg::WentTo(Page::Map));
    assert_eq!(studio.open().persona, None);
}

#[test]
fn a_snippet_fills_the_fields_and_is_put_back() {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::WentTo(Page::Website));
    studio.send(WebsiteMsg::Pasted("<p>Nothing of the kind</p>".to_owned()));
    studio.send(WebsiteMsg::Filled);
    studio.says("website-pasted-told", "There is no quiz in them.");
    let lines = "<skin-quiz src=\"https://quiz.clinic.example/\" accent=\"#884455\"></skin-quiz>";
    studio.send(WebsiteMsg::Pasted(lines.to_owned()));
    studio.send(WebsiteMsg::Filled);
    assert_eq!(studio.value("website-accent").as_deref(), Some("#884455"));
    assert!(studio.preview.as_ref().is_some_and(|it| it.theme.contains("#884455")));
    studio.send(WebsiteMsg::Cleared);
    assert_eq!(studio.value("website-accent").as_deref(), Some(""));
    studio.send(WebsiteMsg::PutBack);
    assert_eq!(studio.value("website-accent").as_deref(), Some("#884455"));
    assert_eq!(studio.focus, Some("website-clear"));
    studio.send(Msg::Done(Done::Copied(false)));
    studio.says("notice", "The browser does not let the studio copy.");
}

#[test]
fn a_broken_file_is_repaired_as_text() {
    let mut files = published();
    let broken = published_text(QUIZ).replacen("\"version\":", "\"version\" \"x\":", 1);
    files.insert(QUIZ.to_owned(), broken.into_bytes());
    let mut studio = Studio::of(site(files));
    studio.says("all-problems", "Line ");
    assert!(studio.preview.is_none());
    studio.send(EditMsg::Wrote(FileId::QUIZ, Edit::Rewrite(published_text(QUIZ))));
    assert_eq!((studio.count("#raw"), studio.count("#f-words-title")), (0, 1));
}

/// Whatever writes into the page then takes no text from beside another node.
#[test]
fn every_text_is_alone_in_its_element() {
    let mut studio = Studio::opened();
    studio.write("words/purpose", "See  what it cures.");
    studio.send(ShowMsg::AskedToDelete(place("questions/0")));
    let parts = ["start", "clinic", "questions", "cautions", "benefits", "plans", "sources"];
    let items = parts[2..].iter().map(|part| Page::Item(part, 0));
    let mut pages: Vec<Page> = parts.into_iter().map(Page::Part).chain(items).collect();
    pages.extend([Page::Language(None), Page::Language(Some("es".to_owned()))]);
    pages.extend([Page::Visitor(None), Page::Visitor(Some(0)), Page::Website, Page::Problems]);
    pages.extend([Page::Map, Page::Sign, Page::Files]);
    for page in pages {
        studio.send(ShowMsg::WentTo(page.clone()));
        let html = studio.page();
        let texts = html.tree.nodes().filter(|node| node.value().is_text());
        let texts: Vec<_> = texts.collect();
        assert!(texts.len() > 40, "{page:?}: {}", texts.len());
        for text in texts {
            assert!(!text.has_siblings(), "{page:?}: {:?}", text.value());
        }
    }
}
