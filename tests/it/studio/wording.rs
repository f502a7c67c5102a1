//! What somebody is shown of problems: in the words of the forms, and once it helps.

use std::collections::{BTreeMap, BTreeSet};

use check::Severity;
use data::Node;
use editor::{Draft, Note, NoteState, Section, notes};
use studio::model::Page;
use studio::{EditMsg, FileMsg, ShowMsg};

use super::person::Studio;
use crate::checked::{BESIDE, checked};
use crate::editor::path;
use crate::files;

/// Folders of broken files that no form shows, and why.
const ELSEWHERE: [(&str, &str); 4] = [
    ("json", "the page of a file that has to be repaired shows its text"),
    ("file", "such a file is not opened, or repaired as a text"),
    ("format", "such a file is not opened"),
    ("words/rules", "the studio does not edit wording rules"),
];

/// What speaks of a file, and of nothing that people know.
const OF_FILES: [&str; 10] =
    ["{\"", "null", ".json", "docs/", "--fix", "\"persona", "check sign", "its-id", "$1", "[3"];

/// So many files of a kind are looked at.
const ENOUGH: usize = 1;

/// The broken files of each folder that people can have open, until enough have the same kinds.
fn cases() -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let is_elsewhere = |folder: &String| ELSEWHERE.iter().any(|(name, _)| folder.ends_with(name));
    let mut cases = Vec::new();
    let folders =
        files::folders("tests/problems").into_iter().chain(["tests/cases/proof".to_owned()]);
    for folder in folders.filter(|it| !is_elsewhere(it)) {
        for stem in files::stems(&folder, "json") {
            let told = files::text(&format!("{folder}/{stem}.txt"));
            let ids = told.lines().filter_map(|line| line.split_once('[')?.1.split_once("]: "));
            let ids: Vec<String> = ids.map(|(id, _)| id.to_owned()).collect();
            if ids.iter().any(|id| seen.get(id).is_none_or(|count| *count < ENOUGH)) {
                cases.push(format!("{folder}/{stem}.json"));
            }
            ids.into_iter().for_each(|id| *seen.entry(id).or_default() += 1);
        }
    }
    cases
}

/// The quiz of a case and the notes about its findings; nothing of a file that is not edited in the studio.
fn noted(name: &str) -> Option<(Node, Vec<Note>)> {
    let bytes = files::bytes(name);
    let node = check::node(&bytes)?;
    let quiz = files::bytes(BESIDE[0]);
    let beside = node.get("questions").is_none().then_some((BESIDE[0], &quiz[..]));
    let draft = Draft::open(beside.into_iter().chain([(name, &bytes[..])])).ok()?;
    let file = draft.find(name)?;
    let findings = checked(name, bytes.clone()).findings;
    if node.get("rules").is_some() {
        return None;
    }
    let findings: Vec<_> = findings.into_iter().map(|it| (file, it)).collect();
    let notes = notes(&draft, &findings);
    let blocks = findings.iter().any(|(_, it)| it.severity == Severity::Error);
    assert_eq!(notes.iter().any(Note::blocks), blocks, "{name}: an error is never hidden");
    Some((draft.quiz().node().clone(), notes))
}

/// All that is read of a note.
fn read(note: &Note) -> String {
    let of = |text: &Option<String>| text.clone().unwrap_or_default();
    [&note.thing, &of(&note.label), &note.message, &note.help, &of(&note.fix)]
        .map(String::as_str)
        .join(" | ")
}

/// What stands in quotation marks.
fn quoted(text: &str) -> Vec<&str> {
    let straight = text.split('"').skip(1).step_by(2);
    let round = text.split('“').skip(1).filter_map(|it| Some(it.split_once('”')?.0));
    straight.chain(round).collect()
}

/// Every id of a quiz with a hyphen or a point, or that is none of its words.
fn ids(quiz: &Node) -> Vec<String> {
    let mut ids = Vec::new();
    let all = |node: Option<&Node>| match node {
        Some(Node::List(entries)) => entries.clone(),
        _ => Vec::new(),
    };
    for section in Section::ALL {
        for thing in all(quiz.get(section.name())) {
            let id = thing.text("id").unwrap_or_default().to_owned();
            ids.extend(
                all(thing.get("choices"))
                    .iter()
                    .filter_map(|it| Some(format!("{id}.{}", it.text("id")?))),
            );
            ids.extend([format!("{}.{id}", section.name()), id]);
        }
    }
    ids
}

/// The names of all fields that forms have.
fn fields() -> Vec<&'static str> {
    let lists = Section::ALL.into_iter().flat_map(|section| match section {
        Section::List(list) => [&[list][..], list.lists].concat(),
        Section::Fields(..) => Vec::new(),
    });
    let mut names: Vec<&str> =
        lists.flat_map(|it| it.fields).filter_map(|it| it.path.last().copied()).collect();
    names.extend([
        "figures", "choices", "booking", "contact", "clinic", "reviewed", "shows", "hides", "by",
        "on",
    ]);
    names
}

/// What is wrong with the words of a note.
fn wrong(note: &Note, ids: &[String], fields: &[&str]) -> Option<String> {
    let words = read(note);
    let plurals =
        ["lack ", "leave ", "do ", "have ", "are ", "the "].map(|it| format!("This {it}"));
    let of_file = OF_FILES.iter().find(|of| words.contains(**of)).map(|of| (*of).to_owned());
    let of_plural = plurals.into_iter().find(|plural| note.message.starts_with(plural));
    let is_name = |it: &&str| ids.iter().any(|id| id == it) || fields.contains(it);
    let name = quoted(&words).into_iter().find(is_name).map(str::to_owned);
    let is_persona = words.split(|c: char| !c.is_alphanumeric()).any(|word| word == "persona");
    let persona = is_persona.then(|| "persona".to_owned());
    let wrong = of_file.or(of_plural).or(name).or(persona)?;
    Some(format!("{} has {wrong}: {words}", note.id))
}

#[test]
fn problems_are_told_in_the_words_of_the_forms() {
    let (fields, mut kinds, mut wrongs) = (fields(), BTreeSet::new(), Vec::new());
    for case in cases() {
        let Some((quiz, notes)) = noted(&case) else { continue };
        let ids = ids(&quiz);
        kinds.extend(notes.iter().map(|note| note.id));
        let of_it = notes.iter().filter_map(|note| wrong(note, &ids, &fields));
        wrongs.extend(of_it.map(|wrong| format!("{case}: {wrong}")));
    }
    assert!(wrongs.is_empty(), "{}", wrongs.join("\n"));
    assert!(kinds.len() > 120, "only {} kinds are looked at", kinds.len());
}

/// What is shown in the form, by class.
fn classes(studio: &Studio) -> [usize; 3] {
    ["error", "empty", "warning"].map(|class| studio.count(&format!("#form .told > li.{class}")))
}

#[test]
fn what_is_new_is_to_be_filled_in() {
    for (list, called) in [
        ("cautions", "You told us of dark circles"),
        ("benefits", "Calmer skin"),
        ("plans", "Calm"),
    ] {
        let mut studio = Studio::opened();
        studio.send(EditMsg::Added(path(list), called.to_owned()));
        let [errors, empty, _] = classes(&studio);
        assert!(errors == 0 && empty > 0, "{list}: {:?}", studio.all("#form .told > li"));
        assert_eq!(studio.count("#form [aria-invalid]"), 0, "{list}");
        let of = format!("#go-{list} .marks");
        assert_eq!(
            (studio.count(&format!("{of} .error")), studio.count(&format!("{of} .empty"))),
            (0, 1)
        );
        let ready = studio.open().ready();
        assert!(!ready.is_ready() && !ready.is_signable() && !studio.open().may_be_published());
        studio.says("ready", "to fill in");
        studio.send(FileMsg::PressedPublish);
        assert!(studio.packed.is_empty(), "{list}: nothing that is empty is published");
    }
}

#[test]
fn what_is_empty_is_said_once_and_leads_to_its_field() {
    let mut studio = Studio::opened();
    studio.send(EditMsg::Added(path("cautions"), "You told us of dark circles".to_owned()));
    let Page::Item("cautions", at) = studio.open().page else { panic!("its page") };
    let rule = format!("f-cautions-{at}-when-told");
    assert_eq!(studio.words(&rule).as_deref(), Some("Still to fill in. Say when."));
    studio.send(ShowMsg::WentTo(Page::Problems));
    let places = studio.all("#all-problems li.empty .place");
    let thing = "Caution: You told us of dark circles";
    assert_eq!(places, [format!("{thing}: Shown"), format!("{thing}: Text")]);
    let note = studio.open().notes.iter().find(|note| note.state == NoteState::ToFillIn);
    let (file, to) = note.map(|note| (note.file, note.path.clone())).expect("a note");
    studio.send(ShowMsg::WentToPlace(file, to));
    assert_eq!(studio.places[0], format!("f-cautions-{at}-when"));
    studio.write(&format!("cautions/{at}/words/text"), "Ask your provider first.");
    assert_eq!(studio.words(&format!("f-cautions-{at}-words-text-told")), None);
}

#[test]
fn a_field_that_is_emptied_is_to_be_filled_in() {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::WentTo(Page::Part("start")));
    studio.write("words/purpose", "");
    assert_eq!(studio.words("f-words-purpose-told").as_deref(), Some("Still to fill in. "));
    assert_eq!(classes(&studio)[0], 0);
    studio.says("ready", "Not ready: 1 thing to fill in");
    studio.write("words/title", "It cures everything.");
    studio.says("ready", "Not ready: 1 thing to fix and 1 to fill in");
}

#[test]
fn what_is_found_while_somebody_types_is_shown_once_they_leave_the_field() {
    let mut studio = Studio::opened();
    let told = |studio: &Studio| studio.words("f-words-purpose-told");
    studio.send(ShowMsg::WentTo(Page::Part("start")));
    studio.send(EditMsg::EnteredField);
    studio.write("words/purpose", "It cures everything.");
    assert_eq!((told(&studio), studio.count("#go-start .error")), (None, 0));
    assert_eq!(studio.count("#f-words-purpose[aria-invalid]"), 0);
    assert!(!studio.open().ready().is_ready(), "it counts at once");
    studio.send(EditMsg::LeftField);
    studio.says("f-words-purpose-told", "claims too much");
    assert_eq!(studio.count("#f-words-purpose[aria-invalid]"), 1);

    studio.send(EditMsg::EnteredField);
    studio.says("f-words-purpose-told", "claims too much");
    studio.write("words/purpose", "See what it may do.");
    assert_eq!(told(&studio), None, "what is fixed goes at once");
    studio.write("words/purpose", "See what it cures.");
    assert_eq!(told(&studio), None, "and is new if it comes again");
    studio.send(ShowMsg::WentTo(Page::Problems));
    studio.says("all-problems", "claims too much");
}

#[test]
fn the_next_field_is_no_reason_to_interrupt() {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::WentTo(Page::Part("start")));
    studio.send(EditMsg::EnteredField);
    let left = studio::update(&mut studio.editor, EditMsg::LeftField.into(), super::person::TODAY);
    assert!(format!("{left:?}").contains("Left"), "{left:?}");
    studio.send(EditMsg::EnteredField);
    studio.write("words/purpose", "It cures everything.");
    studio.send(studio::Msg::Due(studio::Timer::Left));
    assert_eq!(studio.words("f-words-purpose-told"), None, "it belongs to the field before");
}

#[test]
fn a_place_is_named_as_the_forms_name_it() {
    let mut studio = Studio::opened();
    studio.write("plans/0/borrowedFrom", "concerns.nothing");
    studio.send(ShowMsg::WentTo(Page::Problems));
    let places = studio.all("#all-problems li.error .place");
    let named = "Plan: fine lines – A little: The figures are those for";
    assert!(places.iter().any(|place| place == named), "{places:?}");
}
