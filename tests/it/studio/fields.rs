//! What the forms say of a thing and its fields, and offer.

use editor::{Edit, FileId};
use studio::model::Page;
use studio::{EditMsg, ShowMsg};

use super::person::Studio;
use crate::editor::path;

#[test]
fn a_plan_is_named_by_what_it_is_for() {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::WentTo(Page::Part("plans")));
    let names = studio.all("ol.things .go span");
    assert!(names[0].starts_with("fine lines – A little"), "{names:?}");
    assert!(names.iter().any(|name| name == "large pores"), "{names:?}");
    studio.send(ShowMsg::Filtered("wrinkles-mild".to_owned()));
    assert_eq!(studio.count("ol.things > li"), 1, "its id finds it");
    studio.send(ShowMsg::WentTo(Page::Item("plans", 0)));
    studio.says("heading", "fine lines – A little");
}

#[test]
fn a_condition_that_was_just_added_inside_is_to_be_filled_in() {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::WentTo(Page::Item("plans", 0)));
    let rule = serde_json::json!({"all": [{"picked": "wrinkles-look.mild"}, {"all": []}]});
    let rule = check::node(rule.to_string().as_bytes()).expect("JSON");
    studio.send(EditMsg::Wrote(FileId::QUIZ, Edit::Set(path("plans/0/when"), rule)));
    studio.says("ready", "1 thing to fill in");
    assert_eq!(studio.words("f-plans-0-when-told").as_deref(), Some("Still to fill in. Say when."));
}

#[test]
fn many_sources_are_filtered_and_those_chosen_stay() {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::WentTo(Page::Item("benefits", 4)));
    let offered = |studio: &Studio| studio.ids("#f-benefits-4-sources li input");
    let (all, chosen) = (offered(&studio), studio.ids("#f-benefits-4-sources li input[checked]"));
    assert!(all.len() > 40 && !chosen.is_empty(), "{all:?}");
    studio.send(ShowMsg::FilteredSources(path("benefits/4/sources"), "FDA".to_owned()));
    let some = offered(&studio);
    assert!(some.len() < 12 && chosen.iter().all(|it| some.contains(it)), "{some:?}");
    assert!(some.contains(&"f-benefits-4-sources-fda-devices".to_owned()), "{some:?}");
    studio.send(ShowMsg::WentTo(Page::Item("benefits", 3)));
    studio.send(ShowMsg::WentTo(Page::Item("benefits", 4)));
    assert_eq!(offered(&studio), all, "elsewhere it is forgotten");
}

#[test]
fn a_text_says_which_translations_are_older() {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::WentTo(Page::Item("benefits", 3)));
    let older = |studio: &Studio| studio.words("f-benefits-3-words-may-older");
    assert_eq!(older(&studio), None);
    studio.send(ShowMsg::Focused("f-benefits-3-words-may".to_owned()));
    studio.send(EditMsg::EnteredField);
    studio.write("benefits/3/words/may", "It may help some.");
    assert_eq!(older(&studio), None, "not while somebody types");
    studio.send(EditMsg::LeftField);
    let said = older(&studio).expect("a line");
    assert!(said.contains("Spanish") && said.contains("Arabic"), "{said}");
    let confirmed = |tag: &str| {
        EditMsg::ConfirmedTranslation(tag.to_owned(), "benefits.acne-scars-severe.may".to_owned())
    };
    studio.send(confirmed("es"));
    let said = older(&studio).expect("a line");
    assert!(!said.contains("Spanish") && said.contains("Arabic"), "{said}");
}
