use data::Node;

use super::condition::{Clause, Condition, Join, Part, Relation};
use super::item::{called, entries};

/// A longer name says no more of its conditions, in characters.
const LONGEST: usize = 60;

/// What a thing is called among the others of its list: as [`called`], or what it is for and when, of one that has
/// neither title nor text, such as a plan: "fine lines – A little".
pub fn title(quiz: &Node, node: &Node) -> String {
    let own = called(node);
    let is_named = node.text("id") != Some(own);
    let of = node.text("for").filter(|_| !is_named).and_then(|pick| choice(quiz, pick));
    let Some(of) = of else { return own.to_owned() };
    let short = of.get("words").and_then(|words| words.text("short"));
    let name = short.unwrap_or(called(of));
    let when = Condition::read(node.get("when")).map(|when| condition(quiz, &when));
    match when.filter(|when| !when.is_empty() && when.chars().count() <= LONGEST) {
        Some(when) => format!("{name} – {when}"),
        None => name.to_owned(),
    }
}

fn condition(quiz: &Node, condition: &Condition) -> String {
    let part = |part: &Part| match part {
        Part::Clause(it) => clause(quiz, it),
        Part::Group(inner) => format!("({})", self::condition(quiz, inner)),
    };
    let parts: Vec<String> = condition.parts.iter().map(part).collect();
    match condition.join {
        Join::All => parts.join(", "),
        Join::Any => parts.join(" or "),
        Join::None => format!("not {}", parts.join(", not ")),
    }
}

fn clause(quiz: &Node, clause: &Clause) -> String {
    let label = |id: &String| {
        let pick = format!("{}.{id}", clause.question);
        choice(quiz, &pick).map_or(id.clone(), |it| called(it).to_owned())
    };
    let labels: Vec<String> = clause.choices.iter().map(label).collect();
    match clause.relation {
        Relation::AnyOf => labels.join(" or "),
        Relation::NoneOf => format!("not {}", labels.join(", not ")),
        Relation::AtLeast(count) => {
            let asked = entries(quiz.get("questions")).iter();
            let mut asked = asked.filter(|it| it.text("id") == Some(&clause.question));
            format!("{count} or more of “{}”", asked.next().map_or("?", called))
        }
    }
}

/// A choice by `question.choice`.
fn choice<'q>(quiz: &'q Node, pick: &str) -> Option<&'q Node> {
    let (question, choice) = pick.split_once('.')?;
    let is = |node: &&Node, id: &str| node.text("id") == Some(id);
    let question = entries(quiz.get("questions")).iter().find(|it| is(it, question))?;
    entries(question.get("choices")).iter().find(|it| is(it, choice))
}
