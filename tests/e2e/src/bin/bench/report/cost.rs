use crate::artefacts::Artefact;
use crate::measured::Measured;
use crate::table::{Table, kb, ms};
use crate::visits::Visits;

pub(crate) const ABOUT: &str = "Blocked and shift are of a load at which nobody answers; *later* is of the walk, from the second question on.";

/// What the table of speed leaves out.
pub(crate) fn table<'a>(all: impl Iterator<Item = &'a Measured>) -> Table {
    let mut table = Table::new(&[
        "subject",
        "KB asked for",
        "first paint",
        "program runs",
        "blocked",
        "blocked, after the first paint",
        "shift",
        "shift later",
        "to the last screen",
        "heap, KB",
        "wasm, KB",
    ]);
    for one in all {
        table.row([
            one.name.clone(),
            kb(one.walks(|walk| Some(walk.asked as f64)).median()),
            ms(one.idles(|idle| idle.taken.paint).median()),
            ms(one.idles(|idle| idle.taken.runs).median()),
            ms(one.idles(|idle| Some(idle.taken.blocked(0.0, f64::INFINITY))).median()),
            ms(one
                .idles(|idle| Some(idle.taken.blocked(idle.taken.paint?, f64::INFINITY)))
                .median()),
            shift(one.idles(|idle| Some(idle.taken.shifted(0.0))).most()),
            shift(one.walks(|walk| Some(walk.taken.shifted(walk.second))).most()),
            ms(one.walks(|walk| walk.end).median()),
            kb(one.walks(|walk| walk.memory.map(|memory| memory.heap)).median()),
            kb(one.walks(|walk| walk.memory.map(|memory| memory.wasm)).median()),
        ]);
    }
    table
}

pub(crate) fn visits(visits: &Visits) -> Table {
    let mut table = Table::new(&["visit", "requests", "bytes"]);
    for (name, (bytes, requests)) in [
        ("first, nothing in the cache", visits.first),
        ("again, nothing changed", visits.again),
        ("again, only the data file changed", visits.changed),
    ] {
        table.row([name.to_owned(), requests.to_string(), bytes.to_string()]);
    }
    table
}

pub(crate) fn artefacts(all: &[Artefact]) -> Table {
    let mut table = Table::new(&["file", "bytes", "at brotli 11"]);
    for Artefact { name, raw, brotli } in all {
        table.row([name.clone(), raw.to_string(), brotli.to_string()]);
    }
    table
}

fn shift(sum: f64) -> String {
    if sum.is_nan() { "–".to_owned() } else { format!("{sum:.3}") }
}
