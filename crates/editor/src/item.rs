use data::{Node, Path, Step};

use super::id::fresh;

/// A new thing for a list, called so, with an id of its own. What it cannot know is left empty, and the
/// check says so.
pub fn blank(quiz: &Node, list: &Path, called: &str) -> Node {
    let name = last_field(list);
    let taken = ids(list.node(quiz));
    let id = Node::Text(fresh(called, stem(name), &taken));
    let text = |text: &str| Node::Text(text.to_owned());
    let words = |names: &[&str]| {
        let word = |(index, name): (usize, &&str)| {
            ((*name).to_owned(), text(if index == 0 { called } else { "" }))
        };
        Node::Object(names.iter().enumerate().map(word).collect())
    };
    let none = || Node::List(Vec::new());
    let never = || Node::Object(vec![("any".to_owned(), Node::List(Vec::new()))]);
    let mut fields = vec![("id", id)];
    match name {
        "questions" => fields.extend([
            ("kind", text("one")),
            ("choices", none()),
            ("words", words(&["title"])),
        ]),
        "choices" => fields.push(("words", words(&["label"]))),
        "endings" => fields.extend([("when", never()), ("words", words(&["title", "text"]))]),
        "cautions" => fields.extend([
            ("level", text("ask")),
            ("when", never()),
            ("words", words(&["title", "text"])),
            ("sources", none()),
        ]),
        "benefits" => fields.extend([
            ("for", text(&without(quiz, "benefits"))),
            ("evidence", text("very-limited")),
            ("words", words(&["title", "may", "not", "evidence"])),
            ("sources", none()),
        ]),
        "plans" => fields.extend([
            ("for", text(&without(quiz, "plans"))),
            ("sessions", Node::Null),
            ("weeksBetween", Node::Null),
            ("evidence", text("very-limited")),
            ("words", Node::Object(Vec::new())),
            ("sources", none()),
        ]),
        "care" => fields.extend([
            ("stage", text("before")),
            ("words", words(&["text"])),
            ("sources", none()),
        ]),
        "sources" => fields.extend([("title", text(called)), ("published", text(""))]),
        "figures" => fields.extend([("words", words(&["text"])), ("sources", none())]),
        _ => fields.extend([("words", words(&["text"])), ("sources", none())]),
    }
    Node::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
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

fn ids(list: Option<&Node>) -> Vec<&str> {
    match list {
        Some(Node::List(entries)) => entries.iter().filter_map(|entry| entry.text("id")).collect(),
        _ => Vec::new(),
    }
}

/// The first choice that others of its question have such a thing for, but not this one; else none.
fn without(quiz: &Node, list: &str) -> String {
    let entries = |name: &str| match quiz.get(name) {
        Some(Node::List(entries)) => &entries[..],
        _ => &[],
    };
    let has: Vec<&str> = entries(list).iter().filter_map(|it| it.text("for")).collect();
    for question in entries("questions") {
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
