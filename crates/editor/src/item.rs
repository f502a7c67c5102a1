use data::{Node, Path, Step};
use quiz::List;

use super::field::{Field, FieldType};
use super::forms::{any_form, sublist};
use super::id::fresh;

/// A new thing for a list, called so, with an id of its own. What its form needs and it cannot know is left
/// empty, and the check says so.
pub fn template(quiz: &Node, list: &Path, called: &str) -> Node {
    let name = last_field(list);
    let id = fresh(called, stem(name), &ids(list.node(quiz)));
    let mut fields = vec![("id".to_owned(), Node::Text(id))];
    let form = any_form(name);
    let all = form.map_or(&[][..], |form| form.fields);
    let mut called = Some(called);
    let mut new = |field: &Field| match field.is {
        FieldType::Line | FieldType::Text => {
            Node::Text(called.take().unwrap_or_default().to_owned())
        }
        is => empty(is, quiz, name),
    };
    let mut add = |of: &[&str]| -> Vec<(String, Node)> {
        let needed = all.iter().filter(|it| it.needed && it.is != FieldType::Sources);
        let here = needed.filter_map(|it| Some((it.path.strip_prefix(of)?, it)));
        let here = here.filter(|(rest, _)| rest.len() == 1);
        here.map(|(rest, field)| (rest[0].to_owned(), new(field))).collect()
    };
    fields.extend(add(&[]));
    if form.is_some_and(|form| sublist(form, "choices").is_some()) {
        fields.push(("choices".to_owned(), Node::List(Vec::new())));
    }
    if all.iter().any(|it| it.path[0] == "words") {
        fields.push(("words".to_owned(), Node::Object(add(&["words"]))));
    }
    if all.iter().any(|it| it.is == FieldType::Sources) {
        fields.push(("sources".to_owned(), Node::List(Vec::new())));
    }
    Node::Object(fields)
}

/// Where a new entry of a list goes: above the first choice that excludes the others, which stands last with
/// "Not sure" and the like; to the end if none does, or if the others stand below it.
pub fn place_of_new(list: Option<&Node>) -> usize {
    let Some(Node::List(entries)) = list else { return 0 };
    let excludes = |entry: &Node| entry.get("exclusive") == Some(&Node::Flag(true));
    match entries.iter().position(excludes) {
        Some(0) if entries.len() > 1 => entries.len(),
        Some(first) => first,
        None => entries.len(),
    }
}

/// What a field that must be there holds until somebody says. Of several words it is the first; but a caution
/// asks, for a hold takes booking away.
fn empty(is: FieldType, quiz: &Node, list: &str) -> Node {
    match is {
        FieldType::Line
        | FieldType::Text
        | FieldType::Link
        | FieldType::Date
        | FieldType::Colour
        | FieldType::Picture => Node::Text(String::new()),
        FieldType::Lines | FieldType::Sources => Node::List(Vec::new()),
        FieldType::Number | FieldType::Range => Node::Null,
        FieldType::Flag => Node::Flag(false),
        FieldType::OneOf(_) if list == List::Cautions.name() => Node::Text("ask".to_owned()),
        FieldType::OneOf(words) => Node::Text(words[0].word.to_owned()),
        FieldType::Rule => Node::Object(vec![("any".to_owned(), Node::List(Vec::new()))]),
        FieldType::Pick => Node::Text(without(quiz, list)),
    }
}

/// What a thing is called in a list: its title, its label, its text, or its id.
pub fn called(node: &Node) -> &str {
    let word = |name| node.get("words").and_then(|words| words.text(name));
    let first = ["title", "label", "text"].into_iter().find_map(word);
    let named = first.or_else(|| node.text("title")).filter(|text| !text.trim().is_empty());
    named.or_else(|| node.text("id")).unwrap_or("?")
}

fn last_field(path: &Path) -> &str {
    match path.0.last() {
        Some(Step::Field(name)) => name,
        _ => "",
    }
}

/// What an id is made of where the name gives nothing.
fn stem(list: &str) -> &str {
    match list {
        "care" | "ask" => list,
        list => list.strip_suffix('s').unwrap_or(list),
    }
}

/// The entries of a list; none of anything else.
pub fn entries(list: Option<&Node>) -> &[Node] {
    match list {
        Some(Node::List(entries)) => entries,
        _ => &[],
    }
}

fn ids(list: Option<&Node>) -> Vec<&str> {
    entries(list).iter().filter_map(|entry| entry.text("id")).collect()
}

/// The first choice that others of its question have such a thing for, but not this one; else none.
fn without(quiz: &Node, list: &str) -> String {
    let has: Vec<&str> = entries(quiz.get(list)).iter().filter_map(|it| it.text("for")).collect();
    for question in entries(quiz.get("questions")) {
        let Some(id) = question.text("id") else { continue };
        let of = format!("{id}.");
        if !has.iter().any(|it| it.starts_with(&of)) {
            continue;
        }
        let picks = ids(question.get("choices")).into_iter().map(|choice| format!("{of}{choice}"));
        if let Some(pick) = picks.into_iter().find(|pick| !has.contains(&pick.as_str())) {
            return pick;
        }
    }
    String::new()
}
