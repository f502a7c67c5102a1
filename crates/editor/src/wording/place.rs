use data::{Node, Path, Step};

use crate::field::Field;
use crate::forms::{List, Section, form, sublist};
use crate::plan::title;

/// A longer title is cut, in characters.
const LONGEST: usize = 60;

/// A place of the quiz, as the forms show it.
pub(crate) struct Place {
    /// The thing that it belongs to, or the part of the quiz: "Caution: You told us of a keloid".
    pub(super) thing: String,
    /// The label of its field, or the title of a list in the thing.
    pub(super) label: Option<String>,
    /// The field, if it is one of a form.
    pub(super) field: Option<&'static Field>,
    /// The list in the thing, if it is one.
    pub(super) list: Option<&'static List>,
    /// Where the field is.
    pub(super) path: Path,
}

impl Place {
    /// The thing and the field.
    pub(crate) fn words(&self) -> String {
        match &self.label {
            Some(label) => format!("{}, {label}", self.thing),
            None => self.thing.clone(),
        }
    }
}

/// A place of the quiz as the forms show it: "Caution: You told us of a keloid, Text".
pub fn place_words(quiz: &Node, path: &Path) -> String {
    of_quiz(quiz, path).words()
}

/// A place of the quiz.
pub(crate) fn of_quiz(quiz: &Node, path: &Path) -> Place {
    let Some(Step::Field(first)) = path.0.first() else { return part("The quiz", path) };
    let Some(list) = form(first) else { return of_section(quiz, path) };
    let Some(Step::Entry(_)) = path.0.get(1) else { return part(list.title, path) };
    let mut place = part(&thing(quiz, list, path, 2), path);
    let (mut of, mut depth) = (list, 2);
    if let (Some(Step::Field(name)), Some(Step::Entry(_))) = (path.0.get(2), path.0.get(3))
        && let Some(inner) = sublist(list, name)
    {
        place.thing = format!("{}, {}", place.thing, lower(&thing(quiz, inner, path, 4)));
        (of, depth) = (inner, 4);
    }
    place.enter(of.fields, depth);
    if let (None, [Step::Field(name)]) = (place.field, &path.0[depth.min(path.0.len())..]) {
        place.list = sublist(of, name);
        place.label = place.list.map(|list| list.title.to_owned());
    }
    place
}

/// A place that belongs to no list with a form.
fn of_section(quiz: &Node, path: &Path) -> Place {
    for section in Section::ALL {
        if let Section::Fields(_, title, fields) = section {
            let mut place = part(title, path);
            place.enter(fields, 0);
            if place.field.is_some() {
                return place;
            }
        }
    }
    let first = path.0.first().map(|step| match step {
        Step::Field(name) => name.as_ref(),
        Step::Entry(_) => "",
    });
    match first {
        Some("clinic") => part("Clinic and booking", path),
        Some("reviewed") => part("Sign-off", path),
        Some("accepted") => part("Kept as they are", path),
        Some("languages") => {
            let entry = path.0.get(..2).and_then(|steps| Path(steps.to_vec()).node(quiz).cloned());
            let name = entry.as_ref().and_then(|it| it.text("name").or(it.text("language")));
            part(&name.map_or("Languages".to_owned(), |name| format!("Language: {name}")), path)
        }
        _ => part("The quiz", path),
    }
}

impl Place {
    /// Goes to the field of a form that a place is in, behind so many steps.
    fn enter(&mut self, fields: &'static [Field], depth: usize) {
        let rest: Vec<&str> = self.path.0[depth.min(self.path.0.len())..]
            .iter()
            .map_while(|step| match step {
                Step::Field(name) => Some(name.as_ref()),
                Step::Entry(_) => None,
            })
            .collect();
        let is_words = |field: &&Field| rest == ["words"] && field.path[0] == "words";
        let field = fields
            .iter()
            .find(|field| rest.starts_with(field.path))
            .or_else(|| fields.iter().find(is_words));
        if let Some(field) = field {
            let steps = field.path.iter().map(|name| Step::Field((*name).into()));
            self.path = Path(self.path.0[..depth].iter().cloned().chain(steps).collect());
            (self.field, self.label) = (Some(field), Some(field.label.to_owned()));
        }
    }
}

pub(super) fn part(thing: &str, path: &Path) -> Place {
    let path = path.clone();
    Place { thing: thing.to_owned(), label: None, field: None, list: None, path }
}

/// What the thing is, with its title.
fn thing(quiz: &Node, list: &List, path: &Path, depth: usize) -> String {
    let node = Path(path.0[..depth].to_vec());
    let title = node.node(quiz).map(|it| titled(quiz, it)).unwrap_or_default();
    format!("{}: {title}", upper(list.one))
}

/// What a thing is called; of an id that is all it has, the words.
pub(super) fn titled(quiz: &Node, node: &Node) -> String {
    let title = &title(quiz, node);
    if node.text("id") == Some(title) {
        return upper(&title.replace('-', " "));
    }
    cut(title)
}

/// The first words of a text.
pub(super) fn cut(text: &str) -> String {
    let title = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let title = title.trim_end_matches('.');
    match title.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", title[..end].trim_end()),
        None => title.to_owned(),
    }
}

pub(super) fn upper(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn lower(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
