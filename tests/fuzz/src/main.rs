//! A coverage-guided fuzz target over the reader of data files and over the replay. The first bytes
//! of an input are a visitor's picks, the rest is a data file.

#![no_main]

use data::{Node, Placed};
use libfuzzer_sys::fuzz_target;
use quiz::link::{self, Opened};
use quiz::{Answers, End, Outcome, Quiz, Walk};

/// How many bytes of an input are picks.
const PICKS: usize = 32;

fuzz_target!(|input: &[u8]| {
    let (picks, file) = input.split_at(input.len().min(PICKS));
    let Ok(node) = serde_json::from_slice::<Node>(file) else { return };
    match data::quiz(&node) {
        Ok(quiz) => visit(&quiz, picks),
        Err(problems) => {
            assert!(!problems.is_empty(), "a file without a problem was refused");
            for problem in &problems {
                assert!(!Placed(problem, &node).to_string().is_empty());
            }
        }
    }
});

/// Answers what is asked, a pick for each byte, and looks at every screen on the way.
fn visit(quiz: &Quiz, picks: &[u8]) {
    let mut answers = Answers::none(quiz);
    for &byte in picks {
        let walk = Walk::new(quiz, &answers);
        let last = walk.progress(quiz, walk.last());
        assert!(last.number <= last.at_most + 1, "progress beyond its end");
        let End::Open(question) = walk.end() else { break };
        let choices = quiz.questions[question].choices.len();
        answers = answers.after(quiz, question, usize::from(byte) % choices);
    }
    let walk = Walk::new(quiz, &answers);
    let outcome = Outcome::new(quiz, walk.counted());
    assert!(!(outcome.on_hold() && outcome.may_book()), "booking beside a hold");
    let shared = outcome.to_shared(quiz);
    if !shared.benefits.is_empty() || !shared.plans.is_empty() {
        let opened = link::open(quiz, &link::fragment(quiz, &shared));
        assert_eq!(opened, Opened::Shared(shared), "a link that opens something else");
    }
    if let Some(course) = outcome.course {
        let _ = course.time_line();
    }
}
