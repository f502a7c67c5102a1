//! Words of a few languages that turn a sentence around, count, or measure time.

mod ar;
mod de;
mod en;
mod es;
mod fr;
mod it;
mod lexicon;
mod pt;
mod reading;
mod sentence;
mod unit;

pub(super) use reading::{Reading, readings};
pub(super) use sentence::normal;
pub(super) use unit::Unit;

use super::tag::primary;

/// What is known of a language's words. They are small letters; Arabic ones without vowel signs,
/// with a bare alif, and with ه for ة.
#[derive(Debug)]
pub(super) struct Language {
    pub(super) tag: &'static str,
    /// Words that deny.
    denials: &'static [&'static str],
    /// Those of them that deny a verb.
    verbs: &'static [&'static str],
    /// Words that can do the same, as "avoid" does, or that another language denies with.
    turns: &'static [&'static str],
    /// Phrases with a word that denies which deny nothing.
    idle: &'static [&'static str],
    /// Beginnings and ends of words that another language denies with.
    affixes: (&'static [&'static str], &'static [&'static str]),
    /// Words for a unit of time.
    units: &'static [(Unit, &'static [&'static str])],
    /// Words that are one only where they are counted: دقيقة is also "fine".
    counted_units: &'static [(Unit, &'static [&'static str])],
    /// Words that can stand for one.
    loose_units: &'static [(Unit, &'static [&'static str])],
    /// Words for numbers; one is left out, as it is an article too.
    numbers: &'static [(u8, &'static [&'static str])],
    /// Words that can stand for one.
    loose_numbers: &'static [(u8, &'static [&'static str])],
}

const ALL: [&Language; 7] = [
    &ar::ARABIC,
    &de::GERMAN,
    &en::ENGLISH,
    &es::SPANISH,
    &fr::FRENCH,
    &it::ITALIAN,
    &pt::PORTUGUESE,
];

impl Language {
    /// The language of a tag, where its words are known: `es-MX` is Spanish.
    pub(super) fn of(tag: &str) -> Option<&'static Self> {
        let primary = primary(tag);
        ALL.into_iter().find(|language| language.tag == primary)
    }

    /// Whether the beginnings and ends of words are sure to deny: "un-" is in German.
    pub(super) fn denies_by_affixes(&self) -> bool {
        self.tag == "de"
    }

    /// One or two words that deny, for somebody who lacks one.
    pub(super) fn examples(&self) -> String {
        let two: Vec<String> = self.denials.iter().take(2).map(|it| format!("\"{it}\"")).collect();
        two.join(" or ")
    }
}
