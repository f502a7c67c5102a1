use std::fmt::Write;

use proof::{BigUint, Example, Proof, Reach, Statement};
use quiz::{Item, Outcome, Quiz, Screen, Walk};

use super::choices;
use crate::visitor::name_of;

/// A proof, by ids.
pub(super) fn proof(quiz: &Quiz, proof: &Proof) -> String {
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
        Statement::NothingFor(pick) => format!("nothing is for {}", name_of(quiz, *pick)),
        Statement::Outweighed(it) => format!("outweighed hold {}", hold(it)),
        Statement::Skipped { hold: it, question } => {
            format!("hold {}, not asked {}", hold(it), quiz.questions[*question].id.as_str())
        }
        Statement::Walks => "walks".into(),
    }
}
