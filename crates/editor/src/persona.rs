use std::collections::BTreeMap;

use check::{expectable, seen};
use data::{FORMAT, Node, Path, Step};
use quiz::{Answers, Choice, End, Quiz, Walk};

use super::change::Edit;
use super::id::fresh;

/// What a test visitor must see of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expects {
    /// It must be shown.
    Shown,
    /// It must not be.
    Hidden,
    /// Either is right.
    Nothing,
}

/// A test visitor, and what they see.
#[derive(Debug)]
pub struct Persona<'n> {
    /// As it stands in the file.
    pub node: &'n Node,
    /// Its place.
    pub at: Path,
    /// What they picked, as far as the quiz has it.
    pub answers: Answers,
    /// How they end: `result` or `endings.its-id`.
    pub ends: String,
    /// What they see, by list and id, and `booking`.
    pub seen: Vec<String>,
}

/// The test visitors of a file.
pub fn personas(file: &Node) -> &[Node] {
    match file.get("personas") {
        Some(Node::List(all)) => all,
        _ => &[],
    }
}

/// A file of test visitors to a quiz, without any.
pub fn no_personas(quiz: &Node) -> String {
    let id = check::quoted(quiz.text("id").unwrap_or_default());
    format!(
        "{{\n  \"$schema\": \"personas.schema.json\",\n  \"format\": {FORMAT},\n  \"quiz\": {id},\n  \
         \"personas\": []\n}}\n"
    )
}

/// A new test visitor, called so.
pub fn new_persona(file: &Node, about: &str) -> Edit {
    let taken: Vec<&str> = personas(file).iter().filter_map(|it| it.text("id")).collect();
    let text = |text: &str| Node::Text(text.to_owned());
    let fields = [
        ("id", text(&fresh(about, "visitor", &taken))),
        ("about", text(about)),
        ("answers", Node::Object(Vec::new())),
        ("shows", Node::List(Vec::new())),
        ("hides", Node::List(Vec::new())),
    ];
    let fields = fields.map(|(name, value)| (name.to_owned(), value));
    Edit::Insert(list(), personas(file).len(), Node::Object(fields.to_vec()))
}

/// The questions that visitors leave open, each with how many.
pub fn unanswered(file: &Node, quiz: &Quiz) -> BTreeMap<usize, usize> {
    let mut counts = BTreeMap::new();
    for persona in all(file, quiz) {
        if let Some(question) = persona.open_question(quiz) {
            *counts.entry(question).or_default() += 1;
        }
    }
    counts
}

/// Gives one answer for every visitor who leaves a question open.
pub fn answered_by_all(file: &Node, quiz: &Quiz, question: usize, choice: usize) -> Vec<Edit> {
    let open = all(file, quiz).filter(|it| it.open_question(quiz) == Some(question));
    open.map(|persona| persona.picked(quiz, question, choice)).collect()
}

fn all<'n>(file: &'n Node, quiz: &Quiz) -> impl Iterator<Item = Persona<'n>> {
    (0..personas(file).len()).filter_map(|index| Persona::read(file, index, quiz))
}

/// What there is to expect of a quiz, by list and id, and `booking`.
pub fn things(quiz: &Quiz) -> Vec<String> {
    let is_end = |it: &String| it == "result" || it.starts_with("endings.");
    expectable(quiz).into_iter().filter(|it| !is_end(it)).collect()
}

impl<'n> Persona<'n> {
    /// The visitor at this index of a file.
    pub fn read(file: &'n Node, index: usize, quiz: &Quiz) -> Option<Self> {
        let node = personas(file).get(index)?;
        let at = Path(list().0.into_iter().chain([Step::Entry(index)]).collect());
        let answers = answers(node, quiz);
        let mut seen = seen(quiz, &Walk::new(quiz, &answers));
        let ends = seen.remove(0);
        Some(Self { node, at, answers, ends, seen })
    }

    /// The question that the visitor leaves open.
    pub fn open_question(&self, quiz: &Quiz) -> Option<usize> {
        match Walk::new(quiz, &self.answers).end() {
            End::Open(question) => Some(question),
            _ => None,
        }
    }

    /// Picks a choice as the visitor would. Once they come to an end, answers to what is not asked go.
    pub fn picked(&self, quiz: &Quiz, question: usize, choice: usize) -> Edit {
        let answers = self.answers.after(quiz, question, choice);
        let walk = Walk::new(quiz, &answers);
        let is_open = matches!(walk.end(), End::Open(_));
        let given = if is_open { &answers } else { walk.counted() };
        let all = quiz.questions.iter().enumerate();
        let given = all.filter(|(index, _)| !given.of(*index).is_empty()).map(|(index, asked)| {
            let picks = given.of(index).iter();
            let ids = picks.map(|it| Node::Text(asked.choices[it].id.as_str().to_owned()));
            (asked.id.as_str().to_owned(), Node::List(ids.collect()))
        });
        Edit::Set(self.field("answers"), Node::Object(given.collect()))
    }

    /// What is expected of a thing.
    pub fn expects(&self, thing: &str) -> Expects {
        let has = |field| self.listed(field).iter().any(|it| it == thing);
        match (has("shows"), has("hides")) {
            (true, _) => Expects::Shown,
            (_, true) => Expects::Hidden,
            _ => Expects::Nothing,
        }
    }

    /// Expects something else of a thing.
    pub fn expecting(&self, thing: &str, expects: Expects) -> Vec<Edit> {
        let lists = [("shows", Expects::Shown), ("hides", Expects::Hidden)];
        let edits = lists.into_iter().map(|(field, wanted)| {
            let others = self.listed(field).into_iter().filter(|it| it != thing);
            let this = (expects == wanted).then(|| thing.to_owned());
            Edit::Set(self.field(field), texts(others.chain(this)))
        });
        edits.collect()
    }

    /// Expects all that is shown now, and how it ends; of what is not shown, that which must not be.
    pub fn expecting_this(&self) -> Vec<Edit> {
        let hides = self.listed("hides").into_iter().filter(|it| !self.seen.contains(it));
        vec![
            Edit::Set(self.field("ends"), Node::Text(self.ends.clone())),
            Edit::Set(self.field("shows"), texts(self.seen.iter().cloned())),
            Edit::Set(self.field("hides"), texts(hides)),
        ]
    }

    /// The place of one of its fields.
    pub fn field(&self, name: &'static str) -> Path {
        Path(self.at.0.iter().cloned().chain([Step::Field(name.into())]).collect())
    }

    fn listed(&self, field: &str) -> Vec<String> {
        let Some(Node::List(all)) = self.node.get(field) else { return Vec::new() };
        let text = |node: &Node| match node {
            Node::Text(text) => Some(text.clone()),
            _ => None,
        };
        all.iter().filter_map(text).collect()
    }
}

fn list() -> Path {
    Path(vec![Step::Field("personas".into())])
}

fn texts(all: impl IntoIterator<Item = String>) -> Node {
    Node::List(all.into_iter().map(Node::Text).collect())
}

/// What a persona picks, as far as the quiz has it.
fn answers(persona: &Node, quiz: &Quiz) -> Answers {
    let mut answers = Answers::none(quiz);
    let Some(Node::Object(given)) = persona.get("answers") else { return answers };
    for (id, choices) in given {
        let Some(question) = quiz.questions.iter().position(|it| it.id.as_str() == id) else {
            continue;
        };
        let Node::List(choices) = choices else { continue };
        for choice in choices {
            let known = &quiz.questions[question].choices;
            let is = |it: &Choice| *choice == Node::Text(it.id.as_str().to_owned());
            if let Some(choice) = known.iter().position(is)
                && !answers.of(question).has(choice)
            {
                answers = answers.after(quiz, question, choice);
            }
        }
    }
    answers
}
