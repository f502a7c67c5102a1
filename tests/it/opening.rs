use data::Node;
use quiz::{Answers, Quiz, Screen, Walk};
use text::{Plain, Text};
use view::{View, ViewState};
use yew::Callback;

use crate::files;
use crate::wait::wait_for;

/// A quiz with its interface words, and its screens as HTML.
struct Page {
    quiz: Quiz,
    text: Text,
}

impl Page {
    fn screen(&self, answers: &Answers, at: usize, attempted: bool) -> String {
        let view = View { quiz: &self.quiz, text: &self.text, on: &Callback::noop(), result: None };
        let stepped = at > 0;
        let scene =
            ViewState { answers, at, attempted, shared: None, notice: None, stepped, along: false };
        wait_for(page::render(view.scene(&scene)))
    }
}

fn parsed(path: &str) -> Node {
    serde_json::from_str(&files::text(path)).expect("well-formed JSON")
}

fn part(node: &Node, names: &[&str]) -> Node {
    let Node::Object(fields) = node else { panic!("no object") };
    let kept = fields.iter().filter(|(name, _)| names.contains(&name.as_str()));
    Node::Object(kept.cloned().collect())
}

fn pages(path: &str, without: Option<&str>) -> [Page; 2] {
    let (file, words) = (parsed(path), parsed("static/text/en.json"));
    let names: Vec<&str> = text::OPENING.iter().map(|key| key.name()).collect();
    let names: Vec<&str> = names.into_iter().filter(|name| Some(*name) != without).collect();
    let whole = Page {
        quiz: data::quiz(&file).expect("the quiz has no problem"),
        text: Text::new(&words, Box::new(Plain)).expect("every word is there"),
    };
    let opening = Page {
        quiz: data::opening(&part(&file, &data::OPENING)).expect("nor has a part of it"),
        text: Text::opening(&part(&words, &names), Box::new(Plain)),
    };
    [whole, opening]
}

/// Where the first screen differs on a walk that takes the first choice of every question, or the last.
fn first_difference(path: &str, without: Option<&str>) -> Option<String> {
    let pages = pages(path, without);
    difference(&pages, |_| 0).or_else(|| difference(&pages, |choices| choices - 1))
}

fn difference([whole, opening]: &[Page; 2], taken: impl Fn(usize) -> usize) -> Option<String> {
    let mut answers = Answers::none(&whole.quiz);
    for at in 0.. {
        for attempted in [false, true] {
            let [one, other] = [&whole, &opening].map(|page| page.screen(&answers, at, attempted));
            if one != other {
                return Some(format!("{one}\n\n{other}"));
            }
        }
        let Screen::Question(question) = Walk::new(&whole.quiz, &answers).screen(at) else { break };
        let choice = taken(whole.quiz.questions[question].choices.len());
        answers = answers.after(&whole.quiz, question, choice);
    }
    None
}

const SKIN: &str = "static/data/microneedling.json";

#[test]
fn every_screen_before_the_result_is_the_same() {
    for path in [SKIN, "tests/cases/teeth-whitening.json", "tests/cases/wide.json"] {
        assert_eq!(first_difference(path, None), None, "{path}");
    }
}

#[test]
fn every_word_of_it_is_shown_somewhere() {
    let elsewhere = ["failed-network", "see-result", "clear"];
    for name in text::OPENING.map(text::Key::name) {
        let differs = first_difference(SKIN, Some(name)).is_some();
        assert!(differs || elsewhere.contains(&name), "{name} is not shown");
    }
}
