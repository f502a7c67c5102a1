use std::rc::Rc;

use quiz::link::{self, Opened};
use quiz::{Answers, Outcome, Quiz, Screen};
use text::{Key, Text};
use view::{Event, Notice};
use visit::{Model, Msg, Renewal, update};

use crate::files;
use crate::visitor::pick_of;

/// Answers to every question, one after the other.
const WALK: &str = "concerns.wrinkles wrinkles-look.mild sun.type-2 marks.rarely area.face age.22-plus \
     skin-today.none medicines.none health.none habits.none";

#[test]
fn an_answer_and_continue_lead_to_the_next_question() {
    check(&["pick concerns.pores", "continue"], "pores-look, at 1");
}

#[test]
fn continue_without_an_answer_stays_and_says_so() {
    check(&["continue"], "concerns, at 0, attempted");
}

#[test]
fn an_answer_takes_the_message_away() {
    check(&["continue", "pick concerns.pores"], "concerns, at 0");
}

#[test]
fn continuing_twice_at_once_skips_no_question() {
    check(&["pick concerns.pores", "continue", "continue"], "pores-look, at 1, attempted");
}

#[test]
fn continuing_twice_at_the_last_question_stays_at_the_result() {
    check(&["walk", "continue", "continue"], "result, at 10");
}

#[test]
fn a_tap_on_one_answer_goes_on() {
    check(&["answer concerns.pores", "tap pores-look.mild"], "sun, at 2");
}

#[test]
fn a_tap_on_one_of_many_answers_does_not() {
    check(&["tap concerns.pores"], "concerns, at 0");
}

#[test]
fn a_second_tap_hits_a_question_that_is_gone_and_changes_nothing() {
    check(&["answer concerns.pores", "tap pores-look.mild", "tap pores-look.severe"], "sun, at 2");
    let twice = after(&["answer concerns.pores", "tap pores-look.mild", "tap pores-look.severe"]);
    let once = after(&["answer concerns.pores", "tap pores-look.mild"]);
    assert_eq!(twice.answers(), once.answers());
}

#[test]
fn a_pick_of_a_question_not_on_the_screen_changes_nothing() {
    let model = after(&["pick health.pregnant", "pick wrinkles-look.mild"]);
    assert_eq!(model.answers(), &Answers::none(model.quiz()));
}

#[test]
fn back_at_the_first_question_stays() {
    check(&["back"], "concerns, at 0");
}

#[test]
fn a_stale_position_in_the_history_is_held_to_what_was_answered() {
    check(&["answer concerns.pores", "move 9"], "pores-look, at 1");
    check(&["walk", "move 4294967295"], "result, at 10");
}

#[test]
fn a_reopened_answer_leads_back_to_the_result() {
    check(&["walk", "reopen 2", "pick sun.type-5", "continue"], "result, at 10");
}

#[test]
fn a_reopened_answer_that_asks_more_leads_to_what_is_open_and_then_to_the_result() {
    let more = ["walk", "reopen 0", "pick concerns.pores", "continue"];
    check(&more, "pores-look, at 2");
    check(&[&more[..], &["answer pores-look.mild"]].concat(), "result, at 11");
}

#[test]
fn a_reopened_answer_can_end_the_quiz() {
    check(&["walk", "reopen 5", "pick age.under-18", "continue"], "ending under-18, at 6");
}

#[test]
fn back_from_a_reopened_answer_goes_on_step_by_step() {
    check(&["walk", "reopen 2", "back", "continue"], "sun, at 2");
}

#[test]
fn starting_again_keeps_the_answers() {
    check(&["walk", "restart"], "concerns, at 0");
    assert_eq!(after(&["walk", "restart"]).answers(), after(&["walk"]).answers());
}

#[test]
fn clearing_forgets_every_answer() {
    check(&["walk", "clear"], "concerns, at 0");
    let model = after(&["walk", "clear"]);
    assert_eq!(model.answers(), &Answers::none(model.quiz()));
}

#[test]
fn a_copy_is_confirmed_until_the_next_step() {
    check(&["walk", "copied"], "result, at 10, copied");
    check(&["walk", "copied", "back"], "habits, at 9");
    check(&["walk", "copy failed"], "result, at 10, copy failed");
}

#[test]
fn what_was_picked_before_the_program_had_loaded_counts() {
    let quiz = quiz();
    let picked = ["concerns.pores", "concerns.texture"].map(|name| pick_of(&quiz, name));
    let begun = Model::new(quiz, words(), Opened::Nothing);
    let model = update(&begun, Msg::TookOver(picked.to_vec(), false));
    let model = take(&model, "continue");
    assert_eq!(shown(&model), "texture-look, at 1");
}

#[test]
fn a_stale_link_gives_a_notice_until_the_next_step() {
    let quiz = quiz();
    let opened = link::open(&quiz, "#r1.microneedling.wrinkles-of-old.");
    let model = Model::new(quiz, words(), opened);
    assert_eq!(shown(&model), "concerns, at 0, stale link");
    let model =
        ["pick concerns.pores", "continue"].iter().fold(model, |model, it| take(&model, it));
    assert_eq!(shown(&model), "pores-look, at 1");
}

#[test]
fn a_shared_result_never_offers_booking_and_takes_no_answer() {
    let quiz = quiz();
    let opened = link::open(&quiz, "#r1.microneedling.wrinkles.wrinkles-mild");
    let model = Model::new(quiz, words(), opened);
    let shared = model.scene().shared.expect("the link opens").clone();
    let outcome = Outcome::from_shared(model.quiz(), &shared);
    assert!(!outcome.may_book() && !outcome.on_hold() && outcome.cautions.is_empty());
    let picked = take(&model, "pick concerns.pores");
    assert_eq!((shown(&picked), picked.answers()), (shown(&model), model.answers()));
    assert_eq!(shown(&take(&model, "restart")), "concerns, at 0");
}

#[test]
fn a_newer_edition_keeps_what_it_still_asks() {
    let model = after(&["walk"]);
    let newer = edited(|file| {
        file["questions"].as_array_mut().expect("a list").retain(|it| it["id"] != "sun");
        file["cautions"] = serde_json::json!([]);
        file["benefits"] = serde_json::json!([]);
        file["ask"] = serde_json::json!([]);
    });
    let model = update(&model, Msg::GotFiles(Renewal::told(newer, words())));
    assert_eq!(shown(&model), "result, at 9");
    let names: Vec<&str> = WALK.split_whitespace().filter(|name| *name != "sun.type-2").collect();
    let wanted = names.iter().fold(Answers::none(model.quiz()), |answers, name| {
        let pick = pick_of(model.quiz(), name);
        answers.after(model.quiz(), pick.question, pick.choice)
    });
    assert_eq!(model.answers(), &wanted);
}

#[test]
fn a_newer_edition_drops_a_choice_that_it_has_no_more() {
    let model = after(&["answer concerns.pores concerns.wrinkles", "answer wrinkles-look.severe"]);
    assert_eq!(shown(&model), "pores-look, at 2");
    let newer = edited(|file| {
        let looks = file["questions"][1]["choices"].as_array_mut().expect("a list");
        looks.retain(|choice| choice["id"] != "severe");
        file["plans"] = serde_json::json!([]);
        file["ask"] = serde_json::json!([]);
    });
    assert_eq!(
        shown(&update(&model, Msg::GotFiles(Renewal::told(newer, words())))),
        "wrinkles-look, at 1, updated"
    );
}

/// What changes before the visitor's eyes is said to have changed.
#[test]
fn a_question_of_a_newer_edition_is_told_to_be_another() {
    let told = |model: &Model, edit: fn(&mut serde_json::Value)| {
        let newer = update(model, Msg::GotFiles(Renewal::told(edited(edit), words())));
        newer.scene().notice == Some(&Notice::Updated)
    };
    let title = |file: &mut serde_json::Value| {
        file["questions"][0]["words"]["title"] = serde_json::json!("Other words?");
    };
    let first = after(&[]);
    assert!(!told(&first, |_| {}));
    assert!(told(&first, title));
    assert!(!told(&first, |file| file["words"]["title"] = serde_json::json!("Another title")));
    let label = |file: &mut serde_json::Value| {
        file["questions"][0]["choices"][1]["words"]["label"] = serde_json::json!("Rough skin");
    };
    assert!(told(&first, label));
    let second = after(&["answer concerns.wrinkles"]);
    assert!(!told(&second, title) && !told(&second, label));
    let taken = |file: &mut serde_json::Value| {
        let choices = file["questions"][0]["choices"].as_array_mut().expect("a list");
        choices.swap(0, 1);
    };
    assert!(told(&second, taken), "the first question is asked again");
    assert!(!told(&after(&["walk"]), title), "a result");
    assert_eq!(update(&first, in_spanish()).scene().notice, None, "another language");

    let silent = update(&first, Msg::GotFiles(Renewal::silent(edited(title), words())));
    assert_eq!(silent.scene().notice, None, "staff change it themselves");
    let newer = update(&first, Msg::GotFiles(Renewal::told(edited(title), words())));
    let kept = Model::restored(Rc::clone(newer.quiz()), words(), Opened::Nothing, &newer.saved());
    assert_same(&kept, &newer);
    let again = update(&newer, Msg::GotFiles(Renewal::told(Rc::clone(newer.quiz()), words())));
    assert_eq!(again.scene().notice, Some(&Notice::Updated));
    assert_eq!(take(&newer, "answer concerns.wrinkles").scene().notice, None);
}

/// "None of these" was not said of a choice that was added since.
#[test]
fn a_newer_edition_asks_again_what_has_other_choices() {
    let model = after(&["walk"]);
    assert_eq!(shown(&model), "result, at 10");
    let newer = edited(|file| {
        let question = &mut file["questions"].as_array_mut().expect("a list")[10];
        assert_eq!(question["id"], "skin-today");
        let added = serde_json::json!({"id": "new", "words": {"label": "A new reason to wait"}});
        question["choices"].as_array_mut().expect("a list").insert(0, added);
    });
    let model = update(&model, Msg::GotFiles(Renewal::told(newer, words())));
    assert_eq!(shown(&model), "skin-today, at 6, updated");
    let model = ["answer skin-today.none"].iter().fold(model, |model, step| take(&model, step));
    assert_eq!(shown(&model), "medicines, at 7");
}

#[test]
fn another_language_keeps_answers_position_and_a_shared_result() {
    let model = after(&["answer concerns.pores", "pick pores-look.mild"]);
    let spanish = update(&model, in_spanish());
    assert_eq!(shown(&spanish), "pores-look, at 1");
    assert_eq!(spanish.answers(), model.answers());
    assert_eq!(spanish.quiz().shown_language(), "es");
    assert_eq!(spanish.text().get(Key::Continue), "Continuar");
    let opened = link::open(&quiz(), "#r1.microneedling.wrinkles.wrinkles-mild");
    let shared = Model::new(quiz(), words(), opened);
    let spanish = update(&shared, in_spanish());
    assert_eq!(shown(&spanish), "shared result, at 0");
    assert_eq!(spanish.scene().shared, shared.scene().shared);
}

#[test]
fn a_language_that_does_not_come_is_told_of_until_the_next_step() {
    let model = update(&after(&["answer concerns.pores"]), Msg::LanguageFailed);
    assert_eq!(shown(&model), "pores-look, at 1, no language");
    assert_eq!(shown(&update(&model, in_spanish())), "pores-look, at 1");
    assert_eq!(shown(&take(&model, "back")), "concerns, at 0");
}

#[test]
fn a_visit_that_was_kept_goes_on_as_it_was() {
    let visits: [&[&str]; 12] = [
        &[],
        &["continue"],
        &["pick concerns.pores", "pick concerns.texture"],
        &["answer concerns.pores", "tap pores-look.mild"],
        &["answer concerns.pores", "answer pores-look.mild", "back", "back"],
        &["walk"],
        &["walk", "copied"],
        &["walk", "copy failed"],
        &["walk", "along"],
        &["walk", "reopen 0"],
        &["walk", "reopen 0", "pick concerns.pores", "continue"],
        &["walk", "clear"],
    ];
    let next = ["continue", "back", "pick concerns.pores", "restart"];
    for steps in visits {
        let model = after(steps);
        let again = Model::restored(quiz(), words(), Opened::Nothing, &model.saved());
        assert_same(&again, &model);
        for step in next {
            assert_same(&take(&again, step), &take(&model, step));
        }
    }
}

#[test]
fn a_shared_result_that_was_kept_is_shown_again_unless_it_was_left() {
    let opened = || link::open(&quiz(), "#r1.microneedling.wrinkles.wrinkles-mild");
    let shared = Model::new(quiz(), words(), opened());
    for model in [shared.clone(), take(&shared, "restart")] {
        assert_same(&Model::restored(quiz(), words(), opened(), &model.saved()), &model);
    }
    let stale = Model::new(quiz(), words(), Opened::Stale);
    assert_same(&Model::restored(quiz(), words(), Opened::Stale, &stale.saved()), &stale);
    let without = update(&shared, Msg::LanguageFailed);
    assert_same(&Model::restored(quiz(), words(), opened(), &without.saved()), &without);
}

#[test]
fn what_was_kept_can_be_anything() {
    for kept in [
        "",
        "\n",
        "x y z",
        "99 arslh 11111111111111 1",
        "18446744073709551615  \n\nf",
        "1  1x0\nf\u{e9}",
    ] {
        let model = Model::restored(quiz(), words(), Opened::Nothing, kept);
        assert!(model.at() <= model.walk().last(), "{kept:?}");
        for (index, question) in model.quiz().questions.iter().enumerate() {
            let picks = model.answers().of(index);
            assert!(picks.iter().all(|choice| choice < question.choices.len()), "{kept:?}");
        }
    }
}

fn assert_same(one: &Model, other: &Model) {
    assert_eq!(one.saved(), other.saved());
    assert_eq!(shown(one), shown(other));
    assert_eq!(one.answers(), other.answers());
    assert_eq!(one.scene().shared, other.scene().shared);
    assert_eq!(one.scene().notice, other.scene().notice);
    let flags =
        |model: &Model| (model.scene().attempted, model.scene().stepped, model.scene().along);
    assert_eq!(flags(one), flags(other));
}

fn in_spanish() -> Msg {
    Msg::GotFiles(Renewal::told(Rc::new(files::translated("es")), Rc::new(files::words("es"))))
}

/// What is on the screen after some steps from the first.
fn check(steps: &[&str], wanted: &str) {
    assert_eq!(shown(&after(steps)), wanted, "after {steps:?}");
}

fn after(steps: &[&str]) -> Model {
    let model = Model::new(quiz(), words(), Opened::Nothing);
    steps.iter().fold(model, |model, step| take(&model, step))
}

fn take(model: &Model, step: &str) -> Model {
    let words: Vec<&str> = step.split_whitespace().collect();
    let pick = |name: &str| pick_of(model.quiz(), name);
    let did = |did| update(model, Msg::Event(did));
    match words[..] {
        ["pick", name] => did(Event::Picked(pick(name))),
        ["tap", name] => update(model, Msg::Tapped(pick(name))),
        ["answer", ref names @ ..] => {
            let picked = names.iter().fold(model.clone(), |model, name| {
                update(&model, Msg::Event(Event::Picked(pick_of(model.quiz(), name))))
            });
            take(&picked, "continue")
        }
        ["walk"] => WALK
            .split_whitespace()
            .fold(model.clone(), |model, name| take(&model, &["answer ", name].concat())),
        ["continue"] => did(Event::Continued),
        ["back"] => did(Event::WentBack),
        ["restart"] => did(Event::Restarted),
        ["clear"] => did(Event::Cleared),
        ["along"] => did(Event::TookAlong),
        ["reopen", at] => did(Event::Reopened(at.parse().expect("a position"))),
        ["move", at] => update(model, Msg::Moved(at.parse().expect("a position"))),
        ["copied"] => update(model, Msg::CopyEnded(None)),
        ["copy", "failed"] => update(model, Msg::CopyEnded(Some("The result".to_owned()))),
        _ => panic!("no such step: {step}"),
    }
}

fn shown(model: &Model) -> String {
    let (quiz, scene) = (model.quiz(), model.scene());
    let screen = match model.walk().screen(model.at()) {
        _ if scene.shared.is_some() => "shared result".to_owned(),
        Screen::Question(question) => quiz.questions[question].id.as_str().to_owned(),
        Screen::Ending(ending) => format!("ending {}", quiz.endings[ending].id.as_str()),
        Screen::Result => "result".to_owned(),
    };
    let notice = scene.notice.map_or("", |notice| match notice {
        Notice::StaleLink => ", stale link",
        Notice::Copied => ", copied",
        Notice::CopyFailed(_) => ", copy failed",
        Notice::NoLanguage => ", no language",
        Notice::Updated => ", updated",
    });
    let attempted = if scene.attempted { ", attempted" } else { "" };
    format!("{screen}, at {}{attempted}{notice}", model.at())
}

fn quiz() -> Rc<Quiz> {
    Rc::new(files::quiz(files::SKIN))
}

fn words() -> Rc<Text> {
    Rc::new(files::words("en"))
}

fn edited(edit: fn(&mut serde_json::Value)) -> Rc<Quiz> {
    let mut file = files::value(files::SKIN);
    edit(&mut file);
    let node = serde_json::from_value(file).expect("any JSON is a node");
    Rc::new(data::quiz(&node).unwrap_or_else(|problems| panic!("{problems:#?}")))
}
