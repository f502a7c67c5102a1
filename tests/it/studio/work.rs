//! Nobody loses work: what is typed stays, what is open is asked for before something takes its place, and
//! what was saved is said file by file.

use browser::studio::disk::Opened;
use data::Node;
use editor::{Edit, FileId};
use studio::model::{Page, StoredDraft};
use studio::{Done, EditMsg, FileMsg, Msg, ShowMsg};

use super::person::{QUIZ, Studio, published, site};
use crate::editor::path;

fn file(name: &str, bytes: &[u8]) -> FileMsg {
    FileMsg::Opened(Opened { name: name.to_owned(), bytes: bytes.to_owned(), handle: None })
}

/// Whether the fold of an entry is open.
fn is_unfolded(studio: &Studio, id: &str) -> bool {
    assert_eq!(studio.count(&format!("details[id='{id}']")), 1, "{id}");
    studio.count(&format!("details[id='{id}'][open]")) == 1
}

#[test]
fn a_fold_stays_open_through_every_check() {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::WentTo(Page::Item("questions", 0)));
    let (fold, id) = (path("questions/0/choices/3"), "f-questions-0-choices-3");
    assert!(!is_unfolded(&studio, id));
    studio.send(ShowMsg::Folded(fold.clone(), true));
    for label in ["", "D", "Du", "Dullness"] {
        studio.write("questions/0/choices/3/words/label", label);
        assert!(is_unfolded(&studio, id), "{label}");
    }
    studio.send(EditMsg::Moved(path("questions/0/choices"), 3, 1));
    assert!(is_unfolded(&studio, "f-questions-0-choices-1"), "it goes with its entry");
    assert!(!is_unfolded(&studio, id));
    studio.send(EditMsg::Deleted(path("questions/0/choices/0")));
    assert!(is_unfolded(&studio, "f-questions-0-choices-0"));
    studio.send(ShowMsg::Folded(path("questions/0/choices/0"), false));
    assert!(!is_unfolded(&studio, "f-questions-0-choices-0"));
}

#[test]
fn a_fold_with_an_error_is_open_when_its_page_is_shown() {
    let mut studio = Studio::opened();
    studio.write("questions/0/choices/3/words/label", "");
    studio.send(ShowMsg::WentTo(Page::Item("questions", 0)));
    assert!(is_unfolded(&studio, "f-questions-0-choices-3"));
    studio.send(ShowMsg::WentToPlace(FileId::QUIZ, path("questions/0/choices/1/words/label")));
    assert!(is_unfolded(&studio, "f-questions-0-choices-1"), "where the problem is");
    studio.send(EditMsg::Added(path("questions/0/choices"), "Spots".to_owned()));
    assert_eq!(studio.count("#form details[open]"), 3, "and a new entry");
}

#[test]
fn a_number_stays_as_it_was_typed() {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::WentTo(Page::Item("plans", 0)));
    let at = "f-plans-0-sessions";
    for [from, to] in [["3.5", "40"], ["-3", ""], ["three", "4"], ["3", ""], ["", "4"]] {
        let end = |text: &str| match text.parse() {
            Ok(number) => Node::Number(number),
            Err(_) => Node::Text(text.to_owned()),
        };
        let range = Node::List(vec![end(from), end(to)]);
        studio.send(EditMsg::Wrote(FileId::QUIZ, Edit::Set(path("plans/0/sessions"), range)));
        assert_eq!(studio.value(&format!("{at}-from")).as_deref(), Some(from));
        assert_eq!(studio.value(&format!("{at}-to")).as_deref(), Some(to));
        let is_half = [from, to].iter().all(|end| end.is_empty() || end.parse::<u32>().is_ok());
        let told = if is_half { "only one of its two numbers" } else { "whole number" };
        studio.says(&format!("{at}-told"), told);
        studio.says("ready", "to fix");
    }
}

#[test]
fn what_is_no_quiz_changes_nothing_and_is_called_by_its_name() {
    let broken = br#"{"format": 1, "questions": [{"id": "a" "kind": "one"}]}"#;
    let mut studio = Studio::opened();
    studio.write("clinic/name", "Sea");
    for (opened, said) in [
        (file("notes.txt", b"Hello, our quiz text"), "notes.txt is a text"),
        (file("words.docx", b"PK\x03\x04 word/document.xml"), "words.docx is a Word document"),
        (file("claims.json", &published()["data/claims.json"]), "is a file of wording rules"),
        (file("broken.json", broken), "Line 1: this "),
        (file("old.json", b"{\"questions\": \"caf\xe9\"}"), "nothing was opened"),
    ] {
        studio.send(opened);
        studio.says("notice", said);
        assert!(studio.open().opening.is_none(), "{said}");
        assert!(studio.open().draft.quiz().text().contains("\"Sea\""), "{said}");
        assert!(studio.open().draft.can_undo(), "{said}");
    }
}

#[test]
fn nothing_takes_the_place_of_what_is_not_saved_unasked() {
    let own = String::from_utf8(published()[QUIZ].clone()).expect("a text");
    let own = own.replacen("Your clinic", "A clinic of mine", 1);
    for (opening, now) in [
        (file("mine.json", own.as_bytes()), "A clinic of mine"),
        (FileMsg::OpenedPublished, "Your clinic"),
        (FileMsg::BeganNew("Chemical peel".to_owned()), "Chemical peel"),
    ] {
        let has = |studio: &Studio, words: &str| studio.open().draft.quiz().text().contains(words);
        let mut studio = Studio::opened();
        studio.write("clinic/name", "Sea");
        studio.send(opening.clone());
        assert_eq!(studio.focus, Some("opening-title"), "{now}");
        studio.says("opening-text", "1 file of this quiz is not saved.");
        assert!(has(&studio, "\"Sea\""));
        studio.send(FileMsg::Stayed);
        assert_eq!((studio.count("#opening-text"), studio.focus), (0, Some("heading")));
        assert!(has(&studio, "\"Sea\""));

        studio.send(opening.clone());
        studio.send(FileMsg::PressedSave);
        assert!(studio.saved["microneedling.json"].contains("\"Sea\""));
        assert!(has(&studio, now) && !has(&studio, "\"Sea\""), "{now}");
        studio.says("notice", "microneedling.json is in your downloads.");

        let mut studio = Studio::opened();
        studio.write("clinic/name", "Sea");
        studio.send(opening);
        studio.send(FileMsg::ConfirmedOpening);
        assert!(has(&studio, now) && !has(&studio, "\"Sea\""), "{now}");
        assert!(studio.versions.last().is_some_and(|version| version.1.contains("Sea")));
    }
}

#[test]
fn a_new_quiz_has_a_file_of_its_own() {
    let mut studio = Studio::opened();
    studio.send(FileMsg::BeganNew("  Microneedling ".to_owned()));
    studio.send(FileMsg::PressedSave);
    let saved = studio.saved("microneedling-2.json");
    assert_eq!(
        (&saved["id"], &saved["words"]["title"]),
        (&"microneedling-2".into(), &"Microneedling".into())
    );
    studio.says("notice", "It is new: put it on the website as data/microneedling-2.json.");
    assert!(!studio.saved.contains_key("microneedling.json"));
    studio.send(FileMsg::BeganNew(" ".to_owned()));
    studio.says("notice", "Write what the new quiz is called.");
}

#[test]
fn every_file_that_is_saved_is_named() {
    let mut studio = Studio::opened();
    studio.send(EditMsg::AddedLanguage("de".to_owned(), "Deutsch".to_owned()));
    studio.send(EditMsg::Translated("de".to_owned(), "title".to_owned(), "Was?".to_owned()));
    studio.send(FileMsg::PressedSave);
    studio.says("notice", "2 files are in your downloads.");
    studio.says("notice", "Put microneedling.json in the place of data/microneedling.json");
    studio.says(
        "notice",
        "microneedling.de.json is new: put it on the website as data/microneedling.de.json.",
    );
}

#[test]
fn a_version_says_which_quiz_it_is_and_what_was_not_saved() {
    let mut studio = Studio::opened();
    let about = |studio: &Studio| studio.versions.last().expect("a version").0.clone();
    studio.write("clinic/name", "Sea");
    assert!(about(&studio).contains("Sea"), "{}", about(&studio));
    studio.send(FileMsg::PressedSave);
    assert_eq!(about(&studio), "What could microneedling do for your skin?: as saved");
    studio.send(EditMsg::Translated("es".to_owned(), "title".to_owned(), "¿Qué?".to_owned()));
    studio.send(FileMsg::BeganNew("Peeling".to_owned()));
    studio.send(FileMsg::ConfirmedOpening);
    assert!(about(&studio).ends_with("1 file not saved"), "{}", about(&studio));
    studio.write("words/purpose", &"long ".repeat(60));
    studio.write("words/facts/0", "Two minutes");
    studio.send(FileMsg::OpenedPublished);
    studio.send(FileMsg::ConfirmedOpening);
    assert!(about(&studio).starts_with("Peeling: ") && about(&studio).len() < 250);
}

#[test]
fn a_question_that_is_added_is_one_problem_with_one_answer_for_all_visitors() {
    let mut studio = Studio::opened();
    let open = |studio: &Studio| studio.open().ready().to_fill_in;
    studio.send(EditMsg::Added(path("questions"), "How did you hear about us?".to_owned()));
    let Page::Item("questions", last) = studio.open().page else { panic!("its page") };
    for choice in ["Instagram", "A friend"] {
        studio.send(EditMsg::Added(path(&format!("questions/{last}/choices")), choice.to_owned()));
    }
    studio.send(ShowMsg::WentTo(Page::Visitor(None)));
    assert_eq!(open(&studio), 1, "{:?}", studio.open().findings);
    studio.says("all-how-did-you-hear-about-us-instagram", "Instagram");
    studio.send(EditMsg::AnsweredByAll(last, 1));
    assert_eq!(open(&studio), 0, "{:?}", studio.open().findings);
    assert_eq!(studio.count("[id^='all-how']"), 0);
    studio.send(EditMsg::Undid);
    assert_eq!(open(&studio), 1, "it is one step");
}

/// The other tab keeps its own.
#[test]
fn the_draft_of_another_tab_is_listed_and_taken_over_as_a_step() {
    let mut other = Studio::opened();
    other.write("clinic/name", "Sea");
    let left = other.stored.expect("a stored draft");
    let mut studio = Studio::opened();
    studio.send(Msg::Done(Done::ListedDrafts(vec![
        ("22 November 2026 at 14:03".to_owned(), left),
        ("21 November 2026 at 9:00".to_owned(), "no draft".to_owned()),
    ])));
    studio.send(ShowMsg::WentTo(Page::Files));
    assert_eq!(studio.count("#drafts tbody tr"), 1, "what is no draft is left out");
    studio.says("drafts", "22 November 2026 at 14:03");
    studio.says("drafts", "What could microneedling do for your skin?: ");
    studio.says("drafts", "Sea");
    let name = |studio: &Studio| {
        let quiz = studio.open().draft.quiz().node();
        quiz.get("clinic").and_then(|it| it.text("name")).map(str::to_owned)
    };
    studio.send(FileMsg::ChoseDraft(0));
    assert_eq!(name(&studio).as_deref(), Some("Sea"));
    studio.send(EditMsg::Undid);
    assert_eq!(name(&studio).as_deref(), Some("Your clinic"));
}

#[test]
fn what_is_said_at_the_top_can_be_closed() {
    let mut studio = Studio::opened();
    studio.send(file("pores.svg", b"<svg/>"));
    studio.says("notice", "Drop it on the field “Picture” of a choice.");
    studio.send(ShowMsg::ClosedNotice);
    assert_eq!(studio.words("notice"), None);
    assert_eq!(studio.focus, Some("heading"));
}

#[test]
fn days_are_words_beside_their_fields_too() {
    let studio = Studio::opened();
    let date = studio.value("f-version").expect("the field");
    let year = date.split('-').next().expect("a year").to_owned();
    let day = studio.words("f-version-day").expect("the day in words");
    assert!(day.ends_with(&year) && !day.contains('-'), "{day}");
}

#[test]
fn what_was_saved_and_is_not_on_the_website_is_offered() {
    let mut studio = Studio::opened();
    studio.write("words/purpose", "Read what to ask first.");
    studio.send(FileMsg::PressedSave);
    studio.says("state", "Saved");
    let stored = studio.stored.clone().expect("it is kept until the website has it");
    let left = || StoredDraft::read(&stored);
    let title = |studio: &Studio| {
        let node = studio.open().draft.quiz().node();
        node.get("words").and_then(|it| it.text("purpose")).map(str::to_owned)
    };

    let mut again = Studio::of(studio::model::Site { stored: left(), ..site(published()) });
    again.says("left", "The website does not have what you saved last");
    assert_ne!(title(&again).as_deref(), Some("Read what to ask first."));
    again.send(FileMsg::ChoseLeft(true));
    assert_eq!(title(&again).as_deref(), Some("Read what to ask first."));
    assert_eq!(again.count("#left"), 0);

    let mut again = Studio::of(studio::model::Site { stored: left(), ..site(published()) });
    again.send(FileMsg::ChoseLeft(false));
    assert_eq!((again.count("#left"), again.stored.is_none()), (0, true));

    let mut files = published();
    files.insert(
        QUIZ.to_owned(),
        studio
            .written
            .get(QUIZ)
            .or(studio.saved.get("microneedling.json"))
            .expect("it is saved")
            .clone()
            .into_bytes(),
    );
    let uploaded = Studio::of(studio::model::Site { stored: left(), ..site(files) });
    assert_eq!(uploaded.count("#left"), 0, "the website has it");
}

#[test]
fn a_notice_goes_with_its_page() {
    let mut studio = Studio::opened();
    studio.send(file("notes.txt", b"Hello"));
    studio.says("notice", "Nothing was opened");
    studio.send(ShowMsg::WentTo(Page::Sign));
    assert_eq!(studio.count("#notice"), 0);
}

#[test]
fn a_signature_can_be_taken_back() {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::WentTo(Page::Sign));
    assert_eq!(studio.count("#unsign"), 0, "nobody has signed");
    studio.write("reviewed/by", "Dr A. Example, dermatologist");
    studio.send(ShowMsg::WentTo(Page::Sign));
    assert_eq!(studio.count("#unsign"), 1);
    studio.send(EditMsg::Unsigned);
    studio.says("signed", "Nobody has signed it off.");
    assert_eq!(studio.open().draft.quiz().node().get("reviewed"), Some(&Node::Null));
    assert_eq!(studio.count("#unsign"), 0);
}
