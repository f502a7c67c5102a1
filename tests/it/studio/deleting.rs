//! What is deleted leaves nothing behind that refers to it, if the person wants so, and says first what that
//! changes.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use check::{Finding, ProofMode};
use data::{Node, Path};
use editor::{CleanUp, Draft, FileId};
use studio::model::Page;
use studio::{CheckJob, Checks, EditMsg, ShowMsg};

use super::person::{QUIZ, Studio, TODAY, published};
use crate::editor::path;

const PERSONAS: &str = "data/microneedling.personas.json";

/// Files of the quiz, which are edited, and those that it is checked against.
struct Desk {
    draft: Draft,
    others: Rc<Vec<(String, Vec<u8>)>>,
    checks: Checks,
    /// The loose ends of the quiz as it is shipped.
    shipped: BTreeSet<(String, String)>,
}

impl Desk {
    fn new() -> Self {
        let (mut own, mut others): (Vec<_>, Vec<_>) =
            published().into_iter().partition(|(name, _)| name.starts_with("data/microneedling"));
        own.sort_by_key(|(name, _)| name != QUIZ);
        others.sort();
        let files = own.iter().map(|(name, bytes)| (name.as_str(), &bytes[..]));
        let draft = Draft::open(files).expect("a draft");
        let (checks, shipped) = (Checks::default(), BTreeSet::new());
        let mut desk = Self { draft, others: Rc::new(others), checks, shipped };
        desk.shipped = desk.loose_ends(ProofMode::Run);
        desk
    }

    fn texts(&self) -> Vec<String> {
        self.draft.documents().map(|(_, document)| document.text().to_owned()).collect()
    }

    /// What the check says of the draft that cleaning up is to leave none of.
    fn loose_ends(&mut self, proof: ProofMode) -> BTreeSet<(String, String)> {
        let files = self.draft.documents();
        let job = CheckJob {
            others: self.others.clone(),
            files: files.map(|(_, it)| (it.name().to_owned(), it.parsed().clone())).collect(),
            pictures: BTreeMap::new(),
            edition: 0,
            proof,
            today: TODAY,
        };
        let found = self.checks.run(&job).into_iter().flat_map(|(_, found)| found);
        found.filter(is_loose_end).map(|it| (it.id.to_owned(), it.at)).collect()
    }

    /// Deletes an entry with all that depends on it, looks for loose ends, and takes it back.
    #[track_caller]
    fn clean_up(&mut self, entry: &Path) {
        let first = self.texts();
        let clean_up = CleanUp::of(&self.draft, entry);
        let has_new_rules = !clean_up.changed.is_empty() || !clean_up.widened.is_empty();
        let proof = if has_new_rules { ProofMode::Run } else { ProofMode::Skip };
        let edits = clean_up.into_edits();
        assert!(self.draft.edit_all(edits, (FileId::QUIZ, entry.clone()), false));
        let left = self.loose_ends(proof);
        let new: Vec<_> = left.difference(&self.shipped).cloned().collect();
        assert!(new.is_empty(), "{entry:?}: {new:#?}");
        self.draft.undo();
        assert!(!self.draft.can_undo(), "it is one step");
        assert_eq!(self.texts(), first, "{entry:?}");
    }
}

fn is_loose_end(finding: &Finding) -> bool {
    let kinds = [
        "id/unknown-question",
        "id/unknown-choice",
        "id/unknown-source",
        "rule/empty",
        "rule/count",
        "persona/unknown",
        "persona/end",
        "persona/not-asked",
        "accepted/unused",
        "translation/unknown",
        "proof/never-asked",
        "proof/never-shown",
        "proof/contradiction",
        "proof/part-never",
    ];
    kinds.contains(&finding.id)
}

fn length(draft: &Draft, list: &str) -> usize {
    match draft.quiz().at(&path(list)) {
        Some(Node::List(entries)) => entries.len(),
        _ => 0,
    }
}

/// How many questions, or choices of a question, or sources there are.
fn entries(draft: &Draft, list: &str) -> Vec<Path> {
    (0..length(draft, list)).map(|index| path(&format!("{list}/{index}"))).collect()
}

#[test]
fn no_question_leaves_a_loose_end() {
    let mut desk = Desk::new();
    entries(&desk.draft, "questions").iter().for_each(|entry| desk.clean_up(entry));
}

#[test]
fn no_choice_leaves_a_loose_end() {
    let mut desk = Desk::new();
    for question in 0..length(&desk.draft, "questions") {
        let choices = entries(&desk.draft, &format!("questions/{question}/choices"));
        choices.iter().for_each(|entry| desk.clean_up(entry));
    }
}

#[test]
fn no_source_leaves_a_loose_end() {
    let mut desk = Desk::new();
    entries(&desk.draft, "sources").iter().for_each(|entry| desk.clean_up(entry));
}

/// The index of an entry of a list.
fn index(studio: &Studio, list: &str, id: &str) -> usize {
    let Some(Node::List(all)) = studio.open().draft.quiz().at(&path(list)) else {
        panic!("{list}")
    };
    all.iter().position(|it| it.text("id") == Some(id)).expect("an entry")
}

/// The place of a choice: its question's index, and its path.
fn choice(studio: &Studio, question: &str, choice: &str) -> (usize, Path) {
    let question = index(studio, "questions", question);
    let list = format!("questions/{question}/choices");
    (question, path(&format!("{list}/{}", index(studio, &list, choice))))
}

#[test]
fn before_it_is_deleted_everything_that_goes_with_it_is_named() {
    let mut studio = Studio::opened();
    let (question, infection) = choice(&studio, "skin-today", "infection");
    studio.send(ShowMsg::WentTo(Page::Item("questions", question)));
    studio.send(ShowMsg::AskedToDelete(infection.clone()));
    studio.says("asked-deleted", "caution “You told us");
    assert_eq!(
        studio.all("#asked-deleted strong.hold"),
        ["Hold: do not treat now, see a clinician"]
    );
    studio.says("asked-visitors", "test visitor");
    studio.says("asked-text", "If you delete only this, 1 place still refers to it");
    studio.says("clean-up", "Delete it and clean up");
    assert_eq!(studio.focus, Some("keep"));

    let neck = choice(&studio, "area", "neck").1;
    studio.send(ShowMsg::AskedToDelete(neck));
    assert_eq!(studio.count("#asked-text"), 0, "it is on another page");
    studio.send(ShowMsg::WentTo(Page::Item("questions", index(&studio, "questions", "area"))));
    studio.send(ShowMsg::AskedToDelete(choice(&studio, "area", "neck").1));
    studio.says("asked-changed", "note “Most of these studies treated the face");
    assert_eq!(studio.count("#asked-deleted"), 0);
}

#[test]
fn what_nothing_depends_on_is_just_deleted() {
    let mut studio = Studio::opened();
    studio.send(EditMsg::Added(path("sources"), "A study that nobody cites".to_owned()));
    let Page::Item("sources", last) = studio.open().page else { panic!("its page") };
    studio.send(ShowMsg::AskedToDelete(path(&format!("sources/{last}"))));
    studio.says("asked-text", "Nothing depends on it");
    assert_eq!((studio.count("#clean-up"), studio.words("delete")), (0, Some("Delete".to_owned())));
}

#[test]
fn cleaning_up_is_one_step_over_all_files() {
    let mut studio = Studio::opened();
    let (question, pores) = choice(&studio, "concerns", "pores");
    studio.send(ShowMsg::WentTo(Page::Item("questions", question)));
    studio.send(ShowMsg::AskedToDelete(pores.clone()));
    studio.says("asked-deleted", "question “");
    studio.says("asked-visitors", "question to answer");
    studio.send(EditMsg::CleanedUp(pores));
    assert_eq!(studio.count("#asked-text"), 0);
    assert_eq!(studio.places, ["heading"]);
    let draft = &studio.open().draft;
    for (_, document) in draft.documents() {
        for name in ["concerns.pores", "pores-look", "concerns.choices.pores", "benefits.pores"] {
            let part = format!("\"{name}");
            assert!(!document.text().contains(&part), "{}: {name}", document.name());
        }
    }
    let personas = draft.find(PERSONAS).expect("test visitors");
    assert!(!draft.is_saved(personas) && !draft.is_saved(FileId::QUIZ));
    studio.send(EditMsg::Undid);
    studio.says("state", "Saved");
    assert!(!studio.open().draft.can_undo());
}

#[test]
fn the_page_follows_what_is_left() {
    let mut studio = Studio::opened();
    let (_, wrinkles) = choice(&studio, "concerns", "wrinkles");
    let sun = index(&studio, "questions", "sun");
    studio.send(ShowMsg::WentTo(Page::Item("questions", sun)));
    studio.send(EditMsg::CleanedUp(wrinkles));
    assert_eq!(studio.open().page, Page::Item("questions", sun - 1), "one question before it went");
    studio.send(EditMsg::CleanedUp(path(&format!("questions/{}", sun - 1))));
    assert_eq!(studio.open().page, Page::Part("questions"));
}

#[test]
fn what_loses_its_last_source_stays_and_is_named() {
    let mut studio = Studio::opened();
    let at = index(&studio, "care", "makeup");
    for list in ["sources", "figures/0/sources"] {
        let one = Node::List(vec![Node::Text("fda-rf-2025".to_owned())]);
        let edit = editor::Edit::Set(path(&format!("care/{at}/{list}")), one);
        studio.send(EditMsg::Wrote(FileId::QUIZ, edit));
    }
    let source = path(&format!("sources/{}", index(&studio, "sources", "fda-rf-2025")));
    studio.send(ShowMsg::WentTo(Page::Part("sources")));
    studio.send(ShowMsg::AskedToDelete(source.clone()));
    studio.says("asked-unsourced", "piece of advice “Makeup and workouts");
    studio.send(EditMsg::CleanedUp(source));
    assert!(studio.open().draft.quiz().at(&path(&format!("care/{at}/figures/0"))).is_some());
    let told = &studio.open().findings[studio.finding("source/none")].1;
    assert_eq!(told.path, path(&format!("care/{at}/figures/0")));
    assert!(studio.open().findings.iter().all(|(_, it)| it.id != "id/unknown-source"));
}

#[test]
fn a_test_visitor_who_expects_nothing_any_more_stays() {
    let mut studio = Studio::opened();
    let file = studio.open().draft.find(PERSONAS).expect("test visitors");
    let lists = [("shows", vec!["cautions.pregnant"]), ("hides", vec![])];
    for (field, items) in lists {
        let items = items.into_iter().map(|item| Node::Text(item.to_owned())).collect();
        let edit = editor::Edit::Set(path(&format!("personas/0/{field}")), Node::List(items));
        studio.send(EditMsg::Wrote(file, edit));
    }
    let caution = path(&format!("cautions/{}", index(&studio, "cautions", "pregnant")));
    studio.send(ShowMsg::WentTo(Page::Part("cautions")));
    studio.send(ShowMsg::AskedToDelete(caution.clone()));
    studio.says("asked-visitors", "1 of them then expects nothing.");
    studio.send(EditMsg::CleanedUp(caution));
    let (of, told) = &studio.open().findings[studio.finding("persona/nothing")];
    assert_eq!((*of, &told.path), (file, &path("personas/0")));
}

#[test]
fn a_condition_offers_what_is_answered_before() {
    let mut studio = Studio::opened();
    let offered = |studio: &mut Studio, list: &'static str, index: usize| {
        studio.send(ShowMsg::WentTo(Page::Item(list, index)));
        studio.count(&format!("[id='f-{list}-{index}-when-add'] optgroup"))
    };
    let all = length(&studio.open().draft, "questions");
    assert_eq!([1, 3, all - 1].map(|at| offered(&mut studio, "questions", at)), [1, 3, all - 1]);
    assert_eq!(offered(&mut studio, "cautions", 0), all);
    assert_eq!(offered(&mut studio, "questions", 0), 0);
    studio.says("f-questions-0-when", "There is no earlier question");
}

#[test]
fn a_choice_that_is_renamed_says_so_at_its_words_in_running_text() {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::WentTo(Page::Item("questions", 0)));
    let words = "questions/0/choices/0/words";
    let hint = "f-questions-0-choices-0-words-short-renamed";
    let short = studio.value("f-questions-0-choices-0-words-short").expect("a field");
    assert_eq!(studio.words(hint), None);
    studio.write(&format!("{words}/label"), "Dark spots");
    studio.says(hint, "The label was “");
    studio.send(EditMsg::Moved(path("questions/0/choices"), 0, 1));
    assert_eq!(studio.count("[id$='-renamed']"), 1, "it goes with its choice");
    studio.send(EditMsg::Undid);
    studio.write(&format!("{words}/short"), "dark spots");
    assert_eq!(studio.words(hint), None, "it fits again");
    studio.write(&format!("{words}/short"), &short);
    studio.says(hint, "The label was “");
    studio.send(studio::FileMsg::PressedSave);
    assert_eq!(studio.words(hint), None, "it was saved so");
}

#[test]
fn a_new_choice_stands_above_those_that_exclude_the_others() {
    let mut studio = Studio::opened();
    let (question, none) = choice(&studio, "habits", "none");
    let list = path(&format!("questions/{question}/choices"));
    studio.send(ShowMsg::WentTo(Page::Item("questions", question)));
    studio.send(ShowMsg::Folded(none.clone(), true));
    studio.send(EditMsg::Added(list, "Smokes".to_owned()));
    let labels = studio.all(".inner summary");
    let at = |part: &str| labels.iter().position(|label| label.contains(part)).expect("a choice");
    assert!(at("Smokes") < at("None of these"), "{labels:?}");
    let is_open = studio.all(".inner details[open] > summary");
    assert_eq!(is_open.len(), 2, "the new one, and the one that was open: {is_open:?}");
    studio.send(EditMsg::Added(path("sources"), "A study".to_owned()));
    assert_eq!(
        studio.open().page,
        Page::Item("sources", length(&studio.open().draft, "sources") - 1)
    );
}
