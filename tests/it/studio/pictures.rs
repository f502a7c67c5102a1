//! A picture is chosen for a choice, shown, looked for on the website, and gets there with the quiz.

use std::io::{Cursor, Read};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use browser::studio::picture::Chosen;
use data::Node;
use editor::{Edit, FileId};
use studio::model::{Page, StoredDraft};
use studio::{Done, EditMsg, FileMsg, Msg, ShowMsg};
use zip::ZipArchive;

use super::person::{QUIZ, Studio, published, site};
use super::publishing::{ZIP, own};
use crate::editor::path;

/// The picture of "Large pores".
const FIELD: &str = "questions/0/choices/3/picture";

const DRAWING: &str = "<svg xmlns='http://www.w3.org/2000/svg'/>";

fn drawn(drawing: &str) -> Chosen {
    let address = format!("data:image/svg+xml;base64,{}", STANDARD.encode(drawing));
    Chosen { name: "IMG 2034.svg".to_owned(), address: Some(address) }
}

impl Studio {
    fn choose(&mut self, chosen: Chosen) {
        self.send(EditMsg::ChosePicture(path(FIELD), chosen));
    }

    /// The picture of the choice, in the file.
    fn chosen(&self) -> &str {
        let choice = self.open().draft.quiz().at(&path("questions/0/choices/3"));
        choice.and_then(|it| it.text("picture")).unwrap_or_default()
    }

    /// The same in the preview.
    fn shown(&self) -> Option<String> {
        self.preview.as_ref()?.quiz.questions[0].choices[3].picture.clone()
    }
}

#[test]
fn a_picture_is_named_shown_and_published_with_the_quiz() {
    let mut studio = own();
    studio.choose(drawn(DRAWING));
    assert_eq!(studio.chosen(), "pictures/pores-2.svg", "the website has a pores.svg");
    assert_eq!(studio.shown(), drawn(DRAWING).address);
    let files = studio.all("#unpublished code");
    assert_eq!(files, [QUIZ, "pictures/pores-2.svg"]);

    studio.send(FileMsg::PressedPublish);
    let mut zip = ZipArchive::new(Cursor::new(&studio.packed[ZIP])).expect("a zip");
    let mut packed = String::new();
    let mut file = zip.by_name("pictures/pores-2.svg").expect("the picture");
    file.read_to_string(&mut packed).expect("a text");
    assert_eq!(packed, DRAWING);
}

#[test]
fn it_is_shown_beside_its_field_and_can_be_removed() {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::WentToPlace(FileId::QUIZ, path(FIELD)));
    assert_eq!(studio.count("img[src='pictures/pores.svg']"), 1);
    studio.choose(drawn(DRAWING));
    assert_eq!(studio.count("img[src^='data:image/svg+xml;base64,']"), 1);
    studio.send(EditMsg::Wrote(FileId::QUIZ, Edit::Remove(path(FIELD))));
    assert_eq!(studio.chosen(), "");
    studio.send(EditMsg::Undid);
    studio.send(EditMsg::Undid);
    assert_eq!(studio.chosen(), "pictures/pores.svg");
}

#[test]
fn another_one_for_the_same_choice_takes_nothing_away() {
    let mut studio = Studio::opened();
    studio.choose(drawn(DRAWING));
    studio.choose(drawn(&DRAWING.replace("svg ", "svg width='1' ")));
    assert_eq!(studio.chosen(), "pictures/pores-3.svg");
    studio.send(EditMsg::Undid);
    assert_eq!(studio.shown(), drawn(DRAWING).address);
    studio.choose(drawn(DRAWING));
    assert_eq!(studio.chosen(), "pictures/pores-2.svg", "the same picture has one name");
}

#[test]
fn what_is_no_picture_changes_nothing() {
    let mut studio = Studio::opened();
    for address in [None, Some("data:text/html;base64,aGk=".to_owned())] {
        studio.choose(Chosen { name: "Prices.docx".to_owned(), address });
        studio.says("notice", "Prices.docx is no picture that browsers can show.");
        assert_eq!(studio.chosen(), "pictures/pores.svg");
    }
}

#[test]
fn it_is_in_the_draft_after_a_reload() {
    let mut studio = Studio::opened();
    studio.choose(drawn(DRAWING));
    let mut left = site(published());
    left.stored = StoredDraft::read(&studio.stored.take().expect("a stored draft"));
    let studio = Studio::of(left);
    assert_eq!(studio.shown(), drawn(DRAWING).address);
    assert!(!studio.open().findings.iter().any(|(_, it)| it.id.starts_with("picture/")));
}

#[test]
fn it_is_saved_once_beside_the_quiz() {
    let mut studio = Studio::opened();
    studio.choose(drawn(DRAWING));
    studio.send(FileMsg::PressedSave);
    assert_eq!(studio.packed.remove("pores-2.svg").as_deref(), Some(DRAWING.as_bytes()));
    studio.says("notice", "put it on the website as pictures/pores-2.svg");
    studio.write("words/title", "Another title");
    studio.send(FileMsg::PressedSave);
    assert!(studio.packed.is_empty());
}

#[test]
fn one_that_the_website_has_not_is_missing_and_a_heavy_one_is_told_of() {
    let mut studio = Studio::opened();
    let named = |name: &str| {
        EditMsg::Wrote(FileId::QUIZ, Edit::Set(path(FIELD), Node::Text(name.to_owned())))
    };
    studio.send(named("pictures/nowhere.svg"));
    studio.finding("picture/missing");
    studio.send(ShowMsg::WentTo(Page::Problems));
    assert!(studio.all(".told, #form").concat().contains("Choose the picture again"));
    studio.send(named("pictures/texture.svg"));
    assert!(!studio.open().findings.iter().any(|(_, it)| it.id.starts_with("picture/")));
    studio.choose(drawn(&DRAWING.replace("/>", &format!("><!--{}--></svg>", "-".repeat(20_000)))));
    studio.finding("picture/heavy");
}

#[test]
fn another_draft_takes_no_picture_of_the_same_name_away() {
    let other_drawing = DRAWING.replace("svg ", "svg width='1' ");
    let mut other = Studio::opened();
    other.choose(drawn(&other_drawing));
    let mut studio = Studio::opened();
    studio.choose(drawn(DRAWING));
    let left = other.stored.take().expect("a stored draft");
    studio.send(Msg::Done(Done::ListedDrafts(vec![("today".to_owned(), left.clone())])));
    studio.send(FileMsg::ChoseDraft(0));
    studio.says("notice", "It has another picture as pictures/pores-2.svg");
    assert_eq!(studio.shown(), drawn(DRAWING).address);

    let mut studio = Studio::opened();
    studio.send(Msg::Done(Done::ListedDrafts(vec![("today".to_owned(), left)])));
    studio.send(FileMsg::ChoseDraft(0));
    assert_eq!(studio.shown(), drawn(&other_drawing).address);
}
