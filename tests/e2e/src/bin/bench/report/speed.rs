use crate::embedded::Embedded;
use crate::goals::Goal;
use crate::measured::Measured;
use crate::subject::{LIMIT, OURS_FIVE};
use crate::table::{Table, kb, ms, times};
use crate::times::Times;

/// The measures of issue 5, each with its ratio to the limit.
pub(crate) fn table(five: &[Measured], full: &Measured) -> Table {
    let mut table = Table::new(&[
        "subject",
        "KB",
        "first question visible",
        "×",
        "second question shown",
        "×",
        "step",
        "×",
        "step, p95",
    ]);
    let limit = &five[LIMIT];
    for one in five.iter().chain([full]) {
        let bytes = kb(one.walks(|walk| Some(walk.arrived as f64)).median());
        let against = |of: &dyn Fn(&Measured) -> Times| {
            [spread(&of(one)), times(of(one).median(), of(limit).median())]
        };
        let [first, second, step] =
            [against(&Measured::first), against(&Measured::second), against(&Measured::steps)];
        let slow = ms(one.steps().quantile(0.95));
        let cells =
            [vec![one.name.clone(), bytes], first.into(), second.into(), step.into(), vec![slow]];
        table.row(cells.into_iter().flatten());
    }
    table
}

/// Each goal, for the five questions and the full quiz.
pub(crate) fn goals(five: &[Measured], full: &Measured) -> Table {
    let mut table = Table::new(&["goal", "ours, five questions", "ours, the full quiz"]);
    for (few, all) in Goal::all(five, &five[OURS_FIVE]).iter().zip(Goal::all(five, full)) {
        table.row([few.wanted().to_owned(), few.to_string(), all.to_string()]);
    }
    table
}

pub(crate) fn embedded(both: &[Embedded]) -> Table {
    let mut table = Table::new(&[
        "loading",
        "KB asked for",
        "first question visible",
        "second question shown",
        "first answers lost",
    ]);
    for Embedded { loading, first, second, asked, lost } in both {
        table.row([
            (*loading).to_owned(),
            kb(asked.median()),
            spread(first),
            spread(second),
            lost.to_string(),
        ]);
    }
    table
}

pub(crate) fn grown(all: &[Measured]) -> Table {
    let mut table = Table::new(&[
        "quiz",
        "KB",
        "first question visible",
        "program runs",
        "second question shown",
        "step",
        "step, p95",
    ]);
    for one in all {
        table.row([
            one.name.clone(),
            kb(one.walks(|walk| Some(walk.arrived as f64)).median()),
            spread(&one.first()),
            spread(&one.idles(|idle| idle.taken.runs)),
            spread(&one.second()),
            spread(&one.steps()),
            ms(one.steps().quantile(0.95)),
        ]);
    }
    table
}

/// Ratios to the limit in the same engine.
pub(crate) fn elsewhere(five: &[Measured]) -> Table {
    let mut table = Table::new(&[
        "subject",
        "first question visible",
        "×",
        "second question shown",
        "×",
        "step",
        "×",
    ]);
    for one in five {
        let of = [Measured::first, Measured::second, Measured::steps];
        let cells = of.iter().flat_map(|of| {
            let time = of(one).median();
            [ms(time), times(time, of(&five[LIMIT]).median())]
        });
        table.row([one.name.clone()].into_iter().chain(cells));
    }
    table
}

fn spread(times: &Times) -> String {
    if times.is_empty() {
        return "–".to_owned();
    }
    format!("{} ({}–{})", ms(times.median()), ms(times.least()), ms(times.most()))
}
