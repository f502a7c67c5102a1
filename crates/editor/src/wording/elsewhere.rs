use data::{Node, Path, Step};

use super::names::Names;
use super::place::{self, Place};
use crate::item::entries;

/// A place in a file of test visitors.
pub(super) fn of_visitor(file: &Node, path: &Path, names: &Names<'_>) -> Place {
    let (Some(Step::Entry(index)), rest) = (path.0.get(1), path.0.get(2..).unwrap_or_default())
    else {
        return place::part("Test visitors", path);
    };
    let visitor = entries(file.get("personas")).get(*index);
    let about = visitor.and_then(|it| it.text("about").filter(|about| !about.is_empty()));
    let id = visitor.and_then(|it| it.text("id")).unwrap_or_default();
    let about = about.map_or_else(|| place::upper(&id.replace('-', " ")), place::cut);
    let mut place = place::part(&format!("Test visitor: {about}"), path);
    place.label = match rest {
        [Step::Field(_), Step::Field(question), ..] => names.called(question),
        [Step::Field(name), ..] if name == "answers" => Some("What they answer".to_owned()),
        [Step::Field(name), ..] if name == "shows" || name == "hides" => {
            Some("What they must see".to_owned())
        }
        _ => None,
    };
    place
}

/// A place in a translation, or in the words of the interface.
pub(super) fn of_translation(file: &Node, path: &Path, names: &Names<'_>) -> Place {
    if file.get("quiz").is_none() {
        return place::part("Words of the interface", path);
    }
    let language = names.language(file.text("language").unwrap_or_default());
    let key = match &path.0[..] {
        [Step::Field(_), Step::Field(key)] => names.place_of(key),
        _ => None,
    };
    let mut place = place::part(&format!("Translation: {language}"), path);
    if let Some(of) = key.map(|path| place::of_quiz(names.quiz, path)) {
        place.thing = format!("{language}, {}", of.thing);
        (place.label, place.field) = (of.label, of.field);
    }
    place
}
