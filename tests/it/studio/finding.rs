//! Somebody looks for things, goes to them and back, and copies them.

use editor::FileId;
use serde_json::json;
use studio::model::{Page, Tour};
use studio::{EditMsg, FileMsg, ShowMsg};

use super::person::{QUIZ, Studio, published, site};
use crate::editor::path;

fn looked_for(studio: &mut Studio, words: &str) -> Vec<String> {
    studio.send(ShowMsg::Searched(Some(words.to_owned())));
    studio.all("#hits li")
}

#[test]
fn everything_can_be_looked_for() {
    let mut studio = Studio::opened();
    assert!(looked_for(&mut studio, "  ").is_empty());
    assert_eq!(studio.focus, Some("search"));
    for (words, place) in [
        ("BLEEDING disorder", "Caution: "),
        ("acne-scars", "choice: Acne scars"),
        ("doi.org", "Source: "),
        ("cicatrices", "microneedling.es.json"),
        ("ندبات", "microneedling.ar.json"),
    ] {
        let hits = looked_for(&mut studio, words);
        assert!(hits.iter().any(|hit| hit.contains(place)), "{words}: {hits:?}");
    }
    assert_eq!(looked_for(&mut studio, "e").len(), 60, "no more than somebody reads");
    assert!(looked_for(&mut studio, "never heard of").is_empty());
    studio.says("found", "Nothing has these words");
    studio.send(ShowMsg::Searched(None));
    assert_eq!((studio.words("search-close"), studio.focus), (None, Some("heading")));
}

#[test]
fn what_was_found_is_gone_to() {
    let mut studio = Studio::opened();
    let file = studio.open().draft.find("data/microneedling.es.json").expect("a translation");
    for (file, place, page, id) in [
        (FileId::QUIZ, "plans/2/sessions/0", Page::Item("plans", 2), "f-plans-2-sessions"),
        (FileId::QUIZ, "sources/3/link", Page::Item("sources", 3), "f-sources-3-link"),
        (FileId::QUIZ, "clinic/name", Page::Part("clinic"), "f-clinic-name"),
        (FileId::QUIZ, "words/title", Page::Part("start"), "f-words-title"),
        (
            FileId::QUIZ,
            "questions/0/choices/2/words/label",
            Page::Item("questions", 0),
            "f-questions-0-choices-2-words-label",
        ),
        (
            FileId::QUIZ,
            "cautions/1/when/all/0/picked",
            Page::Item("cautions", 1),
            "f-cautions-1-when",
        ),
        (
            file,
            "words/questions.concerns.title",
            Page::Language(Some("es".to_owned())),
            "t-questions-concerns-title",
        ),
    ] {
        studio.send(ShowMsg::Searched(Some("a".to_owned())));
        studio.send(ShowMsg::WentToPlace(file, path(place)));
        assert_eq!((&studio.open().page, studio.words("search-close")), (&page, None), "{place}");
        let there = studio.places.iter().find(|id| studio.count(&format!("[id='{id}']")) == 1);
        assert_eq!(there.map(String::as_str), Some(id), "{place}: {:?}", studio.places);
    }
}

#[test]
fn every_page_has_an_address() {
    let mut studio = Studio::opened();
    let pages = [
        (Page::Item("questions", 3), "item/questions/3"),
        (Page::Part("clinic"), "part/clinic"),
        (Page::Language(Some("pt-BR".to_owned())), "language/pt-BR"),
        (Page::Language(None), "language"),
        (Page::Visitor(Some(2)), "visitor/2"),
        (Page::Visitor(None), "visitor"),
        (Page::Problems, "problems"),
        (Page::Map, "map"),
        (Page::Sign, "sign"),
        (Page::Website, "website"),
        (Page::Files, "files"),
    ];
    for (page, address) in pages {
        studio.send(ShowMsg::WentTo(page.clone()));
        assert_eq!(studio.addresses.last().map(String::as_str), Some(address));
        assert_eq!(Page::read(address), Some(page.clone()));
        studio.send(ShowMsg::WentTo(page));
        assert_eq!(studio.addresses.iter().filter(|it| *it == address).count(), 1);
        let mut again = site(published());
        address.clone_into(&mut again.address);
        assert_eq!(Studio::of(again).open().page.write(), address, "a reload leads there");
    }
    for address in ["", "item/questions", "item/nothing/1", "part/nothing", "elsewhere", "item//"] {
        assert_eq!(Page::read(address), None, "{address}");
    }
}

#[test]
fn an_entry_that_is_no_longer_there_shows_its_list() {
    let mut website = site(published());
    website.address = "item/questions/999".to_owned();
    assert!(Studio::of(website).words("heading").expect("a heading").contains("Questions"));
}

#[test]
fn a_list_is_filtered_by_name_id_and_sort() {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::WentTo(Page::Part("cautions")));
    let all = studio.all(".things > li").len();
    assert!(all > 20 && studio.all(".things .go").iter().any(|it| it.contains("Hold")));
    studio.send(ShowMsg::Filtered("hold".to_owned()));
    let holds = studio.all(".things .go");
    assert!(!holds.is_empty() && holds.len() < all && holds.iter().all(|it| it.contains("Hold")));
    studio.send(ShowMsg::Filtered("keloid".to_owned()));
    assert!(studio.all(".things > li").len() < all);
    studio.send(ShowMsg::Filtered("never heard of".to_owned()));
    studio.says("none-listed", "No caution has these words");
    studio.send(ShowMsg::WentTo(Page::Part("sources")));
    assert!(studio.words("none-listed").is_none(), "another list has a filter of its own");
    studio.send(ShowMsg::WentTo(Page::Part("endings")));
    assert_eq!(studio.count("#filter"), 0, "a short list needs none");
}

#[test]
fn everything_can_be_copied_with_its_translations() {
    let mut studio = Studio::opened();
    let id = studio.open().draft.quiz().at(&path("questions/1")).and_then(|it| it.text("id"));
    let id = id.expect("an id").to_owned();
    studio.send(EditMsg::Duplicated(path("questions/1")));
    assert_eq!(studio.open().page, Page::Item("questions", 2));
    studio.send(FileMsg::PressedSave);
    let (quiz, spanish) =
        (studio.saved("microneedling.json"), studio.saved("microneedling.es.json"));
    let copy = format!("{id}-2");
    assert_eq!(quiz["questions"][2]["id"], json!(copy));
    assert_eq!(quiz["questions"][2]["words"], quiz["questions"][1]["words"]);
    for field in ["words", "translatedFrom"] {
        let of = |id: &str| {
            let key = format!("questions.{id}.");
            let all = spanish[field].as_object().expect("an object").iter();
            let mine = all.filter_map(|(name, it)| Some((name.strip_prefix(&key)?.to_owned(), it)));
            mine.map(|(name, it)| (name, it.clone())).collect::<Vec<_>>()
        };
        let mut pair = [of(&id), of(&copy)];
        pair.iter_mut().for_each(|it| it.sort_by(|a, b| a.0.cmp(&b.0)));
        assert!(!pair[0].is_empty() && pair[0] == pair[1], "{field}");
    }
    studio.send(EditMsg::Undid);
    studio.send(FileMsg::PressedSave);
    assert_eq!(studio.saved[QUIZ.trim_start_matches("data/")].matches(&copy).count(), 0);

    studio.send(ShowMsg::WentTo(Page::Item("questions", 0)));
    studio.send(ShowMsg::Folded(path("questions/0/choices/2"), true));
    studio.send(EditMsg::Duplicated(path("questions/0/choices/1")));
    assert_eq!(studio.count("#f-questions-0-choices-2[open]"), 1, "the copy is open");
    assert_eq!(studio.count("#f-questions-0-choices-3[open]"), 1, "and what was open");
    assert_eq!(studio.count("#form details[open]:not(.sources)"), 2);
}

#[test]
fn somebody_new_is_shown_around_in_five_steps_or_not_at_all() {
    let mut studio = Studio::opened();
    assert_eq!(studio.words("tour"), None);
    studio.send(ShowMsg::ShownAround(Some(Tour::Parts)));
    studio.says("tour", "1 of 5");
    assert_eq!((studio.focus, studio.count("[data-tour=parts]")), (Some("tour"), 1));
    let mut step = Some(Tour::Offer);
    let mut steps = Vec::new();
    while let Some(now) = step.and_then(Tour::next) {
        steps.push(now);
        step = Some(now);
    }
    assert_eq!(steps, Tour::STEPS);
    studio.send(ShowMsg::ShownAround(None));
    assert_eq!(studio.words("tour"), None);
}
