//! The page for whoever signs a quiz off, and what it says of an earlier version.

use data::Node;
use libtest_mimic::Trial;
use scraper::{Html, Selector};

use crate::reported::{BASE, report_of};
use crate::{expected, files};

const PAGES: &str = "tests/cases/report";
const SINCE: &str = "tests/cases/since";

pub(crate) fn tests() -> Vec<Trial> {
    let pages = vec!["quiz".into(), "outweighed-hold".into()];
    let page = |stem: &str| {
        let name = if stem == "quiz" { BASE } else { "tests/cases/proof/outweighed-hold.json" };
        lines(&report_of(name, &files::node(name), None))
    };
    let changes = |stem: &str| changes(&old(&files::value(&format!("{SINCE}/{stem}.json"))));
    let pages = expected::tests(PAGES, "html", pages, page);
    let since = expected::tests(SINCE, "txt", files::stems(SINCE, "json"), changes);
    pages.into_iter().chain(since).collect()
}

/// The page without its style sheet, a line for each element that begins one.
fn lines(html: &str) -> String {
    let (before, rest) = html.split_once("<style>").expect("a style sheet");
    let (_, after) = rest.split_once("</style>").expect("its end");
    let mut text = format!("{before}{after}\n");
    for element in ["section", "h2", "h3", "p", "tr", "li", "svg", "text", "div", "table", "nav"] {
        text = text.replace(&format!("<{element}>"), &format!("\n<{element}>"));
        text = text.replace(&format!("<{element} "), &format!("\n<{element} "));
    }
    text
}

/// The section on changes as text: a line a row, `[-gone-]`, `[+new+]`.
fn changes(old: &Node) -> String {
    let html = report_of(BASE, &files::node(BASE), Some(("old.json", old)));
    let html = html.replace("<del>", "[-").replace("</del>", "-]");
    let html = html.replace("<ins>", "[+").replace("</ins>", "+]");
    let page = Html::parse_document(&html);
    let rows = Selector::parse("#changes > p, #changes h3, #changes tbody tr").expect("a selector");
    let cells = Selector::parse("th, td").expect("a selector");
    let mut told = String::new();
    for row in page.select(&rows) {
        let cells: Vec<String> = row.select(&cells).map(|cell| cell.text().collect()).collect();
        let line = if cells.is_empty() { row.text().collect() } else { cells.join(" | ") };
        told += &format!("{line}\n");
    }
    told
}

/// A case names places of the base and what stood there before; `null` for what is new.
fn old(case: &serde_json::Value) -> Node {
    let mut value = files::value(BASE);
    for (pointer, before) in case.as_object().expect("an object") {
        let (parent, last) = pointer.rsplit_once('/').expect("a pointer");
        let parent = value.pointer_mut(parent).expect("a place of the base");
        match (before, parent.as_array_mut()) {
            (serde_json::Value::Null, Some(list)) => {
                list.remove(last.parse().expect("an index"));
            }
            (before, Some(list)) if last == "-" => list.push(before.clone()),
            (before, _) => parent[last] = before.clone(),
        }
    }
    serde_json::from_value(value).expect("a node")
}
