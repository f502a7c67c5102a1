//! What is on the website otherwise gets there as one zip, and only if it may.

use std::io::{Cursor, Read};

use studio::model::Page;
use studio::{EditMsg, FileMsg, ShowMsg};
use zip::ZipArchive;

use super::person::Studio;

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
    studio.send(FileMsg::PressedPublish);
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
