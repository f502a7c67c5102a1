use check::{Environment, File};
use data::Node;
use quiz::Date;
use report::Inputs;

use crate::files;

pub(crate) const BASE: &str = "tests/problems/base/quiz.json";

pub(crate) const TODAY: Date = Date { year: 2026, month: 11, day: 22 };

/// The page about a quiz, and what changed since another.
pub(crate) fn report_of(name: &str, node: &Node, since: Option<(&str, &Node)>) -> String {
    let file =
        |name: &str, wanted| File { name: name.into(), bytes: Ok(files::bytes(name)), wanted };
    let around =
        Environment { today: TODAY, picture: Some(&|_| Some(900)), since: None, folder: false };
    let beside = ["static/data/claims.json", "static/text/en.json"].map(|name| file(name, false));
    let all: Vec<File> = [file(name, true)].into_iter().chain(beside).collect();
    let checked = check::check(&all, &around);
    let inputs = Inputs {
        file: name,
        node,
        translations: &[],
        interface: &[],
        checked: &checked,
        since,
        today: TODAY,
    };
    report::html(inputs)
}
