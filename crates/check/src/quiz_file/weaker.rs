use data::Node;

use super::super::document::Found;
use super::super::finding::Severity;
use super::super::safety::{Weakening, Weaker, weaker};

/// Says which cautions and endings are weaker than in an earlier edition, or are put in other words.
pub(super) fn check(found: &mut Found<'_>, before: &Node) {
    for it in weaker(before, found.node()) {
        let severity = if it.is_strict { Severity::Error } else { Severity::Warning };
        found.say(severity, id(it.what), &it.path, &told(&it), help(it.what), None);
    }
}

fn id(what: Weakening) -> &'static str {
    match what {
        Weakening::Gone => "safety/gone",
        Weakening::Lowered => "safety/lowered",
        Weakening::Narrowed => "safety/narrowed",
        Weakening::Undecided => "safety/undecided",
        Weakening::Unheard => "safety/unheard",
        Weakening::Fewer => "safety/fewer-answers",
        Weakening::Unsourced => "safety/no-source",
        Weakening::Reworded => "safety/words",
    }
}

/// Where the place does not name it, its name comes first.
fn told(it: &Weaker) -> String {
    let is_named = it.path.0.len() > 1;
    let told = if is_named { it.words.clone() } else { format!("the {} {}", it.name, it.words) };
    match &it.example {
        Some(example) => format!("{told} For example with: {example}."),
        None => told,
    }
}

fn help(what: Weakening) -> &'static str {
    match what {
        Weakening::Gone | Weakening::Lowered | Weakening::Narrowed => {
            "Put it back as it was, or let a clinician decide: see \"A weaker safety rule\" in \
             docs/editing.md."
        }
        Weakening::Undecided => {
            "Compare both editions by hand, and let a clinician decide; or make the rules simpler."
        }
        Weakening::Unheard => {
            "Add a caution \"when\" it is picked, or let a clinician decide that none is needed."
        }
        Weakening::Fewer => {
            "Write it as it was, or let a clinician decide that nobody needs to give both answers."
        }
        Weakening::Unsourced => "Put back the sources that it rests on, or cite newer ones.",
        Weakening::Reworded => {
            "Read both: the new words must still reach whoever the old ones were meant for. Let a \
             clinician read them too."
        }
    }
}
