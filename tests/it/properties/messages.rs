use std::rc::Rc;

use proptest::collection::vec;
use proptest::prelude::*;
use quiz::link::Opened;
use quiz::{Answers, Pick, Quiz, Screen};
use view::Event;
use visit::{Model, Msg, Renewal, update};

use super::files::small;
use super::often;
use super::trail;
use crate::files;

proptest! {
    #![proptest_config(often())]

    #[test]
    fn whatever_happens_the_visit_stays_right(
        file in small(), newer in small(), happened in vec(happened(), 0..=24),
    ) {
        let newer = Rc::new(trail::quiz(&newer));
        let mut model = model(trail::quiz(&file));
        for what in &happened {
            model = update(&model, message(&model, what, &newer));
            check(&model);
        }
    }
}

fn model(quiz: Quiz) -> Model {
    Model::new(Rc::new(quiz), Rc::new(files::words("en")), Opened::Nothing)
}

#[derive(Clone, Debug)]
enum Happened {
    /// A choice of the question on the screen.
    Picked(u8),
    Tapped(u8),
    /// A choice of any question, there or not.
    Stray(u8, u8),
    Said(Event),
    Moved(u8),
    GotQuiz,
    CopyEnded,
}

fn happened() -> impl Strategy<Value = Happened> {
    prop_oneof![
        8 => any::<u8>().prop_map(Happened::Picked),
        4 => any::<u8>().prop_map(Happened::Tapped),
        1 => (0..5_u8, 0..5_u8).prop_map(|(question, choice)| Happened::Stray(question, choice)),
        8 => Just(Happened::Said(Event::Continued)),
        2 => Just(Happened::Said(Event::WentBack)),
        1 => (0..6_usize).prop_map(|at| Happened::Said(Event::Reopened(at))),
        1 => Just(Happened::Said(Event::Restarted)),
        1 => Just(Happened::Said(Event::Cleared)),
        1 => any::<u8>().prop_map(Happened::Moved),
        1 => Just(Happened::GotQuiz),
        1 => Just(Happened::CopyEnded),
    ]
}

fn message(model: &Model, happened: &Happened, newer: &Rc<Quiz>) -> Msg {
    match happened {
        Happened::Picked(number) => Msg::Event(Event::Picked(offered(model, *number))),
        Happened::Tapped(number) => Msg::Tapped(offered(model, *number)),
        Happened::Stray(question, choice) => {
            Msg::Tapped(Pick { question: (*question).into(), choice: (*choice).into() })
        }
        Happened::Said(event) => Msg::Event(event.clone()),
        Happened::Moved(at) => Msg::Moved((*at).into()),
        Happened::GotQuiz => {
            Msg::GotFiles(Renewal::told(Rc::clone(newer), Rc::clone(model.text())))
        }
        Happened::CopyEnded => Msg::CopyEnded(None),
    }
}

/// A choice of the question on the screen, or else one that is not there.
fn offered(model: &Model, number: u8) -> Pick {
    match model.walk().screen(model.at()) {
        Screen::Question(question) => {
            let choices = model.quiz().questions[question].choices.len();
            Pick { question, choice: usize::from(number) % choices }
        }
        Screen::Ending(_) | Screen::Result => Pick { question: 0, choice: usize::from(number) },
    }
}

fn check(model: &Model) {
    let walk = model.walk();
    assert!(model.at() <= walk.last(), "beyond the end");
    let scene = model.scene();
    if let Screen::Question(question) = walk.screen(model.at()) {
        assert!(
            !scene.attempted || model.answers().of(question).is_empty(),
            "no reason to complain"
        );
        there_and_back(model);
    }
    for (index, question) in model.quiz().questions.iter().enumerate() {
        let picks = model.answers().of(index);
        let exclusive = picks.iter().any(|choice| question.choices[choice].exclusive);
        assert!(!exclusive || picks.count() == 1, "{picks:?}");
    }
    assert_eq!(
        update(model, Msg::Event(Event::Cleared)).answers(),
        &Answers::none(model.quiz()),
        "nothing is left when all is cleared"
    );
}

/// Back to the first question, and on again as often, is where the visitor was.
fn there_and_back(model: &Model) {
    let said = |model: Model, event: Event| update(&model, Msg::Event(event));
    let first = (0..model.at()).fold(model.clone(), |model, _| said(model, Event::WentBack));
    assert_eq!(first.at(), 0);
    let again = (0..model.at()).fold(first, |model, _| said(model, Event::Continued));
    assert_eq!((again.at(), again.answers()), (model.at(), model.answers()));
}
