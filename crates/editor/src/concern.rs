use std::collections::BTreeMap;

use data::{Node, Path, Step};

use super::change::Edit;
use super::duplicate::translations_copied;
use super::history::{Draft, FileId};
use super::id::fresh;
use super::item::{called, entries, place_of_new, template};

/// What the treatment may help with: a choice, and what is in the quiz for those who pick it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concern {
    /// Its choice.
    pub choice: Path,
    /// The label of that choice.
    pub name: String,
    /// Questions that only those are asked who pick it: how noticeable it is.
    pub questions: Vec<Path>,
    /// What the treatment may do for it.
    pub benefits: Vec<Path>,
    /// What a course looks like for it.
    pub plans: Vec<Path>,
    /// The choice as rules name it: `concerns.pores`.
    pick: String,
}

/// The concerns of a quiz, in the order of their choices: those of the question that most benefits and plans are
/// for, without choices such as "None of these".
pub fn concerns(quiz: &Node) -> Vec<Concern> {
    let Some(question) = concerns_question(quiz) else { return Vec::new() };
    let id = question.node(quiz).and_then(|it| it.text("id")).unwrap_or_default();
    let choices = question.then([Step::from("choices")]);
    let concern = |(index, choice): (usize, &Node)| {
        let pick = format!("{id}.{}", choice.text("id")?);
        let is_for = |it: &Node| it.text("for") == Some(&pick);
        let is_asked = |it: &Node| it.get("when").and_then(|it| it.text("picked")) == Some(&pick);
        Some(Concern {
            choice: choices.then([Step::Entry(index)]),
            name: called(choice).to_owned(),
            questions: those(quiz, "questions", is_asked),
            benefits: those(quiz, "benefits", is_for),
            plans: those(quiz, "plans", is_for),
            pick,
        })
    };
    let all = entries(choices.node(quiz)).iter().enumerate();
    all.filter(|(_, choice)| !is_exclusive(choice)).filter_map(concern).collect()
}

/// What adds a concern of this name, as one step: its choice, a question of how noticeable it is as another concern
/// has it, with the translations of its answers, a benefit and a plan, all to be filled in; and its position among
/// the concerns. Nothing in a quiz in which nothing is for a choice.
pub fn concern_added(draft: &Draft, name: &str) -> Option<(Vec<(FileId, Edit)>, usize)> {
    let quiz = draft.quiz().node();
    let all = concerns(quiz);
    let question = concerns_question(quiz)?;
    let list = question.then([Step::from("choices")]);
    let choices = entries(list.node(quiz));
    let at = place_of_new(list.node(quiz));
    let short = in_running_text(name);
    let choice = with_word(template(quiz, &list, name), "short", &short);
    let id = choice.text("id")?.to_owned();
    let pick = format!("{}.{id}", question.node(quiz)?.text("id")?);
    let mut edits = vec![Edit::Insert(list, at, choice)];
    let copied = all.iter().rev().find_map(|it| question_copied(quiz, it, &id, &pick, &short));
    let (question, translations) = match copied {
        Some((edit, from, to)) => (Some(edit), answers_copied(draft, &from, &to)),
        None => (None, Vec::new()),
    };
    edits.extend(question);
    for (list, called) in [("benefits", name), ("plans", id.as_str())] {
        let list = Path::new([Step::from(list)]);
        let new = with(template(quiz, &list, called), "for", Node::Text(pick.clone()));
        edits.push(Edit::Insert(list.clone(), entries(list.node(quiz)).len(), new));
    }
    let position = choices[..at].iter().filter(|it| !is_exclusive(it)).count();
    let edits = edits.into_iter().map(|edit| (FileId::QUIZ, edit));
    Some((edits.chain(translations).collect(), position))
}

/// What gives a copied question the translations of its hint and its answers; its title is another.
fn answers_copied(draft: &Draft, from: &str, to: &str) -> Vec<(FileId, Edit)> {
    let (from, to) = (format!("questions.{from}"), format!("questions.{to}"));
    let mut edits = translations_copied(draft, &from, &to);
    let title = format!("{to}.title");
    edits.retain(|(_, edit)| match edit {
        Edit::Set(path, _) => path.0.last() != Some(&Step::from(title.as_str())),
        _ => true,
    });
    edits
}

/// What makes of a concern's only plan one for each answer of how noticeable it is, with the same figures. Nothing
/// if it has several plans, or no such question.
pub fn plan_for_each_answer(quiz: &Node, concern: &Concern) -> Option<Vec<Edit>> {
    let ([plan], [question, ..]) = (&concern.plans[..], &concern.questions[..]) else {
        return None;
    };
    let (list, Step::Entry(index)) = (Path::new([Step::from("plans")]), plan.0.get(1)?) else {
        return None;
    };
    let (one, question) = (plan.node(quiz)?, question.node(quiz)?);
    let mut taken: Vec<&str> =
        entries(list.node(quiz)).iter().filter_map(|it| it.text("id")).collect();
    taken.retain(|id| Some(*id) != one.text("id"));
    let mut edits = vec![Edit::Remove(plan.clone())];
    for (more, choice) in entries(question.get("choices")).iter().enumerate() {
        let answer = choice.text("id")?;
        let id = fresh(&format!("{}-{answer}", one.text("id")?), "plan", &taken);
        let pick = Node::Text(format!("{}.{answer}", question.text("id")?));
        let when = Node::Object(vec![("picked".to_owned(), pick)]);
        let copy = with(with(one.clone(), "id", Node::Text(id)), "when", when);
        edits.push(Edit::Insert(list.clone(), index + more, copy));
    }
    (edits.len() > 1).then_some(edits)
}

/// The things whose conditions name two other concerns or more, but not this one: it may belong there too.
pub fn without_concern(quiz: &Node, concern: &Concern) -> Vec<Path> {
    let others: Vec<Concern> = concerns(quiz).into_iter().filter(|it| it != concern).collect();
    let mut found = Vec::new();
    for list in quiz::List::ALL {
        found.extend(those(quiz, list.name(), |item| {
            let Some(when) = item.get("when") else { return false };
            let names = |concern: &Concern| names(when, &concern.pick);
            !names(concern) && others.iter().filter(|it| names(it)).count() >= 2
        }));
    }
    found
}

/// Whether a rule names a choice.
fn names(rule: &Node, pick: &str) -> bool {
    match rule {
        Node::Text(text) => text == pick,
        Node::List(rules) => rules.iter().any(|rule| names(rule, pick)),
        Node::Object(fields) => fields.iter().any(|(_, rule)| names(rule, pick)),
        _ => false,
    }
}

/// The question that most benefits and plans are for a choice of.
fn concerns_question(quiz: &Node) -> Option<Path> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for thing in ["benefits", "plans"].iter().flat_map(|list| entries(quiz.get(list))) {
        if let Some((question, _)) = thing.text("for").and_then(|pick| pick.split_once('.')) {
            *counts.entry(question).or_default() += 1;
        }
    }
    let (most, _) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    those(quiz, "questions", |it| it.text("id") == Some(most)).pop()
}

/// A copy of the question that another concern has, behind it, for the new one, and the ids of both. Its title names
/// the new concern if it named the old one; else it is empty.
fn question_copied(
    quiz: &Node,
    of: &Concern,
    id: &str,
    pick: &str,
    short: &str,
) -> Option<(Edit, String, String)> {
    let path = of.questions.last()?;
    let (question, Step::Entry(index)) = (path.node(quiz)?, path.0.get(1)?) else { return None };
    let list = Path::new([Step::from("questions")]);
    let taken: Vec<&str> = entries(list.node(quiz)).iter().filter_map(|it| it.text("id")).collect();
    let old = of.pick.rsplit('.').next()?;
    let new = question.text("id")?.replacen(old, id, 1);
    let title = question.get("words")?.text("title")?;
    let choice = of.choice.node(quiz)?;
    let title = named_in(choice, old, title).map(|words| title.replacen(&words, short, 1));
    let new = fresh(&new, "question", &taken);
    let copy = with(question.clone(), "id", Node::Text(new.clone()));
    let when = Node::Object(vec![("picked".to_owned(), Node::Text(pick.to_owned()))]);
    let copy = with_word(with(copy, "when", when), "title", &title.unwrap_or_default());
    let old = question.text("id")?.to_owned();
    Some((Edit::Insert(list, index + 1, copy), old, new))
}

/// The words by which a text names a concern: as in running text, its label, its id, or the last word of one.
fn named_in(choice: &Node, id: &str, text: &str) -> Option<String> {
    let word = |name| choice.get("words").and_then(|it| it.text(name)).map(str::to_lowercase);
    let whole: Vec<String> =
        [word("short"), word("label"), Some(id.replace('-', " "))].into_iter().flatten().collect();
    let last = whole.iter().filter_map(|it| it.rsplit(' ').next()).map(str::to_owned);
    let words = whole.iter().cloned().chain(last);
    words.into_iter().find(|words| !words.is_empty() && text.contains(words.as_str()))
}

/// A label as it reads within a sentence: "Dark spots" as "dark spots", "PRP scars" as it is.
fn in_running_text(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain([second]).chain(letters).collect()
        }
        _ => label.to_owned(),
    }
}

fn is_exclusive(choice: &Node) -> bool {
    matches!(choice.get("exclusive"), Some(Node::Flag(true)))
}

/// The entries of a list of the quiz of which something is so.
fn those(quiz: &Node, list: &str, is_so: impl Fn(&Node) -> bool) -> Vec<Path> {
    let all = entries(quiz.get(list)).iter().enumerate();
    let found = all.filter(|(_, it)| is_so(it));
    found.map(|(index, _)| Path::new([Step::from(list), Step::Entry(index)])).collect()
}

/// A thing with another value of a field, which is behind the others if it was not there.
fn with(thing: Node, name: &str, value: Node) -> Node {
    let Node::Object(mut fields) = thing else { return thing };
    match fields.iter_mut().find(|(field, _)| field == name) {
        Some((_, old)) => *old = value,
        None => fields.push((name.to_owned(), value)),
    }
    Node::Object(fields)
}

/// A thing with another text among its words.
fn with_word(thing: Node, name: &str, text: &str) -> Node {
    let words = thing.get("words").cloned().unwrap_or(Node::Object(Vec::new()));
    with(thing, "words", with(words, name, Node::Text(text.to_owned())))
}
