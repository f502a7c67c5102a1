//! What is weaker than in an earlier edition is what a look at every set of answers finds.

use check::safety::{Weakening, Weaker, weaker};
use check::{Environment, File};
use data::Node;
use quiz::{Answers, End, Picks, Quiz, Walk};
use serde_json::{Value, json};

use crate::checked::TODAY;
use crate::files;

const BASE: &str = "tests/problems/base/quiz.json";

/// Numbers that look random, and are the same every time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }

    fn pick(&mut self, of: &[&str]) -> String {
        of[self.below(of.len())].to_owned()
    }

    fn rule(&mut self, of: &[&str], depth: usize) -> Value {
        match self.below(if depth == 0 { 2 } else { 5 }) {
            0 | 1 => json!({"picked": self.pick(of)}),
            2 => json!({"not": self.rule(of, depth - 1)}),
            3 => json!({"all": [self.rule(of, depth - 1), self.rule(of, depth - 1)]}),
            _ => json!({"any": [self.rule(of, depth - 1), self.rule(of, depth - 1)]}),
        }
    }

    /// The base with other rules and levels.
    fn quiz(&mut self) -> Value {
        const ALL: [&str; 7] = [
            "concerns.pores",
            "concerns.scars",
            "look.mild",
            "look.severe",
            "health.pregnant",
            "health.allergy",
            "health.none",
        ];
        let mut quiz = files::value(BASE);
        quiz["questions"][1]["when"] = self.rule(&ALL[..2], 1);
        quiz["questions"][2]["when"] = self.rule(&ALL[..4], 2);
        let words = |name: &str| json!({"title": name, "text": "See a clinician first."});
        let mut cautions = Vec::new();
        for id in ["one", "two", "three"] {
            let level = self.pick(&["hold", "ask", "tell"]);
            cautions.push(json!({
                "id": id, "level": level, "when": self.rule(&ALL, 2), "words": words(id), "sources": []
            }));
        }
        let endings = ["first", "last"]
            .map(|id| json!({"id": id, "when": self.rule(&ALL, 2), "words": words(id)}));
        quiz["cautions"] = json!(cautions);
        quiz["endings"] = json!(endings);
        quiz
    }
}

fn node(value: &Value) -> Node {
    serde_json::from_value(value.clone()).expect("any JSON is a node")
}

/// Every set of answers to the three questions.
fn all(quiz: &Quiz) -> Vec<Answers> {
    let picks = |all: &[&[usize]]| -> Vec<Picks> {
        all.iter().map(|it| Picks::of(it.iter().copied())).collect()
    };
    let each =
        [picks(&[&[0], &[1], &[0, 1]]), picks(&[&[0], &[1]]), picks(&[&[0], &[1], &[0, 1], &[2]])];
    let mut all = vec![Answers::none(quiz)];
    for (question, picks) in each.iter().enumerate() {
        let with = |answers: &Answers| {
            let answers = answers.clone();
            picks
                .iter()
                .map(move |picks| {
                    let mut answers = answers.clone();
                    answers.set(question, *picks);
                    answers
                })
                .collect::<Vec<_>>()
        };
        all = all.iter().flat_map(with).collect();
    }
    all
}

/// Whether somebody saw a caution at the result, and comes there without it.
fn is_missed(before: &Quiz, now: &Quiz, caution: usize) -> bool {
    let sees = |quiz: &Quiz, answers: &Answers| {
        let walk = Walk::new(quiz, answers);
        (walk.end() == End::Result).then(|| quiz.cautions[caution].when.holds(walk.counted()))
    };
    let missed = |answers: &Answers| {
        sees(before, answers) == Some(true) && sees(now, answers) == Some(false)
    };
    all(before).iter().any(missed)
}

/// Whether somebody met an ending, and does not meet it now; and whether one of them comes to a result.
fn is_left(before: &Quiz, now: &Quiz, ending: usize) -> (bool, bool) {
    let answers = all(before);
    let met = answers.iter().filter(|it| Walk::new(before, it).end() == End::Ending(ending));
    let ends: Vec<End> = met.map(|it| Walk::new(now, it).end()).collect();
    (ends.iter().any(|it| *it != End::Ending(ending)), ends.contains(&End::Result))
}

fn rules(quiz: &Quiz) -> String {
    quiz.entries().map(|it| format!("\n{}: {:?}", it.id.as_str(), it.when)).collect()
}

#[test]
fn what_is_weaker_is_what_every_set_of_answers_shows() {
    let mut numbers = Numbers(14);
    let (mut told, mut silent) = (0, 0);
    for _ in 0..150 {
        let [old, new] = [numbers.quiz(), numbers.quiz()].map(|it| node(&it));
        let (before, now) = (data::quiz(&old).expect("a quiz"), data::quiz(&new).expect("a quiz"));
        let found = weaker(&old, &new);
        let is_told = |list: &str, index: usize| {
            let at = format!(
                "{list}.{}.when",
                if list == "endings" { ENDINGS } else { CAUTIONS }[index]
            );
            found.iter().any(|it| it.what == Weakening::Narrowed && it.path.key(&new) == at)
        };
        for caution in 0..3 {
            let missed = is_missed(&before, &now, caution);
            assert_eq!(
                is_told("cautions", caution),
                missed,
                "{caution}: {} {}",
                rules(&before),
                rules(&now)
            );
            *(if missed { &mut told } else { &mut silent }) += 1;
        }
        for ending in 0..2 {
            let (left, to_result) = is_left(&before, &now, ending);
            let is_told = is_told("endings", ending);
            assert!(
                !to_result || is_told,
                "left an ending {ending}: {left} {to_result} {} {}",
                rules(&before),
                rules(&now)
            );
            assert!(
                left || !is_told,
                "left an ending {ending}: {left} {to_result} {} {}",
                rules(&before),
                rules(&now)
            );
        }
    }
    assert!(told > 50 && silent > 50, "{told} told, {silent} not");
}

const CAUTIONS: &[&str] = &["one", "two", "three"];
const ENDINGS: &[&str] = &["first", "last"];

fn of(old: &Value, new: &Value) -> Vec<Weaker> {
    weaker(&node(old), &node(new))
}

/// Of several quizzes only the one that an earlier edition is of is compared with it.
#[test]
fn another_quiz_is_no_later_edition() {
    let file = |name: &str, bytes| File { name: name.into(), bytes: Ok(bytes), wanted: true };
    let other = "tests/cases/teeth-whitening.json";
    let files = [file(BASE, files::bytes(BASE)), file(other, files::bytes(other))];
    let before = files::node(BASE);
    let told = |files: &[File]| {
        let since = Some(&before);
        let around = Environment { today: TODAY, picture: None, since, folder: false };
        let checked = check::check(files, &around);
        checked.iter().flat_map(|it| &it.findings).filter(|it| it.id.starts_with("safety/")).count()
    };
    assert_eq!(told(&files), 0);
    assert!(told(&files[1..]) > 0);
}

#[test]
fn nothing_is_weaker_than_itself_and_other_words_are_only_other_words() {
    let quiz = files::value(files::SKIN);
    assert_eq!(of(&quiz, &quiz), []);
    let mut other = quiz.clone();
    for list in ["cautions", "endings"] {
        for item in other[list].as_array_mut().expect("a list") {
            item["words"]["text"] = "Something else.".into();
            item["words"]["title"] = format!("{} today", item["words"]["title"]).into();
        }
    }
    other["questions"].as_array_mut().expect("questions").swap(8, 12);
    let found = of(&quiz, &other);
    assert!(!found.is_empty() && found.iter().all(Weaker::is_of_words), "{found:?}");
}

#[test]
fn it_is_told_in_values_that_need_no_file() {
    let quiz = files::value(BASE);
    let mut other = quiz.clone();
    other["cautions"][0]["when"] =
        json!({"all": [{"picked": "health.pregnant"}, {"picked": "health.allergy"}]});
    let found = of(&quiz, &other);
    let [it] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((it.what, it.is_strict), (Weakening::Narrowed, true));
    assert_eq!(it.name, "hold \"Wait until later\"");
    assert_eq!(it.words, "is not shown for some answers that showed it before.");
    assert_eq!(it.example.as_deref(), Some("\"Pregnant\" to \"Which of these are true?\""));
}

#[test]
fn every_caution_of_the_shipped_quiz_is_missed_when_it_is_gone() {
    let quiz = files::value(files::SKIN);
    for index in 0..quiz["cautions"].as_array().expect("cautions").len() {
        let mut other = quiz.clone();
        let gone = other["cautions"].as_array_mut().expect("cautions").remove(index);
        let found = of(&quiz, &other);
        let title = gone["words"]["title"].as_str().expect("a title");
        assert!(
            found.iter().any(|it| it.what == Weakening::Gone && it.name.contains(title)),
            "{title}"
        );
        let strict = found.iter().any(|it| it.is_strict);
        assert_eq!(strict, gone["level"] == "hold", "{title}");
    }
}
