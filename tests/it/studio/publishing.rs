//! What is on the website otherwise gets there as one zip, and only if it may.

use std::io::{Cursor, Read};

use page::Mark;
use studio::model::{Host, HostMsg, Page};
use studio::pages::Templates;
use studio::{EditMsg, FileMsg, Msg, ShowMsg};
use zip::ZipArchive;

use super::person::{QUIZ, Studio};

pub(super) const ZIP: &str = "microneedling-2026-11-22.zip";

/// Everything that came with the program is the clinic's own.
pub(super) fn own() -> Studio {
    let mut studio = Studio::opened();
    for (place, text) in [
        ("clinic/name", "The clinic by the sea"),
        ("clinic/booking/link", "https://sea-clinic.co.uk/book"),
        ("clinic/contact/link", "tel:+442071234567"),
    ] {
        studio.write(place, text);
    }
    studio.send(ShowMsg::WentTo(Page::Publish));
    studio
}

fn unpacked(zip: &[u8]) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(zip)).expect("a zip");
    let count = archive.len();
    let file = |index| {
        let mut file = archive.by_index(index).expect("a file");
        let when = file.last_modified().expect("a time").to_string();
        assert_eq!(when, "2026-11-22 14:03:58", "servers compare times");
        let mut text = String::new();
        file.read_to_string(&mut text).expect("a text");
        (file.name().expect("a name").into_owned(), text)
    };
    (0..count).map(file).collect()
}

#[test]
fn what_changed_is_published_as_one_zip() {
    let mut studio = own();
    studio.send(EditMsg::Translated(
        "es".to_owned(),
        "questions.concerns.title".to_owned(),
        "¿Qué le molesta?".to_owned(),
    ));
    assert_eq!(studio.all("#unpublished code").len(), 2);
    studio.says("unsigned", "No clinician has signed this version");
    studio.says("publishable", "It is ready to publish.");
    studio.send(FileMsg::PressedZip);
    let files = unpacked(&studio.packed[ZIP]);
    let expected: Vec<_> = ["data/microneedling.json", "data/microneedling.es.json"]
        .map(|name| {
            let file = studio.open().draft.find(name).expect("a file");
            (name.to_owned(), studio.open().draft.document(file).text().to_owned())
        })
        .into();
    assert_eq!(files, expected);
    studio.says("state", "Saved");
    studio.says("notice", "The zip is in your downloads");

    let again = studio.packed.remove(ZIP);
    studio.send(FileMsg::PressedPublish);
    assert_eq!(studio.packed.remove(ZIP), again, "the website still has the old files");
}

#[test]
fn nothing_that_has_to_be_fixed_is_published() {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::WentTo(Page::Publish));
    studio.says("unpublished", "Nothing");
    studio.send(FileMsg::PressedPublish);

    studio.write("words/purpose", "Read what it may do for you, and what to ask first.");
    studio.says("publishable", "Still missing: the clinic's name");
    studio.send(FileMsg::PressedPublish);

    let mut studio = own();
    studio.write("words/title", "It cures everything.");
    studio.says("publishable", "It cannot be published yet: 1 thing to fix.");
    assert_eq!(studio.count("#zip[disabled]"), 1);
    studio.send(FileMsg::PressedPublish);
    assert!(studio.packed.is_empty());

    studio.send(EditMsg::Undid);
    studio.send(ShowMsg::WentTo(Page::Publish));
    assert_eq!(studio.count("#zip:not([disabled])"), 1);
    studio.checks_wait = true;
    studio.write("words/title", "What could it do for you?");
    studio.says("publishable", "It is still being checked.");
    studio.send(FileMsg::PressedPublish);
    assert!(studio.packed.is_empty());
    studio.send(EditMsg::Signed(String::new()));
    studio.says("notice", "Write the name and the role of who signs");
}

/// Templates with nothing in them but marks.
fn templates() -> Templates {
    let written = |marks: &[Mark]| marks.iter().map(|mark| mark.written()).collect::<String>();
    let page = [
        Mark::Language,
        Mark::Title,
        Mark::Languages,
        Mark::BringsAlong,
        Mark::FirstQuestion,
        Mark::Opening,
        Mark::Failure,
        Mark::NoScript,
    ];
    let plain = [Mark::Language, Mark::Title, Mark::Description, Mark::Alternates, Mark::Body];
    Templates {
        page: Some(format!("<i data-quiz=\"{QUIZ}\">{}", written(&page))),
        plain: Some(written(&plain)),
        have_copies: false,
    }
}

fn names(files: &[(String, Vec<u8>)]) -> Vec<&str> {
    files.iter().map(|(name, _)| name.as_str()).collect()
}

#[test]
fn the_pages_that_visitors_are_served_are_published_with_it() {
    let mut studio = own();
    studio.templates = templates();
    studio.write("questions/0/words/title", "What is on your mind?");
    studio.send(FileMsg::PressedZip);
    let files = unpacked(&studio.packed[ZIP]);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, [QUIZ, "index.html", "plain.html", "plain.es.html", "plain.ar.html"]);
    for (name, html) in &files[1..3] {
        assert!(html.contains("What is on your mind?"), "{name} has the new words");
        assert!(!html.contains("skin-quiz:"), "no mark is left in {name}");
    }
    assert!(files[1].1.contains("en es ar"), "the page names every language");

    studio.templates.have_copies = true;
    studio.send(FileMsg::PressedZip);
    let files = unpacked(&studio.packed[ZIP]);
    assert_eq!(files.len(), 1, "a server would go on sending the copies of the old page");

    studio.templates = templates();
    studio.templates.page = Some("<i data-quiz=\"data/other.json\">".to_owned());
    studio.send(FileMsg::PressedZip);
    assert_eq!(unpacked(&studio.packed[ZIP]).len(), 1, "the page begins with another quiz");
}

fn host(version: &str) -> Host {
    Host {
        name: "sea-clinic.co.uk".to_owned(),
        publishes: true,
        signs: true,
        version: version.to_owned(),
        ..Host::default()
    }
}

#[test]
fn the_page_around_the_studio_publishes_it() {
    let mut studio = own();
    studio.templates = templates();
    let said = r#"{"skinQuizStudio":"host","name":"sea-clinic.co.uk","publishes":true,"signs":true,"version":"a"}"#;
    assert_eq!(HostMsg::read(said), Some(HostMsg::Host(host("a"))));
    studio.send(Msg::Host(HostMsg::read(said).expect("a message")));
    studio.says("publish-now", "Publish it on sea-clinic.co.uk now");
    studio.send(FileMsg::PressedPublish);
    studio.send(FileMsg::PressedPublish);
    assert_eq!(studio.sent.len(), 1, "it is on its way");
    studio.says("publish-now", "Publishing");
    let sent = &studio.sent[0];
    assert_eq!((sent.request, sent.version.as_str(), sent.signed), (1, "a", false));
    assert!(sent.note.contains("The clinic by the sea"), "{}", sent.note);
    assert_eq!(names(&sent.files)[..2], [QUIZ, "index.html"]);

    let other = HostMsg::Published { request: 7, version: "z".to_owned() };
    studio.send(Msg::Host(other));
    studio.says("publish-now", "Publishing");
    studio.send(Msg::Host(HostMsg::Published { request: 1, version: "b".to_owned() }));
    studio.says("notice", "It is published");
    studio.says("state", "Saved");
    studio.says("unpublished", "Nothing");
    assert_eq!(studio.count("#publish-now[disabled]"), 1);

    studio.write("words/purpose", "Read what it may do for you, and what to ask first.");
    studio.send(FileMsg::PressedPublish);
    assert_eq!(studio.sent[1].version, "b", "it follows the one before");
    studio.write("words/purpose", "Read what to ask first.");
    studio.send(Msg::Host(HostMsg::Published { request: 2, version: "c".to_owned() }));
    studio.says("state", "1 file not saved");
    studio.send(FileMsg::PressedPublish);
    let refused =
        r#"{"skinQuizStudio":"refused","request":3,"why":"server","message":"The disk is full."}"#;
    studio.send(Msg::Host(HostMsg::read(refused).expect("a message")));
    studio.says("notice", "Nothing was published. The disk is full.");
    assert_eq!(studio.count("#publish-now:not([disabled])"), 1);
}

#[test]
fn what_somebody_else_published_meanwhile_is_shown_and_not_overwritten() {
    let mut studio = own();
    studio.send(Msg::Host(HostMsg::Host(host("a"))));
    studio.send(FileMsg::PressedPublish);
    let theirs = studio.website[QUIZ].clone();
    let theirs = String::from_utf8(theirs).expect("a text");
    let theirs = theirs.replace("What would you like help with?", "What do you want help with?");
    studio.website.insert(QUIZ.to_owned(), theirs.into_bytes());
    let refused = r#"{"skinQuizStudio":"refused","request":1,"why":"conflict","by":"Ann","at":"today at 9:00","version":"b"}"#;
    studio.send(Msg::Host(HostMsg::read(refused).expect("a message")));
    studio.says("theirs", "What do you want help with?");
    studio.says("mine", "The clinic by the sea");
    assert!(studio.all("h4").iter().any(|it| it == "Ann, today at 9:00 changed"));
    assert_eq!(studio.count("#publish-now[disabled]"), 1, "one has to decide");
    studio.send(FileMsg::PressedPublish);
    assert_eq!(studio.sent[1].version, "b");
    assert_eq!(studio.count("#theirs"), 0);
}

#[test]
fn who_may_not_publish_or_sign_is_told_so() {
    let mut studio = own();
    let host = Host { publishes: false, signs: false, ..host("a") };
    studio.send(Msg::Host(HostMsg::Host(host)));
    assert_eq!((studio.count("#publish-now"), studio.count("#zip")), (0, 1));
    assert!(studio.all("li").iter().any(|it| it.contains("You may edit here, but not publish.")));
    studio.send(ShowMsg::WentTo(Page::Sign));
    assert_eq!((studio.count("#sign"), studio.count("#may-not-sign")), (0, 1));
}

#[test]
fn pages_that_came_with_an_update_are_published_without_any_edit() {
    let mut studio = own();
    studio.send(Msg::Host(HostMsg::Host(host("a"))));
    studio.send(FileMsg::PressedPublish);
    studio.send(Msg::Host(HostMsg::Published { request: 1, version: "b".to_owned() }));
    studio.templates = templates();
    studio.send(Msg::Host(HostMsg::Host(Host { stale: true, ..host("b") })));
    studio.says("stale", "Publish once more");
    studio.send(FileMsg::PressedPublish);
    assert_eq!(names(&studio.sent[1].files)[0], "index.html");
}

#[test]
fn what_came_with_an_update_is_compared_with_the_quiz() {
    let mut studio = own();
    let shipped = String::from_utf8(studio.website[QUIZ].clone()).expect("a text");
    let shipped = shipped.replace("What would you like help with?", "What brings you here?");
    studio.website.insert(format!("shipped/{QUIZ}"), shipped.into_bytes());
    studio.send(Msg::Host(HostMsg::Host(Host { shipped: vec![QUIZ.to_owned()], ..host("a") })));
    studio.send(ShowMsg::WentTo(Page::Files));
    assert_eq!(studio.count("[id='compare-data/microneedling.json']"), 1);
    studio.send(FileMsg::ComparedShipped(QUIZ.to_owned()));
    studio.says("changes", "What brings you here?");
}

#[test]
fn a_clinician_gets_the_draft_and_its_report_in_one_file() {
    let mut studio = own();
    studio.send(ShowMsg::WentTo(Page::Sign));
    studio.send(FileMsg::PressedDraftPage);
    studio.says("notice", "could not be put into one file");
    assert!(studio.saved.is_empty());

    studio.templates = templates();
    studio.templates.have_copies = true;
    studio.send(FileMsg::PressedDraftPage);
    let html = &studio.saved["microneedling-draft-2026-11-22.html"];
    assert!(html.contains("Draft of 2026-11-22, not published"));
    assert!(html.contains("The clinic by the sea"), "the draft's own data is in it");
    assert!(html.contains("Report for sign-off"));
    assert!(html.contains("pictures/pores.svg"));
}
