use data::{Node, Path, Step};

use super::forms::Section;
use super::item::entries;

/// The fields and the things of a quiz that are new, or were otherwise before: as the forms have them, in their
/// order. A thing is the same as long as its id is.
pub fn changed_things(before: &Node, now: &Node) -> Vec<Path> {
    Section::ALL.iter().flat_map(|section| of_section(section, before, now)).collect()
}

fn of_section(section: &Section, before: &Node, now: &Node) -> Vec<Path> {
    match section {
        Section::Fields(_, _, fields) => {
            let places =
                fields.iter().map(|field| Path::new(field.path.iter().copied().map(Step::from)));
            places.filter(|place| place.node(before) != place.node(now)).collect()
        }
        Section::List(list) => {
            let before = entries(before.get(list.name));
            let is_same = |node: &Node| {
                before.iter().any(|other| other.text("id") == node.text("id") && other == node)
            };
            let all = entries(now.get(list.name)).iter().enumerate();
            all.filter(|(_, node)| !is_same(node))
                .map(|(index, _)| Path::new([Step::from(list.name), Step::Entry(index)]))
                .collect()
        }
    }
}
