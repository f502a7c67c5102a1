//! Deleting with everything that depends on it changes nothing for visitors who never picked what is gone.

use check::seen;
use data::Node;
use editor::{CleanUp, Draft, FileId};
use proptest::prelude::*;
use quiz::{Answers, End, Quiz, Walk};

use super::{opened, path};
use crate::properties::{often, small};

/// Picks by id, for a quiz that may have fewer of them.
fn answered(quiz: &Quiz, picks: &[(String, String)]) -> Answers {
    let pick = |answers: Answers, (question, choice): &(String, String)| {
        let Some(at) = quiz.questions.iter().position(|it| it.id.as_str() == question) else {
            return answers;
        };
        let choices = &quiz.questions[at].choices;
        let choice = choices.iter().position(|it| it.id.as_str() == choice);
        choice.map_or(answers.clone(), |choice| answers.after(quiz, at, choice))
    };
    picks.iter().fold(Answers::none(quiz), pick)
}

/// What a visitor sees: the question that is open, or all of the end.
fn shown(quiz: &Quiz, picks: &[(String, String)]) -> Vec<String> {
    let answers = answered(quiz, picks);
    let walk = Walk::new(quiz, &answers);
    match walk.end() {
        End::Open(question) => vec![quiz.questions[question].id.as_str().to_owned()],
        _ => seen(quiz, &walk),
    }
}

fn read(draft: &Draft) -> Option<Quiz> {
    data::quiz(draft.quiz().node()).ok()
}

/// Picks of a quiz by id, none of them the one at an index.
fn picks_but(quiz: &Quiz, gone: (usize, usize), picks: &[(usize, usize)]) -> Vec<(String, String)> {
    let real = picks.iter().map(|(question, choice)| {
        let question = question % quiz.questions.len();
        (question, choice % quiz.questions[question].choices.len())
    });
    let kept = real.filter(|pick| *pick != gone);
    let named = kept.map(|(question, choice)| {
        let question = &quiz.questions[question];
        (question.id.as_str().to_owned(), question.choices[choice].id.as_str().to_owned())
    });
    named.collect()
}

proptest! {
    #![proptest_config(often())]

    #[test]
    fn whoever_never_picked_a_choice_sees_the_same_without_it(
        file in small(),
        at in (0..9usize, 0..9usize),
        all in prop::collection::vec(prop::collection::vec((0..9usize, 0..9usize), 0..12), 16),
    ) {
        let text = serde_json::to_string_pretty(&file).expect("JSON");
        let mut draft = opened(&text);
        let before = read(&draft).expect("a quiz");
        let question = at.0 % before.questions.len();
        let gone = (question, at.1 % before.questions[question].choices.len());
        prop_assume!(before.questions[question].choices.len() > 1);
        let entry = path(&format!("questions/{}/choices/{}", gone.0, gone.1));
        let clean_up = CleanUp::of(&draft, &entry);
        prop_assume!(clean_up.undecided.is_empty());
        draft.edit_all(clean_up.into_edits(), (FileId::QUIZ, entry), false);
        let after = read(&draft);
        prop_assert!(after.is_some(), "{}", draft.quiz().text());
        let after = after.expect("a quiz");
        for picks in all.iter().map(|picks| picks_but(&before, gone, picks)) {
            prop_assert_eq!(shown(&before, &picks), shown(&after, &picks), "{:?}", picks);
        }
        draft.undo();
        prop_assert_eq!(draft.quiz().text(), text);
    }

    #[test]
    fn nothing_refers_to_a_question_that_is_gone(file in small(), at in 0..9usize) {
        let text = serde_json::to_string_pretty(&file).expect("JSON");
        let mut draft = opened(&text);
        let count = read(&draft).expect("a quiz").questions.len();
        let entry = path(&format!("questions/{}", at % count));
        let clean_up = CleanUp::of(&draft, &entry);
        prop_assume!(clean_up.undecided.is_empty());
        draft.edit_all(clean_up.into_edits(), (FileId::QUIZ, entry), false);
        let left = matches!(draft.quiz().node().get("questions"), Some(Node::List(all)) if !all.is_empty());
        prop_assert!(!left || read(&draft).is_some(), "{}", draft.quiz().text());
        draft.undo();
        prop_assert_eq!(draft.quiz().text(), text);
    }
}

#[test]
fn what_would_be_shown_to_everyone_is_left_to_decide() {
    let quiz = r#"{"format": 1, "id": "q", "questions": [{"id": "a", "kind": "many", "choices": [{"id": "x"}, {"id": "y"}]}],
        "endings": [{"id": "e", "when": {"not": {"picked": "a.x"}}}],
        "cautions": [{"id": "c", "level": "hold", "when": {"not": {"picked": "a.x"}}}],
        "notes": [{"id": "n", "when": {"not": {"picked": "a.x"}}, "words": {"text": "N"}}]}"#;
    let draft = opened(quiz);
    let clean_up = CleanUp::of(&draft, &path("questions/0/choices/0"));
    assert_eq!(clean_up.undecided, [path("endings/0"), path("cautions/0")]);
    assert_eq!(clean_up.widened, [path("notes/0")]);
    assert_eq!(clean_up.deleted, [path("questions/0/choices/0")]);
}

#[test]
fn what_has_the_same_id_keeps_what_refers_to_it() {
    let quiz = r#"{"questions": [{"id": "a", "kind": "many", "choices": [{"id": "x"}, {"id": "x"}]}],
        "cautions": [{"id": "c", "when": {"picked": "a.x"}}]}"#;
    assert!(!CleanUp::of(&opened(quiz), &path("questions/0/choices/1")).is_needed());
}
