use data::{Node, Path};

use super::depend::Wanted;

/// Entries of a quiz that are deleted, and what refers to them.
pub(super) struct Gone<'q> {
    quiz: &'q Node,
    entries: Vec<Path>,
    wanted: Vec<Wanted>,
}

impl<'q> Gone<'q> {
    /// Nothing of this quiz.
    pub(super) fn nothing_of(quiz: &'q Node) -> Self {
        Self { quiz, entries: Vec::new(), wanted: Vec::new() }
    }

    /// An entry goes, too.
    pub(super) fn add(&mut self, entry: Path) {
        self.wanted.extend(Wanted::of(self.quiz, &entry));
        self.entries.push(entry);
    }

    /// What goes, in the order in which it was added.
    pub(super) fn entries(&self) -> &[Path] {
        &self.entries
    }

    /// Whether a place is in something that goes.
    pub(super) fn holds(&self, path: &Path) -> bool {
        self.entries.iter().any(|entry| path.0.starts_with(&entry.0))
    }

    /// Whether a text of a field of this name refers to something that goes.
    pub(super) fn is_named(&self, field: &str, text: &str) -> bool {
        self.wanted.iter().any(|wanted| wanted.is(field, text))
    }

    /// Whether so many choices of a question could be picked until now, and cannot be any more.
    pub(super) fn makes_too_many(&self, question: &str, count: u32) -> bool {
        self.is_named("question", question)
            || self.most(question, true) < count && count <= self.most(question, false)
    }

    /// How many choices of a question a visitor can pick, of all or of those that remain.
    fn most(&self, question: &str, only_left: bool) -> u32 {
        let Some(Node::List(questions)) = self.quiz.get("questions") else { return 0 };
        let asked = questions.iter().find(|it| it.text("id") == Some(question));
        let Some(Node::List(choices)) = asked.and_then(|it| it.get("choices")) else { return 0 };
        let is_gone = |choice: &Node| {
            let id = choice.text("id").unwrap_or_default();
            self.is_named("picked", &format!("{question}.{id}"))
        };
        let left = || choices.iter().filter(|choice| !only_left || !is_gone(choice));
        let together = left().filter(|it| it.get("exclusive") != Some(&Node::Flag(true))).count();
        let one = left().count().min(1);
        let many = asked.and_then(|it| it.text("kind")) == Some("many");
        let most = if many { together.max(one) } else { one };
        u32::try_from(most).unwrap_or(u32::MAX)
    }
}
