use data::Node;
use maud::{Markup, html};
use quiz::List;

use super::Content;
use super::element::{counted, section as framed, table};
use super::names::{called, entries, listed, word};
use super::sources::cited;

/// What a plan's figures are.
pub(super) const MEASURES: [(&str, &str); 6] = [
    ("sessions", "number of sessions"),
    ("weeksBetween", "weeks between sessions"),
    ("firstVisibleWeeksAfterFirst", "weeks from the first session to the first change"),
    ("fullWeeksAfterLast", "weeks from the last session to the full result"),
    ("rednessDays", "days of redness"),
    ("rednessMaxDays", "days of redness at most"),
];

/// So many rows fit on the first pages.
const MOST: usize = 8;

/// What stands together on the same sources.
#[derive(PartialEq, Eq)]
struct Figures<'n> {
    /// Its list and its ids.
    key: [&'n str; 3],
    item: String,
    /// What each measures, and its value.
    all: Vec<(String, String)>,
    sources: Vec<&'n str>,
}

/// Every figure with its sources.
pub(super) fn section(content: &Content<'_>) -> Markup {
    let groups = groups(content.inputs.node);
    let count = groups.iter().map(|group| group.all.len()).sum();
    let rows = html! {
        @for group in &groups {
            tr {
                th scope="row" { (group.item) }
                td { ul { @for (name, value) in &group.all { li { (name) ": " strong { (value) } } } } }
                td { (cited(content, &group.sources)) }
            }
        }
    };
    framed(
        "figures",
        "Every figure",
        &html! {
            p { (counted(count, "figure")) ". A number that stands in a text without a source is among the findings above." }
            @if count > 0 { (table("Figures and their sources", &["Where", "Figures", "Sources"], &rows)) }
        },
    )
}

/// The figures that are not what they were, or rest on other sources; nothing where no earlier version
/// is known.
pub(super) fn changed(content: &Content<'_>) -> Markup {
    let Some((_, old)) = content.inputs.since else { return html! {} };
    let before = groups(old);
    let is_same = |group: &&Figures<'_>| before.iter().any(|other| *other == **group);
    let all = groups(content.inputs.node);
    let changed: Vec<&Figures<'_>> = all.iter().filter(|group| !is_same(group)).collect();
    let was = |group: &Figures<'_>| before.iter().find(|it| it.key == group.key);
    let none = Figures { key: [""; 3], item: String::new(), all: Vec::new(), sources: Vec::new() };
    let rows = html! {
        @for group in changed.iter().take(MOST) {
            tr {
                th scope="row" { (group.item) }
                td { @match was(group) { Some(old) => (values(old, group)), None => "–" } }
                td { (values(group, was(group).unwrap_or(&none))) }
                td { (cited(content, &group.sources)) }
            }
        }
    };
    framed(
        "changed-figures",
        "Figures that changed",
        &html! {
            @if changed.is_empty() { p { "None, and none rests on another source." } }
            @else { (table("Figures that changed", &["Where", "Before", "Now", "Sources now"], &rows)) }
            @if changed.len() > MOST { p { strong { "And " (changed.len() - MOST) " more" } ": see " a href="#changes" { "every change" } "." } }
        },
    )
}

/// What a group says that the other does not; all of it if it says the same.
fn values(group: &Figures<'_>, other: &Figures<'_>) -> Markup {
    let differs: Vec<_> = group.all.iter().filter(|it| !other.all.contains(it)).collect();
    html! {
        @if differs.is_empty() { "the same, on other sources" }
        @for (name, value) in differs { (name) ": " strong { (value) } br; }
    }
}

fn groups(file: &Node) -> Vec<Figures<'_>> {
    let mut groups = Vec::new();
    for list in List::RESULT.map(List::name) {
        for item in entries(file, list) {
            groups.extend(entries(item, "figures").iter().map(|figure| Figures {
                key: [list, id(item), id(figure)],
                item: format!("{}: {}", super::texts::title(list), called(item)),
                all: vec![(named(figure), word(figure, "text").unwrap_or("?").to_owned())],
                sources: listed(figure, "sources").collect(),
            }));
        }
    }
    groups.extend(entries(file, "plans").iter().map(|plan| Figures {
        key: ["plans", id(plan), ""],
        item: format!("Plan: {}", named(plan)),
        all: measures(plan),
        sources: listed(plan, "sources").collect(),
    }));
    groups
}

fn id(node: &Node) -> &str {
    node.text("id").unwrap_or_default()
}

fn named(node: &Node) -> String {
    node.text("id").map(super::names::spaced).unwrap_or_default()
}

fn measures(plan: &Node) -> Vec<(String, String)> {
    let measures = MEASURES.iter().filter_map(|(field, name)| Some((plan.get(field)?, name)));
    measures.map(|(value, name)| ((*name).to_owned(), shown(value))).collect()
}

/// A value of the file in words.
pub(super) fn shown(value: &Node) -> String {
    match value {
        Node::Null => "not measured".to_owned(),
        Node::Flag(flag) => if *flag { "yes" } else { "no" }.to_owned(),
        Node::Number(number) => number.to_string(),
        Node::OtherNumber => "?".to_owned(),
        Node::Text(text) | Node::Untranslated(text) => text.clone(),
        Node::List(entries) => match entries.as_slice() {
            [Node::Number(from), Node::Number(to)] if from == to => from.to_string(),
            [Node::Number(from), Node::Number(to)] => format!("{from} to {to}"),
            entries => entries.iter().map(shown).collect::<Vec<_>>().join(", "),
        },
        Node::Object(fields) => {
            let fields = fields.iter().map(|(name, value)| format!("{name}: {}", shown(value)));
            fields.collect::<Vec<_>>().join(", ")
        }
    }
}
