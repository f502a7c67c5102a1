use data::{Node, Problem};
use proptest::collection::vec;
use proptest::prelude::*;
use quiz::link::{self, Opened};
use quiz::{Outcome, Quiz, Walk};
use text::{Plain, Text};

use super::often;
use super::trail::{Move, moves};
use crate::visitor::Visitor;
use crate::{files, transcript};

proptest! {
    #![proptest_config(often())]

    #[test]
    fn a_broken_quiz_gives_problems_or_a_quiz_that_works(
        breaks in vec(breaks(), 1..=3), moves in moves(20),
    ) {
        let mut file = files::node(files::SKIN);
        breaks.iter().for_each(|(place, mend)| change(&mut file, *place, mend));
        check(&file, &moves);
    }

    #[test]
    fn a_broken_translation_gives_problems_or_a_quiz_that_works(
        breaks in vec(breaks(), 1..=3), moves in moves(20),
    ) {
        let mut translation = files::node("static/data/microneedling.es.json");
        breaks.iter().for_each(|(place, mend)| change(&mut translation, *place, mend));
        works(data::translated(files::node(files::SKIN), &translation), &moves);
    }

    #[test]
    fn any_json_gives_problems_or_a_quiz_that_works(file in json(), moves in moves(20)) {
        check(&file, &moves);
        drop(Text::new(&file, Box::new(Plain)));
    }

    #[test]
    fn any_fragment_opens_within_the_quiz(fragment in "#?(r1?\\.)?.{0,20}") {
        check_fragment(&fragment);
    }

    #[test]
    fn a_fragment_of_known_words_opens_within_the_quiz(
        words in vec(prop::sample::select(WORDS), 0..=8),
    ) {
        check_fragment(&words.concat());
    }
}

const WORDS: &[&str] =
    &["#", "r1", "r2", ".", ".", ",", "microneedling", "wrinkles", "pores", "texture-mild", "é"];

fn check_fragment(fragment: &str) {
    let quiz = files::quiz(files::SKIN);
    if let Opened::Shared(shared) = link::open(&quiz, fragment) {
        let outcome = Outcome::from_shared(&quiz, &shared);
        let count = |mut list: Vec<usize>| {
            list.sort_unstable();
            list.dedup();
            list.len()
        };
        assert_eq!(outcome.plans().len(), count(shared.plans));
        assert!(outcome.shared && !outcome.may_book());
    }
}

fn check(file: &Node, moves: &[Move]) {
    works(data::quiz(file), moves);
}

fn works(read: Result<Quiz, Vec<Problem>>, moves: &[Move]) {
    match read {
        Err(problems) => assert!(!problems.is_empty()),
        Ok(quiz) => {
            let mut visitor = Visitor::new(&quiz);
            for step in moves {
                visitor.take(step);
                let walk: Walk = visitor.walk();
                transcript::screen(&quiz, &walk, visitor.at);
                transcript::outcome(&quiz, &Outcome::new(&quiz, walk.counted()));
            }
        }
    }
}

/// What becomes of a part of a file.
#[derive(Clone, Debug)]
enum Break {
    Replaced(Node),
    /// By another part of the same file.
    ReplacedByPart(usize),
    Deleted,
    Doubled,
}

fn breaks() -> impl Strategy<Value = (usize, Break)> {
    let what = prop_oneof![
        json().prop_map(Break::Replaced),
        any::<usize>().prop_map(Break::ReplacedByPart),
        Just(Break::Deleted),
        Just(Break::Doubled),
    ];
    (any::<usize>(), what)
}

fn json() -> impl Strategy<Value = Node> {
    let leaf = prop_oneof![
        Just(Node::Null),
        any::<bool>().prop_map(Node::Flag),
        prop_oneof![0..70_u32, any::<u32>()].prop_map(Node::Number),
        Just(Node::OtherNumber),
        "[a-z.{}:-]{0,6}".prop_map(Node::Text),
    ];
    leaf.prop_recursive(3, 12, 4, |node| {
        let name = prop::sample::select(&["id", "words", "format", "questions", "picked", "all"]);
        prop_oneof![
            vec(node.clone(), 0..4).prop_map(Node::List),
            vec((name.prop_map(str::to_owned), node), 0..4).prop_map(Node::Object),
        ]
    })
}

fn change(file: &mut Node, place: usize, what: &Break) {
    let count = count(file);
    match what {
        Break::Replaced(node) => *part(file, place % count) = node.clone(),
        Break::ReplacedByPart(other) => {
            let other = part(&mut file.clone(), other % count).clone();
            *part(file, place % count) = other;
        }
        Break::Deleted => match part(file, place % count) {
            Node::List(list) if !list.is_empty() => drop(list.remove(place % list.len())),
            Node::Object(fields) if !fields.is_empty() => drop(fields.remove(place % fields.len())),
            leaf => *leaf = Node::Null,
        },
        Break::Doubled => match part(file, place % count) {
            Node::List(list) => list.extend(list.first().cloned()),
            Node::Object(fields) => fields.extend(fields.first().cloned()),
            _ => {}
        },
    }
}

fn count(node: &mut Node) -> usize {
    1 + children(node).into_iter().map(count).sum::<usize>()
}

/// The part of this number, counted from the top of the file.
fn part(node: &mut Node, number: usize) -> &mut Node {
    let mut left = number;
    found(node, &mut left).expect("a number below the count has its part")
}

fn found<'n>(node: &'n mut Node, left: &mut usize) -> Option<&'n mut Node> {
    if *left == 0 {
        return Some(node);
    }
    *left -= 1;
    children(node).into_iter().find_map(|child| found(child, left))
}

fn children(node: &mut Node) -> Vec<&mut Node> {
    match node {
        Node::List(list) => list.iter_mut().collect(),
        Node::Object(fields) => fields.iter_mut().map(|field| &mut field.1).collect(),
        _ => Vec::new(),
    }
}
