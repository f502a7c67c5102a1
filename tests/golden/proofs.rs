//! What is proved of quizzes: of those with a planted defect, and of the clinic's own.

use std::fmt::Write;

use libtest_mimic::Trial;
use proof::{BigUint, Example, Limits, Proof, Reach, Statement, prove};
use quiz::{Item, Outcome, Quiz, Screen, Walk};

use crate::visitor::{choices, name_of};
use crate::{expected, files};

const DEFECTS: &str = "tests/cases/proof";

pub(crate) fn tests() -> Vec<Trial> {
    let defects = files::stems(DEFECTS, "json");
    let planted = |defect: &str| proved(&format!("{DEFECTS}/{defect}.json"));
    let own = |_: &str| proved(files::SKIN);
    [
        expected::tests(DEFECTS, "txt", defects, planted),
        expected::tests("tests/cases/proof/clinic", "txt", vec!["microneedling".into()], own),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn proved(name: &str) -> String {
    let quiz = files::quiz(name);
    told(&quiz, &prove(&quiz, Limits::default()))
}

/// A proof, by ids.
fn told(quiz: &Quiz, proof: &Proof) -> String {
    let mut told = String::new();
    for (item, reach) in &proof.items {
        _ = writeln!(told, "{}: {}", name(quiz, *item), self::reach(quiz, reach));
        for pick in choices(quiz, *item) {
            let reach = self::reach(quiz, &reach.then(pick));
            _ = writeln!(told, "  {}: {reach}", name_of(quiz, pick));
        }
    }
    for finding in &proof.findings {
        let example = finding.example.as_ref().map(|it| format!(": {}", self::example(quiz, it)));
        let statement = statement(quiz, &finding.statement);
        _ = writeln!(told, "FOUND {statement}{}", example.unwrap_or_default());
    }
    for undecided in &proof.undecided {
        _ = writeln!(told, "UNDECIDED {}", statement(quiz, undecided));
    }
    if let Some(walks) = &proof.walks {
        let share = |name: &str, count: &BigUint| format!("{count} {name}\n");
        told += &share("walks", &walks.count);
        for (ending, count) in quiz.endings.iter().zip(&walks.endings) {
            told += &share(&format!("to ending {}", ending.id.as_str()), count);
        }
        if let Some(results) = &walks.results {
            told += &share("to a result with a hold", &results.hold);
            told += &share("to one to ask about", &results.ask);
            told += &share("to one to tell", &results.tell);
            told += &share("to one without caution", &results.free);
        }
        _ = writeln!(told, "longest: {}", example(quiz, &walks.longest));
        _ = writeln!(told, "shortest: {}", example(quiz, &walks.shortest));
    }
    told
}

fn example(quiz: &Quiz, example: &Example) -> String {
    let walk = Walk::new(quiz, &example.answers(quiz));
    let picks = walk.asked().iter().map(|&question| {
        let choices = walk.counted().of(question).iter();
        let choices = choices.map(|it| quiz.questions[question].choices[it].id.as_str());
        let choices: Vec<&str> = choices.collect();
        format!("{}.{}", quiz.questions[question].id.as_str(), choices.join("+"))
    });
    let picks: Vec<String> = picks.collect();
    let end = match walk.screen(walk.last()) {
        Screen::Ending(ending) => quiz.endings[ending].id.as_str(),
        Screen::Result if Outcome::new(quiz, walk.counted()).on_hold() => "hold",
        Screen::Result => "result",
        Screen::Question(_) => "open",
    };
    let proved = if example.shortest { "shortest " } else { "" };
    format!("{proved}{} ({} -> {end})", example.asked, picks.join(" "))
}

fn reach(quiz: &Quiz, reach: &Reach) -> String {
    match reach {
        Reach::Reached(example) => self::example(quiz, example),
        Reach::Never => "NEVER".into(),
        Reach::Undecided => "UNDECIDED".into(),
    }
}

fn name(quiz: &Quiz, item: Item) -> String {
    let list = item.list.name();
    let id = item.entry(quiz).map_or("?", |it| it.id.as_str());
    format!("{} {id}", list.strip_suffix('s').unwrap_or(list))
}

fn statement(quiz: &Quiz, statement: &Statement) -> String {
    let item = |item: &Item| name(quiz, *item);
    let hold = |hold: &usize| quiz.cautions[*hold].id.as_str();
    match statement {
        Statement::AlwaysHolds(it) => format!("always holds, {}", item(it)),
        Statement::Contradicts(it) => format!("contradicts itself, {}", item(it)),
        Statement::PartNeverHolds(it, at) => format!("part {at:?} never holds, {}", item(it)),
        Statement::PartAlwaysHolds(it, at) => format!("part {at:?} always holds, {}", item(it)),
        Statement::NoResult => "no result".into(),
        Statement::EmptyResult => "empty result".into(),
        Statement::WithoutBenefit(pick) => format!("no benefit for {}", name_of(quiz, *pick)),
        Statement::WithoutPlan(pick) => format!("no plan for {}", name_of(quiz, *pick)),
        Statement::TwoPlans(it) => {
            format!("two plans for one concern, the later {}", quiz.plans[*it].id.as_str())
        }
        Statement::StrongerPlan(it) => {
            format!("stronger evidence than its benefit, plan {}", quiz.plans[*it].id.as_str())
        }
        Statement::NothingFor(pick) => format!("nothing is for {}", name_of(quiz, *pick)),
        Statement::Outweighed(it) => format!("outweighed hold {}", hold(it)),
        Statement::Skipped { hold: it, question } => {
            format!("hold {}, not asked {}", hold(it), quiz.questions[*question].id.as_str())
        }
        Statement::Walks => "walks".into(),
    }
}
