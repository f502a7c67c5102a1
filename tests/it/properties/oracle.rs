use std::collections::{BTreeMap, BTreeSet};

use quiz::{Answers, Quiz};
use serde_json::Value;

/// The picked choices of every answered question, by ids.
pub(super) type Picked = BTreeMap<String, BTreeSet<String>>;

pub(super) fn picked(quiz: &Quiz, answers: &Answers) -> Picked {
    let questions = quiz.questions.iter().enumerate();
    questions
        .filter(|(index, _)| !answers.of(*index).is_empty())
        .map(|(index, question)| {
            let choices = answers.of(index).iter();
            let ids = choices.map(|choice| question.choices[choice].id.as_str().to_owned());
            (question.id.as_str().to_owned(), ids.collect())
        })
        .collect()
}

pub(super) fn text(value: &Value) -> &str {
    value.as_str().expect("the file has a text here")
}

/// The items of a list of the file; none where it is left out.
pub(super) fn list<'f>(file: &'f Value, name: &str) -> &'f [Value] {
    file[name].as_array().map_or(&[], Vec::as_slice)
}

/// Whether the `when` of an item holds.
pub(super) fn applies(item: &Value, picked: &Picked) -> bool {
    item.get("when").is_none_or(|rule| holds(rule, picked))
}

/// Whether `question.choice` is picked.
pub(super) fn is_picked(choice: &Value, picked: &Picked) -> bool {
    let (question, choice) = text(choice).split_once('.').expect("a choice is question.choice");
    picked.get(question).is_some_and(|choices| choices.contains(choice))
}

fn holds(rule: &Value, picked: &Picked) -> bool {
    let (word, operand) = rule.as_object().and_then(|rule| rule.iter().next()).expect("a rule");
    let mut operands = operand.as_array().map_or(&[][..], Vec::as_slice).iter();
    match word.as_str() {
        "all" => operands.all(|rule| holds(rule, picked)),
        "any" => operands.any(|rule| holds(rule, picked)),
        "not" => !holds(operand, picked),
        "picked" => is_picked(operand, picked),
        "pickedAny" => operands.any(|choice| is_picked(choice, picked)),
        "pickedAtLeast" => {
            let count = picked.get(text(&operand["question"])).map_or(0, BTreeSet::len);
            count as u64 >= operand["count"].as_u64().expect("a count")
        }
        _ => panic!("no such rule: {rule}"),
    }
}

/// The questions asked and answered, in order; what they were answered with; and what comes next:
/// a question without an answer, an ending, or nothing.
pub(super) fn replay(file: &Value, answers: &Picked) -> (Vec<String>, Picked, Option<String>) {
    let (mut asked, mut counted) = (Vec::new(), Picked::new());
    for question in list(file, "questions") {
        if !applies(question, &counted) {
            continue;
        }
        let id = text(&question["id"]).to_owned();
        let Some(choices) = answers.get(&id) else { return (asked, counted, Some(id)) };
        asked.push(id.clone());
        counted.insert(id, choices.clone());
        if let Some(ending) = list(file, "endings").iter().find(|item| applies(item, &counted)) {
            return (asked, counted, Some(text(&ending["id"]).to_owned()));
        }
    }
    (asked, counted, None)
}

/// The most questions that can still be asked when these are answered, every path tried.
pub(super) fn longest(file: &Value, answers: &Picked) -> usize {
    let (asked, counted, next) = replay(file, answers);
    let question = list(file, "questions").iter().find(|q| Some(text(&q["id"])) == next.as_deref());
    let Some(question) = question else { return asked.len() };
    let paths = ways(question).into_iter().map(|choices| {
        let mut answers = counted.clone();
        answers.insert(text(&question["id"]).to_owned(), choices);
        longest(file, &answers)
    });
    paths.max().unwrap_or_default()
}

/// Every answer to a question.
fn ways(question: &Value) -> Vec<BTreeSet<String>> {
    let choices = list(question, "choices");
    let exclusive = |choice: &Value| choice["exclusive"] == true;
    let subset = |bits: usize| choices.iter().enumerate().filter(move |(i, _)| bits >> i & 1 == 1);
    (1..1_usize << choices.len())
        .filter(|bits| bits.count_ones() == 1 || question["kind"] == "many")
        .filter(|&bits| {
            bits.count_ones() == 1 || !subset(bits).any(|(_, choice)| exclusive(choice))
        })
        .map(|bits| subset(bits).map(|(_, choice)| text(&choice["id"]).to_owned()).collect())
        .collect()
}
