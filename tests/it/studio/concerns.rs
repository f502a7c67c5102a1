//! A concern is one thing: added, filled in, split, and undone as one.

use editor::{Edit, FileId, concerns};
use serde_json::{Value, json};
use studio::model::Page;
use studio::{EditMsg, ShowMsg};

use super::person::Studio;
use crate::editor::path;

fn quiz(studio: &Studio) -> Value {
    serde_json::from_str(studio.open().draft.quiz().text()).expect("JSON")
}

fn added(name: &str) -> Studio {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::WentTo(Page::Concern(None)));
    studio.send(EditMsg::AddedConcern(name.to_owned()));
    studio
}

fn set(studio: &mut Studio, place: &str, value: Value) {
    let node = check::node(value.to_string().as_bytes()).expect("JSON");
    studio.send(EditMsg::Wrote(FileId::QUIZ, Edit::Set(path(place), node)));
}

fn errors(studio: &Studio) -> Vec<String> {
    let errors =
        studio.open().findings.iter().filter(|(_, it)| it.severity == check::Severity::Error);
    errors.map(|(_, it)| format!("{}: {}", it.id, it.at)).collect()
}

#[test]
fn the_concerns_are_the_choices_that_benefits_are_for() {
    let studio = Studio::opened();
    let all = concerns(studio.open().draft.quiz().node());
    let names: Vec<&str> = all.iter().map(|it| it.name.as_str()).collect();
    let expected =
        ["Fine lines and wrinkles", "Uneven texture", "Acne scars", "Large pores", "Dullness"];
    assert_eq!(names, expected);
    assert_eq!((all[2].questions.len(), all[2].benefits.len(), all[2].plans.len()), (1, 2, 3));
}

#[test]
fn a_new_concern_has_all_its_parts_in_one_step() {
    let before = Studio::opened().open().draft.quiz().text().to_owned();
    let mut studio = added("Dark spots");
    assert_eq!(studio.open().page, Page::Concern(Some(5)));
    studio.says("heading", "Dark spots");
    let quiz = quiz(&studio);
    let choices = quiz["questions"][0]["choices"].as_array().expect("choices");
    let last = choices.iter().rposition(|it| it["id"] == "dark-spots").expect("the choice");
    assert_eq!(choices[last]["words"]["short"], "dark spots");
    assert!(choices[last + 1..].iter().all(|it| it["exclusive"] == true), "above “None of these”");
    let questions = quiz["questions"].as_array().expect("questions");
    let asked = json!({"picked": "concerns.dark-spots"});
    let copied = questions.iter().find(|it| it["when"] == asked).expect("a question");
    assert_eq!(copied["choices"][0]["words"]["label"], "A little");
    assert_eq!(quiz["benefits"][6]["for"], "concerns.dark-spots");
    assert_eq!(quiz["plans"][11]["for"], "concerns.dark-spots");
    let id = copied["id"].as_str().expect("an id");
    let file = studio.open().draft.find("data/microneedling.es.json").expect("Spanish");
    let spanish = studio.open().draft.document(file).node().get("words").expect("words");
    let first = copied["choices"][0]["id"].as_str().expect("an id");
    assert!(spanish.text(&format!("questions.{id}.choices.{first}.label")).is_some(), "translated");
    assert_eq!(spanish.text(&format!("questions.{id}.title")), None, "its title is another");
    studio.send(EditMsg::Undid);
    assert_eq!(studio.open().draft.quiz().text(), before);
    assert!(!studio.editor.is_unsaved());
}

#[test]
fn filled_in_on_its_page_it_is_complete() {
    let mut studio = added("Dark spots");
    let question = concerns(studio.open().draft.quiz().node())[5].questions[0].clone();
    for field in
        ["f-benefits-6-words-may", "f-plans-11-sessions", "f-questions-0-choices-5-picture"]
    {
        assert_eq!(studio.count(&format!("#{field}")), 1, "{field} is on its page");
    }
    assert!(!errors(&studio).is_empty());
    let title = format!(
        "{}/words/title",
        question
            .0
            .iter()
            .map(|it| match it {
                data::Step::Field(name) => name.to_string(),
                data::Step::Entry(index) => index.to_string(),
            })
            .collect::<Vec<_>>()
            .join("/")
    );
    for (place, value) in [
        (title.as_str(), json!("How much do you notice the dark spots?")),
        ("benefits/6/words/title", json!("The look of dark spots")),
        ("benefits/6/words/may", json!("It may make dark spots look a little less noticeable.")),
        ("benefits/6/words/not", json!("It does not take them away.")),
        ("benefits/6/words/evidence", json!("We found no trial of plain needling for dark spots.")),
        ("benefits/6/sources", json!(["ablon-2018"])),
        ("plans/11/sessions", json!([3, 4])),
        ("plans/11/weeksBetween", json!([4, 4])),
        ("plans/11/sources", json!(["ablon-2018"])),
    ] {
        set(&mut studio, place, value);
    }
    assert_eq!(errors(&studio), Vec::<String>::new());
}

#[test]
fn one_plan_becomes_one_for_each_answer() {
    let mut studio = added("Dark spots");
    set(&mut studio, "plans/11/sessions", json!([3, 4]));
    let split = EditMsg::SplitPlan(path("questions/0/choices/5"));
    assert_eq!(studio.count("#split-plan"), 1);
    studio.send(split.clone());
    let plans = quiz(&studio)["plans"].as_array().expect("plans")[11..].to_vec();
    assert_eq!(plans.len(), 3);
    assert!(plans.iter().all(|it| it["sessions"] == json!([3, 4])));
    assert!(plans.iter().all(|it| it["when"]["picked"].is_string()));
    assert_eq!(studio.count("#split-plan"), 0, "each answer has its own");
    studio.send(split);
    assert_eq!(quiz(&studio)["plans"].as_array().map(Vec::len), Some(14));
}

#[test]
fn a_concern_is_deleted_as_one_thing() {
    let before = quiz(&Studio::opened());
    let mut studio = added("Dark spots");
    let choice = concerns(studio.open().draft.quiz().node())[5].choice.clone();
    studio.send(ShowMsg::AskedToDelete(choice.clone()));
    studio.says("asked-deleted", "Dark spots");
    studio.send(EditMsg::CleanedUp(choice));
    assert_eq!(studio.open().page, Page::Concern(None));
    assert_eq!(quiz(&studio), before);
}

#[test]
fn what_names_the_other_concerns_is_offered() {
    let studio = added("Dark spots");
    assert!(studio.count("#elsewhere li") > 0);
    let mut studio = Studio::opened();
    studio.send(ShowMsg::WentTo(Page::Concern(Some(0))));
    let named: Vec<String> = studio.all("#elsewhere li");
    assert!(!named.iter().any(|it| it.contains("wrinkles")), "{named:?}");
}
