use quiz::{Answers, Shared};
use text::Key;
use view::{View, ViewState};
use yew::Callback;

use crate::files;
use crate::wait::wait_for;

/// The result with these plans of a quiz that has one for pores and two for scars.
fn result(plans: &[usize]) -> String {
    let quiz = files::quiz("tests/problems/proof/two-plans.json");
    let text = files::words("en");
    let on = Callback::noop();
    let view = View { quiz: &quiz, text: &text, on: &on, result: Some(view::result) };
    let shared = Shared { benefits: Vec::new(), plans: plans.to_vec() };
    let scene = ViewState {
        answers: &Answers::none(&quiz),
        at: 0,
        attempted: false,
        shared: Some(&shared),
        notice: None,
        stepped: false,
        along: false,
    };
    wait_for(page::render(view.scene(&scene)))
}

#[test]
fn two_plans_for_one_concern_are_not_two_concerns() {
    let text = files::words("en");
    let speaks_of_several = |html: &str| {
        [Key::Combined, Key::PerConcern].map(|key| html.contains(text.get(key))).contains(&true)
    };
    assert!(!speaks_of_several(&result(&[1])));
    assert!(!speaks_of_several(&result(&[1, 2])));
    assert!(speaks_of_several(&result(&[0, 1])));
    assert_eq!(
        result(&[1, 2]).matches("Acne scars").count(),
        result(&[1]).matches("Acne scars").count()
    );
}
