use std::collections::HashMap;

use data::Node;

/// What the parts of a quiz file are called.
pub(super) struct Names<'n> {
    node: &'n Node,
    questions: HashMap<&'n str, Asked<'n>>,
}

/// A question, for those who refer to it.
pub(super) struct Asked<'n> {
    pub(super) index: usize,
    pub(super) many: bool,
    choices: HashMap<&'n str, (usize, &'n str)>,
}

impl<'n> Names<'n> {
    pub(super) fn new(node: &'n Node) -> Self {
        let asked = |(index, question): (usize, &'n Node)| {
            let choices = entries(question, "choices").iter().enumerate();
            let choices = choices.filter_map(|(at, choice)| {
                let id = choice.text("id")?;
                Some((id, (at, word(choice, "label").unwrap_or(id))))
            });
            let many = question.text("kind") == Some("many");
            Some((question.text("id")?, Asked { index, many, choices: choices.collect() }))
        };
        let questions = entries(node, "questions").iter().enumerate().filter_map(asked).collect();
        Self { node, questions }
    }

    /// The entries of a list of the file.
    pub(super) fn list(&self, name: &str) -> &'n [Node] {
        entries(self.node, name)
    }

    pub(super) fn question(&self, id: &str) -> Option<&Asked<'n>> {
        self.questions.get(id)
    }

    /// The label of `question.choice`, or the reference as it stands.
    pub(super) fn label<'a>(&self, reference: &'a str) -> &'a str
    where
        'n: 'a,
    {
        let found = reference.split_once('.').and_then(|(question, choice)| {
            Some(self.questions.get(question)?.choices.get(choice)?.1)
        });
        found.unwrap_or(reference)
    }

    /// The indices of the question and the choice of `question.choice`.
    pub(super) fn indices(&self, reference: &str) -> Option<(usize, usize)> {
        let (question, choice) = reference.split_once('.')?;
        let asked = self.questions.get(question)?;
        Some((asked.index, asked.choices.get(choice)?.0))
    }

    /// The language of the quiz.
    pub(super) fn language(&self) -> &'n str {
        self.node.text("language").unwrap_or("en")
    }

    /// A text of the file itself.
    pub(super) fn text(&self, name: &str) -> &'n str {
        self.node.text(name).unwrap_or("")
    }

    /// What the whole quiz is called.
    pub(super) fn title(&self) -> &'n str {
        word(self.node, "title").unwrap_or_else(|| self.text("id"))
    }
}

/// The entries of a list, none where there is no list.
pub(super) fn entries<'n>(node: &'n Node, name: &str) -> &'n [Node] {
    match node.get(name) {
        Some(Node::List(entries)) => entries,
        _ => &[],
    }
}

/// A text of the words of a thing.
pub(super) fn word<'n>(node: &'n Node, name: &str) -> Option<&'n str> {
    node.get("words")?.text(name)
}

/// The texts of a list.
pub(super) fn listed<'n>(node: &'n Node, name: &str) -> impl Iterator<Item = &'n str> {
    entries(node, name).iter().filter_map(|entry| match entry {
        Node::Text(text) => Some(text.as_str()),
        _ => None,
    })
}

/// What a thing is called: its title, its label, the start of its text, or its id.
pub(super) fn called(node: &Node) -> String {
    const LONGEST: usize = 60;
    if let Some(short) = word(node, "title").or_else(|| word(node, "label")) {
        return short.to_owned();
    }
    match word(node, "text") {
        Some(long) if long.chars().count() > LONGEST => {
            let cut: String = long.chars().take(LONGEST).collect();
            format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(start, _)| start))
        }
        Some(short) => short.to_owned(),
        None => node.text("id").unwrap_or("?").to_owned(),
    }
}

/// An id as words: `acne-scars-look` is "acne scars look".
pub(super) fn spaced(id: &str) -> String {
    id.replace('-', " ")
}
