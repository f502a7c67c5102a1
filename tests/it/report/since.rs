use data::Node;
use scraper::{Html, Selector};

use super::{BASE, of};
use crate::{expected, files};

/// The section on changes as text: a line a row, `[-gone-]`, `[+new+]`.
fn told(old: &Node) -> String {
    let html = of(BASE, &files::node(BASE), Some(("old.json", old)));
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

#[test]
fn each_is_told_in_words() {
    let case = |stem: String| {
        let old = old(&files::value(&format!("tests/cases/since/{stem}.json")));
        (stem, told(&old))
    };
    let found: Vec<_> = files::stems("tests/cases/since", "json").into_iter().map(case).collect();
    expected::check("tests/cases/since", "txt", &found);
}

#[test]
fn texts_of_no_quiz_are_told_whole() {
    let mut value = files::value(BASE);
    value["words"]["purpose"] = "See ".repeat(2_000_000).into();
    let told = told(&serde_json::from_value(value).expect("a node"));
    assert!(told.contains("See -] [+See what it may do, and what to ask first.+]"));
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
