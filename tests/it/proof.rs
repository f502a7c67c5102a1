/// Every walk tried.
mod brute;

/// What a proof says, against every walk.
mod same;

/// A proof as text.
mod told;

/// Quizzes that are built to be hard.
mod hard;

use proof::{Example, Limits, Proof, Reach, prove};
use proptest::prelude::*;
use quiz::{Item, List, Pick, Quiz, Walk};

use crate::properties::files::{long, small};
use crate::properties::often;
use crate::properties::trail;
use crate::{expected, files};

proptest! {
    #![proptest_config(often())]

    #[test]
    fn a_proof_says_what_every_walk_tried_says(file in small()) {
        let quiz = trail::quiz(&file);
        same::check(&quiz, &prove(&quiz, Limits::default()));
    }

    #[test]
    fn a_proof_within_narrow_limits_says_nothing_else(
        file in prop_oneof![3 => small(), 1 => long()], nodes in 3..40_usize, work in 50..5_000_u64,
    ) {
        let quiz = trail::quiz(&file);
        let limits = Limits { nodes, work, ..Limits::default() };
        same::check_decided(&quiz, &prove(&quiz, limits));
    }
}

#[test]
fn planted_defects_are_found() {
    let folder = "tests/cases/proof";
    let found: Vec<(String, String)> = files::stems(folder, "json")
        .into_iter()
        .map(|defect| {
            let quiz = files::quiz(&format!("{folder}/{defect}.json"));
            let proof = prove(&quiz, Limits::default());
            same::check(&quiz, &proof);
            (defect, told::proof(&quiz, &proof))
        })
        .collect();
    expected::check(folder, "txt", &found);
}

#[test]
fn all_is_decided_of_the_clinics_quiz() {
    let quiz = files::quiz(files::SKIN);
    let proof = prove(&quiz, Limits::default());
    assert!(is_decided(&proof));
    same::check_examples(&quiz, &proof);
    let told = told::proof(&quiz, &proof);
    expected::check("tests/cases/proof/clinic", "txt", &[("microneedling".into(), told)]);
}

#[test]
fn a_file_built_to_be_hard_is_undecided() {
    let limits = Limits { nodes: 10_000, steps: 50_000, work: 1_000_000 };
    for quiz in [hard::pigeons(11), hard::clauses(60, 258), hard::far_pairs(120, 400)] {
        let proof = prove(&quiz, limits);
        assert!(!is_decided(&proof));
        assert!(proof.work <= limits.work + 100_000);
        same::check_examples(&quiz, &proof);
    }
}

#[test]
fn looking_through_many_questions_counts_as_work() {
    let work = |questions| prove(&hard::parts(questions, 10), Limits::default()).work;
    assert!(work(400) > 8 * work(100), "{} and {}", work(100), work(400));
}

#[test]
fn a_small_file_of_the_same_kind_is_decided() {
    let quiz = hard::pigeons(2);
    let proof = prove(&quiz, Limits::default());
    assert!(is_decided(&proof));
    same::check(&quiz, &proof);
}

fn is_decided(proof: &Proof) -> bool {
    let items = proof.items.iter().all(|(_, reach)| !matches!(reach, Reach::Undecided));
    items && proof.undecided.is_empty() && proof.walks.is_some()
}

/// The choices of a question; none of anything else.
fn choices(quiz: &Quiz, item: Item) -> impl Iterator<Item = Pick> {
    let asked = quiz.questions.get(item.index).filter(|_| item.list == List::Questions);
    let count = asked.map_or(0, |asked| asked.choices.len());
    (0..count).map(move |choice| Pick { question: item.index, choice })
}

/// Where an example leads.
fn walk_of(quiz: &Quiz, example: &Example) -> Walk {
    Walk::new(quiz, &example.answers(quiz))
}
