use std::collections::BTreeMap;

use check::{Text, texts};
use data::{Node, Path, Step};
use quiz::List;

/// The sections of a result and what each of them shows.
const SECTIONS: [(&str, &str); 9] = [
    ("cautions", "cautions"),
    ("benefits", "benefits"),
    ("course", "plans"),
    ("care", "care"),
    ("ask", "ask"),
    ("notes", "notes"),
    ("sources", "sources"),
    ("next", "clinic"),
    ("failure", "clinic"),
];

/// The attributes by which a visitor's page names a thing, and the list of the quiz that it is in.
const NAMED: [(&str, &str); 3] =
    [("data-caution", "cautions"), ("data-benefit", "benefits"), ("data-plan", "plans")];

/// Something on a visitor's page, as the page has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// Its text, then that of what it stands in, from the inside out.
    pub texts: Vec<String>,
    /// Attributes of it, or of the nearest element around it that has them: `data-caution`, `data-benefit`,
    /// `data-plan` and `data-figure`; `section` is the id of the section, `name` and `value` are those of a
    /// question's choice, `name` alone that of the question.
    pub around: BTreeMap<&'static str, String>,
}

/// Where in the quiz the things stand that a visitor's page shows.
#[derive(Debug)]
pub struct Places<'a> {
    quiz: &'a Node,
    texts: Vec<Text>,
}

impl<'a> Places<'a> {
    /// Those of a quiz, shown in its own language or with a translation.
    pub fn new(quiz: &'a Node, overlay: Option<&Node>) -> Self {
        let mut texts = texts(quiz);
        let translated: BTreeMap<String, String> = overlay
            .map(check::texts)
            .into_iter()
            .flatten()
            .map(|text| (text.key, text.text))
            .collect();
        for text in &mut texts {
            if let Some(translation) = translated.get(&text.key) {
                text.text.clone_from(translation);
            }
        }
        Self { quiz, texts }
    }

    /// Where something stands: its text, its figure, else the thing or the list that it belongs to. Nothing
    /// for words that are not the quiz's.
    pub fn of(&self, spot: &Spot) -> Option<Path> {
        if let Some(figure) = spot.around.get("data-figure").and_then(|name| self.figure(name)) {
            return Some(figure);
        }
        let scope = self.scope(&spot.around);
        let inside = |text: &String| self.text(scope.as_ref()?, text, false);
        let anywhere = |text: &String| self.text(&Path::default(), text, true);
        let is_around_choices =
            spot.around.contains_key("name") && !spot.around.contains_key("value");
        let whole = scope.as_ref().filter(|_| spot.texts.is_empty() || !is_around_choices);
        let named = self.source(&spot.texts).or_else(|| self.clinic(spot));
        let found = named.or_else(|| spot.texts.iter().find_map(inside));
        found.or_else(|| spot.texts.iter().find_map(anywhere)).or_else(|| whole.cloned())
    }

    /// How near something is to a place that is edited: the more, the nearer; nothing if it has nothing to do
    /// with it.
    pub fn nearness(&self, spot: &Spot, edited: &Path) -> Option<usize> {
        let place = self.of(spot)?;
        let common = place.0.iter().zip(&edited.0).take_while(|(a, b)| a == b).count();
        let is_thing = common >= 2 || place == *edited;
        let is_whole = place.0.len() == common || edited.0.len() == common;
        is_thing.then_some(2 * common + usize::from(is_whole) + usize::from(place == *edited))
    }

    /// `item.figure` in a text, or `field:plan`; of two plans the first.
    fn figure(&self, name: &str) -> Option<Path> {
        if let Some((field, plans)) = name.split_once(':') {
            let plan = self.named("plans", plans.split(',').next()?)?;
            return Some(plan.then([Step::from(field)]));
        }
        let (item, figure) = name.split_once('.')?;
        let items = List::ALL.iter().filter_map(|list| self.named(list.name(), item));
        items.into_iter().find_map(|item| {
            let figures = item.then([Step::from("figures")]);
            let index = position(figures.node(self.quiz)?, figure)?;
            Some(figures.then([Step::Entry(index), "words".into(), "text".into()]))
        })
    }

    /// A source, which the page shows by its title and, behind that, where it was published.
    fn source(&self, texts: &[String]) -> Option<Path> {
        let Some(Node::List(sources)) = self.quiz.get("sources") else { return None };
        let is_shown = |source: &Node| {
            let title = source.text("title").filter(|it| !it.is_empty());
            title.is_some_and(|title| texts.iter().any(|text| text.starts_with(title)))
        };
        let shown = sources.iter().enumerate().filter(|(_, source)| is_shown(source));
        let (index, source) =
            shown.max_by_key(|(_, source)| source.text("title").map_or(0, str::len))?;
        let is_published = source.text("published") == texts.first().map(String::as_str);
        let field = if is_published { "published" } else { "title" };
        Some(Path::new([Step::from("sources"), Step::Entry(index), field.into()]))
    }

    /// The clinic's name, which visitors read where the quiz cannot be loaded.
    fn clinic(&self, spot: &Spot) -> Option<Path> {
        let name = self.quiz.get("clinic")?.text("name").filter(|it| !it.is_empty())?;
        let is_failure = spot.around.get("section").is_some_and(|it| it == "failure");
        let is_shown = is_failure && spot.texts.first()?.contains(name);
        is_shown.then(|| Path::new(["clinic", "name"].map(Step::from)))
    }

    /// The nearest thing around it that the page names.
    fn scope(&self, around: &BTreeMap<&'static str, String>) -> Option<Path> {
        let named =
            |(attribute, list): &(&'static str, &str)| self.named(list, around.get(*attribute)?);
        if let Some(item) = NAMED.iter().find_map(named) {
            return Some(item);
        }
        if let Some(question) = around.get("name") {
            let question = self.named("questions", question)?;
            let choices = question.then([Step::from("choices")]);
            let choice = around.get("value").and_then(|id| position(choices.node(self.quiz)?, id));
            return Some(choice.map_or(question, |it| choices.then([Step::Entry(it)])));
        }
        let section = around.get("section")?;
        let (_, field) = SECTIONS.iter().find(|(id, _)| id == section)?;
        Some(Path::new([Step::from(*field)]))
    }

    fn named(&self, list: &str, id: &str) -> Option<Path> {
        let index = position(self.quiz.get(list)?, id)?;
        Some(Path::new([Step::from(list), Step::Entry(index)]))
    }

    /// The longest text within a scope that is shown there; if it must be exact, one that is all that is shown.
    fn text(&self, scope: &Path, shown: &str, is_exact: bool) -> Option<Path> {
        let inside = self.texts.iter().filter(|text| text.path.0.starts_with(&scope.0));
        let fitting =
            inside.filter_map(|text| Some((matched(&text.text, shown, is_exact)?, &text.path)));
        let longest = fitting.fold(None, |best: Option<(usize, &Path)>, (length, path)| {
            if best.is_some_and(|(most, _)| most >= length) { best } else { Some((length, path)) }
        });
        longest.map(|(_, path)| path.clone())
    }
}

/// The position of the entry of this id.
fn position(list: &Node, id: &str) -> Option<usize> {
    let Node::List(entries) = list else { return None };
    entries.iter().position(|entry| entry.text("id") == Some(id))
}

/// How many bytes of a text are shown; nothing if it is not. What stands in braces may be anything.
fn matched(text: &str, shown: &str, is_exact: bool) -> Option<usize> {
    let pieces: Vec<&str> = text
        .split('{')
        .enumerate()
        .map(|(index, piece)| match piece.split_once('}') {
            Some((_, rest)) if index > 0 => rest,
            _ => piece,
        })
        .collect();
    let mut from = 0;
    for (index, piece) in pieces.iter().enumerate() {
        let at = shown.get(from..)?.find(piece)?;
        if is_exact && index == 0 && at > 0 {
            return None;
        }
        from += at + piece.len();
    }
    let is_whole =
        !is_exact || from == shown.len() || pieces.last().is_some_and(|it| it.is_empty());
    let length: usize = pieces.iter().map(|piece| piece.len()).sum();
    (is_whole && length > 0).then_some(length)
}
