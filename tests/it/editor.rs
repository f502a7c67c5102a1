/// Deleting, and what depends on it.
mod cleaning;

/// Forms beside the format.
mod forms;

/// Random edits.
mod random;

use std::rc::Rc;

use check::{Checked, Checker, Environment, File, Parsed, ProofMode};
use data::{Node, Path, Step};
use editor::{
    Document, Draft, EXAMPLE, Edit, Expects, FileId, OpenError, Persona, Target, accepted,
    answers_for, can_stay, dependents, new_persona, no_personas, preview_quiz, ready, reopened,
    rows, signed, taken_out, target, template,
};
use quiz::{Date, End, List, Outcome, Walk};

use crate::files::{self, SKIN};

const TODAY: Date = Date { year: 2026, month: 11, day: 22 };

fn opened(text: &str) -> Draft {
    Draft::open([("data/quiz.json", text.as_bytes())]).expect("a draft")
}

/// A path as it is written: `questions/0/words/title`.
pub(crate) fn path(written: &str) -> Path {
    let step = |part: &str| match part.parse::<usize>() {
        Ok(index) => Step::Entry(index),
        Err(_) => Step::Field(part.to_owned().into()),
    };
    Path(written.split('/').filter(|part| !part.is_empty()).map(step).collect())
}

/// The file beside the quiz.
fn second(draft: &Draft) -> FileId {
    draft.documents().nth(1).expect("a second file").0
}

fn text(text: &str) -> Node {
    Node::Text(text.to_owned())
}

/// What `check` says of a quiz beside the wording rules and the words of the interface.
fn checked(quiz: &str) -> Checked {
    let file =
        |name: &str, bytes: Vec<u8>, wanted| File { name: name.into(), bytes: Ok(bytes), wanted };
    let mut beside = vec!["static/data/claims.json", "static/text/en.json"];
    if quiz.contains("\"es\"") {
        beside.extend(["static/data/microneedling.es.json", "static/data/microneedling.ar.json"]);
        beside.extend(["static/text/es.json", "static/text/ar.json"]);
    }
    let mut files: Vec<File> =
        beside.iter().map(|name| file(name, files::bytes(name), false)).collect();
    files.push(file("data/quiz.json", quiz.as_bytes().to_vec(), true));
    let around = Environment { today: TODAY, picture: None, since: None, folder: false };
    check::check(&files, &around).remove(0)
}

#[test]
fn opening_and_saving_changes_nothing() {
    for name in [SKIN, "tests/cases/wide.json", "static/data/microneedling.es.json"] {
        let text = files::text(name);
        let draft = opened(&text);
        assert_eq!(draft.quiz().text(), text);
        assert!(draft.unsaved().is_empty() && !draft.can_undo());
    }
}

#[test]
fn a_newer_format_is_refused() {
    let newer = files::text(SKIN).replacen("\"format\": 1", "\"format\": 2", 1);
    let refused = Draft::open([("quiz.json", newer.as_bytes())]).map(|_| ());
    assert_eq!(refused, Err(OpenError::Newer(2)));
    assert!(OpenError::Newer(2).to_string().contains("Nothing was opened"));
    let refused = Draft::open([("quiz.json", &b"\xff\xfe{\0"[..])]).map(|_| ());
    assert_eq!(refused, Err(OpenError::NotText));
}

#[test]
fn a_file_is_taken_in_once_and_is_saved() {
    let mut draft = opened(&files::text(SKIN));
    let spanish = files::bytes("static/data/microneedling.es.json");
    draft.add("data/quiz.es.json", &spanish).expect("a file");
    assert_eq!(draft.document(second(&draft)).text().as_bytes(), spanish);
    assert!(draft.unsaved().is_empty() && !draft.can_undo());
    draft.add("data/quiz.es.json", b"{}").expect("a file");
    assert_eq!(
        (draft.documents().count(), draft.document(second(&draft)).text().as_bytes()),
        (2, &spanish[..])
    );
    assert_eq!(draft.add("data/quiz.fr.json", b"{\"format\": 2}"), Err(OpenError::Newer(2)));
    assert_eq!(draft.documents().count(), 2);
}

#[test]
fn an_edit_changes_its_value_alone() {
    let before = files::text(SKIN);
    let mut draft = opened(&before);
    assert!(draft.edit(
        FileId::QUIZ,
        Edit::Set(path("plans/0/sessions"), Node::List(vec![Node::Number(3), Node::Number(5)]))
    ));
    assert_eq!(
        draft.quiz().text(),
        before.replacen("\"sessions\": [3, 4]", "\"sessions\": [3, 5]", 1)
    );
    assert!(draft.edit(FileId::QUIZ, Edit::Set(path("clinic/name"), text("Skin & \"Co\""))));
    assert!(draft.quiz().text().contains(r#""name": "Skin & \"Co\"""#));
    assert!(!draft.edit(FileId::QUIZ, Edit::Set(path("clinic/name"), text("Skin & \"Co\""))));
    draft.undo();
    draft.undo();
    assert_eq!(draft.quiz().text(), before);
    draft.redo();
    assert!(draft.can_redo() && draft.quiz().text() != before);
}

#[test]
fn typing_at_one_place_is_one_step() {
    let before = files::text(SKIN);
    let mut draft = opened(&before);
    for typed in ["Y", "Yo", "You"] {
        draft.edit(FileId::QUIZ, Edit::Set(path("clinic/name"), text(typed)));
    }
    draft.settle();
    draft.edit(FileId::QUIZ, Edit::Set(path("clinic/name"), text("Your")));
    draft.undo();
    assert!(draft.quiz().text().contains("\"name\": \"You\""));
    draft.undo();
    assert_eq!(draft.quiz().text(), before);
    assert!(!draft.can_undo());
}

#[test]
fn lists_keep_their_lines() {
    let small = "{\n  \"a\": [\n    {\"id\": \"x\"},\n    {\"id\": \"y\"}\n  ],\n  \"b\": []\n}\n";
    let mut draft = opened(small);
    let entry = |id: &str| Node::Object(vec![("id".into(), text(id))]);
    draft.edit(FileId::QUIZ, Edit::Insert(path("a"), 1, entry("n")));
    assert!(
        draft
            .quiz()
            .text()
            .contains("{\"id\": \"x\"},\n    {\"id\": \"n\"},\n    {\"id\": \"y\"}\n")
    );
    draft.edit(FileId::QUIZ, Edit::Move(path("a"), 2, 0));
    assert!(
        draft
            .quiz()
            .text()
            .contains("[\n    {\"id\": \"y\"},\n    {\"id\": \"x\"},\n    {\"id\": \"n\"}\n")
    );
    draft.edit(FileId::QUIZ, Edit::Remove(path("a/2")));
    draft.edit(FileId::QUIZ, Edit::Remove(path("a/0")));
    assert!(
        draft.quiz().text().contains("\"a\": [\n    {\"id\": \"x\"}\n  ]"),
        "{}",
        draft.quiz().text()
    );
    draft.edit(FileId::QUIZ, Edit::Insert(path("b"), 0, entry("first")));
    draft.edit(FileId::QUIZ, Edit::Insert(path("b"), 1, entry("second")));
    assert!(
        draft
            .quiz()
            .text()
            .contains("\"b\": [\n    {\"id\": \"first\"},\n    {\"id\": \"second\"}\n  ]")
    );
    draft.edit(FileId::QUIZ, Edit::Insert(path("c"), 0, entry("new")));
    assert!(
        draft.quiz().text().ends_with("],\n  \"c\": [{\"id\": \"new\"}]\n}\n"),
        "{}",
        draft.quiz().text()
    );
    draft.edit(FileId::QUIZ, Edit::Set(path("d/words/label"), text("Deep")));
    assert!(draft.quiz().text().contains("\"d\": {\"words\": {\"label\": \"Deep\"}}"));
    while draft.undo().is_some() {}
    assert_eq!(draft.quiz().text(), small);
}

#[test]
fn renaming_breaks_no_rule_and_deleting_says_what_depends_on_it() {
    let mut draft = opened(&files::text(SKIN));
    draft.edit(
        FileId::QUIZ,
        Edit::Set(path("questions/0/choices/2/words/label"), text("Scars of acne")),
    );
    assert!(checked(draft.quiz().text()).passes());
    let found = dependents(draft.quiz().node(), &path("questions/0/choices/2"));
    let places: Vec<String> = found.into_iter().map(|it| it.place).collect();
    assert!(
        places.iter().any(|it| it.starts_with("question \"How much do you notice the scars?\"")),
        "{places:?}"
    );
    assert!(
        places.iter().any(|it| it.starts_with("benefit \"The look of acne scars\"")),
        "{places:?}"
    );
    assert!(places.iter().any(|it| it.starts_with("plan \"acne-scars-mild\"")), "{places:?}");
    let source = dependents(draft.quiz().node(), &path("sources/0"));
    assert!(!source.is_empty());
}

#[test]
fn what_is_added_has_an_id_and_says_what_it_lacks() {
    for list in List::ALL.map(List::name).into_iter().chain(["sources"]) {
        let mut draft = opened(&files::text(SKIN));
        let at = path(list);
        let item = template(draft.quiz().node(), &at, "Something new");
        assert_eq!(item.text("id"), Some("something-new"), "{list}");
        draft.edit(FileId::QUIZ, Edit::Insert(at, 0, item));
        let checked = checked(draft.quiz().text());
        let at = path(&format!("{list}/0"));
        let mine = checked.findings.iter().filter(|it| it.path.0.starts_with(&at.0)).count();
        assert!(mine > 0 || checked.passes(), "{list}: {:?}", checked.findings);
        assert!(preview_quiz(draft.quiz(), None).is_some(), "{list}");
    }
}

#[test]
fn every_place_can_be_shown() {
    let quiz = files::quiz(SKIN);
    for index in 0..quiz.questions.len() {
        let (answers, at) = answers_for(&quiz, Target::Item(List::Questions.item(index)));
        let walk = Walk::new(&quiz, &answers);
        assert_eq!((walk.end(), walk.last()), (End::Open(index), at));
    }
    let (answers, _) = answers_for(&quiz, Target::Item(List::Endings.item(0)));
    assert_eq!(Walk::new(&quiz, &answers).end(), End::Ending(0));
    let outcome = |target| {
        let (answers, _) = answers_for(&quiz, target);
        let walk = Walk::new(&quiz, &answers);
        assert_eq!(walk.end(), End::Result, "{target:?}");
        Outcome::new(&quiz, walk.counted())
    };
    for (index, caution) in quiz.cautions.iter().enumerate() {
        let shown = outcome(Target::Item(List::Cautions.item(index)));
        assert!(shown.cautions.iter().any(|it| it.item.id == caution.id), "{:?}", caution.id);
    }
    for (index, plan) in quiz.plans.iter().enumerate() {
        let shown = outcome(Target::Item(List::Plans.item(index)));
        let mut plans = shown.concerns.iter().flat_map(|it| &it.plans);
        assert!(plans.any(|it| it.item.id == plan.id), "{:?}", plan.id);
    }
    assert_eq!(target(&path("plans/3/sessions")), Target::Item(List::Plans.item(3)));
}

#[test]
fn a_translation_is_written_beside_the_quiz() {
    let mut draft = opened(&files::text(SKIN));
    assert!(draft.add_language("fr", "Français"));
    assert!(draft.translate("fr", "questions.area.title", "Quelle zone ?"));
    let file = draft.file("data/quiz.fr.json");
    let document = &draft.document(file);
    assert_eq!(
        document.node().get("words").and_then(|it| it.text("questions.area.title")),
        Some("Quelle zone ?")
    );
    let rows = rows(draft.quiz().node(), document.node());
    assert_eq!(rows.missing, rows.rows.len() - 1);
    while draft.undo().is_some() {}
    assert!(!draft.document(file).exists());
    assert_eq!(draft.quiz().text(), files::text(SKIN));
}

#[test]
fn deleting_takes_the_translations_along() {
    let names =
        [(SKIN, "data/quiz.json"), ("static/data/microneedling.es.json", "data/quiz.es.json")];
    let files = names.map(|(file, name)| (name, files::bytes(file)));
    let mut draft =
        Draft::open(files.iter().map(|(name, bytes)| (*name, &bytes[..]))).expect("a draft");
    let has = |draft: &Draft| {
        draft.document(second(draft)).text().contains("\"questions.concerns.choices.pores.label\"")
    };
    assert!(has(&draft));
    let at = path("questions/0/choices/3");
    assert!(draft.edit_all(taken_out(&draft, &at), (FileId::QUIZ, at), false));
    assert!(!has(&draft) && draft.document(second(&draft)).is_readable());
    assert_eq!(draft.unsaved(), [FileId::QUIZ, second(&draft)]);
    draft.undo();
    assert!(draft.unsaved().is_empty());
}

#[test]
fn what_is_not_finished_is_left_out_of_the_preview() {
    let mut draft = opened(&files::text(SKIN));
    draft.edit(FileId::QUIZ, Edit::Set(path("plans/0/sessions"), Node::Null));
    draft.edit(FileId::QUIZ, Edit::Set(path("benefits/1/for"), text("")));
    let shown = preview_quiz(draft.quiz(), None).expect("a quiz");
    assert_eq!(shown.without, [path("plans/0"), path("benefits/1")]);
    let whole = files::quiz(SKIN);
    assert_eq!(shown.quiz.plans.len() + 1, whole.plans.len());
    assert!(preview_quiz(&Document::new("data/quiz.json", "null"), None).is_none());
}

#[test]
fn signing_takes_the_warning_away() {
    let mut draft = opened(&files::text(SKIN));
    let says = |draft: &Draft| {
        checked(draft.quiz().text()).findings.iter().any(|it| it.id.starts_with("review/"))
    };
    assert!(says(&draft));
    for edit in signed(draft.quiz().node(), "Dr A. Example, dermatologist", "2026-11-22") {
        draft.edit(FileId::QUIZ, edit);
    }
    assert!(!says(&draft));
}

#[test]
fn a_warning_stays_with_its_reason_until_that_is_taken_back() {
    let text = files::text("tests/problems/claims/doubtful.json");
    let mut draft = opened(&text);
    let told = |draft: &Draft| {
        let all = checked(draft.quiz().text()).findings;
        all.into_iter().find(|it| it.id == "claims/doubtful").expect("a warning")
    };
    let warning = told(&draft);
    assert!(can_stay(draft.quiz(), &warning));
    draft.edit(FileId::QUIZ, accepted(draft.quiz(), &warning, " Our lawyer allowed it. ", None));
    let kept = told(&draft);
    assert_eq!(kept.because.as_deref(), Some("Our lawyer allowed it."));
    let warnings = |text: &str| ready(&checked(text).findings).warnings;
    assert_eq!(warnings(draft.quiz().text()), warnings(&text) - 1);
    assert!(!can_stay(draft.quiz(), &kept));

    let back = reopened(draft.quiz(), &kept).expect("a reason");
    draft.edit(FileId::QUIZ, back);
    assert_eq!(draft.quiz().text(), text);
    assert_eq!(told(&draft), warning);
}

#[test]
fn a_reason_goes_with_what_it_was_for() {
    let mut draft = opened(&files::text("tests/problems/accepted/stays.json"));
    let edits = taken_out(&draft, &path("benefits/0"));
    draft.edit_all(edits, (FileId::QUIZ, path("benefits/0")), false);
    assert!(draft.quiz().at(&path("accepted/0")).is_some());
    let edits = taken_out(&draft, &path("benefits/0"));
    draft.edit_all(edits, (FileId::QUIZ, path("benefits/0")), false);
    assert!(draft.quiz().at(&path("accepted/0")).is_none());
}

#[test]
fn a_made_up_visitor_is_walked_through_and_expects_what_is_shown() {
    let quiz = files::quiz("tests/problems/base/quiz.json");
    let mut draft = Draft::open([("visitors.personas.json", &b""[..])]).expect("a file");
    let base = files::node("tests/problems/base/quiz.json");
    draft.edit(FileId::QUIZ, Edit::Rewrite(no_personas(&base)));
    draft.edit(FileId::QUIZ, new_persona(draft.quiz().node(), "Minds her scars"));
    let pick = |draft: &mut Draft, question, choice| {
        let node = draft.quiz().node().clone();
        let edit = Persona::read(&node, 0, &quiz).expect("one").picked(&quiz, question, choice);
        draft.edit(FileId::QUIZ, edit);
    };
    pick(&mut draft, 0, 1);
    pick(&mut draft, 1, 0);
    pick(&mut draft, 2, 0);
    let node = draft.quiz().node().clone();
    let persona = Persona::read(&node, 0, &quiz).expect("one");
    assert_eq!(persona.ends, "result");
    assert!(persona.seen.iter().any(|it| it == "cautions.pregnant"), "{:?}", persona.seen);
    assert!(persona.seen.iter().all(|it| it != "booking"));
    assert_eq!(persona.expects("cautions.pregnant"), Expects::Nothing);
    for edit in persona.expecting("booking", Expects::Hidden) {
        draft.edit(FileId::QUIZ, edit);
    }
    for edit in persona.expecting_this() {
        draft.edit(FileId::QUIZ, edit);
    }
    let node = draft.quiz().node().clone();
    let persona = Persona::read(&node, 0, &quiz).expect("one");
    assert_eq!(persona.expects("cautions.pregnant"), Expects::Shown);
    let file = |name: &str, text: &str, wanted| File {
        name: name.to_owned(),
        bytes: Ok(text.as_bytes().to_vec()),
        wanted,
    };
    let told = |draft: &Draft| {
        let quiz = files::text("tests/problems/base/quiz.json");
        let files = [
            file("visitors.personas.json", draft.quiz().text(), true),
            file("quiz.json", &quiz, false),
        ];
        let around = Environment { today: TODAY, picture: None, since: None, folder: false };
        check::check(&files, &around).remove(0).findings
    };
    assert_eq!(told(&draft), []);

    pick(&mut draft, 0, 0);
    pick(&mut draft, 0, 1);
    assert!(draft.quiz().at(&path("personas/0/answers/look")).is_none(), "not asked any more");
    assert!(told(&draft).iter().any(|it| it.id == "persona/not-shown"));
}

#[test]
fn the_example_passes() {
    let checked = checked(EXAMPLE);
    assert!(ready(&checked.findings).is_signable(), "{:#?}", checked.findings);
}

#[test]
fn checking_again_says_the_same() {
    let file =
        |name: &str, bytes: Vec<u8>, wanted| File { name: name.into(), bytes: Ok(bytes), wanted };
    let beside = [
        "data/claims",
        "text/en",
        "text/es",
        "text/ar",
        "data/microneedling.es",
        "data/microneedling.ar",
    ];
    let beside = beside.map(|name| format!("static/{name}.json"));
    let mut files: Vec<File> =
        beside.iter().map(|name| file(name, files::bytes(name), false)).collect();
    files.push(file("data/quiz.json", files::bytes(SKIN), true));
    let mut checker = Checker::new(&files);
    let around = Environment { today: TODAY, picture: None, since: None, folder: false };
    let wrong = files::text(SKIN).replacen("It may help soften", "It cures", 1);
    let marked = format!("\u{feff}{wrong}");
    let slipped = wrong.replacen("\"version\":", "\"version\"", 1);
    for text in [wrong.as_str(), &files::text(SKIN), &marked, &slipped, &wrong] {
        checker.put_parsed("data/quiz.json", &Rc::new(Parsed::new(text)));
        let again = checker.check(&around, ProofMode::Run).remove(0);
        assert_eq!(again.findings, checked(text).findings);
        let quick = checker.check(&around, ProofMode::Skip).remove(0);
        assert!(quick.findings.iter().all(|it| again.findings.contains(it)));
    }
}
